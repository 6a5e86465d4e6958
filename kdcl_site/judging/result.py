"""What judging finds out about one round: frozen data, nothing computed twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

LevelState = Literal["met", "not_met", "not_judged", "not_considered"]
WhyNone = Literal["incomplete", "unverified", "no_rule"]


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

    `level` is None while the verdicts do not decide it. `complete` is False as long as something that had to be
    judged is not: a criterion may have a level and still be incomplete. `points` only under a method of points:
    then the level is the lowest of the scale, or the one above where the points are full.
    """

    number: str
    level: int | None
    complete: bool
    levels: tuple[LevelResult, ...]
    points: int | None = None


@dataclass(frozen=True, slots=True)
class ClauseResult:
    """How one of the separate clauses of a level stands; not considered before the levels below are reached."""

    id: str
    state: LevelState


@dataclass(frozen=True, slots=True)
class StandardResult:
    """How many of a standard's criteria stand at each value of the scale, and how many have no level.

    `points` of `points_max` only under a method of points.
    """

    number: str
    counts: Mapping[int, int]
    unjudged: int
    points: int | None = None
    points_max: int | None = None


@dataclass(frozen=True, slots=True)
class ConditionResult:
    """One condition of a level of the school: how many of the group reach the level, and which are below it.

    A criterion without a level neither reaches anything nor is below it. Where all have to reach the level, only those
    with a text at the level are counted; `blocked` says that another has not even reached the highest level it has.
    """

    of: str
    level: int
    needed: int
    reached: int
    below: tuple[str, ...]
    blocked: bool = False

    @property
    def met(self) -> bool:
        """Whether enough reach the level; "all of none" is not enough."""
        return not self.blocked and 0 < self.needed <= self.reached


@dataclass(frozen=True, slots=True)
class FloorResult:
    """The least points of one standard: `needed` is `percent` of what it may get, rounded up to a whole point."""

    standard: str
    percent: int
    needed: int
    reached: int

    @property
    def met(self) -> bool:
        """Whether the standard has its least points."""
        return self.reached >= self.needed


@dataclass(frozen=True, slots=True)
class PointsResult:
    """The points of a school, and the strictest floor of each standard that has one."""

    needed: int
    reached: int
    maximum: int
    floors: tuple[FloorResult, ...]

    @property
    def met(self) -> bool:
        """Whether the total and every floor hold."""
        return self.reached >= self.needed and all(floor.met for floor in self.floors)


@dataclass(frozen=True, slots=True)
class SchoolStepResult:
    """What one level of the school asks, and how it stands."""

    level: int
    conditions: tuple[ConditionResult, ...]
    points: PointsResult | None = None

    @property
    def met(self) -> bool:
        """Whether all that this level asks holds; the levels below are their own steps."""
        return all(condition.met for condition in self.conditions) and (self.points is None or self.points.met)


@dataclass(frozen=True, slots=True)
class Rise:
    """A criterion that has to rise to a level."""

    criterion: str
    level: int


@dataclass(frozen=True, slots=True)
class Choice:
    """So many criteria among these have to rise to a level; which ones is the school's choice.

    A criterion without a text at the level has to rise to the highest it has below.
    """

    count: int
    level: int
    among: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Roadmap:
    """What stands between the school and its next level; `fewest` counts the criteria that have to change at least.

    A choice counts what is still missing when all of `must` is done. `clauses` are the separate clauses not met yet.
    """

    level: int
    must: tuple[Rise, ...]
    choose: tuple[Choice, ...]
    fewest: int
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A round judged: `level` is derived, `claimed` is what the school says; `unjudged` names incomplete criteria.

    `why_none` says why there is no level: something is not judged, the text of the law is not verified and nothing
    is derived from it, or the framework has no rule for the whole school.
    """

    level: int | None
    claimed: int | None
    unjudged: tuple[str, ...]
    criteria: Mapping[str, CriterionResult]
    standards: Mapping[str, StandardResult]
    steps: tuple[SchoolStepResult, ...]
    roadmap: Roadmap | None
    clauses: Mapping[str, ClauseResult]
    why_none: WhyNone | None
