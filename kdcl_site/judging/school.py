"""Levels of criteria to the level of the school, by the catalogue's conditions (Thông tư 57/2026, Điều 5 khoản 3)."""

from collections.abc import Mapping, Sequence

from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.rules import Condition, SchoolStep
from kdcl_site.judging.result import ConditionResult, SchoolStepResult

Levels = Mapping[str, int | None]
"""The level of each criterion of the framework by number; None for one that has none."""

_SEVERAL_STAGES = {"lowest": min}


def ascending(framework: Framework) -> list[SchoolStep]:
    """Return the steps of the school's rule, lowest first."""
    return sorted(framework.school_level.levels, key=lambda step: step.level)


def step_result(framework: Framework, step: SchoolStep, levels: Levels) -> SchoolStepResult:
    """Return how the conditions of one level of the school stand."""
    return SchoolStepResult(step.level, tuple(_condition(framework, item, levels) for item in step.conditions))


def _condition(framework: Framework, condition: Condition, levels: Levels) -> ConditionResult:
    group = [(item.number, levels[item.number]) for item in framework.group(condition.of)]
    reached = sum(1 for _, level in group if level is not None and level >= condition.level)
    below = tuple(number for number, level in group if level is not None and level < condition.level)
    needed = len(group) if condition.at_least == "all" else condition.at_least
    return ConditionResult(condition.of, condition.level, needed, reached, below)


def school_level(framework: Framework, steps: Sequence[SchoolStepResult]) -> int:
    """Return the highest level whose conditions hold together with those of all levels below; steps lowest first.

    The criteria must all be judged: the caller sees to that.
    """
    level = framework.scale[0].level
    for step in steps:
        if not step.met:
            break
        level = step.level
    return level


def whole_school(framework: Framework, levels: Sequence[int | None]) -> int | None:
    """Return the level of a school with several stages from those of its stages.

    None if a stage has no level, there is no stage, or the framework has no rule for several.
    """
    rule = framework.school_level.several_stages
    judged = [level for level in levels if level is not None]
    if rule is None or not judged or len(judged) < len(levels):
        return None
    return _SEVERAL_STAGES[rule.rule](judged)
