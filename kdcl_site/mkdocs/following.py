"""Links of authored pages followed in the finished site: to a page or file that is there, and to a place in it.

MkDocs knows neither the schools' pages nor links written as HTML; it follows what it knows without a line.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from kdcl_site.building.options import BuildOptions
from kdcl_site.findings.finding import Finding
from kdcl_site.mkdocs.source_lines import Wrong, placed
from kdcl_site.nodes.node import quote

_OPENED = ("http", "https", "mailto", "tel", "kdcl", "data")
"""Schemes that mean the same everywhere, and those that other checks speak of."""

_NOWHERE = "https://kdcl.invalid/"
_REFRESH = 'http-equiv="refresh"'


def link_findings(site: Path, files: Files, options: BuildOptions) -> Iterator[Finding]:
    """Yield findings on links of authored pages that lead nowhere in the site, which is written already."""
    for file in files.documentation_pages():
        if file.page and file.page.content and not file.generated_by:
            yield from placed(_wrong(site, file.page, options.site_url), file.page, options)


def _wrong(site: Path, page: Page, site_url: str) -> Iterator[Wrong]:
    root = (site_url or _NOWHERE).rstrip("/") + "/"
    here = urljoin(root, page.url)
    source = page.file.content_string
    for link in _links(page.content or ""):
        scheme = _scheme(link)
        if scheme and scheme not in _OPENED:
            yield link, "K622", {"value": quote(link)}
        address, fragment = _joined(here, link)
        if not address.startswith(root) or (link.startswith("/") and not site_url):
            continue
        path = unquote(address.removeprefix(root)).lstrip("/")
        if path.startswith(".") or "/." in path:  # carried over from the old site
            continue
        target = _file(site / path)
        if target is None:
            yield _written(link, source), "K623", {"value": quote(link)}
        elif fragment and target.suffix == ".html" and not _has(target, fragment):
            yield _written(link, source), "K624", {"value": quote(fragment)}


def _file(path: Path) -> Path | None:
    """The file that a server sends for a path, if there is one."""
    try:
        file = path / "index.html" if path.is_dir() else path
        return file if file.is_file() else None
    except OSError:  # a name too long for any file
        return None


def _links(html: str) -> Iterable[str]:
    """What a page links to, in the order of its first mention, once each."""
    found = _Links()
    found.feed(html)
    found.close()
    return found.links


def _scheme(link: str) -> str:
    match = re.match(r"([a-z][a-z0-9+.-]*):", link, re.IGNORECASE)
    return match[1].lower() if match else ""


def _joined(here: str, link: str) -> tuple[str, str]:
    """The whole address of a link without its query, and its fragment; both empty for what is no address."""
    try:
        parts = urlsplit(urljoin(here, link))
    except ValueError:
        return "", ""
    return f"{parts.scheme}://{parts.netloc}{parts.path}", unquote(parts.fragment)


def _has(page: Path, fragment: str) -> bool:
    """Whether a page has a place of that name; one that only leads on takes the fragment with it."""
    text = page.read_text(encoding="utf-8", errors="replace")
    name = rf"""\s(?:id|name)\s*=\s*["']?{re.escape(escape(fragment))}["'\s>]"""
    return fragment == "top" or fragment.startswith((":~:", "__")) or _REFRESH in text or bool(re.search(name, text))


def _written(link: str, source: str) -> str:
    """What of a link stands in the source: MkDocs writes `tin.md#muc` as `../tin/#muc`."""
    _, sharp, fragment = link.partition("#")
    return link if link in source else unquote(link) if unquote(link) in source else unquote(sharp + fragment) or link


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: dict[str, None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and name in ("href", "src"):
                self.links[value.strip()] = None
