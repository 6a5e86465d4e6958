"""Strengths and weaknesses of a round: where the framework puts them, ids of their own, commitments that exist."""

from collections.abc import Collection, Iterator

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.framework import Framework
from kdcl_site.model.assessment import Assessment, Strength, Weakness
from kdcl_site.nodes.node import quote
from kdcl_site.nodes.typed import suggestion


def side_findings(told: Assessment, framework: Framework, commitments: Collection[str] | None) -> Iterator[Finding]:
    """Yield what is wrong; `commitments` are the ids of all plans, None where they cannot be known."""
    standards = [standard.number for standard in framework.standards]
    for number in told.standards:
        if number not in standards:
            args = {"value": quote(number), "framework": framework.id, "expected": ", ".join(standards)}
            yield finding("K309", told.key_place("standards", number), **args)
    yield from _misplaced(told, framework)
    yield from _ids(told)
    for weakness in told.weaknesses:
        for index, name in enumerate(weakness.commitments):
            if commitments is not None and name not in commitments:
                meant = suggestion(name, sorted(commitments)) or "…"
                yield finding("K319", weakness.place("commitments", index), value=name, meant=meant)


def _misplaced(told: Assessment, framework: Framework) -> Iterator[Finding]:
    by_standard = framework.strengths_at == "standard"
    ratings = told.criteria.values() if by_standard else told.standards.values()
    for rating in ratings:
        for key in ("strengths", "weaknesses"):
            if getattr(rating, key):
                args = {"value": key, "framework": framework.id, "expected": "standards" if by_standard else "criteria"}
                yield finding("K335", rating.key_place(key), **args)


def _ids(told: Assessment) -> Iterator[Finding]:
    named: tuple[Strength | Weakness, ...] = (*told.strengths, *told.weaknesses)
    first: dict[str, Place] = {}
    for item, place in sorted(((item, item.place("id")) for item in named), key=lambda pair: pair[1]):
        if item.id in first:
            yield finding("K321", place, value=item.id, first=str(first[item.id].line))
        first.setdefault(item.id, place)
