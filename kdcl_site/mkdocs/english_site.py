"""Write the English pages that are no school's and no framework's, and the search index they share."""

import re
from html import unescape
from pathlib import Path

from kdcl_site.building.build import Translation, spoken
from kdcl_site.building.options import BuildOptions
from kdcl_site.building.site import write_text
from kdcl_site.mkdocs.english import HOME, English
from kdcl_site.mkdocs.frames import Theme
from kdcl_site.mkdocs.portal import statement
from kdcl_site.outputs.search_index import document, search_index
from kdcl_site.outputs.site_search import site_documents
from kdcl_site.pages import addresses
from kdcl_site.rendering.render import Renderer
from kdcl_site.text.words import ENGLISH

_TAG = re.compile("<[^>]*>")


def write_english_portal(
    site: Path, theme: Theme, side: English, told: Translation, options: BuildOptions, renderer: Renderer
) -> list[str]:
    """Write home page, directory and list of frameworks, and the index of search; return the addresses of the pages."""
    words, as_told = renderer.words, spoken(options, renderer)
    frameworks = [one.framework for one in told.frameworks]
    shown = {
        HOME: (renderer.home(told.rows, frameworks, as_told), words("home.description")),
        addresses.SCHOOLS: (renderer.directory(told.rows, as_told), words("portal.directory")),
        addresses.FRAMEWORKS: (renderer.frameworks(frameworks, told.rows, as_told), words("frameworks.description")),
        addresses.READING: (statement(addresses.READING, told, options, renderer), words("reading.description")),
        addresses.ACCESSIBILITY: (
            statement(addresses.ACCESSIBILITY, told, options, renderer),
            words("access.description"),
        ),
        addresses.CHECKS: (statement(addresses.CHECKS, told, options, renderer), words("checked.description")),
    }
    urls = []
    for section, page in side.portal.items():
        if page.content is None:  # else the operator has written it
            page.content, page.meta["description"] = shown[section]
            page.meta["kdcl_filter"] = section == addresses.SCHOOLS
            page.meta["hide"] = ["toc", "navigation"] if section == HOME else ["toc"]
            write_text(site / page.file.dest_uri, theme.whole(page, side.nav))
            urls.append(page.url)
    laws = [(one.title, one.pieces) for one in told.frameworks]
    found = list(site_documents(told.rows, laws, as_told, words))
    ours = {one["location"] for one in found}
    pages = [page for page in side.nav.pages if _below(page.url) not in ours]
    found += [document(_below(page.url), unescape(str(page.title)), _text(page.content or "")) for page in pages]
    write_text(site / ENGLISH / "search" / "search_index.json", search_index(found))
    return urls


def with_base(html: str, url: str) -> str:
    """Return an English page whose search dialog looks below `en/`, as does its own index."""
    up = "/".join([".."] * (url.count("/") - 1)) or "."
    return re.sub(r'("base":\s*")[^"]*(")', rf"\g<1>{up}\g<2>", html, count=1)


def _below(url: str) -> str:
    return url.removeprefix(f"{ENGLISH}/")


def _text(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", html)).split())
