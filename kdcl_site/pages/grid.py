"""The grid of standards and criteria with their marks."""

from dataclasses import dataclass, replace

from kdcl_site.frameworks.framework import Criterion, Standard
from kdcl_site.judging.result import StandardResult
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context
from kdcl_site.pages.lines import criterion_line
from kdcl_site.pages.parts import CriterionLine
from kdcl_site.pages.rounds import beside
from kdcl_site.pages.sides import side

_SHOWN = 60
"""A phone has no room for the rows of more criteria than that: then only those that are not fully met are shown."""


@dataclass(frozen=True, slots=True)
class GridGroup:
    """One standard's rows; `open` where something stands below what the school claims, or where two judgings differ.

    `count` is how many criteria the standard has; `left` tells of those that have no row, as they are fully met.
    `kinds`: the framework tells mandatory criteria from others.
    `own` and `other` head the columns of marks where another body's stand beside the school's own.
    """

    number: str
    name: str
    href: str
    tally: str
    open: bool
    rows: tuple[CriterionLine, ...]
    criterion: str
    standard: str
    kinds: bool
    count: int
    left: str = ""
    own: str = ""
    other: str = ""


def grid(ctx: Context, origin: Address, item: Round) -> tuple[GridGroup, ...]:
    """Return the rows of all standards; of very many criteria, those that are not fully met."""
    shown = grid_group if len(item.framework.criteria) <= _SHOWN else _folded
    return tuple(shown(ctx, origin, item, standard) for standard in item.framework.standards)


def _folded(ctx: Context, origin: Address, item: Round, standard: Standard) -> GridGroup:
    group = grid_group(ctx, origin, item, standard)
    levels = {number: result.level for number, result in ctx.judgements[item.id].criteria.items()}
    top = item.framework.scale[-1].level
    short = {one.number for one in standard.criteria if _short(levels[one.number], top, one)}
    rows = tuple(row for row in group.rows if row.number in short or _stands_out(row))
    left = len(group.rows) - len(rows)
    key = "grid.left" if rows else "grid.all"
    return replace(group, rows=rows, left=ctx.words(key, count=left, criterion=group.criterion.lower()) if left else "")


def grid_group(ctx: Context, origin: Address, item: Round, standard: Standard) -> GridGroup:
    """Return the rows of one standard."""
    judgement = ctx.judgements[item.id]
    result = judgement.standards[standard.number]
    claim = judgement.claimed if judgement.claimed is not None else judgement.level
    other = beside(ctx, item)
    rows = tuple(criterion_line(ctx, origin, item, one, other) for one in standard.criteria)
    short = any(_short(judgement.criteria[one.number].level, claim, one) for one in standard.criteria)
    return GridGroup(
        number=standard.number,
        name=ctx.local(standard.name),
        href=ctx.link(origin, addresses.standard(ctx.folder.id, item.id, standard.number)),
        tally=_tally(ctx, item, result),
        open=short or any(_stands_out(row) for row in rows),
        rows=rows,
        criterion=ctx.local(item.framework.words.criterion),
        count=len(rows),
        kinds=any(one.mandatory for one in item.framework.criteria.values()),
        standard=ctx.local(item.framework.words.standard),
        own=side(ctx, item) if other else "",
        other=side(ctx, other) if other else "",
    )


def _stands_out(row: CriterionLine) -> bool:
    """Whether another body judged otherwise, or the result is to be reviewed."""
    return bool(row.mark.review) or (row.other is not None and row.other.word != row.mark.word)


def _short(level: int | None, claim: int | None, criterion: Criterion) -> bool:
    """Whether a criterion stands below the claim; one without a text at that level can only reach the one below."""
    if level is None or claim is None:
        return True
    reachable = criterion.highest(claim) if criterion.levels else claim
    return reachable is not None and level < reachable


def _tally(ctx: Context, item: Round, result: StandardResult) -> str:
    if result.points is not None:
        return ctx.words("mark.points", points=result.points, maximum=result.points_max)
    return tally(ctx, item, dict(result.counts), result.unjudged)


def tally(ctx: Context, item: Round, counts: dict[int, int], unjudged: int) -> str:
    """Return "2 tiêu chí Mức 2 · 1 tiêu chí Mức 1", highest first, without levels nobody stands at."""
    word = ctx.local(item.framework.words.criterion).lower()
    parts = [
        ctx.words("grid.count", count=counts[level], criterion=word, level=ctx.level(item.framework, level))
        for level in sorted(counts, reverse=True)
        if counts[level]
    ]
    if unjudged:
        parts.append(ctx.words("grid.unjudged", count=unjudged, criterion=word))
    return " · ".join(parts)


def whole_tally(ctx: Context, item: Round) -> str:
    """Return the tally over all standards."""
    standards = ctx.judgements[item.id].standards.values()
    if any(one.points is not None for one in standards):
        points, maximum = sum(one.points or 0 for one in standards), sum(one.points_max or 0 for one in standards)
        return ctx.words("mark.points", points=points, maximum=maximum)
    counts = {step.level: sum(one.counts[step.level] for one in standards) for step in item.framework.scale}
    return tally(ctx, item, counts, sum(one.unjudged for one in standards))
