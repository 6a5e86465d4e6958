"""The pages of a framework for tests: of a site whose schools stand as told."""

from collections.abc import Mapping
from dataclasses import replace

from kdcl_site.frameworks.maps import FrameworkMap
from kdcl_site.frameworks.official import Official
from kdcl_site.pages.framework_site import plan_framework
from kdcl_site.pages.library import Library
from kdcl_site.pages.piece import SchoolRow
from kdcl_site.pages.view import PageView
from tests.pages.school import OPTIONS, folder, frameworks, planned, words


def row(name: str, *levels: Mapping[str, int | None]) -> list[SchoolRow]:
    """A row for each of the given levels by criterion, of schools whose current round is under a framework.

    Criteria that are not given are not judged.
    """
    unjudged: dict[str, int | None] = dict.fromkeys(frameworks()[name].criteria)
    empty = planned(folder(rounds={}))[1]
    return [
        replace(
            empty, id=f"th-{at}", framework=name, frameworks=(name,), criteria=tuple((unjudged | dict(one)).items())
        )
        for at, one in enumerate(levels)
    ]


def pages(
    name: str,
    rows: list[SchoolRow] | None = None,
    maps: tuple[FrameworkMap, ...] = (),
    official: Mapping[str, Official] | None = None,
    language: str = "vi",
) -> list[PageView]:
    """All pages of a framework; those of the rows' frameworks are the ones the site has pages of."""
    used = tuple(dict.fromkeys(one.framework for one in rows or []))
    library = Library(
        frameworks(),
        used,
        tuple(rows or []),
        maps,
        official or {},
        replace(OPTIONS, language=language),
        words(language),
    )
    return plan_framework(library, frameworks()[name])
