"""What compiling a school yields: one piece a page, and one small row for the pages that speak of many schools."""

from dataclasses import dataclass
from typing import Literal

from kdcl_site.pages.addresses import Address
from kdcl_site.text.words import FIRST_LANGUAGE

SchoolPageKind = Literal[
    "school",
    "round",
    "clauses",
    "standard",
    "criterion",
    "evidence",
    "commitments",
    "history",
    "questions",
    "checks",
    "verify",
    "report",
    "sheet",
]
PageKind = SchoolPageKind | Literal["framework", "framework_criterion"]


@dataclass(frozen=True, slots=True)
class NavItem:
    """A line of the school's navigation on one page; `href` is relative to that page, `inner` is one step below."""

    title: str
    href: str
    active: bool = False
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading a page's table of contents lists."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What a search finds: a page, or a part of it at `fragment`. Plain text, not escaped."""

    fragment: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One page of a school, without its frame. `body` is safe HTML with one `<h1>`; all other texts are plain.

    `source` is the file a reader may correct, relative to the project, empty where there is none. `head` is safe HTML
    for the page's head.
    """

    address: Address
    kind: PageKind
    title: str
    description: str
    body: str
    nav: tuple[NavItem, ...]
    toc: tuple[Heading, ...]
    search: tuple[SearchEntry, ...]
    source: str
    language: str = FIRST_LANGUAGE
    head: str = ""


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """What the site knows of one school outside its own pages: plain texts and facts, nothing internal.

    `framework` and `criteria`, by number, are those of the current round, `frameworks` those of all published ones.
    `scale` names the values that `level_name` is one of, the lowest first.
    """

    id: str
    name: str
    former_names: tuple[str, ...]
    kind: str
    stages: tuple[str, ...]
    commune: str
    province: str
    sample: bool
    framework: str
    school_year: str
    level: int | None
    level_name: str
    filled: int
    steps: int
    judge: str
    judged_on: str
    done: int
    overdue: int
    promised: int
    pages: int
    former_ids: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    criteria: tuple[tuple[str, int | None], ...] = ()
    scale: tuple[str, ...] = ()
    short_name: str = ""
    former_places: tuple[str, ...] = ()
