"""Write the pages of schools: one school at a time from the work folder, stamped into frames, with its search index."""

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kdcl_site.building.files import copy_files
from kdcl_site.building.frame import Frame, Shape
from kdcl_site.building.frameworks import FrameworkPieces
from kdcl_site.building.work import Ready
from kdcl_site.outputs.search_index import search_index
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import SCHOOLS
from kdcl_site.pages.piece import Piece, SchoolRow
from kdcl_site.rendering.render import Renderer

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
    """Write every framework's pages and search index into the site."""
    urls: list[str] = []
    for one in frameworks:
        root = addresses.framework(one.framework.id).path
        urls += _write_pages(site, root, one.title, one.pieces, frame_of, directory_urls, "")
    return Written(tuple(urls))


def _write_school(site: Path, school: Ready, frame_of: FrameOf, directory_urls: bool, bar: str) -> list[str]:
    root = f"{SCHOOLS}/{school.row.id}"
    urls = _write_pages(site, root, school.row.name, school.pieces, frame_of, directory_urls, bar)
    copy_files(school.copies, site)
    return urls


def _write_pages(
    site: Path, root: str, name: str, pieces: Iterable[Piece], frame_of: FrameOf, directory_urls: bool, bar: str
) -> list[str]:
    """Write the pages below a root, which all bear its name, and their search index."""
    urls: list[str] = []
    documents = []
    for piece in pieces:
        file, url = piece.address.file(directory_urls), piece.address.url(directory_urls)
        base = posixpath.relpath(root, posixpath.dirname(file))
        html = frame_of(Shape.of(piece)).stamp(piece, name, url, base, bar)
        write_text(site / file, html)
        urls.append(url)
        documents.append((_below(url, root), piece.search))
    write_text(site / root / "search" / "search_index.json", search_index(documents))
    return urls


def write_moved(site: Path, rows: Iterable[SchoolRow], renderer: Renderer, directory_urls: bool, site_url: str) -> None:
    """Write a small page at every former address of a school, which leads on to the school's page of today."""
    for row in rows:
        today = addresses.school(row.id)
        for former in row.former_ids:
            old = addresses.school(former)
            href = addresses.link(old, today, directory_urls)
            url = today.url(directory_urls)
            canonical = f"{site_url.rstrip('/')}/{url}" if site_url else href
            write_text(site / old.file(directory_urls), renderer.moved(row.name, href, canonical))


def _below(url: str, root: str) -> str:
    """Return an address relative to the school's root, as the search dialog resolves it."""
    return url.removeprefix(root).lstrip("/")


def write_text(path: Path, text: str) -> None:
    """Write text as UTF-8 with LF on every system, with the folders above it; an OSError names the file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
