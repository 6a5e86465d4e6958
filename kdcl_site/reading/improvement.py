"""The plans of improvement: what they answer, ids that stand for ever, the order of days."""

from collections.abc import Collection, Iterator, Mapping

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.framework import Framework
from kdcl_site.model.folder import Round
from kdcl_site.model.improvement import Commitment, Improvement
from kdcl_site.nodes.node import quote
from kdcl_site.reading.layout import clashes
from kdcl_site.reading.references import criterion_findings, order_findings


def improvement_findings(
    plans: Mapping[str, Improvement],
    round_ids: Collection[str],
    rounds: tuple[Round, ...],
    frameworks: Mapping[str, Framework],
) -> Iterator[Finding]:
    """Yield what is wrong in the plans, by name of file; `rounds` are those that could be read, newest first."""
    judged = {item.id: item.framework for item in rounds}
    first: dict[str, Commitment] = {}
    for name, plan in plans.items():
        head = plan.plan
        if not name.startswith(head.school_year):
            yield finding("K326", head.place("school_year"), value=head.school_year, name=quote(name))
        if head.answers and head.answers not in round_ids:
            expected = ", ".join(round_ids) or "…"
            yield finding("K322", head.place("answers"), value=quote(head.answers), expected=expected)
        framework = judged.get(head.answers or "") or (rounds[0].framework if rounds else None)
        for item in plan.commitments:
            if other := first.get(item.id):
                yield _twice(item, other)
            first.setdefault(item.id, item)
            yield from criterion_findings(item.criteria, item, "criteria", framework, frameworks)
            yield from order_findings(item, [(("start",), item.start), (("due",), item.due)])
    yield from clashes((item.id, item.place("id")) for item in first.values())


def _twice(item: Commitment, other: Commitment) -> Finding:
    place = other.place("id")
    return finding("K320", item.place("id"), value=item.id, first_file=place.file, first=str(place.line))
