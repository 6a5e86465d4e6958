"""Compile all schools of a project into the work folder, one after the other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kdcl_site.building.compile import compile_school, inspect_school
from kdcl_site.building.former_ids import FormerIds, concerns, former_id_findings, stated_former_ids
from kdcl_site.building.frameworks import FrameworkPieces, compile_frameworks
from kdcl_site.building.options import BuildOptions
from kdcl_site.building.work import WorkFolder
from kdcl_site.findings.finding import Finding, Place, Severity, count
from kdcl_site.findings.policy import read_severities
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.catalogues import Catalogues, load_catalogues
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.pages.options import SiteOptions
from kdcl_site.pages.piece import SchoolRow
from kdcl_site.reading.school import read_school
from kdcl_site.rendering.render import Renderer


@dataclass(frozen=True, slots=True)
class Translation:
    """The rows of all schools and the pages of the frameworks in the site's other language."""

    rows: tuple[SchoolRow, ...]
    frameworks: tuple[FrameworkPieces, ...]


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
    english: Translation | None = None


def school_folders(schools: Path) -> list[Path]:
    """Return the folders of schools, in order of id; names that begin with a dot are none."""
    if not schools.is_dir():
        return []
    return sorted(path for path in schools.iterdir() if path.is_dir() and not path.name.startswith("."))


def site_options(options: BuildOptions) -> SiteOptions:
    """Return what pages need to know of the build's options."""
    return SiteOptions(options.directory_urls, options.as_of, options.language, options.site_url, options.posts)


def compile_all(
    options: BuildOptions, renderer: Renderer, work: WorkFolder, keep: bool = False, english: Renderer | None = None
) -> Built:
    """Compile every school into the work folder; `keep` keeps the last good state of a school that has errors.

    With `english`, all is compiled in English too.
    """
    if not keep:
        work.clear()
    law = _catalogues(options)
    severities, unusable = read_severities(options.severities, options.config)
    findings = [*law.findings, *unusable, *_no_schools(options)]
    rows: list[SchoolRow] = []
    translated: list[SchoolRow | None] = []
    failing: dict[str, int] = {}
    former: dict[str, FormerIds] = {}
    for path in school_folders(options.schools):
        compiled = compile_school(
            path,
            options.shown(path),
            law.frameworks,
            site_options(options),
            renderer,
            law.maps,
            severities,
            english=english,
        )
        findings += compiled.findings
        former[path.name] = compiled.former_ids
        if errors := count(compiled.findings, Severity.ERROR):
            failing[path.name] = errors
        if compiled.row is not None:
            work.put(path.name, compiled)
            rows.append(compiled.row)
            translated.append(compiled.english)
        elif keep and work.has(path.name):
            kept = work.get(path.name)
            rows.append(kept.row)
            translated.append(kept.english)
    findings += former_id_findings(former)
    pieces = compile_frameworks(law, rows, site_options(options), renderer)
    other = _translation(law, translated, options, english) if english else None
    return Built(tuple(rows), tuple(findings), failing, pieces, other)


def _translation(
    law: Catalogues, rows: list[SchoolRow | None], options: BuildOptions, english: Renderer
) -> Translation:
    known = tuple(row for row in rows if row is not None)
    return Translation(known, compile_frameworks(law, known, spoken(options, english), english))


def spoken(options: BuildOptions, renderer: Renderer) -> SiteOptions:
    """Return what pages need to know, in the language of the renderer."""
    return replace(site_options(options), language=renderer.words.language)


def inspect_all(options: BuildOptions, paths: list[Path] | None = None) -> Iterator[Finding]:
    """Yield the findings of the catalogues and of all schools, or of those in `paths`, without making pages."""
    law = _catalogues(options)
    severities, unusable = read_severities(options.severities, options.config)
    yield from (*law.findings, *unusable)
    if paths is None:
        yield from _no_schools(options)
    every = school_folders(options.schools)
    former = {path.name: stated_former_ids(path, options.shown(path)) for path in every}
    asked = every if paths is None else paths
    for path in asked:
        school = inspect_school(path, options.shown(path), law.frameworks, site_options(options), severities)
        former.setdefault(path.name, school.former_ids)
        yield from school.findings
    folders = {path.name: options.shown(path) for path in asked}
    yield from (item for item in former_id_findings(former) if concerns(item, folders))


def inspect_each(
    options: BuildOptions, paths: Iterable[Path]
) -> Iterator[tuple[Path, SchoolFolder | None, tuple[Finding, ...]]]:
    """Yield each school's folder whole, also with what is not to be published yet, and what was found there."""
    law = _catalogues(options)
    severities, _ = read_severities(options.severities, options.config)
    for path in paths:
        school = inspect_school(path, options.shown(path), law.frameworks, site_options(options), severities)
        yield path, read_school(path, options.shown(path), law.frameworks, options.as_of)[0], school.findings


def _no_schools(options: BuildOptions) -> list[Finding]:
    if school_folders(options.schools):
        return []
    return [finding("K606", Place(options.shown(options.schools)))]


def _catalogues(options: BuildOptions) -> Catalogues:
    return load_catalogues(*([options.frameworks] if options.frameworks else []), project=options.project)
