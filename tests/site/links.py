"""A link checker over a built site: every relative link must lead to a file, every fragment to an id."""

import posixpath
from dataclasses import dataclass, field
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
        values = {name: value or "" for name, value in attrs}
        self.document.elements.append((tag, values))
        self.document.links += [values[name] for name in values if name in _LINKS]
        if "id" in values:
            self.document.ids.append(values["id"])


def parse(path: Path) -> Document:
    parser = _Parser()
    parser.feed(path.read_text(encoding="utf-8"))
    parser.close()
    return parser.document


def broken_links(site: Path) -> list[str]:
    """Return every link of the site that leads nowhere, as `page -> link`."""
    documents = {path.relative_to(site).as_posix(): parse(path) for path in sorted(site.rglob("*.html"))}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    broken = []
    for name, document in documents.items():
        for link in document.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or name == "404.html":
                continue
            target = name
            if parts.path:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
            if parts.path.endswith("/") or target == ".":
                target = posixpath.normpath(posixpath.join(target, "index.html"))
            ids = documents[target].ids if target in documents else []
            fragment = unquote(parts.fragment)
            if target not in files or (fragment and fragment not in ids and not fragment.startswith("__")):
                broken.append(f"{name} -> {link}")
    return broken
