"""View models to HTML through our own environment: everything is escaped, nothing undefined is printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, UndefinedError
from markupsafe import Markup

from kdcl_site.frameworks.framework import Framework
from kdcl_site.pages import addresses
from kdcl_site.pages.blocks import SchoolBlocks
from kdcl_site.pages.checks_page import all_checks
from kdcl_site.pages.directory_page import directory_page, row_mark
from kdcl_site.pages.options import SiteOptions
from kdcl_site.pages.parts import Link, Mark
from kdcl_site.pages.piece import Piece, SchoolRow
from kdcl_site.pages.promises import promise_text
from kdcl_site.pages.reading_page import reading_page
from kdcl_site.pages.speaking import local
from kdcl_site.pages.view import PageView
from kdcl_site.rendering.charts import drawn
from kdcl_site.rendering.compiled import compiled
from kdcl_site.rendering.overriding import Fault, fault_of
from kdcl_site.rendering.passages import spoken
from kdcl_site.rendering.prose import bound_again, inline, prose
from kdcl_site.rendering.qr import qr_svg
from kdcl_site.text.forms import day_in
from kdcl_site.text.passages import unmarked
from kdcl_site.text.words import FIRST_LANGUAGE, Words

TEMPLATES = Path(__file__).parent / "templates"
ASSETS = Path(__file__).parent / "assets"
"""Files every page needs; they are published under `assets/kdcl/`."""

OnFault = Callable[[Fault], None]


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
    """Renders bodies of pages; templates in `overrides/kdcl/` win over the package's of the same name.

    `on_fault` is told of an operator's template that fails. It may raise; if not, the package's stand in from then on.
    """

    def __init__(self, words: Words, overrides: Path | None = None, on_fault: OnFault | None = None) -> None:
        self.words = words
        self._overrides = overrides / "kdcl" if overrides else None
        self._on_fault = on_fault
        try:
            self.environment = self._environment(*([self._overrides] if self._overrides else []))
        except Exception as error:
            self._tell(error)
            self.environment = self._environment()

    def _environment(self, *folders: Path) -> Environment:
        env = Environment(
            loader=FileSystemLoader([*folders, TEMPLATES]),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        env.filters["bind"] = bound_again
        # Words without fields are a filter of a constant: Jinja puts them into the template when it compiles it.
        env.filters["w"] = self._word
        env.globals["w"] = self._word
        env.globals["qr"] = qr_svg
        env.globals["translated"] = self.words.language != FIRST_LANGUAGE
        env.filters["drawn"] = drawn
        env.globals["promises"] = partial(promise_text, self.words)
        env.bytecode_cache = compiled(self.words.digest + _source(env, "_mark.html"))
        marks = env.get_template("_mark.html").module
        for name in ("steps", "mark", "judged", "tag"):
            if not hasattr(marks, name):
                raise UndefinedError(f"_mark.html has no macro {name!r}")
            env.filters[name] = lru_cache(maxsize=1024)(getattr(marks, name))
        return env

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
            address=addresses.translated(view.address, self.words.language),
            kind=view.kind,
            title=unmarked(view.title),
            description=unmarked(view.description),
            body=body,
            nav=tuple(replace(one, title=unmarked(one.title)) for one in view.nav),
            toc=tuple(replace(one, title=unmarked(one.title)) for one in view.toc),
            search=tuple(replace(one, title=unmarked(one.title), text=unmarked(one.text)) for one in view.search),
            source=view.source,
            language=self.words.language,
        )

    def directory(self, rows: Sequence[SchoolRow], options: SiteOptions, heading: bool = True) -> str:
        """Return the body of the directory: schools by commune, both by the Vietnamese alphabet."""
        reading = addresses.link(addresses.directory(), addresses.reading(), options.directory_urls)
        data = directory_page(rows, options, self.words)
        return self._render("directory.html", data=data, heading=heading, reading=reading)

    def block(self, name: str, row: SchoolRow, blocks: SchoolBlocks, home: str) -> str:
        """Return a block for an authored page on one school; links begin in the school's folder, `home` is its page."""
        return self._render(f"block_{name}.html", row=row, mark=row_mark(row), data=blocks, home=home)

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

    def home(self, rows: Sequence[SchoolRow], frameworks: Sequence[Framework], options: SiteOptions) -> str:
        """Return the body of a home page: what the site is, counts, and where to go on."""
        urls = options.directory_urls
        directory = addresses.directory().url(urls)
        return self._render(
            "home.html",
            counts=Markup(self.counts(rows, options, directory)),
            directory=directory,
            frameworks=[
                Link(local(one.short, options.language), addresses.framework(one.id).url(urls)) for one in frameworks
            ],
        )

    def frameworks(self, frameworks: Sequence[Framework], rows: Sequence[SchoolRow], options: SiteOptions) -> str:
        """Return the body of the list of frameworks."""
        lines = [
            FrameworkEntry(
                Link(
                    local(framework.name, options.language),
                    addresses.link(addresses.frameworks(), addresses.framework(framework.id), options.directory_urls),
                ),
                self._word("framework.since", date=day_in(self.words, framework.in_force.since)),
                sum(1 for row in rows if row.framework == framework.id),
            )
            for framework in frameworks
        ]
        return self._render("frameworks.html", lines=lines)

    def reading(self, frameworks: Sequence[Framework], rows: Sequence[SchoolRow], options: SiteOptions) -> str:
        """Return the body of the page that explains how results are read."""
        data = reading_page(frameworks, rows, options, self.words)
        checks = addresses.link(addresses.reading(), addresses.all_checks(), options.directory_urls)
        return self._render("reading.html", data=data, checks=checks, as_of=day_in(self.words, options.as_of))

    def all_checks(self) -> str:
        """Return the body of the page that lists everything that is checked."""
        return self._render("all_checks.html", families=all_checks(self.words))

    def accessibility(self, options: SiteOptions, operator: str, issues: str) -> str:
        """Return the body of the statement of accessibility; who runs the site and where to report may be empty."""
        day = day_in(self.words, options.as_of)
        return self._render("accessibility.html", operator=operator, issues=issues, as_of=day)

    def moved(self, name: str, href: str, canonical: str) -> str:
        """Return a whole page that leads from a school's old address to `href`, its page of today."""
        return self._render("moved.html", name=name, href=href, canonical=canonical, language=self.words.language)

    def _tell(self, error: Exception) -> None:
        """Say which of an operator's templates has failed; anything else is an error of ours and goes on."""
        fault = fault_of(error, self._overrides) if self._overrides else None
        if fault is None or self._on_fault is None:
            raise error
        self._on_fault(fault)

    def _word(self, key: str, **fields: object) -> str:
        return bound_again(self.words(key, **fields))

    def _render(self, template: str, **context: Any) -> str:
        try:
            html = self.environment.get_template(template).render(context)
        except Exception as error:
            self._tell(error)
            self.environment = self._environment()
            html = self.environment.get_template(template).render(context)
        return html if self.words.language == FIRST_LANGUAGE else spoken(html)


def _source(env: Environment, template: str) -> str:
    return env.loader.get_source(env, template)[0] if env.loader else ""


def _levels(rows: Sequence[SchoolRow]) -> tuple[LevelCount, ...]:
    """The schools at each level, highest first, then those without one; of each framework's scale apart."""

    def key(row: SchoolRow) -> tuple[bool, int, int, str]:
        return row.level is None, -(row.level or 0), row.steps, row.level_name

    groups = ((list(group)) for _, group in groupby(sorted(rows, key=key), key))
    return tuple(LevelCount(row_mark(group[0]), len(group)) for group in groups)
