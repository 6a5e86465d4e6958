"""Grounds of verdicts: figures alone say nothing is not met before the day from which the framework lets them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.model.assessment import LevelRating
from kdcl_site.model.folder import Round
from kdcl_site.text.formats import date_vi


def grounds_findings(rounds: Iterable[Round], as_of: date) -> Iterator[Finding]:
    """Yield a finding for each level or clause that is not met on the ground of figures alone, judged too early."""
    for item in rounds:
        procedure, told = item.framework.procedure, item.assessment
        start = procedure.figures_alone_from if procedure else None
        if start and (told.judged_on or as_of) < start:
            for where, rating in _ratings(item):
                if set(rating.grounds) == {"figures"} and _not_met(rating):
                    yield finding("K531", rating.key_place("grounds"), where=where, limit=date_vi(start))


def _ratings(item: Round) -> Iterator[tuple[str, LevelRating]]:
    for number, rating in item.assessment.criteria.items():
        yield from ((f"{number}.{level}", one) for level, one in rating.levels.items())
    yield from item.assessment.clauses.items()


def _not_met(rating: LevelRating) -> bool:
    told = rating.verdict
    return "not_met" in (told.values() if isinstance(told, Mapping) else (told,))
