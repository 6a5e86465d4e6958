"""A school's folder to the model: every file, then what the files say of each other, then what may be shown of it."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import TypeAdapter

from kdcl_site.findings.finding import Finding
from kdcl_site.frameworks.framework import Framework
from kdcl_site.model.assessment import Assessment
from kdcl_site.model.confirmed import Confirmed
from kdcl_site.model.council import Council
from kdcl_site.model.evidence import Evidence
from kdcl_site.model.figures import Figures
from kdcl_site.model.folder import Round, SchoolFolder
from kdcl_site.model.improvement import Improvement
from kdcl_site.model.recognition import Recognition
from kdcl_site.model.replies import Replies
from kdcl_site.model.school import School
from kdcl_site.model.waiver import Waiver
from kdcl_site.reading.citations import citation_findings
from kdcl_site.reading.evidence import evidence_findings
from kdcl_site.reading.figures import figures_findings
from kdcl_site.reading.files import Files
from kdcl_site.reading.improvement import improvement_findings
from kdcl_site.reading.layout import Layout, survey
from kdcl_site.reading.parsed import Parsed, parse
from kdcl_site.reading.privacy import guard
from kdcl_site.reading.references import framework_name_findings, identity_findings, recognition_findings
from kdcl_site.reading.replies import replies_findings
from kdcl_site.reading.rounds import round_findings
from kdcl_site.reading.unpublished import Source

SCHOOL = TypeAdapter(School)
EVIDENCE = TypeAdapter(tuple[Evidence, ...])
RECOGNITIONS = TypeAdapter(tuple[Recognition, ...])
ASSESSMENT = TypeAdapter(Assessment)
COUNCIL = TypeAdapter(Council)
FIGURES = TypeAdapter(Figures)
IMPROVEMENT = TypeAdapter(Improvement)
REPLIES = TypeAdapter(Replies)
WAIVERS = TypeAdapter(tuple[Waiver, ...])
CONFIRMED = TypeAdapter(Confirmed)

T = TypeVar("T")


def read_school(
    folder: Path, shown: str, frameworks: Mapping[str, Framework], as_of: date | None = None
) -> tuple[SchoolFolder | None, list[Finding]]:
    """Read a school's folder; `shown` is its name in findings, such as `schools/th-doi-thong`.

    Of a round published after `as_of` findings show as little as of one that is not published.

    Returns the findings of all files at once, and the school, or None when a file that exists could not be typed or
    a round names an unknown framework.
    """
    layout, findings = survey(folder, shown)
    files = _files(layout, shown)
    rounds = files.judged(frameworks)
    for item in files.all():
        findings += item.findings
    findings += _references(folder.name, files, rounds, frameworks)
    findings = guard(
        findings,
        shown,
        None if files.evidence is None else _source(files.evidence),
        [_source(item) for item in files.rounds.values()],
        [_source(item) for item in files.plans.values()],
        [
            *(_source(item) for item in (files.school, files.recognitions, files.replies, files.waivers) if item),
            # Names may stand in a council: a file without a node is shown nothing of.
            *(Source(item.shown, None) for item in files.councils.values()),
            *(_source(item) for item in files.figures.values()),
        ],
        as_of,
        _source(files.confirmed) if files.confirmed else None,
    )
    school = files.school.value if files.school else None
    whole = all(item.value is not None for item in files.all()) and len(rounds) == len(files.rounds)
    if school is None or not whole:
        return None, findings
    return _folder(folder.name, school, files, rounds), findings


def _source(item: Parsed[Any]) -> Source:
    return Source(item.shown, item.node, item.lines)


def _files(layout: Layout, shown: str) -> Files:
    def one(name: str, adapter: TypeAdapter[T]) -> Parsed[T] | None:
        path = layout.files.get(name)
        return parse(path, f"{shown}/{name}", adapter) if path else None

    return Files(
        one("school.yml", SCHOOL),
        one("evidence.yml", EVIDENCE),
        one("recognitions.yml", RECOGNITIONS),
        {
            name: parse(path, f"{shown}/rounds/{name}/assessment.yml", ASSESSMENT)
            for name, path in layout.rounds.items()
        },
        {name: parse(path, f"{shown}/improvement/{name}.yml", IMPROVEMENT) for name, path in layout.plans.items()},
        one("replies.yml", REPLIES),
        one("waivers.yml", WAIVERS),
        one("confirmed.yml", CONFIRMED),
        {name: parse(path, f"{shown}/rounds/{name}/council.yml", COUNCIL) for name, path in layout.councils.items()},
        {name: parse(path, f"{shown}/rounds/{name}/figures.yml", FIGURES) for name, path in layout.figures.items()},
    )


def _references(
    school_id: str, files: Files, rounds: tuple[Round, ...], frameworks: Mapping[str, Framework]
) -> Iterator[Finding]:
    school = files.school.value if files.school else None
    newest = next((item for item in rounds if item.own), None) or next(iter(rounds), None)
    current = newest.framework if newest else None
    if school:
        yield from identity_findings(school_id, school)
    for parsed in files.rounds.values():
        if parsed.value:
            yield from framework_name_findings(parsed.value, frameworks)
    for item in rounds:
        yield from round_findings(item, school, files.commitments(), frameworks)
        yield from figures_findings(item)
    if files.evidence and files.evidence.value:
        yield from evidence_findings(files.evidence.value, current, frameworks)
    plans = {name: parsed.value for name, parsed in files.plans.items() if parsed.value}
    yield from improvement_findings(plans, files.rounds.keys(), rounds, frameworks)
    if files.recognitions and files.recognitions.value:
        yield from recognition_findings(files.recognitions.value, frameworks, school)
    if files.replies and files.replies.value:
        yield from replies_findings(files.replies.value, tuple(files.rounds), rounds, current, frameworks)
    yield from citation_findings(files, [item.framework for item in rounds] or list(frameworks.values()))


def _folder(school_id: str, school: School, files: Files, rounds: tuple[Round, ...]) -> SchoolFolder:
    index = (files.evidence.value if files.evidence else None) or ()
    plans = [parsed.value for parsed in files.plans.values() if parsed.value]
    evidence: dict[str, Evidence] = {}
    for item in index:
        evidence.setdefault(item.code, item)
    return SchoolFolder(
        school_id,
        school,
        rounds,
        MappingProxyType(evidence),
        tuple(sorted(plans, key=lambda plan: (plan.plan.school_year, str(plan.plan.issued or "")), reverse=True)),
        (files.recognitions.value if files.recognitions else None) or (),
        files.replies.value if files.replies else None,
        (files.waivers.value if files.waivers else None) or (),
        files.confirmed.value if files.confirmed else None,
    )
