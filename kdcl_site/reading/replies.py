"""Questions and replies: ids given once, rounds and criteria that exist, an answer not before its question."""

from collections.abc import Iterator, Mapping

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.framework import Framework
from kdcl_site.model.folder import Round
from kdcl_site.model.replies import Question, Replies
from kdcl_site.nodes.node import quote
from kdcl_site.reading.references import criterion_findings, order_findings


def replies_findings(
    told: Replies,
    round_ids: tuple[str, ...],
    rounds: tuple[Round, ...],
    current: Framework | None,
    frameworks: Mapping[str, Framework],
) -> Iterator[Finding]:
    """Yield what is wrong in a school's replies; `rounds` are those of `round_ids` that could be read."""
    first: dict[str, Question] = {}
    for item in told.questions:
        other = first.setdefault(item.id.casefold(), item)
        if other is not item:
            yield finding("K343", item.place("id"), value=quote(item.id), first=str(other.place("id").line))
        yield from criterion_findings(item.criteria, item, "criteria", current, frameworks)
        answered = item.answer.on if item.answer else None
        yield from order_findings(item, [(("on",), item.on), (("answer", "on"), answered)])
    judged = {item.id: item.framework for item in rounds}
    for reply in told.responses:
        if reply.round not in round_ids:
            yield finding("K322", reply.place("round"), value=quote(reply.round), expected=", ".join(round_ids) or "…")
        yield from criterion_findings(reply.criteria, reply, "criteria", judged.get(reply.round), frameworks)
