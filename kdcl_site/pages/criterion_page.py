"""A criterion's page: plain words first, then the verdict, and what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass

from kdcl_site.frameworks.framework import Criterion, Level
from kdcl_site.judging.result import LevelResult, LevelState
from kdcl_site.model.assessment import CriterionRating, LevelRating
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context, findings_of, one_of, texts_of
from kdcl_site.pages.lines import commitment_line, evidence_line
from kdcl_site.pages.method import METHOD
from kdcl_site.pages.parts import CommitmentLine, EvidenceLine, Link, Mark, Tag


@dataclass(frozen=True, slots=True)
class RequirementView:
    """One requirement; verdict and findings where they were given for it alone."""

    text: str
    verdict: Tag | None
    findings: str


@dataclass(frozen=True, slots=True)
class LevelView:
    """One level: what it asks, how it stands, what was found, what is missing."""

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
    levels: tuple[LevelView, ...]
    evidence: tuple[EvidenceLine, ...]
    internal_cited: bool
    evidence_kinds: tuple[str, ...]
    commitments: tuple[CommitmentLine, ...]
    promise_wanted: bool
    law: LawView
    previous: Link | None
    next: Link | None


_TONES = {"met": "good", "not_met": "bad", "not_judged": "none", "not_considered": "none", "not_applicable": "none"}


def verdict_tag(ctx: Context, verdict: str) -> Tag:
    """Return a verdict, or the state of a level, in one word."""
    return Tag(ctx.words(f"verdict.{verdict}"), _TONES[verdict])


def criterion_page(ctx: Context, origin: Address, item: Round, criterion: Criterion) -> CriterionPage:
    """Return what the page of a criterion in a round shows."""
    rating = item.assessment.criteria.get(criterion.number)
    result = ctx.judgements[item.id].criteria[criterion.number]
    about = ctx.local(criterion.plain)
    lead = ctx.say(rating.plain) if rating and rating.plain else ""
    numbers = list(item.framework.criteria)
    place = numbers.index(criterion.number)
    cited = _cited(ctx, item, criterion, rating)
    top = item.framework.scale[-1].level
    return CriterionPage(
        label=ctx.criterion_name(item.framework, criterion),
        name=ctx.local(criterion.name),
        mandatory=criterion.mandatory,
        lead=lead or about,
        about=about if lead else "",
        why=ctx.local(criterion.why),
        mark=ctx.mark(item, result.level),
        method=ctx.link(origin, addresses.school(ctx.folder.id), METHOD),
        levels=tuple(
            _level(ctx, item, criterion, found, rating.levels.get(str(found.level)) if rating else None)
            for found in result.levels
        ),
        evidence=tuple(evidence_line(ctx, origin, ctx.folder.evidence[code]) for code in cited),
        internal_cited=_hides(ctx, rating),
        evidence_kinds=tuple(map(ctx.local, criterion.evidence_kinds)),
        commitments=tuple(commitment_line(ctx, origin, one) for one in ctx.answering(item.framework, criterion.number)),
        promise_wanted=result.level is not None and result.level < top,
        law=law_view(ctx, item, criterion.article),
        previous=_neighbour(ctx, origin, item, numbers[place - 1]) if place else None,
        next=_neighbour(ctx, origin, item, numbers[place + 1]) if place + 1 < len(numbers) else None,
    )


def law_view(ctx: Context, item: Round, article: str) -> LawView:
    """Return where something stands in the law of a round's framework."""
    framework = item.framework
    source = f"{framework.source.kind} {framework.source.number}"
    return LawView(article, source, framework.verified, tuple(map(ctx.local, framework.unverified)))


def _level(
    ctx: Context, item: Round, criterion: Criterion, result: LevelResult, rating: LevelRating | None
) -> LevelView:
    level = criterion.level(result.level)
    texts = findings_of(rating) if rating else []
    requirements = _requirements(ctx, level, rating) if level else ()
    framework_texts = {one.id: ctx.local(one.text) for one in level.requirements} if level else {}
    each = rating is not None and isinstance(rating.verdict, Mapping)
    return LevelView(
        id=f"muc-{result.level}",
        name=ctx.level(item.framework, result.level),
        kind=result.state,
        state=verdict_tag(ctx, result.state),
        plain=ctx.local(level.plain) if level else "",
        requirements=requirements,
        findings=ctx.say(rating.findings) if rating and isinstance(rating.findings, str) else "",
        lacking=tuple(framework_texts[one] for one in result.unmet if one in framework_texts) if each else (),
        silent=not texts and result.state in ("met", "not_met"),
        only_internal=bool(texts) and ctx.citations.only_internal(" ".join(texts)),
    )


def _requirements(ctx: Context, level: Level, rating: LevelRating | None) -> tuple[RequirementView, ...]:
    views = []
    for requirement in level.requirements:
        verdict = one_of(rating.verdict, requirement.id) if rating else None
        found = one_of(rating.findings, requirement.id) if rating else None
        tag = verdict_tag(ctx, verdict) if verdict else None
        views.append(RequirementView(ctx.local(requirement.text), tag, ctx.say(found)))
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
