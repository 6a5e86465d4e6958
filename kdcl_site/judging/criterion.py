"""Verdicts on requirements to the level of a criterion (Thông tư 57/2026, Điều 5 khoản 2, notes of the annexes)."""

from collections.abc import Collection, Mapping

from kdcl_site.frameworks.framework import Criterion, Framework, Level
from kdcl_site.judging.result import CriterionResult, LevelResult
from kdcl_site.model.assessment import CriterionRating, LevelRating


def criterion_result(framework: Framework, criterion: Criterion, rating: CriterionRating | None) -> CriterionResult:
    """Return the level of a criterion from what was judged; None stands for a criterion the round does not name.

    The level is the highest one below the first that is not met, the lowest of the scale if already the first is not.
    A level that is not judged before any that is not met leaves the criterion without a level.
    """
    results: list[LevelResult] = []
    reached: int | None = framework.scale[0].level if criterion.levels else None
    failed = False
    for level in sorted(criterion.levels, key=lambda item: item.level):
        if failed:
            results.append(LevelResult(level.level, "not_considered"))
            continue
        result = _level_result(level, rating.levels.get(str(level.level)) if rating else None, framework.verdicts)
        results.append(result)
        failed = result.state == "not_met"
        if result.state == "not_judged":
            reached = None
        elif result.state == "met" and reached is not None:
            reached = level.level
    complete = reached is not None and not any(result.unjudged for result in results)
    return CriterionResult(criterion.number, reached, complete, tuple(results))


def _level_result(level: Level, rating: LevelRating | None, allowed: Collection[str]) -> LevelResult:
    verdicts = {item.id: _verdict(rating, item.id, allowed) for item in level.requirements}
    unmet = tuple(key for key, verdict in verdicts.items() if verdict == "not_met")
    unjudged = tuple(key for key, verdict in verdicts.items() if verdict == "not_judged")
    if all(verdict == "not_applicable" for verdict in verdicts.values()):
        # Nothing was held against the level, and "all of nothing" must not read as met.
        return LevelResult(level.level, "not_judged", (), tuple(verdicts))
    return LevelResult(level.level, "not_met" if unmet else "not_judged" if unjudged else "met", unmet, unjudged)


def _verdict(rating: LevelRating | None, requirement: str, allowed: Collection[str]) -> str:
    """A verdict the framework does not know judges nothing: else `not_applicable` would make a requirement vanish."""
    given = rating.verdict if rating else "not_judged"
    verdict = given.get(requirement, "not_judged") if isinstance(given, Mapping) else given
    return verdict if verdict in allowed else "not_judged"
