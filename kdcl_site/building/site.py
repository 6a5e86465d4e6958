"""Write the pages of schools: one school at a time from the work folder, stamped into frames, with its search index."""

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kdcl_site.building.files import copy_files
from kdcl_site.building.frame import MARK, Frame, Shape
from kdcl_site.building.work import Ready
from kdcl_site.outputs.search_index import search_index
from kdcl_site.pages.addresses import SCHOOLS

FrameOf = Callable[[Shape], Frame]


class SentinelError(ValueError):
    """A finished page still holds a sentinel; the message names the page."""


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


def _write_school(site: Path, school: Ready, frame_of: FrameOf, directory_urls: bool, bar: str) -> list[str]:
    root = f"{SCHOOLS}/{school.row.id}"
    urls: list[str] = []
    documents = []
    for piece in school.pieces:
        name, url = piece.address.file(directory_urls), piece.address.url(directory_urls)
        base = posixpath.relpath(root, posixpath.dirname(name))
        html = frame_of(Shape.of(piece)).stamp(piece, school.row.name, url, base, bar)
        if MARK in html:
            raise SentinelError(name)
        write_text(site / name, html)
        urls.append(url)
        documents.append((_below(url, root), piece.search))
    write_text(site / root / "search" / "search_index.json", search_index(documents))
    copy_files(school.copies, site)
    return urls


def _below(url: str, root: str) -> str:
    """Return an address relative to the school's root, as the search dialog resolves it."""
    return url.removeprefix(root).lstrip("/")


def write_text(path: Path, text: str) -> None:
    """Write text as UTF-8 with LF on every system, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
