"""A link checker over a built site: every relative link must lead to a file, every fragment to an id."""

import posixpath
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LINKS = {"href", "src", "action", "poster", "data"}


@dataclass
class Document:
    """What a page links to, what it can be linked at, and its elements."""

    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.document = Document()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _element(tag, tuple(attrs))
        values = element[1]
        self.document.elements.append(element)
        self.document.links += [values[name] for name in values if name in _LINKS]
        if "id" in values:
            self.document.ids.append(values["id"])


@lru_cache(maxsize=50_000)
def _element(tag: str, attrs: tuple[tuple[str, str | None], ...]) -> tuple[str, dict[str, str]]:
    """Most elements are the theme's and stand on every page: one for all of them keeps parsed pages small."""
    return tag, {name: value or "" for name, value in attrs}


def parse(path: Path) -> Document:
    """Read a page, once for all tests that ask; nobody changes what is returned."""
    return _parse(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=3_000)
def _parse(path: Path, _changed: int) -> Document:
    parser = _Parser()
    parser.feed(path.read_text(encoding="utf-8"))
    parser.close()
    return parser.document


def broken_links(site: Path) -> list[str]:
    """Return every link of the site that leads nowhere, as `page -> link`."""
    documents = {path.relative_to(site).as_posix(): parse(path) for path in sorted(site.rglob("*.html"))}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    known = {name: frozenset(document.ids) for name, document in documents.items()}
    broken = []
    for name, document in documents.items():
        for link in dict.fromkeys(document.links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or name == "404.html":
                continue
            target = name
            if parts.path:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
            if parts.path.endswith("/") or target == ".":
                target = posixpath.normpath(posixpath.join(target, "index.html"))
            ids = known.get(target, frozenset())
            fragment = unquote(parts.fragment)
            if target not in files or (fragment and fragment not in ids and not fragment.startswith("__")):
                broken.append(f"{name} -> {link}")
    return broken
