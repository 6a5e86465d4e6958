"""Compile all schools of a project into the work folder, one after the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kdcl_site.building.compile import Inspected, compile_school, inspect_school
from kdcl_site.building.frameworks import FrameworkPieces, compile_frameworks
from kdcl_site.building.options import BuildOptions
from kdcl_site.building.work import WorkFolder
from kdcl_site.findings.finding import Finding, Place, Severity, count
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.frameworks.maps import load_maps
from kdcl_site.frameworks.official import load_official
from kdcl_site.pages.options import SiteOptions
from kdcl_site.pages.piece import SchoolRow
from kdcl_site.rendering.render import Renderer

FormerIds = tuple[tuple[str, Place], ...]
"""The ids a school had before, each with where it stands."""


@dataclass(frozen=True, slots=True)
class Built:
    """All schools compiled: rows of those that can be published, in order of id, and every finding.

    `failing` counts the errors of each school that has any; with `keep`, such a school's row is that of its last good
    state when there is one.
    """

    rows: tuple[SchoolRow, ...]
    findings: tuple[Finding, ...]
    failing: Mapping[str, int]
    frameworks: tuple[FrameworkPieces, ...] = ()


def school_folders(schools: Path) -> list[Path]:
    """Return the folders of schools, in order of id; names that begin with a dot are none."""
    if not schools.is_dir():
        return []
    return sorted(path for path in schools.iterdir() if path.is_dir() and not path.name.startswith("."))


def site_options(options: BuildOptions) -> SiteOptions:
    """Return what pages need to know of the build's options."""
    return SiteOptions(options.directory_urls, options.as_of, options.language)


def compile_all(options: BuildOptions, renderer: Renderer, work: WorkFolder, keep: bool = False) -> Built:
    """Compile every school into the work folder; `keep` keeps the last good state of a school that has errors."""
    if not keep:
        work.clear()
    frameworks, findings = _catalogues(options)
    maps, problems = load_maps(frameworks)
    findings += [*problems, *_no_schools(options)]
    rows: list[SchoolRow] = []
    failing: dict[str, int] = {}
    former: dict[str, FormerIds] = {}
    for path in school_folders(options.schools):
        compiled = compile_school(path, options.shown(path), frameworks, site_options(options), renderer, maps)
        findings += compiled.findings
        former[path.name] = compiled.former_ids
        if errors := count(compiled.findings, Severity.ERROR):
            failing[path.name] = errors
        if compiled.row is not None:
            work.put(path.name, compiled)
            rows.append(compiled.row)
        elif keep and work.has(path.name):
            rows.append(work.get(path.name).row)
    findings += former_id_findings(former)
    extra = [options.frameworks] if options.frameworks else []
    official = load_official(frameworks, *extra)[0]
    pieces = compile_frameworks(frameworks, rows, maps, official, site_options(options), renderer)
    return Built(tuple(rows), tuple(findings), failing, pieces)


def inspect_all(options: BuildOptions, paths: list[Path] | None = None) -> Iterator[Finding]:
    """Yield the findings of the catalogues and of all schools, or of those in `paths`, without making pages."""
    frameworks, findings = _catalogues(options)
    yield from findings
    if paths is None:
        yield from _no_schools(options)
    every = school_folders(options.schools)
    former: dict[str, FormerIds] = {path.name: () for path in every}
    for path in every if paths is None else paths:
        school = _inspect(path, options, frameworks)
        former[path.name] = school.former_ids
        yield from school.findings
    yield from former_id_findings(former)


def former_id_findings(schools: Mapping[str, FormerIds]) -> Iterator[Finding]:
    """Yield a finding for each former id that is a living school's, or another's former id; case does not count."""
    living = {school.casefold(): school for school in schools}
    first: dict[str, str] = {}
    for school, former in schools.items():
        for name, place in former:
            folded = name.casefold()
            if living.get(folded, school) != school:
                yield finding("K338", place, value=name, other=living[folded])
            elif first.setdefault(folded, school) != school:
                yield finding("K339", place, value=name, other=first[folded])


def _inspect(path: Path, options: BuildOptions, frameworks: Mapping[str, Framework]) -> Inspected:
    return inspect_school(path, options.shown(path), frameworks, site_options(options))


def _no_schools(options: BuildOptions) -> list[Finding]:
    if school_folders(options.schools):
        return []
    return [finding("K606", Place(options.shown(options.schools)))]


def _catalogues(options: BuildOptions) -> tuple[Mapping[str, Framework], list[Finding]]:
    extra = [options.frameworks] if options.frameworks else []
    frameworks, findings = load_frameworks(*extra)
    return frameworks, findings + load_official(frameworks, *extra)[1]
