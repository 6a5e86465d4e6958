"""The directory: all schools of the site by commune and by name, and what they can be filtered by."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import get_args

from kdcl_site.model.scalars import Stage
from kdcl_site.pages import addresses
from kdcl_site.pages.filters import Choice
from kdcl_site.pages.options import SiteOptions
from kdcl_site.pages.parts import Mark, level_tone
from kdcl_site.pages.piece import SchoolRow
from kdcl_site.text.folding import slug
from kdcl_site.text.ordering import SortKey, sort_key
from kdcl_site.text.words import Words

CARDS = 60
"""Up to this many schools each stands as a card; more are lines in folded communes, so that the page stays light."""


@dataclass(frozen=True, slots=True)
class DirectoryLine:
    """One school; `kind` and `level` are values of the filters, `also` other names it is found by."""

    row: SchoolRow
    href: str
    mark: Mark
    kind: str
    level: str
    also: str


@dataclass(frozen=True, slots=True)
class Place:
    """The schools of one commune, by name."""

    id: str
    commune: str
    province: str
    lines: tuple[DirectoryLine, ...]


@dataclass(frozen=True, slots=True)
class DirectoryPage:
    """Everything the directory shows; `cards` tells whether the schools are few enough for cards."""

    count: int
    cards: bool
    places: tuple[Place, ...]
    communes: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    stages: tuple[Choice, ...]
    levels: tuple[Choice, ...]


def directory_page(rows: Sequence[SchoolRow], options: SiteOptions, words: Words) -> DirectoryPage:
    """Return the directory: communes and schools by the Vietnamese alphabet."""
    places = _places(rows, options, words)
    several = len({place.province for place in places}) > 1
    stages = {stage for row in rows for stage in row.stages}
    return DirectoryPage(
        count=len(rows),
        cards=len(rows) <= CARDS,
        places=places,
        communes=tuple(
            Choice(place.id, f"{place.commune}, {place.province}" if several else place.commune) for place in places
        ),
        kinds=_by_name(row.kind for row in rows),
        stages=tuple(Choice(stage, words(f"kind.{stage}")) for stage in get_args(Stage) if stage in stages),
        levels=_by_name(_level(row, words) for row in rows),
    )


def row_mark(row: SchoolRow) -> Mark:
    """Return the mark of a school."""
    tone = "none" if row.level is None else level_tone(row.filled, row.steps)
    return Mark(tone, row.filled, row.steps, row.level_name, row.judge, row.judged_on)


def _by_name(titles: Iterable[str]) -> tuple[Choice, ...]:
    return tuple(Choice(slug(title), title) for title in sorted(set(titles), key=sort_key))


def _level(row: SchoolRow, words: Words) -> str:
    """A level means something on its own scale only."""
    key = "filter.level" if row.level is not None else "filter.no_level"
    return words(key, level=row.level_name, steps=row.steps)


def _places(rows: Sequence[SchoolRow], options: SiteOptions, words: Words) -> tuple[Place, ...]:
    def where(row: SchoolRow) -> tuple[SortKey, SortKey]:
        return sort_key(row.commune), sort_key(row.province)

    ordered = sorted(rows, key=lambda row: (*where(row), sort_key(row.name), row.id))
    places: list[Place] = []
    taken: Counter[str] = Counter()
    for _, group in groupby(ordered, where):
        lines = tuple(_line(row, options, words) for row in group)
        first = lines[0].row
        id = addresses.place(first.commune, first.province)
        taken[id] += 1
        # A slug never has two hyphens in a row, so a numbered one is like no other.
        id = id if taken[id] == 1 else f"{id}--{taken[id]}"
        places.append(Place(id, first.commune, first.province, lines))
    return tuple(places)


def _line(row: SchoolRow, options: SiteOptions, words: Words) -> DirectoryLine:
    also = (row.short_name if row.short_name != row.name else "", *row.former_names, *row.former_places)
    return DirectoryLine(
        row=row,
        href=addresses.link(addresses.directory(), addresses.school(row.id), options.directory_urls),
        mark=row_mark(row),
        kind=slug(row.kind),
        level=slug(_level(row, words)),
        also=" · ".join(name for name in also if name),
    )
