"""What belongs to a name of the past: rounds as lines of a list, and schools that were merged into this one."""

from dataclasses import dataclass

from kdcl_site.model.folder import Round
from kdcl_site.model.school import Predecessor
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context
from kdcl_site.pages.parts import Link, Mark
from kdcl_site.pages.recognition import RecognitionView, recognition_views

PREDECESSORS = "truong-cu"
"""The fragment at which a school's pages list the schools merged into it."""


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One round in a list; `under` says which name the school had then, where it had another."""

    link: Link
    framework: str
    mark: Mark
    claim: str
    under: str


@dataclass(frozen=True, slots=True)
class PredecessorView:
    """A school that was merged into this one, with what it was given."""

    name: str
    until: str
    rounds: tuple[RoundLine, ...]
    recognitions: tuple[RecognitionView, ...]


def predecessor_views(ctx: Context, origin: Address) -> tuple[PredecessorView, ...]:
    """Return the schools merged into this one, each with its rounds and certificates."""
    return tuple(_view(ctx, origin, one) for one in ctx.folder.school.predecessors)


def _view(ctx: Context, origin: Address, one: Predecessor) -> PredecessorView:
    return PredecessorView(
        name=ctx.say(one.name),
        until=ctx.words("predecessors.until", date=ctx.day(one.until)) if one.until else "",
        rounds=tuple(round_line(ctx, origin, item) for item in ctx.rounds if item.assessment.school == one.id),
        recognitions=recognition_views(ctx, one.id),
    )


def round_line(ctx: Context, origin: Address, item: Round) -> RoundLine:
    """Return a round as a line; where no level follows from its data, with the one that was claimed."""
    claims = item.assessment.claims
    known = {step.level for step in item.framework.scale}
    shown = ctx.judgements[item.id].level is None and claims in known
    claim = ctx.words("history.claim", level=ctx.level(item.framework, claims)) if shown and claims is not None else ""
    link = Link(ctx.round_label(item), ctx.round_link(origin, item))
    name = _name_then(ctx, item)
    under = ctx.words("past.under", name=name) if name else ""
    return RoundLine(link, ctx.local(item.framework.short), ctx.whole_mark(item), claim, under)


def past_note(ctx: Context, item: Round | None) -> str:
    """Return what a page of a round must say first: that it is of another school, or of the school's former name."""
    if item is None:
        return ""
    one = ctx.folder.school.predecessor(item.assessment.school)
    if one is not None:
        return ctx.words("past.of_predecessor", name=ctx.say(one.name), school=ctx.name)
    name = _name_then(ctx, item)
    return ctx.words("past.under_name", name=name) if name else ""


def _name_then(ctx: Context, item: Round) -> str:
    day = item.assessment.judged_on
    return ctx.say(ctx.folder.school.name_on(day)) if item.own and day else ""
