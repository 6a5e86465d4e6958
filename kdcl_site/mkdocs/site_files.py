"""Files that speak of all pages: the sitemap, and the site's own search index."""

import json
import logging
from html import escape, unescape
from pathlib import Path

from mkdocs.utils import CountHandler

from kdcl_site.building.site import write_text
from kdcl_site.outputs.sitemap import sitemap


def write_sitemap(site: Path, site_url: str, urls: list[str]) -> None:
    """Write the sitemap; none without an address of the site, because its entries must be absolute."""
    if not site_url:
        return
    for name, content in sitemap(site_url, urls):
        write_text(site / name, content)


def escape_site_index(site: Path) -> None:
    """Escape the titles in the search plugin's index: the dialog inserts them as HTML."""
    path = site / "search" / "search_index.json"
    if not path.is_file():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    for document in index["docs"]:
        document["title"] = escape(unescape(document["title"]), quote=False)
    write_text(path, json.dumps(index, ensure_ascii=False, separators=(",", ":")))


def strict_warnings() -> bool:
    """Whether MkDocs has counted a warning that will stop a strict build."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
