"""What a round found on criteria and clauses, held against what its framework lets one say of them."""

from collections.abc import Collection, Iterator, Mapping

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.framework import Criterion, Framework, Requirement
from kdcl_site.model.assessment import Assessment, CriterionRating, LevelRating
from kdcl_site.nodes.node import quote
from kdcl_site.reading.references import unknown_criterion, unknown_level

_FIELDS = {"levels": "levels", "points": "points", "grades": "grade"}
"""Which field of a criterion each method of a framework fills."""


def rating_findings(told: Assessment, framework: Framework) -> Iterator[Finding]:
    """Yield what is wrong in the ratings of criteria and of clauses."""
    for number, rating in told.criteria.items():
        if criterion := framework.criteria.get(number):
            yield from _criterion(criterion, rating, framework)
        else:
            yield unknown_criterion(told.key_place("criteria", number), number, framework)
    clauses = [item.id for item in framework.clauses.items] if framework.clauses else []
    for key, clause in told.clauses.items():
        if key in clauses:
            yield from _verdicts(clause, (), framework, f"clauses.{key}")
        else:
            args = {"value": quote(key), "framework": framework.id, "expected": ", ".join(clauses) or "…"}
            yield finding("K332", told.key_place("clauses", key), **args)


def _criterion(criterion: Criterion, rating: CriterionRating, framework: Framework) -> Iterator[Finding]:
    used = _FIELDS[framework.method]
    given = {"levels": bool(rating.levels), "points": rating.points is not None, "grade": rating.grade is not None}
    for key in (key for key, filled in given.items() if filled and key != used):
        args = {"where": criterion.number, "value": key, "framework": framework.id, "expected": used}
        yield finding("K334", rating.key_place(key), **args)
    if used == "levels":
        yield from _levels(criterion, rating, framework)
    values = [value for step in framework.school_level.levels if step.points for value in step.points.values]
    if used == "points" and values and rating.points not in (None, *values):
        args = {"value": str(rating.points), "expected": ", ".join(map(str, dict.fromkeys(values)))}
        yield finding("K333", rating.place("points"), where=criterion.number, **args)
    scale = [step.level for step in framework.scale]
    if used == "grade" and rating.grade not in (None, *scale):
        yield unknown_level(rating.place("grade"), criterion.number, str(rating.grade), scale)


def _levels(criterion: Criterion, rating: CriterionRating, framework: Framework) -> Iterator[Finding]:
    known = {str(item.level): item for item in criterion.levels}
    for key, given in rating.levels.items():
        if level := known.get(key):
            yield from _verdicts(given, level.requirements, framework, f"{criterion.number}.{key}")
        else:
            place = rating.key_place("levels", key)
            yield unknown_level(place, criterion.number, key, (item.level for item in criterion.levels))


def _verdicts(
    given: LevelRating, requirements: Collection[Requirement], framework: Framework, where: str
) -> Iterator[Finding]:
    ids = [item.id for item in requirements]
    for name in ("verdict", "findings", "reason"):
        each = getattr(given, name)
        for requirement in each if isinstance(each, Mapping) else ():
            if requirement not in ids:
                place = given.key_place(name, requirement)
                yield finding("K311", place, where=where, value=quote(requirement), expected=", ".join(ids) or "…")
    # A level that has one requirement only would be empty without it.
    optional = {item.id for item in requirements if item.if_any and len(ids) > 1}
    told = given.verdict
    verdicts = dict(told) if isinstance(told, Mapping) else {"": told}
    for requirement, verdict in verdicts.items():
        path = ("verdict", requirement) if requirement else ("verdict",)
        if verdict not in framework.verdicts:
            args = {"value": verdict, "framework": framework.id, "expected": ", ".join(framework.verdicts)}
            yield finding("K312", given.place(*path), where=where, **args)
        elif verdict != "not_applicable":
            continue
        elif requirement not in optional:
            yield finding("K337", given.place(*path), where=where, expected=", ".join(sorted(optional)) or "…")
        elif given.reason is None or (isinstance(given.reason, Mapping) and requirement not in given.reason):
            yield finding("K336", given.place(*path), where=f"{where}.{requirement}")
