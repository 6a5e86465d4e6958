"""Files that speak of all pages: the sitemap, and the site's own search index."""

import json
import logging
from collections.abc import Iterable
from html import escape, unescape
from pathlib import Path

from mkdocs.utils import CountHandler

from kdcl_site.building.build import Built
from kdcl_site.building.options import BuildOptions
from kdcl_site.building.share_images import write_share_images, write_site_image
from kdcl_site.building.site import write_text
from kdcl_site.outputs.search_index import Document, search_index
from kdcl_site.outputs.sitemap import sitemap
from kdcl_site.text.words import Words


def write_sitemap(site: Path, site_url: str, urls: list[str]) -> None:
    """Write the sitemap; none without an address of the site, because its entries must be absolute."""
    if not site_url:
        return
    for name, content in sitemap(site_url, urls):
        write_text(site / name, content)


def complete_site_index(site: Path, more: Iterable[Document]) -> None:
    """Add entries to the search plugin's index of authored pages, and have it searched as a school's is.

    Titles are escaped, because the dialog inserts them as HTML; an entry of the same page gives way to ours.
    """
    path = site / "search" / "search_index.json"
    if not path.is_file():
        return
    found = list(more)
    ours = {document["location"].partition("#")[0] for document in found}
    authored = json.loads(path.read_text(encoding="utf-8"))["docs"]
    kept = [one for one in authored if one["location"].partition("#")[0] not in ours]
    for one in kept:
        one["title"] = escape(unescape(one["title"]), quote=False)
    write_text(path, search_index([*kept, *found]))


def strict_warnings() -> bool:
    """Whether MkDocs has counted a warning that will stop a strict build."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))


def write_images(site: Path, built: Built, options: BuildOptions, words: Words, english: Words | None) -> None:
    """Write the images of shared links; none without an address of the site, for nobody could name them."""
    if not options.site_url:
        return
    write_site_image(site, options.site_name, options.about, options.as_of, words)
    write_share_images(site, built.rows, options.site_name, options.as_of, words)
    if english and built.english:
        write_share_images(site, built.english.rows, options.english_name, options.as_of, english)
