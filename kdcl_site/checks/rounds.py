"""Rounds: what is claimed, what is not judged yet, and weaknesses nobody answers."""

from collections.abc import Iterator, Mapping

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.judging.result import Judgement
from kdcl_site.model.folder import Round, SchoolFolder


def round_findings(folder: SchoolFolder, judgements: Mapping[str, Judgement]) -> Iterator[Finding]:
    """Yield the findings on every round."""
    for item in folder.rounds:
        if judgement := judgements.get(item.id):
            yield from _judged(item, judgement)
        for weakness in item.assessment.weaknesses:
            if not weakness.commitments and weakness.not_planned is None:
                yield finding("K502", weakness.place("id"), value=weakness.id)


def _judged(item: Round, judgement: Judgement) -> Iterator[Finding]:
    told = item.assessment
    if None not in (judgement.claimed, judgement.level) and judgement.claimed != judgement.level:
        yield finding("K501", told.place("claims"), value=f"{judgement.claimed} ≠ {judgement.level}")
    if judgement.unjudged:
        criteria = ", ".join(judgement.unjudged)
        yield finding("K506", told.key_place("criteria"), count=str(len(judgement.unjudged)), criteria=criteria)
