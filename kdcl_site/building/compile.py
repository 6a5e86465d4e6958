"""Compile one school: read, judge, check, plan, render. Nothing of other schools, no clock, no network."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kdcl_site.building.files import SourceFile, published_files
from kdcl_site.checks.school import check_school
from kdcl_site.findings.finding import Finding, Place, Severity, count
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.maps import FrameworkMap
from kdcl_site.judging.judge import judge
from kdcl_site.judging.result import Judgement
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.pages.leaking import Leaks
from kdcl_site.pages.options import PublishedFile, SiteOptions
from kdcl_site.pages.piece import Piece, SchoolRow
from kdcl_site.pages.school_site import plan_school
from kdcl_site.reading.privacy import guard_checked
from kdcl_site.reading.school import read_school
from kdcl_site.rendering.render import Renderer


@dataclass(frozen=True, slots=True)
class Inspected:
    """A school as far as its data go, before any page: None where it cannot be read."""

    folder: SchoolFolder | None
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    files: Mapping[str, PublishedFile] = field(default_factory=dict)
    copies: tuple[SourceFile, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def former_ids(self) -> tuple[tuple[str, Place], ...]:
        """The ids the school had before, each with where it stands."""
        school = self.folder.school if self.folder else None
        return (
            tuple((name, school.place("former_ids", at)) for at, name in enumerate(school.former_ids)) if school else ()
        )


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compiled school; without row and pieces when an error stands in its findings."""

    row: SchoolRow | None
    pieces: tuple[Piece, ...]
    copies: tuple[SourceFile, ...]
    findings: tuple[Finding, ...]
    former_ids: tuple[tuple[str, Place], ...] = ()


def inspect_school(path: Path, shown: str, frameworks: Mapping[str, Framework], options: SiteOptions) -> Inspected:
    """Read, judge and check the school in a folder; `shown` is the folder's name in findings."""
    folder, findings = read_school(path, shown, frameworks, options.as_of)
    if folder is None:
        return Inspected(None, findings=tuple(findings))
    folder = folder.seen_on(options.as_of)
    judgements = {item.id: judge(item.framework, item.assessment) for item in folder.rounds}
    files, copies, problems = published_files(folder, path)
    checked = check_school(folder, judgements, options.as_of)
    shown_findings = guard_checked((*findings, *problems, *checked), folder, path)
    return Inspected(folder, judgements, files, copies, tuple(shown_findings))


def compile_school(
    path: Path,
    shown: str,
    frameworks: Mapping[str, Framework],
    options: SiteOptions,
    renderer: Renderer,
    maps: tuple[FrameworkMap, ...] = (),
) -> Compiled:
    """Compile the school in a folder into pieces and a row; the same inputs give the same bytes."""
    school = inspect_school(path, shown, frameworks, options)
    if school.folder is None or count(school.findings, Severity.ERROR):
        return Compiled(None, (), (), school.findings, school.former_ids)
    views, row = plan_school(school.folder, school.judgements, options, renderer.words, school.files, maps)
    pieces = tuple(renderer.piece(view) for view in views)
    leaks = Leaks(school.folder.evidence.values())
    if leaking := tuple(_leak(piece) for piece in pieces if leaks.inside(piece)):
        return Compiled(None, (), (), (*school.findings, *leaking), school.former_ids)
    return Compiled(row, pieces, school.copies, school.findings, school.former_ids)


def _leak(piece: Piece) -> Finding:
    """The finding names the page, never the code."""
    return finding("K608", Place(piece.source), kind=piece.kind)
