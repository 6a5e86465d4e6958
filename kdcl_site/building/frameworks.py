"""The pages of the frameworks that the schools of a site were judged under."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.maps import FrameworkMap
from kdcl_site.frameworks.official import Official
from kdcl_site.pages.framework_site import plan_framework
from kdcl_site.pages.library import Library
from kdcl_site.pages.options import SiteOptions
from kdcl_site.pages.piece import Piece, SchoolRow
from kdcl_site.rendering.render import Renderer


@dataclass(frozen=True, slots=True)
class FrameworkPieces:
    """A framework and its pages."""

    framework: Framework
    title: str
    pieces: tuple[Piece, ...]


def compile_frameworks(
    frameworks: Mapping[str, Framework],
    rows: Sequence[SchoolRow],
    maps: tuple[FrameworkMap, ...],
    official: Mapping[str, Official],
    options: SiteOptions,
    renderer: Renderer,
) -> tuple[FrameworkPieces, ...]:
    """Return the pages of every framework that a school of the site has published a round under, newest first."""
    wanted = {framework for row in rows for framework in row.frameworks} & set(frameworks)
    used = sorted(wanted, key=lambda one: (-frameworks[one].in_force.since.toordinal(), one))
    library = Library(frameworks, tuple(used), tuple(rows), maps, official, options, renderer.words)
    return tuple(
        FrameworkPieces(
            frameworks[one],
            library.local(frameworks[one].short),
            tuple(renderer.piece(view) for view in plan_framework(library, frameworks[one])),
        )
        for one in used
    )
