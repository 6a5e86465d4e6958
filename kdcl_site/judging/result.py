"""What judging finds out about one round: frozen data, nothing computed twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

LevelState = Literal["met", "not_met", "not_judged", "not_considered"]


@dataclass(frozen=True, slots=True)
class LevelResult:
    """How one level of a criterion stands, with the ids of its requirements that are not met or not judged."""

    level: int
    state: LevelState
    unmet: tuple[str, ...] = ()
    unjudged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """The level of one criterion.

    `level` is None while the verdicts do not decide it. `complete` is False as long as a requirement that had to be
    judged is not: a criterion may have a level and still be incomplete.
    """

    number: str
    level: int | None
    complete: bool
    levels: tuple[LevelResult, ...]


@dataclass(frozen=True, slots=True)
class StandardResult:
    """How many of a standard's criteria stand at each value of the scale, and how many have no level."""

    number: str
    counts: Mapping[int, int]
    unjudged: int


@dataclass(frozen=True, slots=True)
class ConditionResult:
    """One condition of a level of the school: how many criteria of the group reach the level, and which are below it.

    A criterion without a level neither reaches anything nor is below it.
    """

    of: str
    level: int
    needed: int
    reached: int
    below: tuple[str, ...]

    @property
    def met(self) -> bool:
        """Whether enough criteria reach the level."""
        return self.reached >= self.needed


@dataclass(frozen=True, slots=True)
class SchoolStepResult:
    """The conditions of one level of the school."""

    level: int
    conditions: tuple[ConditionResult, ...]

    @property
    def met(self) -> bool:
        """Whether all conditions of this level hold; those of the levels below are their own steps."""
        return all(condition.met for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class Rise:
    """A criterion that has to rise to a level."""

    criterion: str
    level: int


@dataclass(frozen=True, slots=True)
class Choice:
    """So many criteria among these have to rise to a level; which ones is the school's choice."""

    count: int
    level: int
    among: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Roadmap:
    """What stands between the school and its next level; `fewest` counts the criteria that have to change at least.

    A choice counts what is still missing when all of `must` is done.
    """

    level: int
    must: tuple[Rise, ...]
    choose: tuple[Choice, ...]
    fewest: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """A round judged: `level` is derived, `claimed` is what the school says; `unjudged` names incomplete criteria."""

    level: int | None
    claimed: int | None
    unjudged: tuple[str, ...]
    criteria: Mapping[str, CriterionResult]
    standards: Mapping[str, StandardResult]
    steps: tuple[SchoolStepResult, ...]
    roadmap: Roadmap | None
