"""A round's framework against its days: was it in force, and was its text the one that held then?"""

from collections.abc import Iterator, Mapping
from datetime import date

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.texts import InForce
from kdcl_site.model.assessment import Assessment

_FIRST_DAY, _LAST_DAY = (8, 1), (8, 31)
"""A school year lies between these days of its two years, whichever day it begins on (month, day)."""


def force_findings(told: Assessment, framework: Framework, frameworks: Mapping[str, Framework]) -> Iterator[Finding]:
    """Yield what is wrong with the time of a round; one that has no day yet is held by its school year."""
    days = {"concluded_on": told.concluded_on, "approved": told.approved.on if told.approved else None}
    known = {key: day for key, day in days.items() if day}
    outside = next(((key, day) for key, day in known.items() if not _fits(framework.in_force, day, day)), None)
    years = {"framework": framework.id, "since": str(framework.in_force.since)}
    years["until"] = str(framework.in_force.until or "…")
    first, _, last = told.school_year.partition("-")
    if outside:
        yield finding("K307", told.place(outside[0]), value=str(outside[1]), **years)
    elif known:
        yield from _amended(told, framework, frameworks, *next(iter(known.items())))
    elif not _fits(framework.in_force, date(int(first), *_FIRST_DAY), date(int(last), *_LAST_DAY)):
        yield finding("K349", told.place("school_year"), value=told.school_year, **years)


def _amended(
    told: Assessment, framework: Framework, frameworks: Mapping[str, Framework], key: str, day: date
) -> Iterator[Finding]:
    """Of two texts of one document that are both in force on a day, the newer one holds."""
    for amendment in framework.amended_by:
        if framework.in_force.since < amendment.since <= day:
            newer = [
                one.id
                for one in frameworks.values()
                if one.source.number == framework.source.number
                and one.in_force.since >= amendment.since
                and _fits(one.in_force, day, day)
            ]
            args = {"framework": framework.id, "since": str(amendment.since), "expected": ", ".join(newer) or "…"}
            yield finding("K348", told.place(key), value=str(day), number=amendment.number, **args)
            return


def _fits(force: InForce, first: date, last: date) -> bool:
    return last >= force.since and (force.until is None or first <= force.until)
