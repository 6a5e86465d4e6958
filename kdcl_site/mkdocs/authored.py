"""Blocks of data and links by id in authored pages: `<!-- kdcl: grid ... -->` and `[...](kdcl:...)`.

Both come through Markdown as they are, so the finished HTML says which of them count and which stand in a piece of
code. What is wrong becomes a finding; its line is looked up in the page's source.
"""

import re
from html import escape, unescape

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from kdcl_site.building.build import Built, Translation, spoken
from kdcl_site.building.named import Named
from kdcl_site.building.options import BuildOptions
from kdcl_site.building.work import WorkFolder
from kdcl_site.findings.finding import Finding
from kdcl_site.mkdocs.inline import aligned
from kdcl_site.mkdocs.policy import stopped
from kdcl_site.mkdocs.source_lines import Wrong, placed
from kdcl_site.pages import addresses
from kdcl_site.rendering.render import Renderer

SITE_BLOCKS = ("counts", "directory")
"""Blocks that speak of all schools."""

SCHOOL_BLOCKS = ("counts", "grid", "commitments")
"""Blocks that speak of one."""

_BLOCK = re.compile(r"<!--\s*kdcl:(.*?)-->", re.DOTALL)
_ALONE = re.compile(r"<p>\s*(<!--\s*kdcl:(?:(?!-->).)*-->)\s*</p>", re.DOTALL)
_PARAGRAPH = re.compile(r"<(/?)p[ >]")
_LINK = re.compile(r'(?<=href=")kdcl:([^"]*)(?=")')
_INSIDE = re.compile(r'(<a [^>]*?href=")(?![a-z]+:)')


class Blocks:
    """Shows data in authored pages, and gathers what is wrong in them."""

    def __init__(self, built: Built, options: BuildOptions, work: WorkFolder) -> None:
        self.findings: list[Finding] = []
        self._options = options
        self._sides: dict[str, tuple[Built | Translation, Named]] = {}
        for language, told in ((options.language, built), ("en", built.english)):
            if told is not None:
                named = Named(told.rows, told.frameworks, work, language, options.directory_urls)
                self._sides[language] = told, named

    def shown(self, html: str, page: Page, renderer: Renderer) -> str:
        """Return a page's HTML with its blocks and links; what cannot be shown stays as it is and is a finding."""
        html = aligned(html)
        wrong: list[Wrong] = [(value, "K630", {"value": value}) for value in stopped(html)]
        if "kdcl:" in html:
            html = self._filled(html, page, renderer, wrong)
        self.findings += placed(wrong, page, self._options)
        return html

    def _filled(self, html: str, page: Page, renderer: Renderer, wrong: list[Wrong]) -> str:
        told, named = self._sides[renderer.words.language]

        def block(match: re.Match[str]) -> str:
            name, *school = match[1].split() or [""]
            if name not in (*SITE_BLOCKS, *SCHOOL_BLOCKS):
                expected = ", ".join(dict.fromkeys((*SITE_BLOCKS, *SCHOOL_BLOCKS)))
                wrong.append((match[0], "K615", {"value": name, "expected": expected}))
            elif (len(school) > 1 or name not in (SCHOOL_BLOCKS if school else SITE_BLOCKS)) or _in_paragraph(match):
                wrong.append((match[0], "K616", {"value": name, "expected": _form(name)}))
            elif school and school[0] not in named.rows:
                wrong.append((match[0], "K617", {"value": school[0], "expected": named.nearest(school[0])}))
            else:
                return self._block(name, school, page, told, named, renderer)
            return match[0]

        def link(match: re.Match[str]) -> str:
            name = unescape(match[1])
            target = named.target(name)
            if target is None:
                wrong.append((f"kdcl:{name}", "K617", {"value": name, "expected": named.nearest(name)}))
                return match[0]
            path, sharp, fragment = target.partition("#")
            return escape(get_relative_url(path, page.url) + sharp + fragment)

        html = _LINK.sub(link, html)
        return _BLOCK.sub(block, _ALONE.sub(r"\1", html))

    def _block(
        self, name: str, school: list[str], page: Page, told: Built | Translation, named: Named, renderer: Renderer
    ) -> str:
        if school:
            row = named.rows[school[0]]
            home = addresses.school(row.id).url(self._options.directory_urls).rpartition("/")[2]
            html = renderer.block(name, row, named.blocks(row.id), home)
            return _based(html, get_relative_url(named.root(row.id), page.url))
        directory = addresses.translated(addresses.directory(), renderer.words.language)
        if name == "directory":
            page.meta["kdcl_filter"] = True
            html = renderer.directory(told.rows, spoken(self._options, renderer), heading=False)
            return _based(html, get_relative_url(f"{directory.path}/", page.url))
        link = get_relative_url(directory.url(self._options.directory_urls), page.url)
        return renderer.counts(told.rows, spoken(self._options, renderer), link)


def _in_paragraph(match: re.Match[str]) -> bool:
    """Whether a block stands amid a sentence, where no block can."""
    tags = _PARAGRAPH.findall(match.string, 0, match.start())
    return bool(tags) and tags[-1] == ""


def _form(name: str) -> str:
    forms = [f"<!-- kdcl: {name} -->"] if name in SITE_BLOCKS else []
    return ", ".join([*forms, f"<!-- kdcl: {name} <id> -->"] if name in SCHOOL_BLOCKS else forms)


def _based(html: str, base: str) -> str:
    """Return HTML whose links begin from another page."""
    return _INSIDE.sub(lambda match: match[1] + base, html)
