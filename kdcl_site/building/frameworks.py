"""The pages of the frameworks that the schools of a site were judged under."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kdcl_site.frameworks.catalogues import Catalogues
from kdcl_site.frameworks.framework import Framework
from kdcl_site.outputs.page_head import page_head
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
    law: Catalogues, rows: Sequence[SchoolRow], options: SiteOptions, renderer: Renderer
) -> tuple[FrameworkPieces, ...]:
    """Return the pages of every framework that a school of the site has published a round under, newest first."""
    frameworks = law.frameworks
    wanted = {framework for row in rows for framework in row.frameworks} & set(frameworks)
    used = sorted(wanted, key=lambda one: (-frameworks[one].in_force.since.toordinal(), one))
    library = Library(frameworks, tuple(used), tuple(rows), law.maps, law.official, options, renderer.words)
    return tuple(
        FrameworkPieces(
            frameworks[one],
            library.local(frameworks[one].short),
            tuple(
                replace(renderer.piece(view), head=page_head(view, options, renderer.words))
                for view in plan_framework(library, frameworks[one])
            ),
        )
        for one in used
    )
