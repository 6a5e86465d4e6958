"""What stands between a school and its next level: which criteria must rise, and among which it may choose."""

from collections.abc import Mapping

from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.rules import SchoolStep
from kdcl_site.judging.fewest import fewest
from kdcl_site.judging.points import Points
from kdcl_site.judging.result import Choice, ClauseResult, Rise, Roadmap
from kdcl_site.judging.school import Standing, ascending, step_result
from kdcl_site.judging.wants import raised, wants


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
    least = fewest(framework, step, standing) if step else None
    if step is None or least is None:
        return None
    must = _must(framework, step, standing)
    missing = wants(framework, step, raised(framework, standing, must))
    return Roadmap(
        step.level,
        tuple(Rise(number, must[number]) for number in framework.criteria if number in must),
        tuple(Choice(want.count, want.level, tuple(want.gains)) for want in missing),
        least,
        _clauses(framework, step, standing),
    )


def _must(framework: Framework, step: SchoolStep, standing: Standing) -> dict[str, int]:
    """The rises without which the step stays out of reach, whatever else happens.

    A rise that one want forces may leave another without a choice, or content; so until nothing changes.
    """
    must: dict[str, int] = {}
    while forced := next(
        (want for want in wants(framework, step, raised(framework, standing, must)) if want.forced), None
    ):
        must |= {number: _target(framework, number, forced.level) for number in forced.forced}
    return must


def _target(framework: Framework, number: str, level: int) -> int:
    """A criterion without a text at the level rises to the highest it has below."""
    return framework.criteria[number].highest(level) or level


def _clauses(framework: Framework, step: SchoolStep, standing: Standing) -> tuple[str, ...]:
    conditions = step_result(framework, step, standing).conditions
    if all(item.met for item in conditions if item.of == "clauses"):
        return ()
    return tuple(item.id for item in standing.clauses.values() if item.state != "met")
