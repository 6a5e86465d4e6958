"""What a level of the school still lacks, each want with the criteria that can fill it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.rules import SchoolStep
from kdcl_site.judging.points import missing_points
from kdcl_site.judging.result import ConditionResult, PointsResult
from kdcl_site.judging.school import Standing, step_result


@dataclass(frozen=True, slots=True)
class Want:
    """So much is missing; `gains` is what each criterion that could rise to `level` would bring, in order of number."""

    missing: int
    level: int
    gains: Mapping[str, int]

    @property
    def forced(self) -> tuple[str, ...]:
        """The criteria without which all others together do not suffice."""
        everything = sum(self.gains.values())
        return tuple(number for number, gain in self.gains.items() if everything - gain < self.missing)

    @property
    def count(self) -> int:
        """How many criteria suffice whichever they are: exact where all bring the same."""
        brought = count = 0
        for gain in sorted(self.gains.values()):
            if brought >= self.missing:
                break
            brought += gain
            count += 1
        return count

    def after(self, number: str) -> "Want":
        """Return what is still missing when this criterion has risen."""
        gains = {other: gain for other, gain in self.gains.items() if other != number}
        return replace(self, missing=self.missing - self.gains.get(number, 0), gains=gains)


def wants(framework: Framework, step: SchoolStep, standing: Standing) -> list[Want]:
    """Return what a step still lacks of criteria, in the order of the catalogue; separate clauses are no part of it."""
    result = step_result(framework, step, standing)
    found = [_of_condition(item) for item in result.conditions if item.of != "clauses" and not item.met]
    if result.points is None:
        return found
    return [*found, *_of_points(framework, result.points, standing)]


def _of_condition(result: ConditionResult) -> Want:
    missing = len(result.below) if result.blocked else max(1, result.needed - result.reached)
    # Where all of none have to reach a level, nobody can bring what is missing.
    return Want(missing, result.level, dict.fromkeys(result.below if result.needed else (), 1))


def _of_points(framework: Framework, result: PointsResult, standing: Standing) -> Iterator[Want]:
    full = framework.scale[1].level
    criteria = {item.number: item.criteria for item in framework.standards}
    for floor in result.floors:
        if not floor.met:
            gains = missing_points(framework, criteria[floor.standard], standing.points)
            yield Want(floor.needed - floor.reached, full, gains)
    if result.reached < result.needed:
        gains = missing_points(framework, framework.criteria.values(), standing.points)
        yield Want(result.needed - result.reached, full, gains)
