"""A school's commitments: what was promised, by which post, by when, how it stands, and what shows it."""

from dataclasses import dataclass

from kdcl_site.judging.commitments import CommitmentState
from kdcl_site.model.improvement import Commitment, Improvement, LogEntry
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.citing import anchor
from kdcl_site.pages.context import Context
from kdcl_site.pages.lines import due_text, evidence_line, status_tag
from kdcl_site.pages.parts import EvidenceLine, Link, Named, Tag
from kdcl_site.pages.school_page import commitment_counts
from kdcl_site.text.formats import school_year


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
    """One commitment; `details` are its longer texts, `slips` how its due day moved."""

    anchor: str
    id: str
    title: str
    status: Tag
    due: str
    slips: tuple[str, ...]
    measure: str
    owner: str
    criteria: tuple[Link, ...]
    origin: str
    details: tuple[Named, ...]
    unproved: bool
    log: tuple[LogView, ...]


@dataclass(frozen=True, slots=True)
class CommitmentGroup:
    """Commitments that stand alike."""

    id: str
    title: str
    items: tuple[CommitmentView, ...]


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A dated review of a plan."""

    on: str
    period: str
    by: str
    parts: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """One year's plan: its head in a line, who carries it, its reviews newest first."""

    title: str
    organisation: tuple[Named, ...]
    reviews: tuple[ReviewView, ...]


@dataclass(frozen=True, slots=True)
class CommitmentsPage:
    """Everything the page of commitments shows."""

    counts: str
    groups: tuple[CommitmentGroup, ...]
    plans: tuple[PlanView, ...]


_IDS = {"overdue": "muc--qua-han", "open": "muc--dang-lam", "done": "muc--da-xong", "dropped": "muc--da-dung"}
_DETAILS = ("situation", "limitation", "cause", "goal", "action", "resources", "expected_evidence")


def commitments_page(ctx: Context, origin: Address) -> CommitmentsPage:
    """Return what the page of commitments shows."""
    groups: dict[str, list[CommitmentView]] = {"overdue": [], "open": [], "done": [], "dropped": []}
    for commitment in sorted(ctx.folder.commitments, key=lambda item: item.due):
        groups[_group_of(ctx.states[commitment.id])].append(_view(ctx, origin, commitment))
    return CommitmentsPage(
        counts=_counts(ctx),
        groups=tuple(
            CommitmentGroup(_IDS[key], _title(ctx, key, items), tuple(items)) for key, items in groups.items() if items
        ),
        plans=tuple(_plan(ctx, plan) for plan in ctx.folder.plans if told(plan)),
    )


def _group_of(found: CommitmentState) -> str:
    if found.overdue:
        return "overdue"
    return found.status if found.status in ("done", "dropped") else "open"


def _title(ctx: Context, key: str, items: list[CommitmentView]) -> str:
    return ctx.words(f"commitments.group.{key}", count=len(items))


def _counts(ctx: Context) -> str:
    found = commitment_counts(ctx)
    if not found.total:
        return ""
    parts = [ctx.words("commitments.sentence", total=found.total, done=found.done, open=found.open)]
    if found.overdue:
        parts.append(ctx.words("commitments.sentence_overdue", count=found.overdue))
    if found.dropped:
        parts.append(ctx.words("commitments.sentence_dropped", count=found.dropped))
    return " ".join(parts)


def _view(ctx: Context, origin: Address, commitment: Commitment) -> CommitmentView:
    found = ctx.states[commitment.id]
    told = sorted((one for one in commitment.log if one.on <= ctx.options.as_of), key=lambda one: one.on)
    texts = ((name, getattr(commitment, name)) for name in _DETAILS)
    return CommitmentView(
        anchor=anchor(commitment.id),
        id=commitment.id,
        title=ctx.say(commitment.title),
        status=status_tag(ctx, commitment),
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


def told(plan: Improvement) -> bool:
    """Return whether a plan is public: one whose commitments are all drafts is a draft itself."""
    return not plan.commitments or any(not item.draft for item in plan.commitments)


def _plan(ctx: Context, plan: Improvement) -> PlanView:
    years = school_year(plan.plan.school_year)
    title = ctx.words("plan.title", years=years)
    if plan.plan.number and plan.plan.issued:
        number, date = ctx.say(plan.plan.number), ctx.day(plan.plan.issued)
        title = ctx.words("plan.title_number", number=number, date=date, years=years)
    carried = plan.organisation
    carriers = [(name, getattr(carried, name)) for name in ("head", "council", "teams")] if carried else []
    reviews = sorted((one for one in plan.reviews if one.on <= ctx.options.as_of), key=lambda one: one.on, reverse=True)
    return PlanView(
        title=title,
        organisation=tuple(Named(ctx.words(f"plan.{name}"), ctx.say(text)) for name, text in carriers if text),
        reviews=tuple(
            ReviewView(
                on=ctx.day(one.on),
                period=ctx.say(one.period),
                by=ctx.say(one.by),
                parts=tuple(
                    Named(ctx.words(f"review.{name}"), ctx.say(text))
                    for name, text in (("content", one.content), ("result", one.result), ("adjustment", one.adjustment))
                    if text
                ),
            )
            for one in reviews
        ),
    )
