"""Results that are to be reviewed because what they rest on has changed since the school confirmed them."""

from collections.abc import Iterable
from dataclasses import dataclass

from kdcl_site.checks.confirmation import Suspect
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context
from kdcl_site.pages.parts import Link, Tag
from kdcl_site.text.forms import list_in


@dataclass(frozen=True, slots=True)
class ReviewView:
    """What is to be reviewed in a round: so many results in short, in a sentence, and each with its page."""

    short: str
    sentence: str
    items: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ConfirmedView:
    """A published round on the page of checks: whether and when it was confirmed, and what is to be reviewed."""

    label: str
    review: ReviewView | None
    good: bool


def review_view(ctx: Context, origin: Address, item: Round) -> ReviewView | None:
    """Return what is to be reviewed in a round, or None."""
    found = ctx.checked.suspects.get(item.id, ())
    items = dict.fromkeys(_link(ctx, origin, item, one) for one in found)
    if not items:
        return None
    short, sentence = (ctx.words(f"review.{key}", count=len(items)) for key in ("count", "list"))
    return ReviewView(short, sentence, tuple(items))


def _link(ctx: Context, origin: Address, item: Round, suspect: Suspect) -> Link:
    school = ctx.folder.id
    if criterion := item.framework.criteria.get(suspect.criterion):
        title = ctx.criterion_name(item.framework, criterion)
        return Link(title, ctx.link(origin, addresses.criterion(school, item.id, criterion.number)))
    level = item.framework.clauses.level if item.framework.clauses else 0
    title = ctx.words("review.clause", id=suspect.level)
    return Link(title, ctx.link(origin, addresses.clauses(school, item.id, level)))


def review_note(ctx: Context, item: Round, criterion: str) -> str:
    """Return what has changed under a criterion, in a sentence, or an empty text."""
    found = ctx.checked.under(item.id, criterion)
    confirmed = ctx.folder.confirmed
    if not found or confirmed is None:
        return ""
    what = "; ".join(_at_level(ctx, item, one) for one in found)
    return ctx.words("review.since", date=ctx.day(confirmed.rounds[item.id].on), what=what)


def _at_level(ctx: Context, item: Round, suspect: Suspect) -> str:
    what = list_in(ctx.words, list(_changed(ctx, suspect)))
    if not suspect.level:
        return what
    return ctx.words("review.at", what=what, level=ctx.level(item.framework, int(suspect.level)))


def _changed(ctx: Context, suspect: Suspect) -> Iterable[str]:
    if suspect.requirement:
        yield ctx.words("review.requirement")
    if suspect.evidence:
        yield ctx.words("review.evidence", codes=", ".join(suspect.evidence))
    if suspect.unnamed:
        yield ctx.words("review.unnamed")
    if suspect.verdict:
        yield ctx.words("review.verdict")


def clause_tag(ctx: Context, item: Round, clause: str) -> Tag | None:
    """Return the tag of a clause that is to be reviewed, or None."""
    found = any(one.level == clause for one in ctx.checked.under(item.id, ""))
    return Tag(ctx.words("review.word"), "warn") if found else None


def confirmed_views(ctx: Context, origin: Address) -> tuple[ConfirmedView, ...]:
    """Return how the published rounds stand; none where the school confirms nothing."""
    if ctx.folder.confirmed is None:
        return ()
    return tuple(_confirmed(ctx, origin, item) for item in ctx.rounds)


def _confirmed(ctx: Context, origin: Address, item: Round) -> ConfirmedView:
    then = ctx.folder.confirmed.rounds.get(item.id) if ctx.folder.confirmed else None
    if then is None:
        return ConfirmedView(ctx.words("checks.confirmed_never", label=ctx.round_label(item)), None, False)
    label = ctx.words("checks.confirmed_round", label=ctx.round_label(item), date=ctx.day(then.on))
    review = review_view(ctx, origin, item)
    return ConfirmedView(label, review, review is None)
