"""What the image of a shared link says: of one school, or of the site."""

from dataclasses import dataclass

from kdcl_site.pages.directory_page import row_mark
from kdcl_site.pages.parts import Mark, level_tone
from kdcl_site.pages.piece import SchoolRow
from kdcl_site.text.words import Words


@dataclass(frozen=True, slots=True)
class Card:
    """The texts and marks of one image; `scale` is every value the mark could have, the lowest first."""

    site: str
    label: str
    title: str
    subtitle: str
    mark: Mark | None
    judged: str
    scale_word: str
    scale: tuple[Mark, ...]
    note: str


def school_card(row: SchoolRow, site: str, as_of: str, words: Words) -> Card:
    """Return what the image of a school says: never a level without its scale, its judge and the day."""
    top = len(row.scale) - 1
    steps = (Mark(level_tone(at, top), at, top, name, "", "") for at, name in enumerate(row.scale))
    return Card(
        site=site,
        label=words("share.sample") if row.sample else "",
        title=row.name,
        subtitle=f"{row.kind} · {row.commune}",
        mark=row_mark(row),
        judged=words("page.judged_by", judge=row.judge, date=row.judged_on) if row.judge else "",
        scale_word=words("share.scale"),
        scale=tuple(steps),
        note=words("share.as_of", date=as_of),
    )


def site_card(site: str, about: str, as_of: str, words: Words) -> Card:
    """Return what the image of all other pages says."""
    subtitle = about or words("share.promise")
    return Card("", "", site, subtitle, None, "", "", (), words("share.as_of", date=as_of))


def alternative(row: SchoolRow, words: Words) -> str:
    """Return the image of a school in words."""
    if not row.judge:
        return words("share.alt_none", name=row.name, level=row.level_name)
    scale = " · ".join(row.scale)
    return words("share.alt", name=row.name, level=row.level_name, judge=row.judge, date=row.judged_on, scale=scale)
