"""Levels are nested: one that is met above one that is not does not count."""

from collections.abc import Iterable, Iterator, Mapping

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.model.assessment import LevelRating
from kdcl_site.model.folder import Round


def nesting_findings(rounds: Iterable[Round]) -> Iterator[Finding]:
    """Yield a finding for the first level of each criterion that is met although a lower one is not."""
    for item in rounds:
        for number, rating in item.assessment.criteria.items():
            failed: str | None = None
            for key, level in sorted(rating.levels.items(), key=lambda pair: (len(pair[0]), pair[0])):
                verdicts = _verdicts(level)
                if failed and verdicts and verdicts <= {"met", "not_applicable"} and "met" in verdicts:
                    place = rating.key_place("levels", key)
                    yield finding("K520", place, where=f"{number}.{key}", earlier=f"{number}.{failed}")
                    break
                if failed is None and "not_met" in verdicts:
                    failed = key


def _verdicts(level: LevelRating) -> set[str]:
    told = level.verdict
    return set(told.values()) if isinstance(told, Mapping) else {told}
