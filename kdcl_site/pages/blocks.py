"""What authored pages may show of one school and link to in it: nothing internal, links from the school's own page."""

from collections.abc import Mapping
from dataclasses import dataclass

from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.citing import anchor
from kdcl_site.pages.context import Context
from kdcl_site.pages.grid import GridGroup, grid, whole_tally
from kdcl_site.pages.lines import commitment_line
from kdcl_site.pages.parts import CommitmentLine, Mark
from kdcl_site.pages.rounds import stages


@dataclass(frozen=True, slots=True)
class RoundBlock:
    """The grid of a current self-assessment; `method` leads to how it was judged."""

    label: str
    mark: Mark
    tally: str
    grid: tuple[GridGroup, ...]
    method: str


@dataclass(frozen=True, slots=True)
class SchoolBlocks:
    """What authored pages may show of a school in one language: a grid for each stage, and the open commitments.

    `promises` leads to all commitments, `targets` holds by criterion, code of evidence or id where a link to it leads.
    """

    rounds: tuple[RoundBlock, ...]
    open: tuple[CommitmentLine, ...]
    promises: str
    targets: Mapping[str, str]


def school_blocks(ctx: Context) -> SchoolBlocks:
    """Return what authored pages may show of a school; internal and withdrawn evidence is not there."""
    origin = addresses.school(ctx.folder.id)
    current = stages(ctx) or ((ctx.current,) if ctx.current else ())
    ahead = [one for one in ctx.folder.commitments if ctx.states[one.id].status not in ("done", "dropped")]
    return SchoolBlocks(
        rounds=tuple(_round(ctx, item) for item in current),
        open=tuple(commitment_line(ctx, origin, one) for one in sorted(ahead, key=lambda one: (one.due, one.id))),
        promises=ctx.link(origin, addresses.commitments(ctx.folder.id)),
        targets=_targets(ctx),
    )


def _round(ctx: Context, item: Round) -> RoundBlock:
    origin = addresses.school(ctx.folder.id)
    method = ctx.round_link(origin, item, "cach-danh-gia")
    return RoundBlock(
        ctx.round_label(item), ctx.whole_mark(item), whole_tally(ctx, item), grid(ctx, origin, item), method
    )


def _targets(ctx: Context) -> dict[str, str]:
    """Where names lead; a criterion wins over a code of evidence that is spelled like it."""
    origin, school = addresses.school(ctx.folder.id), ctx.folder.id
    promises, evidence = addresses.commitments(school), addresses.evidence(school)
    found = {one.id: ctx.link(origin, promises, anchor(one.id)) for one in ctx.folder.commitments}
    found |= {one.code: ctx.link(origin, evidence, anchor(one.code)) for one in ctx.evidence if not one.withdrawn}
    if item := ctx.current:
        for number in item.framework.criteria:
            found[number] = ctx.link(origin, addresses.criterion(school, item.id, number))
    return found
