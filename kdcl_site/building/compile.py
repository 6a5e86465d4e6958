"""Compile one school: read, judge, check, plan, render. Nothing of other schools, no clock, no network."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from kdcl_site.building.files import SourceFile, public_files
from kdcl_site.building.hashes import evidence_hashes
from kdcl_site.checks.confirmation import Suspect, confirmation_findings, round_bases, suspects
from kdcl_site.checks.privacy import hide_beside
from kdcl_site.checks.school import check_school
from kdcl_site.checks.waivers import waive
from kdcl_site.findings.finding import Finding, Place, Severity, count
from kdcl_site.findings.policy import Severities, as_asked
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.maps import FrameworkMap
from kdcl_site.judging.judge import judge
from kdcl_site.judging.result import Judgement
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.model.waiver import Waiver
from kdcl_site.outputs.checksums import checksums
from kdcl_site.outputs.page_head import page_head
from kdcl_site.outputs.print_style import print_style
from kdcl_site.pages.blocks import SchoolBlocks, school_blocks
from kdcl_site.pages.context import Context
from kdcl_site.pages.leaking import Leaks
from kdcl_site.pages.options import Checked, PublishedFile, SiteOptions
from kdcl_site.pages.piece import Piece, SchoolRow
from kdcl_site.pages.school_site import plan
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
    waived: tuple[tuple[Waiver, int], ...] = ()
    suspects: Mapping[str, tuple[Suspect, ...]] = field(default_factory=dict)

    @property
    def former_ids(self) -> tuple[tuple[str, Place], ...]:
        """The ids that lead on to the school, each with where it stands."""
        return self.folder.school.old_ids if self.folder else ()


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compiled school; without row and pieces when an error stands in its findings. `blocks` are by language.

    `beside` holds the texts of files that are no pages, by path from the site's root.
    """

    row: SchoolRow | None
    pieces: tuple[Piece, ...]
    copies: tuple[SourceFile, ...]
    findings: tuple[Finding, ...]
    former_ids: tuple[tuple[str, Place], ...] = ()
    english: SchoolRow | None = None
    blocks: Mapping[str, SchoolBlocks] = field(default_factory=dict)
    beside: Mapping[str, str] = field(default_factory=dict)


def inspect_school(
    path: Path,
    shown: str,
    frameworks: Mapping[str, Framework],
    options: SiteOptions,
    severities: Severities = MappingProxyType({}),
) -> Inspected:
    """Read, judge and check the school in a folder; `shown` is the folder's name in findings."""
    folder, findings = read_school(path, shown, frameworks, options.as_of)
    if folder is None:
        return Inspected(None, findings=tuple(as_asked(findings, severities)))
    folder = folder.seen_on(options.as_of)
    judgements = {item.id: judge(item.framework, item.assessment) for item in folder.rounds}
    files = public_files(folder, path)
    again, doubts = _reviewed(folder, path)
    checked = [*check_school(folder, judgements, options.as_of, files.documents, options.posts), *doubts]
    shown_findings = guard_checked((*findings, *files.findings, *checked), folder, path)
    waived = waive(as_asked(shown_findings, severities), folder, options.as_of, path)
    told = hide_beside(waived.findings, checked)
    return Inspected(folder, judgements, files.shown, files.copies, told, waived.met, again)


def _reviewed(folder: SchoolFolder, path: Path) -> tuple[Mapping[str, tuple[Suspect, ...]], list[Finding]]:
    """The verdicts to look at again, and what is to be said of that; nothing for a school that confirms nothing."""
    if folder.confirmed is None:
        return {}, []
    bases = round_bases(folder)
    again = suspects(folder, bases, evidence_hashes(folder, path))
    return again, list(confirmation_findings(folder, bases, again))


def compile_school(
    path: Path,
    shown: str,
    frameworks: Mapping[str, Framework],
    options: SiteOptions,
    renderer: Renderer,
    maps: tuple[FrameworkMap, ...] = (),
    severities: Severities = MappingProxyType({}),
    english: Renderer | None = None,
) -> Compiled:
    """Compile the school in a folder into pieces and a row; the same inputs give the same bytes.

    With `english`, every page and the row are there in English too.
    """
    school = inspect_school(path, shown, frameworks, options, severities)
    if school.folder is None or count(school.findings, Severity.ERROR):
        return Compiled(None, (), (), school.findings, school.former_ids)
    pieces, row, shown_elsewhere, beside = _planned(school, school.folder, options, renderer, maps)
    blocks = {renderer.words.language: shown_elsewhere}
    translated: SchoolRow | None = None
    if english:
        more, translated, blocks[english.words.language], also = _planned(school, school.folder, options, english, maps)
        pieces += more
        beside = also | beside  # the file of hashes is there once for all languages
    leaks = Leaks(school.folder.evidence.values())
    if leaking := tuple(_leak(piece) for piece in pieces if leaks.inside(piece)):
        return Compiled(None, (), (), (*school.findings, *leaking), school.former_ids)
    return Compiled(row, pieces, school.copies, school.findings, school.former_ids, translated, blocks, beside)


def _planned(
    school: Inspected, folder: SchoolFolder, options: SiteOptions, renderer: Renderer, maps: tuple[FrameworkMap, ...]
) -> tuple[tuple[Piece, ...], SchoolRow, SchoolBlocks, dict[str, str]]:
    """The pages, the row, what authored pages may show, the files beside pages; in the renderer's language."""
    words = renderer.words
    spoken = replace(options, language=words.language)
    checked = Checked(school.findings, school.waived, school.suspects)
    ctx = Context(folder, school.judgements, spoken, words, school.files, maps, checked)
    views, row = plan(ctx)
    pieces = (replace(renderer.piece(view), head=page_head(view, spoken, words, row)) for view in views)
    return tuple(pieces), row, school_blocks(ctx), dict([*checksums(ctx), print_style(ctx)])


def _leak(piece: Piece) -> Finding:
    """The finding names the page, never the code."""
    return finding("K608", Place(piece.source), kind=piece.kind)
