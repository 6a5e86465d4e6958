"""The grid of standards and criteria with their marks."""

from dataclasses import dataclass

from kdcl_site.frameworks.framework import Standard
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context
from kdcl_site.pages.lines import criterion_line
from kdcl_site.pages.parts import CriterionLine


@dataclass(frozen=True, slots=True)
class GridGroup:
    """One standard's rows; `open` where something stands below what the school claims."""

    number: str
    name: str
    href: str
    tally: str
    open: bool
    rows: tuple[CriterionLine, ...]

    @property
    def count(self) -> int:
        """How many criteria the standard has."""
        return len(self.rows)


def grid(ctx: Context, origin: Address, item: Round) -> tuple[GridGroup, ...]:
    """Return the rows of all standards."""
    return tuple(grid_group(ctx, origin, item, standard) for standard in item.framework.standards)


def grid_group(ctx: Context, origin: Address, item: Round, standard: Standard) -> GridGroup:
    """Return the rows of one standard."""
    judgement = ctx.judgements[item.id]
    result = judgement.standards[standard.number]
    claim = judgement.claimed if judgement.claimed is not None else judgement.level
    levels = [judgement.criteria[one.number].level for one in standard.criteria]
    return GridGroup(
        number=standard.number,
        name=ctx.local(standard.name),
        href=ctx.link(origin, addresses.standard(ctx.folder.id, item.id, standard.number)),
        tally=tally(ctx, item, dict(result.counts), result.unjudged),
        open=any(level is None or claim is None or level < claim for level in levels),
        rows=tuple(criterion_line(ctx, origin, item, one) for one in standard.criteria),
    )


def tally(ctx: Context, item: Round, counts: dict[int, int], unjudged: int) -> str:
    """Return "2 Mức 2 · 1 Mức 1", highest first, without levels nobody stands at."""
    parts = [
        ctx.words("grid.count", count=counts[level], level=ctx.level(item.framework, level))
        for level in sorted(counts, reverse=True)
        if counts[level]
    ]
    if unjudged:
        parts.append(ctx.words("grid.unjudged", count=unjudged))
    return " · ".join(parts)


def whole_tally(ctx: Context, item: Round) -> str:
    """Return the tally over all standards."""
    standards = ctx.judgements[item.id].standards.values()
    counts = {step.level: sum(one.counts[step.level] for one in standards) for step in item.framework.scale}
    return tally(ctx, item, counts, sum(one.unjudged for one in standards))
