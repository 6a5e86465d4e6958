"""Verdicts on requirements, points or a grade to the level of a criterion (Thông tư 57/2026, Điều 5; 2018, Điều 6)."""

from collections.abc import Mapping
from dataclasses import replace

from kdcl_site.frameworks.framework import Criterion, Framework, Level, Requirement
from kdcl_site.judging.points import full, values
from kdcl_site.judging.result import CriterionResult, LevelResult
from kdcl_site.model.assessment import CriterionRating, LevelRating


def criterion_result(framework: Framework, criterion: Criterion, rating: CriterionRating | None) -> CriterionResult:
    """Return what a criterion was given; None stands for a criterion the round does not name.

    Where the framework derives nothing, the verdicts still stand and only the level is left out.
    """
    if framework.method == "grades":
        return _by_grade(framework, criterion, rating)
    by = _by_points if framework.method == "points" else _by_levels
    result = by(framework, criterion, rating)
    return result if framework.derives else replace(result, level=None)


def _by_grade(framework: Framework, criterion: Criterion, rating: CriterionRating | None) -> CriterionResult:
    grade = rating.grade if rating and rating.grade in [step.level for step in framework.scale] else None
    return CriterionResult(criterion.number, grade, grade is not None, ())


def _by_points(framework: Framework, criterion: Criterion, rating: CriterionRating | None) -> CriterionResult:
    """Points the framework does not give judge nothing."""
    points = rating.points if rating and rating.points in values(framework) else None
    lowest, above, *_ = framework.scale
    level = None if points is None else above.level if points == full(framework) else lowest.level
    return CriterionResult(criterion.number, level, points is not None, (), points)


def _by_levels(framework: Framework, criterion: Criterion, rating: CriterionRating | None) -> CriterionResult:
    """The level is the highest one below the first that is not met; the lowest of the scale if already that is not.

    A level that is not judged before any that is not met leaves the criterion without a level.
    """
    results: list[LevelResult] = []
    reached: int | None = framework.scale[0].level if criterion.levels else None
    for level in sorted(criterion.levels, key=lambda item: item.level):
        if any(result.state == "not_met" for result in results):
            results.append(LevelResult(level.level, "not_considered"))
            continue
        result = _level_result(framework, level, rating.levels.get(str(level.level)) if rating else None)
        results.append(result)
        if result.state == "not_judged":
            reached = None
        elif result.state == "met" and reached is not None:
            reached = level.level
    complete = reached is not None and not any(result.unjudged for result in results)
    return CriterionResult(criterion.number, reached, complete, tuple(results))


def _level_result(framework: Framework, level: Level, rating: LevelRating | None) -> LevelResult:
    verdicts = {item.id: _verdict(framework, item, rating) for item in level.requirements}
    unmet = tuple(key for key, verdict in verdicts.items() if verdict == "not_met")
    unjudged = tuple(key for key, verdict in verdicts.items() if verdict == "not_judged")
    if all(verdict == "not_applicable" for verdict in verdicts.values()):
        # Nothing was held against the level, and "all of nothing" must not read as met.
        return LevelResult(level.level, "not_judged", (), tuple(verdicts))
    return LevelResult(level.level, "not_met" if unmet else "not_judged" if unjudged else "met", unmet, unjudged)


def _verdict(framework: Framework, requirement: Requirement, rating: LevelRating | None) -> str:
    """A verdict that is not for this requirement judges nothing: else `not_applicable` would make one vanish."""
    given = rating.verdict if rating else {}
    verdict = given.get(requirement.id) if isinstance(given, Mapping) else given
    applies = verdict != "not_applicable" or requirement.if_any
    return verdict if verdict and applies and verdict in framework.verdicts else "not_judged"
