"""Findings at the edge: errors stop a build, warnings count in strict mode, notices are said."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from logging import LoggerAdapter
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from kdcl_site.building.build import Built
from kdcl_site.building.files import ChangedError
from kdcl_site.building.options import BuildOptions
from kdcl_site.findings.finding import Finding, Place, Severity
from kdcl_site.findings.policy import as_asked, read_severities
from kdcl_site.findings.registry import finding
from kdcl_site.findings.report import report, summary
from kdcl_site.findings.source import lines_below
from kdcl_site.mkdocs.policy import stopped_by_configuration
from kdcl_site.text.words import Words

_AT_ODDS = ("navigation.instant", "content.tooltips")


def show(
    findings: Sequence[Finding], options: BuildOptions, words: Words, log: "LoggerAdapter[Any]", stop: bool
) -> None:
    """Report all findings; with `stop`, raise one PluginError that holds the whole report when there is an error."""
    errors = [item for item in findings if item.severity is Severity.ERROR]
    warnings = [item for item in findings if item.severity is Severity.WARNING]
    notices = [item for item in findings if item.severity is Severity.NOTICE]
    source = lines_below(options.project)
    if errors:
        text = report([*errors, *warnings], "text", words, source)
        numbers = summary(findings, words)
        if stop:
            raise PluginError(f"\n{text}\n\n{words('build.stopped', summary=numbers)}")
        log.error("\n%s\n\n%s", text, words("build.serving", summary=numbers))
    elif warnings:
        log.warning("\n%s", report(warnings, "text", words, source))
    if notices:
        log.info("\n%s", report(notices, "concise", words, source))


def asked(findings: Iterable[Finding], options: BuildOptions) -> list[Finding]:
    """Return findings on what is no school's with the severities the operator asks for."""
    return as_asked(findings, read_severities(options.severities, options.config)[0])


def configuration_findings(config: MkDocsConfig, options: BuildOptions) -> list[Finding]:
    """Return all findings on what `mkdocs.yml` says for MkDocs and the theme."""
    return asked([*folder_findings(config, options), *feature_findings(config, options)], options)


def feature_findings(config: MkDocsConfig, options: BuildOptions) -> list[Finding]:
    """Return findings for features of the theme that do not go with the schools' own search or the pages' policy."""
    place = Place(options.shown(Path(config.config_file_path).resolve()))
    features = config.theme.get("features") or []
    strange = [feature for feature in features if feature.startswith(_AT_ODDS)]
    strange += ["extra.version"] if config.extra.get("version") else []
    stopped = [finding("K630", place, value=value) for value in stopped_by_configuration(config)]
    return [*(finding("K607", place, value=feature) for feature in strange), *stopped]


def folder_findings(config: MkDocsConfig, options: BuildOptions) -> list[Finding]:
    """Return findings for data folders that MkDocs would copy into the site, or wipe with it."""
    place = Place(options.shown(Path(config.config_file_path).resolve()))
    published = [Path(config.docs_dir), Path(config.site_dir), *filter(None, [options.overrides])]
    ours = [options.schools, options.work, *filter(None, [options.frameworks])]
    return [
        finding("K611", place, folder=options.shown(mine), other=options.shown(other.resolve()))
        for mine in ours
        for other in published
        if _within(mine.resolve(), other.resolve()) or _within(other.resolve(), mine.resolve())
    ]


def _within(inner: Path, outer: Path) -> bool:
    return inner == outer or outer in inner.parents


def bars(built: Built, words: Words) -> Mapping[str, str]:
    """Return, by school, the bar that says a served page is the last good state of data that now have errors."""
    return {
        school: f'<div class="kdcl-bar" role="status">{escape(words("build.bar", count=count))}</div>'
        for school, count in built.failing.items()
    }


def done(built: Built, pages: int, seconds: float, words: Words) -> str:
    """Return the last line of a build: what was built."""
    return words(
        "build.done",
        schools=len(built.rows),
        pages=pages,
        summary=summary(built.findings, words),
        seconds=f"{seconds:.1f}".replace(".", ","),
    )


def why_not_written(error: OSError | ChangedError, words: Words) -> str:
    """Say why the new site could not be written."""
    if isinstance(error, ChangedError):
        return words("build.changed", file=error)
    parts = (error.strerror, error.filename2 or error.filename)
    return words("build.write", reason=": ".join(str(part) for part in parts if part))
