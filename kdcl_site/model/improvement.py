"""`improvement/<year>.yml`: a year's plan of improvement (kế hoạch cải tiến chất lượng) and its commitments."""

from typing import Annotated

from kdcl_site.model.marks import POST
from kdcl_site.model.scalars import Code, CriteriaRefs, Id, Origin, Status
from kdcl_site.nodes.entry import Day, Entry, Flag, SchoolYear, Text


class PlanHead(Entry):
    """Number, day and year of the plan, and the round it answers."""

    number: Text | None = None
    issued: Day | None = None
    school_year: SchoolYear
    answers: Id | None = None


class Slip(Entry):
    """A due date that was moved: the old date, the day of the move and the reason."""

    due: Day
    moved_on: Day | None = None
    why: Text | None = None


class LogEntry(Entry):
    """A dated, public word on how the work stands."""

    on: Day
    status: Status
    note: Text | None = None
    evidence: tuple[Code, ...] = ()
    by: Annotated[Text | None, POST] = None


class Commitment(Entry):
    """One promise: what, how it is measured, by when, by which post. The id is unique in the school for ever."""

    id: Id
    title: Text
    draft: Flag = False
    criteria: CriteriaRefs = ()
    origin: Origin = "self"
    situation: Text | None = None
    limitation: Text | None = None
    cause: Text | None = None
    goal: Text | None = None
    action: Text | None = None
    measure: Text
    start: Day | None = None
    due: Day
    due_history: tuple[Slip, ...] = ()
    owner: Annotated[Text, POST]
    resources: Text | None = None
    expected_evidence: Text | None = None
    log: tuple[LogEntry, ...] = ()


class Review(Entry):
    """A dated review of the plan; at least two a year (Thông tư 57/2026)."""

    on: Day
    period: Text | None = None
    content: Text | None = None
    result: Text | None = None
    adjustment: Text | None = None
    by: Annotated[Text | None, POST] = None


class Organisation(Entry):
    """Who carries the plan: head, council, teams."""

    head: Annotated[Text | None, POST] = None
    council: Annotated[Text | None, POST] = None
    teams: Annotated[Text | None, POST] = None


class Improvement(Entry):
    """One year's plan as its file tells it."""

    plan: PlanHead
    commitments: tuple[Commitment, ...] = ()
    reviews: tuple[Review, ...] = ()
    organisation: Organisation | None = None
