"""What a level asks of the whole school outside its criteria: separate clauses, and points."""

from collections.abc import Mapping
from dataclasses import dataclass

from kdcl_site.frameworks.rules import Clauses
from kdcl_site.judging.result import PointsResult
from kdcl_site.model.assessment import LevelRating
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context
from kdcl_site.pages.lines import evidence_line, verdict_tag
from kdcl_site.pages.parts import EvidenceLine, Tag
from kdcl_site.pages.ratings import findings_of
from kdcl_site.pages.reviews import clause_tag

CLAUSES = "yeu-cau-rieng"
"""The fragment at which a round's overview lists the clauses."""

POINTS = "diem"
"""The fragment at which it tells the points."""


@dataclass(frozen=True, slots=True)
class ClauseView:
    """One clause: its verdict, what was found, and why it does not apply where that was said."""

    id: str
    text: str
    state: Tag
    findings: str
    reason: str
    grounds: str
    review: Tag | None


@dataclass(frozen=True, slots=True)
class ClausesView:
    """The clauses of a level; `considered` is false where none was judged."""

    level: str
    criterion: str
    article: str
    considered: bool
    href: str
    items: tuple[ClauseView, ...]
    evidence: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True)
class PointsView:
    """The total against what is needed, and every floor."""

    total: str
    state: Tag
    floors: tuple[tuple[str, Tag], ...]


def clauses_view(ctx: Context, origin: Address, item: Round, clauses: Clauses) -> ClausesView:
    """Return how the separate clauses of a round's framework stand."""
    told = item.assessment.clauses
    results = ctx.judgements[item.id].clauses
    views = []
    for clause in clauses.items:
        rating = told.get(clause.id)
        given = rating.verdict if rating and isinstance(rating.verdict, str) else ""
        state = "not_applicable" if given == "not_applicable" else results[clause.id].state
        views.append(
            ClauseView(
                id=clause.id,
                text=ctx.local(clause.text),
                state=verdict_tag(ctx, state),
                findings=ctx.say("\n\n".join(findings_of(rating))) if rating else "",
                reason=reason_of(ctx, rating),
                grounds=grounds_of(ctx, rating),
                review=clause_tag(ctx, item, clause.id),
            )
        )
    cited = dict.fromkeys(
        code for rating in told.values() for text in findings_of(rating) for code in ctx.citations.codes(text)
    )
    return ClausesView(
        level=ctx.level(item.framework, clauses.level),
        criterion=ctx.tier(item.framework),
        article=ctx.law(clauses.article),
        considered=bool(told),
        href=ctx.link(origin, addresses.clauses(ctx.folder.id, item.id, clauses.level)),
        items=tuple(views),
        evidence=tuple(evidence_line(ctx, origin, ctx.folder.evidence[code]) for code in cited),
    )


def reason_of(ctx: Context, rating: LevelRating | None, requirement: str = "") -> str:
    """Return why a level, or one requirement of it, is not applicable."""
    if rating is None or rating.reason is None:
        return ""
    if isinstance(rating.reason, Mapping):
        return ctx.say(rating.reason.get(requirement))
    return ctx.say(rating.reason) if not requirement else ""


def points_view(ctx: Context, item: Round) -> PointsView | None:
    """Return how the points of a round stand, or None where its framework gives none."""
    found = next((step.points for step in ctx.judgements[item.id].steps if step.points), None)
    if found is None:
        return None
    floors = (
        (
            ctx.words(
                "points.floor",
                standard=f"{ctx.local(item.framework.words.standard)} {floor.standard}",
                reached=floor.reached,
                needed=floor.needed,
                percent=floor.percent,
            ),
            _tag(ctx, floor.met),
        )
        for floor in found.floors
    )
    return PointsView(_total(ctx, found), _tag(ctx, found.reached >= found.needed), tuple(floors))


def _total(ctx: Context, found: PointsResult) -> str:
    return ctx.words("points.total", reached=found.reached, maximum=found.maximum, needed=found.needed)


def _tag(ctx: Context, met: bool) -> Tag:
    return verdict_tag(ctx, "met" if met else "not_met")


def grounds_of(ctx: Context, rating: LevelRating | None) -> str:
    """Say what a verdict rests on, where the school says so, else an empty text."""
    kinds = [ctx.words(f"ground.{one}") for one in dict.fromkeys(rating.grounds)] if rating else []
    return ctx.words("criterion.grounds", grounds=", ".join(kinds)) if kinds else ""
