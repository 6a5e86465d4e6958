"""What stands between a school and its next level: which criteria must rise, and among which it may choose."""

from itertools import product

from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.rules import SchoolStep
from kdcl_site.judging.result import Choice, Rise, Roadmap
from kdcl_site.judging.school import ascending, step_result


def roadmap(framework: Framework, level: int, levels: dict[str, int]) -> Roadmap | None:
    """Return the way from `level` to the next, or None from the highest; `levels` holds every criterion's."""
    step = next((item for item in ascending(framework) if item.level > level), None)
    fewest = _fewest(framework, step, levels) if step else None
    if step is None or fewest is None:
        return None
    must = _must(framework, step, levels)
    return Roadmap(
        step.level,
        tuple(Rise(number, must[number]) for number in framework.criteria if number in must),
        _choices(framework, step, levels | must),
        fewest,
    )


def _choices(framework: Framework, step: SchoolStep, levels: dict[str, int]) -> tuple[Choice, ...]:
    conditions = step_result(framework, step, levels).conditions
    return tuple(Choice(item.needed - item.reached, item.level, item.below) for item in conditions if not item.met)


def _must(framework: Framework, step: SchoolStep, levels: dict[str, int]) -> dict[str, int]:
    """The rises without which the step stays out of reach, whatever else happens.

    A rise that one condition forces may leave another condition without a choice, or content; so until nothing changes.
    """
    must: dict[str, int] = {}
    while forced := next(
        (item for item in _choices(framework, step, levels | must) if item.count >= len(item.among)), None
    ):
        must |= dict.fromkeys(forced.among, forced.level)
    return must


def _fewest(framework: Framework, step: SchoolStep, levels: dict[str, int]) -> int | None:
    """The least number of criteria whose rise to the top of the scale brings the step; None if not even all of them do.

    A condition sees of a criterion only its group and its level: within a group, raising the lowest ones is best.
    """
    top = framework.scale[-1].level
    mandatory, other = (
        sorted((item.number for item in framework.group(of)), key=lambda number: levels[number])
        for of in ("mandatory", "other")
    )
    for first, second in sorted(product(range(len(mandatory) + 1), range(len(other) + 1)), key=sum):
        raised = dict.fromkeys(mandatory[:first] + other[:second], top)
        if step_result(framework, step, levels | raised).met:
            return first + second
    return None
