"""Frames from the theme: a page of sentinels goes through the theme's own templates and every plugin."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from kdcl_site.building.frame import Frame, Shape, Slot, cut_frame
from kdcl_site.mkdocs.english import English
from kdcl_site.pages.addresses import SCHOOLS, Address, translated
from kdcl_site.pages.piece import NavItem
from kdcl_site.text.words import ENGLISH

_FILTERED = frozenset({"evidence"})
_BASE = re.compile(r'("base":\s*")[^"]*(")')


@dataclass
class Theme:
    """The theme as MkDocs has set it up for this build, and the frames made of it so far.

    `ways_back` holds, by section, what the way back to the section's portal page is called; `english` is what the
    English pages have in its place and in that of the navigation.
    """

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    project: Path
    ways_back: Mapping[str, str]
    english: English | None = None
    frames: dict[Shape, Frame] = field(default_factory=dict)

    def frame(self, shape: Shape) -> Frame:
        """Return the frame of a shape, rendered at its first use."""
        if shape not in self.frames:
            self.frames[shape] = cut_frame(self._sentinels(shape))
        return self.frames[shape]

    def render(self, page: Page, school: str, items: list[tuple[NavItem, bool]]) -> str:
        """Render a page whole, with the school's navigation beside it.

        `items` are the lines of the school's navigation and whether the line is the page itself.
        """
        children: list[StructureItem] = [page if own else Link(item.title, item.href) for item, own in items]
        nav = self._nav(Section(school, children), page.file.src_uri)
        return self.whole(page, nav)

    def whole(self, page: Page, nav: Navigation) -> str:
        """Render a page whose content is there already, as MkDocs does."""
        page.active = True
        try:
            context = get_context(nav, self.files, self.config, page)
            context = self.config.plugins.on_page_context(context, page=page, config=self.config, nav=nav)
            output = self.env.get_template("main.html").render(context)
            return self.config.plugins.on_post_page(output, page=page, config=self.config)
        finally:
            page.active = False

    def page(
        self,
        address: Address,
        title: str,
        full_title: str,
        description: str,
        kind: str,
        source: str,
        other: str = "",
        head: str = "",
        school: str = "",
    ) -> Page:
        """Return a page for the theme; all texts are HTML already, `head` stands in its head.

        `other` is its address in the other language, `school` the one its search is confined to.
        """
        name = address.path + ("/index.md" if address.index else ".md")
        file = File.generated(self.config, name, content="")
        file.edit_uri = (self._to_project / source).as_posix() if source else None
        page = Page(title, file, self.config)
        page.meta = {
            "title": full_title,
            "description": description,
            "kdcl": {"kind": kind, "other": other, "head": head, "school": school},
            "kdcl_filter": kind in _FILTERED,
            "kdcl_verify": kind == "verify",
            "search": {"exclude": True},
        }
        return page

    @property
    def _to_project(self) -> Path:
        """The way from the authored pages, where MkDocs' edit links begin, to the project."""
        return Path(os.path.relpath(self.project, self.config.docs_dir))

    def _sentinels(self, shape: Shape) -> str:
        parts = [shape.section, *(f"{Slot.URL}{number}" for number in range(shape.depth))]
        address = translated(Address("/".join(parts), shape.index), shape.language)
        edit = Slot.EDIT if shape.editable else ""
        own = Slot.SCHOOL if shape.section == SCHOOLS else ""
        page = self.page(
            address, Slot.NAV_TITLE, Slot.TITLE, Slot.DESCRIPTION, shape.kind, edit, Slot.OTHER, Slot.HEAD, own
        )
        page.content = f"<h1>{Slot.BODY}</h1>"
        headings = [AnchorLink(Slot.HEADING, Slot.ANCHOR, 2)] if shape.contents else []
        page.toc = TableOfContents(headings)
        other = (NavItem(Slot.NAV_TITLE, Slot.NAV_LINK), False)
        html = self.render(page, Slot.SCHOOL, [other, (NavItem(Slot.NAV_TITLE, ""), True), other])
        url = address.url(self.config.use_directory_urls)
        html = html.replace(url, Slot.URL)
        if name := url.rpartition("/")[2]:
            html = html.replace(f'"{name}"', f'"{Slot.SELF}"')
        html = _BASE.sub(rf"\g<1>{Slot.BASE}\g<2>", html)
        return html.replace(f"<h1>{Slot.BODY}</h1>", Slot.BODY)

    def _nav(self, school: Section, source: str) -> Navigation:
        """Return the site's navigation with a school or framework beside the portal page of its section."""
        for child in school.children:
            child.parent = school
        first, _, rest = source.partition("/")
        if self.english and first == ENGLISH:
            section, nav, ways_back = rest.partition("/")[0], self.english.nav, self.english.ways_back
            directory: Page | None = self.english.portal[section]
        else:
            section, nav, ways_back = first, self.nav, self.ways_back
            target = self.files.get_file_from_path(f"{section}/index.md")
            directory = target.page if target else None
        items = _insert(nav.items, directory, school, ways_back[section])
        if school.parent is None:  # the operator's navigation leaves the portal page out
            items.append(_beside(directory, school, ways_back[section]) if directory else school)
        result = Navigation(items, nav.pages)
        result.homepage = nav.homepage
        return result


def _beside(directory: Page, school: Section, all_schools: str) -> Section:
    """Return a section named as the directory, with the way back to it and the school."""
    section = Section(directory.title or "", [Link(all_schools, directory.url), school])
    school.parent = section
    return section


def _insert(
    items: list[StructureItem], directory: Page | None, school: Section, all_schools: str
) -> list[StructureItem]:
    """Return the items with the school put behind the directory's page, wherever that stands.

    A directory that stands alone becomes a section of its own name; in it, the way back is called `all_schools`.
    """
    result: list[StructureItem] = []
    for item in items:
        if item is directory and directory is not None:
            result.append(_beside(directory, school, all_schools))
        elif isinstance(item, Section) and directory in item.children:
            section = Section(item.title, [*item.children, school])
            school.parent, section.parent = section, item.parent
            result.append(section)
        elif isinstance(item, Section):
            section = Section(item.title, _insert(item.children, directory, school, all_schools))
            section.parent = item.parent
            result.append(section)
        else:
            result.append(item)
    return result
