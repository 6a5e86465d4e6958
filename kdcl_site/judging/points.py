"""Points of criteria to points of standards and of the school (Thông tư 15/2017/TT-BLĐTBXH)."""

from collections.abc import Iterable, Mapping

from kdcl_site.frameworks.framework import Criterion, Framework
from kdcl_site.frameworks.rules import PointsRule
from kdcl_site.judging.result import FloorResult, PointsResult

Points = Mapping[str, int]
"""Points by number of criterion; one that is not judged is not there."""


def values(framework: Framework) -> tuple[int, ...]:
    """Return the points a criterion may get; none where the framework has no rule of points."""
    return next((step.points.values for step in framework.school_level.levels if step.points), ())


def full(framework: Framework) -> int:
    """Return the points of a criterion that has all of them; 0 where the framework has no rule of points."""
    return max(values(framework), default=0)


def total(criteria: Iterable[Criterion], points: Points) -> int:
    """Return the points of these criteria together."""
    return sum(points.get(item.number, 0) for item in criteria)


def maximum(framework: Framework, criteria: Iterable[Criterion]) -> int:
    """Return the points these criteria may get together."""
    return sum(full(framework) for _ in criteria)


def points_result(framework: Framework, rule: PointsRule, points: Points) -> PointsResult:
    """Return how the total and the floors stand; what is not judged has no points."""
    everything = framework.criteria.values()
    floors = []
    for standard in framework.standards:
        asked = [item.percent for item in rule.floors if not item.standards or standard.number in item.standards]
        if asked:
            needed = _share(max(asked), maximum(framework, standard.criteria))
            floors.append(FloorResult(standard.number, max(asked), needed, total(standard.criteria, points)))
    return PointsResult(rule.total, total(everything, points), maximum(framework, everything), tuple(floors))


def _share(percent: int, whole: int) -> int:
    """So many per cent, up to the next whole point; in whole numbers, so that nothing is lost to fractions."""
    return -(-percent * whole // 100)


def missing_points(framework: Framework, criteria: Iterable[Criterion], points: Points) -> dict[str, int]:
    """Return what each of these criteria, all of them judged, still may get; without those that have all points."""
    left = {item.number: full(framework) - points[item.number] for item in criteria}
    return {number: gap for number, gap in left.items() if gap > 0}
