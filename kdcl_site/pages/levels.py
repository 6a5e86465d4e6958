"""The levels of a criterion in a round: what each asks, how it stands, what was found, what is missing."""

from dataclasses import dataclass

from kdcl_site.frameworks.framework import Criterion, Level
from kdcl_site.judging.result import LevelResult, LevelState
from kdcl_site.model.assessment import CriterionRating, LevelRating
from kdcl_site.model.folder import Round
from kdcl_site.pages.clauses import grounds_of, reason_of
from kdcl_site.pages.context import Context
from kdcl_site.pages.lines import stated_lacking, verdict_tag
from kdcl_site.pages.parts import Tag
from kdcl_site.pages.ratings import findings_of, one_of


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
    grounds: str
    silent: bool
    only_internal: bool
    reason: str = ""
    without: str = ""


def level_views(
    ctx: Context, item: Round, criterion: Criterion, rating: CriterionRating | None
) -> tuple[LevelView, ...]:
    """Return every level that any criterion of the framework has; where this one has no text, its view says so."""
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
    text = ctx.words("criterion.without", source=ctx.law(source.kind), level=name, criterion=ctx.tier(item.framework))
    state = Tag(ctx.words("verdict.without"), "none")
    return LevelView(f"muc-{level}", name, "not_considered", state, "", (), "", (), "", False, False, without=text)


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
        grounds=grounds_of(ctx, rating),
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
