"""`rounds/<round>/assessment.yml`: one judging of the school under one framework."""

from datetime import date
from typing import Annotated

from pydantic import Field

from kdcl_site.model.marks import POST
from kdcl_site.model.scalars import Area, Findings, Ground, Id, Judge, Number, Stage, Verdicts
from kdcl_site.nodes.entry import Day, Entry, Flag, SchoolYear, Table, Text, Whole


class Approval(Entry):
    """Who approved the round, when and by which decision."""

    on: Day
    by: Annotated[Text, POST]
    decision: Text | None = None


class LevelRating(Entry):
    """What was judged and found at one level; `reason` says why something is not applicable.

    `grounds`: what kinds of things the verdict rests on, where the school says so.
    """

    verdict: Verdicts = "not_judged"
    findings: Findings | None = None
    reason: Findings | None = None
    grounds: tuple[Ground, ...] = ()


class Strength(Entry):
    """A strength, with an id that is unique in the round."""

    id: Id
    text: Text


class Weakness(Entry):
    """A weakness: it opens its commitments or says why none is planned this year."""

    id: Id
    text: Text
    cause: Text | None = None
    commitments: tuple[Id, ...] = ()
    not_planned: Text | None = None


class CriterionRating(Entry):
    """What was judged and found on one criterion; keys of `levels` are levels, as text.

    The framework says which of `levels`, `points` and `grade` is used, and whether strengths and weaknesses stand here.
    `sites` are notes by the name of a site; the verdict is one for the whole school.
    """

    levels: Table[str, LevelRating] = Field(default_factory=dict)
    points: Whole | None = None
    grade: Whole | None = None
    findings: Text | None = None
    sites: Table[str, Text] = Field(default_factory=dict)
    plain: Text | None = None
    strengths: tuple[Strength, ...] = ()
    weaknesses: tuple[Weakness, ...] = ()


class StandardRating(Entry):
    """Strengths and weaknesses of one standard."""

    strengths: tuple[Strength, ...] = ()
    weaknesses: tuple[Weakness, ...] = ()


class Change(Entry):
    """A correction after publication, in public."""

    on: Day
    what: Text
    why: Text


class Assessment(Entry):
    """One round as its file tells it; the round's id is its folder's name and stands outside.

    `school`: the id of the predecessor that was judged; none where it was the school itself.
    """

    framework: Text
    kind: Judge
    school: Id | None = None
    stage: Stage | None = None
    school_year: SchoolYear
    area: Area = "normal"
    concluded_on: Day | None = None
    approved: Approval | None = None
    published: Day | None = None
    draft: Flag = False
    claims: Whole | None = None
    criteria: Table[Number, CriterionRating] = Field(default_factory=dict)
    standards: Table[Number, StandardRating] = Field(default_factory=dict)
    clauses: Table[str, LevelRating] = Field(default_factory=dict)
    changes: tuple[Change, ...] = ()

    @property
    def judged_on(self) -> date | None:
        """The day of the result: when it was concluded, else approved, else published."""
        return self.concluded_on or (self.approved.on if self.approved else self.published)

    @property
    def strengths(self) -> tuple[Strength, ...]:
        """All strengths, those of standards first."""
        return tuple(item for rating in self._rated for item in rating.strengths)

    @property
    def weaknesses(self) -> tuple[Weakness, ...]:
        """All weaknesses, those of standards first."""
        return tuple(item for rating in self._rated for item in rating.weaknesses)

    @property
    def _rated(self) -> tuple[StandardRating | CriterionRating, ...]:
        return (*self.standards.values(), *self.criteria.values())
