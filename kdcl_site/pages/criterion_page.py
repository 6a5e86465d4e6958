"""A criterion's page: plain words first, then the verdict, and what it rests on."""

from dataclasses import dataclass

from kdcl_site.frameworks.framework import Criterion
from kdcl_site.model.assessment import CriterionRating
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context
from kdcl_site.pages.levels import LevelView, level_views
from kdcl_site.pages.lines import commitment_line, evidence_line, has_open
from kdcl_site.pages.method import METHOD
from kdcl_site.pages.parts import CommitmentLine, EvidenceLine, Link, Mark, Named
from kdcl_site.pages.questions_page import questions_on
from kdcl_site.pages.ratings import texts_of
from kdcl_site.pages.reviews import review_note
from kdcl_site.pages.rounds import beside
from kdcl_site.pages.sides import both
from kdcl_site.pages.standard_page import WeaknessView, weakness_view

SITES = "diem-truong"
"""The fragment at which a criterion's page holds the notes on single sites."""


@dataclass(frozen=True, slots=True)
class LawView:
    """Where the criterion stands in the law, and what nobody has yet held against the gazette."""

    article: str
    source: str
    verified: bool
    unverified: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CriterionPage:
    """Everything a criterion's page shows."""

    label: str
    criterion: str
    name: str
    mandatory: bool
    lead: str
    about: str
    why: str
    mark: Mark
    review: str
    method: str
    sides: str
    sides_link: Link | None
    levels: tuple[LevelView, ...]
    requirement: str
    findings: str
    sites: tuple[Named, ...]
    strengths: tuple[str, ...]
    weaknesses: tuple[WeaknessView, ...]
    evidence: tuple[EvidenceLine, ...]
    internal_cited: bool
    evidence_kinds: tuple[str, ...]
    commitments: tuple[CommitmentLine, ...]
    promise: str
    asked: tuple[Link, ...]
    law: LawView
    framework: Link
    previous: Link | None
    next: Link | None


def criterion_page(ctx: Context, origin: Address, item: Round, criterion: Criterion) -> CriterionPage:
    """Return what the page of a criterion in a round shows."""
    rating = item.assessment.criteria.get(criterion.number)
    about = ctx.local(criterion.plain)
    lead = ctx.say(rating.plain) if rating and rating.plain else ""
    numbers = list(item.framework.criteria)
    place = numbers.index(criterion.number)
    cited = _cited(ctx, item, criterion, rating)
    other = beside(ctx, item)
    return CriterionPage(
        label=ctx.criterion_name(item.framework, criterion),
        criterion=ctx.tier(item.framework),
        name=ctx.local(criterion.name),
        mandatory=criterion.mandatory,
        lead=lead or about,
        about=about if lead else "",
        why=ctx.local(criterion.why),
        mark=ctx.criterion_mark(item, criterion.number),
        review=review_note(ctx, item, criterion.number),
        method=ctx.round_link(origin, item, METHOD),
        sides=_sides(ctx, item, other, criterion.number) if other else "",
        sides_link=_sides_link(ctx, origin, other, criterion.number) if other else None,
        levels=level_views(ctx, item, criterion, rating),
        requirement=ctx.words("criterion.requirements", requirement=ctx.local(item.framework.words.requirement)),
        findings=ctx.say(rating.findings) if rating else "",
        sites=_sites(ctx, rating),
        strengths=tuple(ctx.say(one.text) for one in rating.strengths) if rating else (),
        weaknesses=tuple(weakness_view(ctx, origin, one) for one in rating.weaknesses) if rating else (),
        evidence=tuple(evidence_line(ctx, origin, ctx.folder.evidence[code]) for code in cited),
        internal_cited=_hides(ctx, rating),
        evidence_kinds=tuple(map(ctx.local, criterion.evidence_kinds)),
        commitments=tuple(commitment_line(ctx, origin, one) for one in ctx.answering(item.framework, criterion.number)),
        promise=_promise(ctx, item, criterion),
        asked=questions_on(ctx, origin, item, criterion.number),
        law=law_view(ctx, item, criterion),
        framework=Link(
            ctx.words(
                "criterion.framework",
                criterion=ctx.local(item.framework.words.criterion),
                framework=ctx.local(item.framework.short),
            ),
            ctx.link(origin, addresses.framework_criterion(item.framework.id, criterion.number)),
        ),
        previous=_neighbour(ctx, origin, item, numbers[place - 1]) if place else None,
        next=_neighbour(ctx, origin, item, numbers[place + 1]) if place + 1 < len(numbers) else None,
    )


def _sites(ctx: Context, rating: CriterionRating | None) -> tuple[Named, ...]:
    """The notes on single sites, in the order in which the school names its sites."""
    notes = rating.sites if rating else {}
    return tuple(
        Named(ctx.say(one.name), ctx.say(notes[one.name])) for one in ctx.folder.school.campuses if one.name in notes
    )


def _promise(ctx: Context, item: Round, criterion: Criterion) -> str:
    """The key of the sentence on missing commitments, or an empty text where an open one answers the criterion."""
    if not item.own:
        return "criterion.no_promise_past"
    result = ctx.judgements[item.id].criteria[criterion.number]
    found = ctx.answering(item.framework, criterion.number)
    wanted = result.level is not None and result.level < _top(item, criterion)
    if found:
        return "criterion.no_promise_open" if wanted and not has_open(ctx, found) else ""
    if result.level is None:
        return "criterion.no_promise_unjudged"
    return "criterion.no_promise" if wanted else "criterion.no_promise_needed"


def _top(item: Round, criterion: Criterion) -> int:
    """The highest level a criterion can stand at: separate clauses are no level of a criterion."""
    return criterion.levels[-1].level if criterion.levels else item.framework.scale[-1].level


def _sides(ctx: Context, item: Round, other: Round, number: str) -> str:
    found = both(ctx, item, other, ctx.criterion_mark(item, number), ctx.criterion_mark(other, number))
    same = ctx.judgements[item.id].criteria[number].level == ctx.judgements[other.id].criteria[number].level
    return ctx.words("sides.same" if same else "sides.differ", both=found)


def _sides_link(ctx: Context, origin: Address, other: Round, number: str) -> Link:
    return Link(ctx.round_label(other), ctx.link(origin, addresses.criterion(ctx.folder.id, other.id, number)))


def law_view(ctx: Context, item: Round, criterion: Criterion) -> LawView:
    """Return where something stands in the law of a round's framework."""
    framework = item.framework
    source = f"{ctx.law(framework.source.kind)} {framework.source.number}"
    unverified = tuple(map(ctx.local, framework.unverified))
    return LawView(ctx.law(criterion.article), source, framework.vouched(criterion), unverified)


def _cited(ctx: Context, item: Round, criterion: Criterion, rating: CriterionRating | None) -> list[str]:
    """The codes of visible items cited on the criterion, then of those that say they serve it."""
    cited = [code for text in texts_of(rating) for code in ctx.citations.codes(text)]
    return list(dict.fromkeys(cited + ctx.serving(item.framework, criterion.number)))


def _hides(ctx: Context, rating: CriterionRating | None) -> bool:
    return any(ctx.citations.hides(text) for text in texts_of(rating))


def _neighbour(ctx: Context, origin: Address, item: Round, number: str) -> Link:
    criterion = item.framework.criteria[number]
    href = ctx.link(origin, addresses.criterion(ctx.folder.id, item.id, number))
    return Link(f"{number} {ctx.local(criterion.name)}", href)
