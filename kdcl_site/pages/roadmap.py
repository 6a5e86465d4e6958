"""The way to the next level: which criteria must rise, what each lacks, and what was promised for it."""

from dataclasses import dataclass

from kdcl_site.judging.result import CriterionResult, Roadmap
from kdcl_site.model.folder import Round
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context
from kdcl_site.pages.lines import commitment_line, criterion_line, has_open, stated_lacking
from kdcl_site.pages.parts import CommitmentLine, CriterionLine

ROADMAP = "len-muc"
"""The fragment at which a school's page tells the way to its next level."""


@dataclass(frozen=True, slots=True)
class RoadmapItem:
    """One criterion on the way: the level it needs, the requirements it lacks there, the commitments that answer it."""

    line: CriterionLine
    needs: str
    lacking: tuple[str, ...]
    commitments: tuple[CommitmentLine, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class RoadmapGroup:
    """Criteria that must rise together, or of which so many must."""

    title: str
    items: tuple[RoadmapItem, ...]


@dataclass(frozen=True, slots=True)
class RoadmapView:
    """The way to the next level in a sentence, and criterion by criterion."""

    target: str
    short: str
    sentence: str
    groups: tuple[RoadmapGroup, ...]
    clauses_title: str
    clauses: tuple[str, ...]


def roadmap_view(ctx: Context, origin: Address, item: Round) -> RoadmapView | None:
    """Return the way to a round's next level, or None where there is none to tell; a school that is gone has none."""
    way = ctx.judgements[item.id].roadmap
    if way is None or not item.own:
        return None
    target = ctx.level(item.framework, way.level)
    groups = []
    word = ctx.local(item.framework.words.criterion).lower()
    listed = {rise.criterion for rise in way.must}
    for level in sorted({rise.level for rise in way.must}):
        numbers = tuple(rise.criterion for rise in way.must if rise.level == level)
        title = ctx.words("roadmap.must", level=ctx.level(item.framework, level), count=len(numbers), criterion=word)
        groups.append(_group(ctx, origin, item, title, numbers, level))
    for choice in way.choose:
        level_name = ctx.level(item.framework, choice.level)
        among = len(choice.among)
        fields = {"count": choice.count, "among": among, "level": level_name, "criterion": word}
        title = ctx.words("roadmap.choose", **fields)
        if above := [one for one in choice.among if one in listed]:
            title = ctx.words("roadmap.above", title=title, which=", ".join(above))
        numbers = tuple(one for one in choice.among if one not in listed)
        listed.update(numbers)
        groups.append(_group(ctx, origin, item, title, numbers, choice.level))
    key = "roadmap.short" if way.fewest else "roadmap.short_clauses"
    texts = {one.id: one.text for one in item.framework.clauses.items} if item.framework.clauses else {}
    return RoadmapView(
        target=target,
        short=ctx.words(key, count=way.fewest or len(way.clauses), level=target, criterion=word),
        sentence=sentence(ctx, item, way),
        groups=tuple(groups),
        clauses_title=ctx.words("roadmap.clauses_title", count=len(way.clauses), level=target),
        clauses=tuple(ctx.local(texts[one]) for one in way.clauses),
    )


def sentence(ctx: Context, item: Round, way: Roadmap) -> str:
    """Return "Để đạt Mức 2, trường còn 1.3 và ít nhất 2 trong 3.3, 3.4, 3.5, 4.3"."""
    parts = []
    for level in sorted({rise.level for rise in way.must}):
        numbers = ", ".join(rise.criterion for rise in way.must if rise.level == level)
        parts.append(_at(ctx, item, way, numbers, level))
    for choice in way.choose:
        phrase = ctx.words("roadmap.at_least", count=choice.count, among=", ".join(choice.among))
        parts.append(_at(ctx, item, way, phrase, choice.level))
    if way.clauses:
        parts.append(ctx.words("roadmap.clauses", count=len(way.clauses)))
    joined = ctx.words("roadmap.and").join(parts)
    return ctx.words("roadmap.sentence", level=ctx.level(item.framework, way.level), what=joined)


def _at(ctx: Context, item: Round, way: Roadmap, phrase: str, level: int) -> str:
    """A criterion that needs another level than the school's next one says which."""
    if level == way.level:
        return phrase
    return ctx.words("roadmap.to_level", what=phrase, level=ctx.level(item.framework, level))


def _group(
    ctx: Context, origin: Address, item: Round, title: str, numbers: tuple[str, ...], level: int
) -> RoadmapGroup:
    return RoadmapGroup(title, tuple(_item(ctx, origin, item, number, level) for number in numbers))


def _item(ctx: Context, origin: Address, item: Round, number: str, level: int) -> RoadmapItem:
    criterion = item.framework.criteria[number]
    found = ctx.answering(item.framework, number)
    return RoadmapItem(
        line=criterion_line(ctx, origin, item, criterion),
        needs=ctx.level(item.framework, level),
        lacking=_lacking(ctx, item, ctx.judgements[item.id].criteria[number]),
        commitments=tuple(commitment_line(ctx, origin, one) for one in found),
        open=has_open(ctx, found),
    )


def _lacking(ctx: Context, item: Round, result: CriterionResult) -> tuple[str, ...]:
    """What the first level that is not met lacks; higher levels are not considered before it."""
    failed = next((one for one in result.levels if one.state == "not_met"), None)
    return stated_lacking(ctx, item, result.number, failed) if failed else ()
