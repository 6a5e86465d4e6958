"""A school's commitments: what was promised, by which post, by when, how it stands, and what shows it."""

from dataclasses import dataclass

from kdcl_site.judging.commitments import CommitmentState
from kdcl_site.model.improvement import Improvement
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.charts import Timeline, timeline
from kdcl_site.pages.commitment_view import CommitmentView, commitment_view, scale
from kdcl_site.pages.context import Context
from kdcl_site.pages.parts import Mark, Named
from kdcl_site.pages.promises import promise_text
from kdcl_site.pages.school_page import commitment_counts
from kdcl_site.text.formats import school_year


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
    """One year's plan: its head in a line, how often it was reviewed, who carries it, its reviews newest first."""

    title: str
    reviewed: str
    organisation: tuple[Named, ...]
    reviews: tuple[ReviewView, ...]


@dataclass(frozen=True, slots=True)
class CommitmentsPage:
    """Everything the page of commitments shows; `rest` says what is not done yet and which day comes next."""

    counts: str
    rest: str
    chart: Timeline | None
    scale: tuple[Mark, ...]
    groups: tuple[CommitmentGroup, ...]
    plans: tuple[PlanView, ...]


_IDS = {"overdue": "muc--qua-han", "open": "muc--dang-lam", "done": "muc--da-xong", "dropped": "muc--da-dung"}


def commitments_page(ctx: Context, origin: Address) -> CommitmentsPage:
    """Return what the page of commitments shows."""
    groups: dict[str, list[CommitmentView]] = {"overdue": [], "open": [], "done": [], "dropped": []}
    for commitment in sorted(ctx.folder.commitments, key=lambda item: item.due):
        groups[_group_of(ctx.states[commitment.id])].append(commitment_view(ctx, origin, commitment))
    return CommitmentsPage(
        counts=_counts(ctx),
        rest=_rest(ctx),
        chart=timeline(ctx),
        scale=scale(ctx),
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
    return promise_text(ctx.words, found.done, found.total, found.overdue) if found.total else ""


def _rest(ctx: Context) -> str:
    """What is not done, the next day something is due, and what was dropped."""
    found = commitment_counts(ctx)
    if not found.total:
        return ""
    states = ctx.states
    ahead = [one for one in ctx.folder.commitments if states[one.id].status not in ("done", "dropped")]
    ahead = [one for one in ahead if not states[one.id].overdue]
    parts = [ctx.words("commitments.open", count=found.open) if found.open else ctx.words("commitments.no_open")]
    if ahead:
        first = min(ahead, key=lambda one: (one.due, one.id))
        parts.append(ctx.words("commitments.next", date=ctx.day(first.due), title=ctx.say(first.title)))
    if found.dropped:
        parts.append(ctx.words("commitments.sentence_dropped", count=found.dropped))
    return " ".join(parts)


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
        reviewed=ctx.words("plan.reviewed", count=len(reviews), date=ctx.day(reviews[0].on)) if reviews else "",
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
