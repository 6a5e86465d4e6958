"""The figures of procedure of a framework: council, day of the report, cycle, reviews a year, life of a certificate."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.framework import Framework
from kdcl_site.model.folder import Round, SchoolFolder
from kdcl_site.model.improvement import Improvement
from kdcl_site.text.formats import date_vi

_FIRST_DAY, _LAST_DAY = "08-01", "08-31"
"""A school year lies between these days of its two years, whichever day it begins on (month-day)."""


def procedure_findings(folder: SchoolFolder, as_of: date) -> Iterator[Finding]:
    """Yield what is late, missing or longer than the framework's procedure says, as far as it says so."""
    for item in folder.rounds:
        yield from _approval(item)
        yield from _council(item)
    if current := folder.current():
        yield from _cycle(current, as_of)
    rounds = {item.id: item for item in folder.rounds}
    for plan in folder.plans:
        answered = rounds.get(plan.plan.answers or "")
        if answered:
            yield from _reviews(plan, answered.framework, as_of)
    yield from _certificates(folder)


def _approval(item: Round) -> Iterator[Finding]:
    """A framework that came into force only after that day could not be kept."""
    told, procedure = item.assessment, item.framework.procedure
    if procedure and procedure.report_before and told.kind == "self" and told.approved:
        year, (month, day) = told.school_year[5:], procedure.report_before.split("-")
        if item.framework.in_force.since.isoformat() <= f"{year}-{month}-{day}" <= told.approved.on.isoformat():
            args = {"value": date_vi(told.approved.on), "limit": f"{day}/{month}/{year}"}
            yield finding("K526", told.approved.place("on"), **args)


def _council(item: Round) -> Iterator[Finding]:
    """No line of the file is shown: names may stand there."""
    procedure, council = item.framework.procedure, item.council
    if not procedure or not council or item.assessment.kind != "self":
        return
    count = str(council.members)
    if procedure.council_min and council.members < procedure.council_min:
        limit = str(procedure.council_min)
        yield replace(finding("K529", council.place, count=count, limit=limit), private=True)
    if procedure.council_odd and council.members % 2 == 0:
        yield replace(finding("K530", council.place, count=count), private=True)


def _cycle(item: Round, as_of: date) -> Iterator[Finding]:
    procedure, judged = item.framework.procedure, item.assessment.judged_on
    if procedure and procedure.cycle_years and judged and _later(judged, procedure.cycle_years) < _later(as_of):
        args = {"value": date_vi(judged), "limit": str(procedure.cycle_years)}
        yield finding("K528", item.assessment.place("school_year"), **args)


def _reviews(plan: Improvement, framework: Framework, as_of: date) -> Iterator[Finding]:
    year, procedure = plan.plan.school_year, framework.procedure
    first, last = f"{year[:4]}-{_FIRST_DAY}", f"{year[5:]}-{_LAST_DAY}"
    needed = procedure.reviews_per_year if procedure else None
    kept = framework.in_force.since.isoformat() <= first and last < as_of.isoformat()
    if needed and kept and len(plan.reviews) < needed:
        place = plan.key_place("reviews")
        yield finding("K525", place, value=year, count=str(len(plan.reviews)), limit=str(needed))


def _certificates(folder: SchoolFolder) -> Iterator[Finding]:
    """Certificates of frameworks under which no round is told are held against nothing."""
    frameworks = {item.framework.id: item.framework for item in folder.rounds}
    for item in folder.recognitions:
        framework = frameworks.get(item.framework)
        if framework is None:
            continue
        if item.issued < framework.in_force.since:
            since = date_vi(framework.in_force.since)
            yield finding("K527", item.place("issued"), value=date_vi(item.issued), limit=since)
        years = framework.recognition.validity_years if framework.recognition else None
        if years and item.expires and _later(item.expires) > _later(item.issued, years):
            yield finding("K524", item.place("expires"), value=date_vi(item.expires), limit=str(years))


def _later(day: date, years: int = 0) -> tuple[int, int, int]:
    """Return year, month and day so many years later; the calendar need not have such a day."""
    return day.year + years, day.month, day.day
