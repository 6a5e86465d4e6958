"""What stands between a school and its next level: which criteria must rise, and among which it may choose."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.rules import SchoolStep
from kdcl_site.judging.fewest import fewest
from kdcl_site.judging.points import Points, full
from kdcl_site.judging.result import Choice, ClauseResult, Rise, Roadmap
from kdcl_site.judging.school import Standing, ascending, step_result
from kdcl_site.judging.wants import Want, wants


def roadmap(
    framework: Framework,
    level: int,
    levels: Mapping[str, int],
    points: Points | None = None,
    clauses: Mapping[str, ClauseResult] | None = None,
) -> Roadmap | None:
    """Return the way from `level` to the next, or None from the highest; `levels` holds every criterion's."""
    standing = Standing(levels, points or {}, clauses or {})
    step = next((item for item in ascending(framework) if item.level > level), None)
    if step is None:
        return None
    missing = wants(framework, step, standing)
    least = fewest(missing)
    if least is None:
        return None
    must = _must(framework, missing)
    left = wants(framework, step, _raised(framework, standing, must))
    return Roadmap(
        step.level,
        tuple(Rise(number, must[number]) for number in framework.criteria if number in must),
        tuple(Choice(want.count, want.level, tuple(want.gains)) for want in left),
        least,
        _clauses(framework, step, standing),
    )


def _must(framework: Framework, missing: Iterable[Want]) -> dict[str, int]:
    """The rises without which the step stays out of reach, whatever else happens; of two for one criterion the higher.

    A criterion without a text at the level rises to the highest it has below.
    """
    rises = sorted((want.level, number) for want in missing for number in want.forced)
    return {number: framework.criteria[number].highest(level) or level for level, number in rises}


def _raised(framework: Framework, standing: Standing, rises: Mapping[str, int]) -> Standing:
    """The standing after these criteria have risen to these levels; under points, a rise is to all points."""
    points = dict.fromkeys(rises, full(framework))
    return replace(standing, levels={**standing.levels, **rises}, points={**standing.points, **points})


def _clauses(framework: Framework, step: SchoolStep, standing: Standing) -> tuple[str, ...]:
    conditions = step_result(framework, step, standing).conditions
    if all(item.met for item in conditions if item.of == "clauses"):
        return ()
    return tuple(item.id for item in standing.clauses.values() if item.state != "met")
