"""View models to HTML through our own environment: everything is escaped, nothing undefined is printed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kdcl_site.frameworks.framework import Framework
from kdcl_site.pages import addresses
from kdcl_site.pages.options import SiteOptions
from kdcl_site.pages.parts import Link, Mark
from kdcl_site.pages.piece import Piece, SchoolRow
from kdcl_site.pages.view import PageView
from kdcl_site.rendering.prose import bound_again, inline, prose
from kdcl_site.text.formats import date_vi
from kdcl_site.text.ordering import sort_key
from kdcl_site.text.words import Words

TEMPLATES = Path(__file__).parent / "templates"
ASSETS = Path(__file__).parent / "assets"
"""Files every page needs; they are published under `assets/kdcl/`."""


@dataclass(frozen=True, slots=True)
class DirectoryLine:
    """One school in the directory."""

    row: SchoolRow
    href: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Place:
    """The schools of one commune, by name."""

    id: str
    commune: str
    province: str
    lines: tuple[DirectoryLine, ...]


@dataclass(frozen=True, slots=True)
class FrameworkEntry:
    """One framework in the list of all, and how many schools use it now."""

    link: Link
    force: str
    schools: int


@dataclass(frozen=True, slots=True)
class LevelCount:
    """How many schools stand at one level."""

    mark: Mark
    count: int


class Renderer:
    """Renders bodies of pages; templates in `overrides/kdcl/` win over the package's of the same name."""

    def __init__(self, words: Words, overrides: Path | None = None) -> None:
        self.words = words
        folders = [overrides / "kdcl", TEMPLATES] if overrides else [TEMPLATES]
        self._env = Environment(
            loader=FileSystemLoader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._env.filters["bind"] = bound_again
        # Words without fields are a filter of a constant: Jinja puts them into the template when it compiles it.
        self._env.filters["w"] = self._word
        self._env.globals["w"] = self._word
        marks = self._env.get_template("_mark.html").module
        for name in ("steps", "mark", "judged", "tag"):
            self._env.filters[name] = lru_cache(maxsize=1024)(getattr(marks, name))

    def piece(self, view: PageView) -> Piece:
        """Return the page with its body as HTML."""
        body = self._render(
            f"{view.kind}.html",
            data=view.data,
            shell=view.shell,
            prose=partial(prose, cite=view.cite),
            inline=partial(inline, cite=view.cite),
        )
        return Piece(
            address=view.address,
            kind=view.kind,
            title=view.title,
            description=view.description,
            body=body,
            nav=view.nav,
            toc=view.toc,
            search=view.search,
            source=view.source,
        )

    def directory(self, rows: Sequence[SchoolRow], options: SiteOptions) -> str:
        """Return the body of the directory: schools by commune, both by the Vietnamese alphabet."""
        return self._render("directory.html", count=len(rows), places=_places(rows, options))

    def counts(self, rows: Sequence[SchoolRow], options: SiteOptions, link: str) -> str:
        """Return a block for the home page: schools, levels, commitments; `link` leads to the directory."""
        return self._render(
            "counts.html",
            schools=len(rows),
            levels=_levels(rows),
            done=sum(row.done for row in rows),
            promised=sum(row.promised for row in rows),
            overdue=sum(row.overdue for row in rows),
            link=link,
        )

    def frameworks(self, frameworks: Sequence[Framework], rows: Sequence[SchoolRow], options: SiteOptions) -> str:
        """Return the body of the list of frameworks."""
        lines = [
            FrameworkEntry(
                Link(
                    framework.name.text(options.language),
                    addresses.link(addresses.frameworks(), addresses.framework(framework.id), options.directory_urls),
                ),
                self._word("framework.since", date=date_vi(framework.in_force.since)),
                sum(1 for row in rows if row.framework == framework.id),
            )
            for framework in frameworks
        ]
        return self._render("frameworks.html", lines=lines)

    def moved(self, name: str, href: str, canonical: str) -> str:
        """Return a whole page that leads from a school's old address to `href`, its page of today."""
        return self._render("moved.html", name=name, href=href, canonical=canonical, language=self.words.language)

    def _word(self, key: str, **fields: object) -> str:
        return bound_again(self.words(key, **fields))

    def _render(self, template: str, **context: Any) -> str:
        return self._env.get_template(template).render(context)


def _places(rows: Sequence[SchoolRow], options: SiteOptions) -> tuple[Place, ...]:
    def where(row: SchoolRow) -> tuple[Any, Any]:
        return sort_key(row.commune), sort_key(row.province)

    ordered = sorted(rows, key=lambda row: (*where(row), sort_key(row.name), row.id))
    places: list[Place] = []
    taken: Counter[str] = Counter()
    for _, group in groupby(ordered, where):
        lines = tuple(_line(row, options) for row in group)
        first = lines[0].row
        id = addresses.place(first.commune, first.province)
        taken[id] += 1
        # A slug never has two hyphens in a row, so a numbered one is like no other.
        id = id if taken[id] == 1 else f"{id}--{taken[id]}"
        places.append(Place(id, first.commune, first.province, lines))
    return tuple(places)


def _line(row: SchoolRow, options: SiteOptions) -> DirectoryLine:
    href = addresses.link(addresses.directory(), addresses.school(row.id), options.directory_urls)
    return DirectoryLine(row, href, row_mark(row))


def row_mark(row: SchoolRow) -> Mark:
    """Return the mark of a school."""
    tone = "none" if row.level is None else f"l{min(row.filled, 4)}"
    return Mark(tone, row.filled, row.steps, row.level_name, row.judge, row.judged_on)


def _levels(rows: Sequence[SchoolRow]) -> tuple[LevelCount, ...]:
    """The schools at each level, highest first, then those without one; of each framework's scale apart."""

    def key(row: SchoolRow) -> tuple[bool, int, int, str]:
        return row.level is None, -(row.level or 0), row.steps, row.level_name

    groups = ((list(group)) for _, group in groupby(sorted(rows, key=key), key))
    return tuple(LevelCount(row_mark(group[0]), len(group)) for group in groups)
