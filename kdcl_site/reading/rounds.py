"""What a round says of itself, held against its school and its framework: year, stage, kind, days, claim."""

from collections.abc import Collection, Iterator, Mapping

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.framework import Framework
from kdcl_site.model.assessment import Assessment
from kdcl_site.model.folder import Round
from kdcl_site.model.school import School
from kdcl_site.nodes.node import quote
from kdcl_site.reading.force import force_findings
from kdcl_site.reading.ratings import rating_findings
from kdcl_site.reading.references import order_findings, predecessor_findings, unknown_level
from kdcl_site.reading.sides import side_findings


def round_findings(
    item: Round, school: School | None, commitments: Collection[str] | None, frameworks: Mapping[str, Framework]
) -> Iterator[Finding]:
    """Yield what is wrong in a round; `commitments` are all ids, None where they cannot be known."""
    told, framework = item.assessment, item.framework
    if not item.id.startswith(told.school_year):
        yield finding("K326", told.place("school_year"), value=told.school_year, name=quote(item.id))
    if school:
        yield from predecessor_findings(told, school)
        if told.school is None:
            yield from _stage(told, school)
        yield from _scope(told, school, framework)
        yield from _sites(told, school)
    yield from force_findings(told, framework, frameworks)
    if told.kind not in framework.judges:
        args = {"value": told.kind, "framework": framework.id, "expected": ", ".join(framework.judges)}
        yield finding("K329", told.place("kind"), **args)
    levels = [step.level for step in framework.scale]
    if told.claims is not None and told.claims not in levels:
        yield unknown_level(told.place("claims"), "claims", str(told.claims), levels)
    yield from _dates(told)
    yield from rating_findings(told, framework)
    yield from side_findings(told, framework, commitments)


def _stage(told: Assessment, school: School) -> Iterator[Finding]:
    stages = ", ".join(school.stages)
    if told.stage is None and len(school.stages) > 1:
        yield finding("K328", told.place(), expected=stages)
    elif told.stage is not None and told.stage not in school.stages:
        yield finding("K327", told.place("stage"), value=told.stage, expected=stages)


def _scope(told: Assessment, school: School, framework: Framework) -> Iterator[Finding]:
    judged = school.predecessor(told.school) or school
    kind = told.stage or judged.kind
    if kind not in framework.applies_to:
        expected = ", ".join(framework.applies_to)
        yield finding("K306", told.place("framework"), framework=framework.id, kind=kind, expected=expected)


def _sites(told: Assessment, school: School) -> Iterator[Finding]:
    names = [site.name for site in school.campuses]
    for rating in told.criteria.values():
        for name in rating.sites:
            if name not in names:
                yield finding(
                    "K342", rating.key_place("sites", name), value=quote(name), expected=", ".join(names) or "…"
                )


def _dates(told: Assessment) -> Iterator[Finding]:
    approved = told.approved.on if told.approved else None
    steps = [(("concluded_on",), told.concluded_on), (("approved", "on"), approved), (("published",), told.published)]
    yield from order_findings(told, steps)
    for index, change in enumerate(told.changes):
        yield from order_findings(told, [(("published",), told.published), (("changes", index, "on"), change.on)])
