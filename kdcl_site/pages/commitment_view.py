"""One commitment as its page shows it: what was promised, how it stands on the fixed scale, and its dated log."""

from dataclasses import dataclass

from kdcl_site.model.improvement import Commitment, LogEntry
from kdcl_site.model.scalars import Status
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.charts import short_status
from kdcl_site.pages.citing import anchor
from kdcl_site.pages.context import Context
from kdcl_site.pages.lines import due_text, evidence_line, status_tag
from kdcl_site.pages.parts import EvidenceLine, Mark, Named, Ref, Tag


@dataclass(frozen=True, slots=True)
class LogView:
    """A dated word on how the work stands."""

    on: str
    status: str
    note: str
    by: str
    evidence: tuple[EvidenceLine, ...]
    internal: bool


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """One commitment.

    `progress` is its place on the fixed scale, `status` that or since when it is overdue, `says` the same in short with
    the day that matters; `slips` tell how its due day moved, `details` are its longer texts.
    """

    anchor: str
    id: str
    title: str
    progress: Mark
    status: Tag
    says: str
    overdue: bool
    closed: bool
    start: str
    due: str
    slips: tuple[str, ...]
    measure: str
    owner: str
    criteria: tuple[Ref, ...]
    origin: str
    details: tuple[Named, ...]
    unproved: bool
    log: tuple[LogView, ...]


_SCALE: tuple[Status, ...] = ("not_started", "in_progress", "mostly_done", "done")
_DETAILS = ("situation", "limitation", "cause", "goal", "action", "resources", "expected_evidence")


def commitment_view(ctx: Context, origin: Address, commitment: Commitment) -> CommitmentView:
    """Return one commitment."""
    found = ctx.states[commitment.id]
    told = sorted((one for one in commitment.log if one.on <= ctx.options.as_of), key=lambda one: one.on)
    texts = ((name, getattr(commitment, name)) for name in _DETAILS)
    return CommitmentView(
        anchor=anchor(commitment.id),
        id=commitment.id,
        title=ctx.say(commitment.title),
        progress=progress(ctx, found.status),
        status=status_tag(ctx, commitment),
        says=short_status(ctx, commitment),
        overdue=found.overdue,
        closed=found.status in ("done", "dropped"),
        start=ctx.day(commitment.start),
        due=due_text(ctx, commitment),
        slips=_slips(ctx, commitment),
        measure=ctx.say(commitment.measure),
        owner=ctx.say(commitment.owner),
        criteria=ctx.criterion_links(origin, ctx.criteria_of(commitment.criteria, ctx.framework)),
        origin=ctx.words(f"commitment.origin.{commitment.origin}"),
        details=tuple(Named(ctx.words(f"commitment.{name}"), ctx.say(text)) for name, text in texts if text),
        unproved=found.status == "done" and not found.proved,
        log=tuple(_log(ctx, origin, one) for one in reversed(told)),
    )


def progress(ctx: Context, status: Status) -> Mark:
    """Return a status on the fixed scale; one that was dropped has no place on it."""
    filled = _SCALE.index(status) if status in _SCALE else 0
    tone = {"done": "good", "dropped": "none"}.get(status, "plain")
    return Mark(tone, filled, len(_SCALE) - 1, ctx.words(f"status.{status}"), "", "")


def scale(ctx: Context) -> tuple[Mark, ...]:
    """Return the fixed scale."""
    return tuple(progress(ctx, status) for status in _SCALE)


def _slips(ctx: Context, commitment: Commitment) -> tuple[str, ...]:
    return tuple(
        ctx.words("commitment.slip", due=ctx.day(slip.due), why=ctx.say(slip.why))
        for slip in commitment.due_history
        if slip.why
    )


def _log(ctx: Context, origin: Address, entry: LogEntry) -> LogView:
    items = [ctx.folder.evidence[code] for code in entry.evidence if code in ctx.folder.evidence]
    return LogView(
        on=ctx.day(entry.on),
        status=ctx.words(f"status.{entry.status}"),
        note=ctx.say(entry.note),
        by=ctx.say(entry.by),
        evidence=tuple(evidence_line(ctx, origin, item) for item in items if not item.internal),
        internal=any(item.internal for item in items),
    )
