"""A criterion's page: plain words first, then the verdict, and what it rests on."""

from dataclasses import dataclass

from kdcl_site.frameworks.framework import Criterion, Level
from kdcl_site.judging.result import LevelResult, LevelState
from kdcl_site.model.assessment import CriterionRating, LevelRating
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.clauses import reason_of
from kdcl_site.pages.context import Context, findings_of, one_of, texts_of
from kdcl_site.pages.lines import commitment_line, evidence_line, has_open, stated_lacking, verdict_tag
from kdcl_site.pages.method import METHOD
from kdcl_site.pages.parts import CommitmentLine, EvidenceLine, Link, Mark, Tag
from kdcl_site.pages.rounds import beside
from kdcl_site.pages.sides import both
from kdcl_site.pages.standard_page import WeaknessView, weakness_view


@dataclass(frozen=True, slots=True)
class RequirementView:
    """One requirement; verdict, findings and reason where they were given for it alone; `letter` where it has one."""

    letter: str
    text: str
    verdict: Tag | None
    findings: str
    reason: str


@dataclass(frozen=True, slots=True)
class LevelView:
    """One level: what it asks, how it stands, what was found, what is missing.

    `without` says that the framework has no text for the criterion at this level.
    """

    id: str
    name: str
    kind: LevelState
    state: Tag
    plain: str
    requirements: tuple[RequirementView, ...]
    findings: str
    lacking: tuple[str, ...]
    silent: bool
    only_internal: bool
    reason: str = ""
    without: str = ""


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
    name: str
    mandatory: bool
    lead: str
    about: str
    why: str
    mark: Mark
    method: str
    sides: str
    sides_link: Link | None
    levels: tuple[LevelView, ...]
    requirement: str
    findings: str
    strengths: tuple[str, ...]
    weaknesses: tuple[WeaknessView, ...]
    evidence: tuple[EvidenceLine, ...]
    internal_cited: bool
    evidence_kinds: tuple[str, ...]
    commitments: tuple[CommitmentLine, ...]
    promise: str
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
        name=ctx.local(criterion.name),
        mandatory=criterion.mandatory,
        lead=lead or about,
        about=about if lead else "",
        why=ctx.local(criterion.why),
        mark=ctx.criterion_mark(item, criterion.number),
        method=ctx.round_link(origin, item, METHOD),
        sides=_sides(ctx, item, other, criterion.number) if other else "",
        sides_link=_sides_link(ctx, origin, other, criterion.number) if other else None,
        levels=_levels(ctx, item, criterion, rating),
        requirement=ctx.local(item.framework.words.requirement),
        findings=ctx.say(rating.findings) if rating else "",
        strengths=tuple(ctx.say(one.text) for one in rating.strengths) if rating else (),
        weaknesses=tuple(weakness_view(ctx, origin, one) for one in rating.weaknesses) if rating else (),
        evidence=tuple(evidence_line(ctx, origin, ctx.folder.evidence[code]) for code in cited),
        internal_cited=_hides(ctx, rating),
        evidence_kinds=tuple(map(ctx.local, criterion.evidence_kinds)),
        commitments=tuple(commitment_line(ctx, origin, one) for one in ctx.answering(item.framework, criterion.number)),
        promise=_promise(ctx, item, criterion),
        law=law_view(ctx, item, criterion.article),
        framework=Link(
            ctx.words("criterion.framework", framework=ctx.local(item.framework.short)),
            ctx.link(origin, addresses.framework_criterion(item.framework.id, criterion.number)),
        ),
        previous=_neighbour(ctx, origin, item, numbers[place - 1]) if place else None,
        next=_neighbour(ctx, origin, item, numbers[place + 1]) if place + 1 < len(numbers) else None,
    )


def _promise(ctx: Context, item: Round, criterion: Criterion) -> str:
    """The key of the sentence on missing commitments, or an empty text where an open one answers the criterion."""
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


def law_view(ctx: Context, item: Round, article: str) -> LawView:
    """Return where something stands in the law of a round's framework."""
    framework = item.framework
    source = f"{framework.source.kind} {framework.source.number}"
    return LawView(article, source, framework.verified, tuple(map(ctx.local, framework.unverified)))


def _levels(ctx: Context, item: Round, criterion: Criterion, rating: CriterionRating | None) -> tuple[LevelView, ...]:
    """Every level that any criterion of the framework has; where this one has no text, the view says so."""
    results = {one.level: one for one in ctx.judgements[item.id].criteria[criterion.number].levels}
    used = {one.level for other in item.framework.criteria.values() for one in other.levels}
    views = []
    for level in sorted(used if criterion.levels else ()):
        if level in results:
            told = rating.levels.get(str(level)) if rating else None
            views.append(_level(ctx, item, criterion, results[level], told))
        else:
            views.append(_without(ctx, item, level))
    return tuple(views)


def _without(ctx: Context, item: Round, level: int) -> LevelView:
    name, source = ctx.level(item.framework, level), item.framework.source
    text = ctx.words("criterion.without", source=source.kind, level=name)
    state = Tag(ctx.words("verdict.without"), "none")
    return LevelView(f"muc-{level}", name, "not_considered", state, "", (), "", (), False, False, without=text)


def _level(
    ctx: Context, item: Round, criterion: Criterion, result: LevelResult, rating: LevelRating | None
) -> LevelView:
    level = criterion.level(result.level)
    texts = findings_of(rating) if rating else []
    requirements = _requirements(ctx, level, rating) if level else ()
    return LevelView(
        id=f"muc-{result.level}",
        name=ctx.level(item.framework, result.level),
        kind=result.state,
        state=verdict_tag(ctx, "not_applicable" if rating and rating.verdict == "not_applicable" else result.state),
        plain=ctx.local(level.plain) if level else "",
        requirements=requirements,
        findings=ctx.say(rating.findings) if rating and isinstance(rating.findings, str) else "",
        lacking=stated_lacking(ctx, item, criterion.number, result),
        silent=not texts and result.state in ("met", "not_met"),
        only_internal=bool(texts) and ctx.citations.only_internal(" ".join(texts)),
        reason=reason_of(ctx, rating),
    )


def _requirements(ctx: Context, level: Level, rating: LevelRating | None) -> tuple[RequirementView, ...]:
    views = []
    for requirement in level.requirements:
        verdict = one_of(rating.verdict, requirement.id) if rating else None
        found = one_of(rating.findings, requirement.id) if rating else None
        tag = verdict_tag(ctx, verdict) if verdict else None
        letter = requirement.id if requirement.id.isalpha() else ""
        reason = reason_of(ctx, rating, requirement.id)
        views.append(RequirementView(letter, ctx.local(requirement.text), tag, ctx.say(found), reason))
    return tuple(views)


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
