"""Write the pages of schools: one school at a time from the work folder, stamped into frames, with its search index."""

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from kdcl_site.building.files import copy_files
from kdcl_site.building.frame import Frame, Shape
from kdcl_site.building.frameworks import FrameworkPieces
from kdcl_site.building.work import Ready
from kdcl_site.outputs.search_index import Document, documents, search_index
from kdcl_site.pages import addresses
from kdcl_site.pages.piece import Piece
from kdcl_site.rendering.render import Renderer
from kdcl_site.text.words import ENGLISH, FIRST_LANGUAGE

FrameOf = Callable[[Shape], Frame]


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the addresses of all pages from the site's root, in order."""

    urls: tuple[str, ...]


def write_schools(
    site: Path, schools: Iterable[Ready], frame_of: FrameOf, directory_urls: bool, bars: Mapping[str, str]
) -> Written:
    """Write every school's pages, files and search index into the site, streamed.

    `bars` holds, by school, HTML to put above its pages (a served site's word that newer data have errors).
    """
    urls: list[str] = []
    for school in schools:
        urls += _write_school(site, school, frame_of, directory_urls, bars.get(school.row.id, ""))
    return Written(tuple(urls))


def write_frameworks(
    site: Path, frameworks: Iterable[FrameworkPieces], frame_of: FrameOf, directory_urls: bool
) -> Written:
    """Write every framework's pages into the site; the site's own search finds them."""
    urls: list[str] = []
    for one in frameworks:
        root = "." if one.pieces[0].language == FIRST_LANGUAGE else ENGLISH
        urls += [_write_page(site, root, one.title, piece, frame_of, directory_urls, "") for piece in one.pieces]
    return Written(tuple(urls))


def _write_school(site: Path, school: Ready, frame_of: FrameOf, directory_urls: bool, bar: str) -> list[str]:
    urls: list[str] = []
    for language in (FIRST_LANGUAGE, ENGLISH):
        root = addresses.translated(addresses.school(school.row.id), language).path
        found: list[Document] = []
        for piece in school.pieces:
            if piece.language == language:
                urls.append(_write_page(site, root, school.row.name, piece, frame_of, directory_urls, bar))
                found += documents(_below(urls[-1], root), piece.search)
        if found:
            write_text(site / root / "search" / "search_index.json", search_index(found))
    copy_files(school.copies, site, kept=bool(bar))
    for path, text in school.beside.items():
        write_text(site / path, text)
    return urls


def _write_page(
    site: Path, root: str, name: str, piece: Piece, frame_of: FrameOf, directory_urls: bool, bar: str
) -> str:
    """Write a page and return its address; `root` is where the search index stands that the page asks."""
    file, url = piece.address.file(directory_urls), piece.address.url(directory_urls)
    other = addresses.counterpart(piece.address).url(directory_urls)
    base = posixpath.relpath(root, posixpath.dirname(file))
    write_text(site / file, frame_of(Shape.of(piece)).stamp(piece, name, url, base, bar, other))
    return url


def write_moved(site: Path, schools: Iterable[Ready], renderer: Renderer, directory_urls: bool, site_url: str) -> None:
    """Write a small page at every former address of each page of a school, which leads on to the page of today."""
    for school in schools:
        pieces = [piece for piece in school.pieces if piece.language == renderer.words.language]
        for piece, former in product(pieces, school.row.former_ids):
            old = addresses.former(piece.address, former)
            href = addresses.link(old, piece.address, directory_urls)
            canonical = addresses.absolute(site_url, piece.address, directory_urls) or href
            write_text(site / old.file(directory_urls), renderer.moved(school.row.name, href, canonical))


def _below(url: str, root: str) -> str:
    """Return an address relative to the school's root, as the search dialog resolves it."""
    return url.removeprefix(root).lstrip("/")


def write_text(path: Path, text: str) -> None:
    """Write text as UTF-8 with LF on every system, with the folders above it; an OSError names the file."""
    data = text.encode()
    try:
        try:
            path.write_bytes(data)
        except FileNotFoundError:  # most pages stand in a folder that is there
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
