"""Levels, points and clauses to the level of the school, by the catalogue's conditions."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kdcl_site.frameworks.framework import Criterion, Framework
from kdcl_site.frameworks.rules import Condition, SchoolStep
from kdcl_site.judging.points import Points, points_result
from kdcl_site.judging.result import ClauseResult, ConditionResult, SchoolStepResult

Levels = Mapping[str, int | None]
"""The level of each criterion of the framework by number; None for one that has none."""

_SEVERAL_STAGES = {"lowest": min}


@dataclass(frozen=True, slots=True)
class Standing:
    """What a school's level follows from: the levels of its criteria, their points, and the separate clauses."""

    levels: Levels
    points: Points = field(default_factory=dict)
    clauses: Mapping[str, ClauseResult] = field(default_factory=dict)


def ascending(framework: Framework) -> list[SchoolStep]:
    """Return the steps of the school's rule, lowest first."""
    return sorted(framework.school_level.levels, key=lambda step: step.level)


def step_result(framework: Framework, step: SchoolStep, standing: Standing) -> SchoolStepResult:
    """Return how all that one level of the school asks stands."""
    conditions = tuple(_condition(framework, item, standing) for item in step.conditions)
    points = points_result(framework, step.points, standing.points) if step.points else None
    return SchoolStepResult(step.level, conditions, points)


def asked_next(criterion: Criterion, level: int) -> float:
    """Return the lowest level that still asks something of a criterion at `level`, infinite where none does.

    A criterion without texts is given its level as a whole, so every higher one does.
    """
    if not criterion.levels:
        return level + 1
    return min((item.level for item in criterion.levels if item.level > level), default=math.inf)


def _condition(framework: Framework, condition: Condition, standing: Standing) -> ConditionResult:
    if condition.of == "clauses":
        return _clauses(condition, standing.clauses)
    group = framework.group(condition.of)
    judged = {item.number: level for item in group if (level := standing.levels[item.number]) is not None}
    reaching = {
        item.number
        for item in group
        if item.number in judged and asked_next(item, judged[item.number]) > condition.level
    }
    below = tuple(number for number in judged if number not in reaching)
    if condition.at_least != "all":
        return ConditionResult(condition.of, condition.level, condition.at_least, len(reaching), below)
    counted = {item.number for item in group if not item.levels or item.level(condition.level)}
    blocked = any(item.number not in counted | reaching for item in group)
    return ConditionResult(condition.of, condition.level, len(counted), len(counted & reaching), below, blocked)


def _clauses(condition: Condition, clauses: Mapping[str, ClauseResult]) -> ConditionResult:
    met = [item.id for item in clauses.values() if item.state == "met"]
    below = tuple(item.id for item in clauses.values() if item.state == "not_met")
    needed = len(clauses) if condition.at_least == "all" else condition.at_least
    return ConditionResult(condition.of, condition.level, needed, len(met), below)


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
