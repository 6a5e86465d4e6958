"""A frame: the theme's HTML around a page, rendered once per shape, cut at sentinels, joined with each page's own text.

A *sentinel* is a word that stands in the rendered HTML where a page's own text will stand. Any HTML file with the same
sentinels can be a frame, from whichever theme.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from markupsafe import escape as _markup

from kdcl_site.pages.addresses import SCHOOLS, counterpart
from kdcl_site.pages.piece import Heading, NavItem, Piece
from kdcl_site.text.words import FIRST_LANGUAGE

_BLANK = re.compile(r"\s*\n\s*")


class Slot(StrEnum):
    """The places of a frame that a page fills; the value is the sentinel that stands there while the theme renders."""

    TITLE = "KDCL0TITLE0SLOT"
    DESCRIPTION = "KDCL0DESCRIPTION0SLOT"
    SCHOOL = "KDCL0SCHOOL0SLOT"
    EDIT = "KDCL0EDIT0SLOT"
    HEAD = "KDCL0HEAD0SLOT"
    BODY = "KDCL0BODY0SLOT"
    URL = "KDCL0URL0SLOT"
    SELF = "KDCL0SELF0SLOT"
    BASE = "KDCL0BASE0SLOT"
    NAV = "KDCL0NAV0SLOT"
    NAV_TITLE = "KDCL0NAVTITLE0SLOT"
    NAV_LINK = "https://kdcl.invalid/KDCL0NAVLINK0SLOT"
    CONTENTS = "KDCL0CONTENTS0SLOT"
    HEADING = "KDCL0HEADING0SLOT"
    ANCHOR = "KDCL0ANCHOR0SLOT"
    OTHER = "KDCL0OTHER0SLOT"


@dataclass(frozen=True, slots=True)
class Shape:
    """What frames differ by: the page's kind, its depth, whether it heads a folder, whether it lists its headings.

    `section` is the first folder of its address, where the portal's page stands that it belongs to; pages of another
    language than the site's own stand below a folder of that language. A page that comes from no file of the project
    has no link to edit it.
    """

    kind: str
    depth: int
    index: bool
    contents: bool
    section: str = SCHOOLS
    language: str = FIRST_LANGUAGE
    editable: bool = True

    @classmethod
    def of(cls, piece: Piece) -> "Shape":
        """Return the shape of a page."""
        address = piece.address
        if piece.language != FIRST_LANGUAGE:
            address = counterpart(address)
        section = address.path.partition("/")[0]
        toc, editable = bool(piece.toc), bool(piece.source)
        return cls(piece.kind, address.depth, address.index, toc, section, piece.language, editable)


def escape(text: str) -> str:
    """Escape as the theme's own templates do, so that a stamped page has the very bytes of a rendered one."""
    return str(_markup(text))


MARK = "KDCL0"
"""What every sentinel begins with; a frame holds none beside its slots, so no page can, but in a school's own words."""

_CUT = re.compile("|".join(re.escape(slot) for slot in sorted(Slot, key=len, reverse=True)))


class FrameError(ValueError):
    """The theme's page does not hold what a frame needs; the message names the slot."""


@dataclass(frozen=True, slots=True)
class Template:
    """HTML cut at its slots: `texts` has one entry more than `slots`."""

    texts: tuple[str, ...]
    slots: tuple[Slot, ...]

    @classmethod
    def cut(cls, html: str) -> "Template":
        """Cut HTML at every sentinel; FrameError for one that something has transformed."""
        texts = tuple(_CUT.split(html))
        if any(MARK in text for text in texts):
            raise FrameError(MARK)  # an override or a plugin has transformed a sentinel
        return cls(texts, tuple(Slot(match) for match in _CUT.findall(html)))

    def join(self, values: Mapping[Slot, str]) -> str:
        """Return the HTML with the values, which are HTML already, in their slots."""
        parts = [self.texts[0]]
        for slot, text in zip(self.slots, self.texts[1:], strict=True):
            parts += (values[slot], text)
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's template and those of its repeated items: of the navigation (plain, active), of the contents (twice)."""

    page: Template
    item: Template
    active: Template
    aside: Template | None
    inner: Template | None

    def stamp(self, piece: Piece, school: str, url: str, base: str, above: str = "", other: str = "") -> str:
        """Return a page.

        `school` is the school's name, `url` the page's address from the site's root, `base` the root of its search
        relative to the page, `above` HTML to put before its body, `other` the page's address in the other language.
        """
        first = escape(piece.toc[0].id) if piece.toc else ""
        values = {
            Slot.TITLE: escape(piece.title),
            Slot.DESCRIPTION: escape(piece.description),
            Slot.SCHOOL: escape(school),
            Slot.EDIT: escape(quote(piece.source)),
            Slot.HEAD: piece.head,
            Slot.BODY: above + piece.body,
            Slot.URL: escape(url),
            Slot.SELF: escape(url.rpartition("/")[2] or "./"),
            Slot.BASE: escape(base),
            Slot.ANCHOR: first,
            Slot.OTHER: escape(other),
            Slot.CONTENTS: _contents(self.aside, piece.toc),
        }
        inner = values | {Slot.CONTENTS: _contents(self.inner, piece.toc)}
        values[Slot.NAV] = "".join(self._line(item, inner) for item in piece.nav)
        return self.page.join(values)

    def _line(self, item: NavItem, values: dict[Slot, str]) -> str:
        own = {Slot.NAV_TITLE: nav_title(item), Slot.NAV_LINK: escape(item.href)}
        return (self.active if item.active else self.item).join(values | own)


def nav_title(item: NavItem) -> str:
    """Return what a line of the navigation says, as HTML; a line one step below others is marked as such."""
    title = escape(item.title)
    return f'<span class="kdcl-inner">{title}</span>' if item.inner else title


def _contents(template: Template | None, headings: tuple[Heading, ...]) -> str:
    if template is None:
        return ""
    return "".join(
        template.join({Slot.ANCHOR: escape(heading.id), Slot.HEADING: escape(heading.title)}) for heading in headings
    )


def cut_frame(html: str) -> Frame:
    """Cut a rendered sentinel page into a frame.

    The page's navigation must hold three items in a row: a plain one, the page's own, and a plain one; its contents at
    most one heading. Raises FrameError when a slot is missing or stands where it cannot be filled.
    """
    html = _BLANK.sub("\n", html)
    if html.count(Slot.BODY) != 1:
        raise FrameError(Slot.BODY.name)
    before = _element(html, "li", Slot.NAV_LINK)
    after = _element(html, "li", Slot.NAV_LINK, before[1])
    item, middle = html[slice(*before)], html[before[1] : after[0]]
    if Slot.NAV_TITLE not in item or Slot.NAV_TITLE not in middle:
        raise FrameError(Slot.NAV_TITLE.name)
    inner, middle = _take_heading(middle)
    aside, page = _take_heading(html[: before[0]] + Slot.NAV + html[after[1] :])
    return Frame(Template.cut(page), Template.cut(item), Template.cut(middle), aside, inner)


def _take_heading(html: str) -> tuple[Template | None, str]:
    """Return the template of a contents item and the HTML with the slot of all contents in its place."""
    if Slot.HEADING not in html:
        return None, html
    start, end = _element(html, "li", Slot.HEADING)
    return Template.cut(html[start:end]), html[:start] + Slot.CONTENTS + html[end:]


def _element(html: str, tag: str, inside: str, since: int = 0) -> tuple[int, int]:
    """Return where the innermost element of this name around a sentinel begins and ends."""
    found = html.find(inside, since)
    start, end = html.rfind(f"<{tag}", 0, found), html.find(f"</{tag}>", found)
    if found < 0 or start < since or end < 0:
        raise FrameError(inside)
    return start, end + len(tag) + 3
