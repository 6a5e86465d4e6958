"""A round as a whole: its level, grid, method, way on; on the school's page or on one of its own."""

import re
from dataclasses import dataclass

from kdcl_site.frameworks.framework import Standard
from kdcl_site.frameworks.rules import Clauses
from kdcl_site.judging.result import Judgement
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.charts import BarChart, levels_chart
from kdcl_site.pages.clauses import ClausesView, PointsView, clauses_view, points_view
from kdcl_site.pages.context import Context
from kdcl_site.pages.grid import GridGroup, grid, whole_tally
from kdcl_site.pages.method import MethodView, method_view
from kdcl_site.pages.paper_links import report_link
from kdcl_site.pages.parts import Link, Mark
from kdcl_site.pages.questions_page import ResponseView, responses_to
from kdcl_site.pages.recognition import OutlookView, outlook_views
from kdcl_site.pages.reviews import ReviewView, review_view
from kdcl_site.pages.roadmap import RoadmapView, roadmap_view
from kdcl_site.pages.rounds import OWN, area_name, beside, is_stage, strengths_of, weaknesses_of
from kdcl_site.pages.sides import SidesView, sides_view
from kdcl_site.text.formats import school_year

_SENTENCE = re.compile(r"(.+?[.!?…])\s+(?=[A-ZĐÀ-Ỹ0-9])", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Highlight:
    """One strength or weakness in a sentence, with the page where all of them stand."""

    text: str
    link: Link


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A correction after publication."""

    on: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class RoundView:
    """What is shown of a round as a whole."""

    label: str
    mark: Mark
    unfinished: str
    claim: str
    claim_agrees: bool
    tally: str
    chart: BarChart | None
    grid: tuple[GridGroup, ...]
    sides: SidesView | None
    clauses: ClausesView | None
    points: PointsView | None
    outlooks: tuple[OutlookView, ...]
    method: MethodView
    roadmap: RoadmapView | None
    changes: tuple[ChangeView, ...]
    responses: tuple[ResponseView, ...]
    review: ReviewView | None


@dataclass(frozen=True, slots=True)
class RoundPage:
    """A round on a page of its own."""

    title: str
    area: str
    round: RoundView
    school: Link
    report: Link | None


@dataclass(frozen=True, slots=True)
class ClausesPage:
    """The separate clauses of a level, with what was found."""

    title: str
    judge: str
    on: str
    clauses: ClausesView
    back: Link


def round_page(ctx: Context, origin: Address, item: Round) -> RoundPage:
    """Return what a round's own page shows."""
    school = Link(ctx.name, ctx.link(origin, addresses.school(ctx.folder.id)))
    area = area_name(ctx, item)
    told = ctx.words("area.then", area=area) if area else ""
    return RoundPage(ctx.round_label(item), told, round_view(ctx, origin, item), school, report_link(ctx, origin, item))


def clauses_page(ctx: Context, origin: Address, item: Round, clauses: Clauses) -> ClausesPage:
    """Return what the page of a round's separate clauses shows."""
    view = clauses_view(ctx, origin, item, clauses)
    judge, day = ctx.judged(item)
    title = ctx.words("clauses.title", level=view.level)
    return ClausesPage(title, judge, day, view, Link(ctx.round_label(item), ctx.round_link(origin, item)))


def round_view(ctx: Context, origin: Address, item: Round) -> RoundView:
    """Return a round as a whole."""
    judgement = ctx.judgements[item.id]
    claim, agrees = _claim(ctx, item, judgement)
    return RoundView(
        label=ctx.words("round.year", years=school_year(item.assessment.school_year)),
        mark=ctx.whole_mark(item),
        unfinished=_unfinished(ctx, item, judgement) if judgement.level is None else "",
        claim=claim,
        claim_agrees=agrees,
        tally=whole_tally(ctx, item),
        chart=levels_chart(ctx, item),
        grid=grid(ctx, origin, item),
        sides=sides_view(ctx, origin, item),
        clauses=clauses_view(ctx, origin, item, item.framework.clauses) if item.framework.clauses else None,
        points=points_view(ctx, item),
        outlooks=outlook_views(ctx, item, judgement.level) if not is_stage(ctx, item) else (),
        method=method_view(ctx, item),
        roadmap=roadmap_view(ctx, origin, item),
        changes=tuple(
            ChangeView(ctx.day(one.on), ctx.say(one.what), ctx.say(one.why))
            for one in sorted(item.assessment.changes, key=lambda one: one.on, reverse=True)
        ),
        responses=responses_to(ctx, origin, item, beside(ctx, item)),
        review=review_view(ctx, origin, item),
    )


def _unfinished(ctx: Context, item: Round, judgement: Judgement) -> str:
    """Why there is no level, as far as judging says."""
    if judgement.why_none in (None, "incomplete"):
        clauses = [key for key, one in judgement.clauses.items() if one.state == "not_judged"]
        if not judgement.unjudged and clauses:
            return ctx.words("school.unfinished_clauses", count=len(clauses), which=", ".join(clauses))
        which = ", ".join(judgement.unjudged)
        tier = ctx.tier(item.framework)
        return ctx.words("school.unfinished", count=len(judgement.unjudged), criterion=tier, which=which)
    return ctx.words(f"school.why_none.{judgement.why_none}")


def _claim(ctx: Context, item: Round, judgement: Judgement) -> tuple[str, bool]:
    """The sentence that holds what the school claims against what follows from its data, and whether they agree."""
    own = item.assessment.kind == OWN
    if judgement.claimed is None:
        return ctx.words("claim.none") if own else "", True
    known = {step.level for step in item.framework.scale}
    claimed = ctx.level(item.framework, judgement.claimed) if judgement.claimed in known else str(judgement.claimed)
    who = ctx.words("claim.school") if own else ctx.judged(item)[0]
    if judgement.level is None:
        key = "claim.unfinished" if judgement.why_none in (None, "incomplete") else "claim.only"
        return ctx.words(key, who=who, claimed=claimed), True
    derived = ctx.level(item.framework, judgement.level)
    if judgement.level == judgement.claimed:
        return ctx.words("claim.agrees", who=who, claimed=claimed), True
    return ctx.words("claim.differs", who=who, claimed=claimed, derived=derived), False


def highlight(ctx: Context, origin: Address, item: Round, strong: bool) -> Highlight | None:
    """Return the first strength of the standard that stands best, or the first weakness of the one that stands worst.

    Best is where the smallest share of criteria is below the top of the scale; of equal ones, the first.
    """
    choice: list[tuple[float, str, str]] = []
    for standard in item.framework.standards:
        found = strengths_of(item, standard) if strong else weaknesses_of(item, standard)
        said = next((one.text for _, one in found), None)
        if said is not None:
            share = top_share(ctx, item, standard)
            choice.append((share if not strong else -share, standard.number, said))
    if not choice:
        return None
    _, number, text = min(choice, key=lambda one: one[0])
    href = ctx.link(origin, addresses.standard(ctx.folder.id, item.id, number))
    title = f"{ctx.local(item.framework.words.standard)} {number}"
    return Highlight(ctx.say(first_sentence(ctx.plain(text))), Link(title, href))


def top_share(ctx: Context, item: Round, standard: Standard) -> float:
    """Return which share of a standard's criteria stands at the highest level that criteria have, from 0 to 1."""
    tops = {step.level for step in item.framework.scale}
    top = max(tops & {one.level for other in item.framework.criteria.values() for one in other.levels} or tops)
    return ctx.judgements[item.id].standards[standard.number].counts[top] / len(standard.criteria)


def first_sentence(text: str) -> str:
    """Return a text's first sentence."""
    match = _SENTENCE.match(text)
    return match[1] if match else text
