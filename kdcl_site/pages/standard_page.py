"""A standard's page: its criteria, its strengths, and its weaknesses with what was promised or why not."""

from dataclasses import dataclass

from kdcl_site.frameworks.framework import Standard
from kdcl_site.model.assessment import Weakness
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context
from kdcl_site.pages.grid import GridGroup, grid_group
from kdcl_site.pages.lines import commitment_line
from kdcl_site.pages.method import METHOD
from kdcl_site.pages.parts import CommitmentLine, Link, Named
from kdcl_site.pages.rounds import strengths_of, weaknesses_of
from kdcl_site.text.formats import bind


@dataclass(frozen=True, slots=True)
class WeaknessView:
    """A weakness with its cause, and its commitments or the reason why there is none; `at` is its criterion, if any."""

    at: str
    text: str
    cause: str
    commitments: tuple[CommitmentLine, ...]
    not_planned: str


@dataclass(frozen=True, slots=True)
class StandardPage:
    """Everything a standard's page shows."""

    label: str
    name: str
    judge: str
    on: str
    method: str
    group: GridGroup
    strengths: tuple[Named, ...]
    weaknesses: tuple[WeaknessView, ...]
    previous: Link | None
    next: Link | None


def standard_name(ctx: Context, item: Round, standard: Standard) -> str:
    """Return "Tiêu chuẩn 2"."""
    return bind(f"{ctx.local(item.framework.words.standard)} {standard.number}")


def standard_page(ctx: Context, origin: Address, item: Round, standard: Standard) -> StandardPage:
    """Return what the page of a standard in a round shows."""
    judge, day = ctx.judged(item)
    place = item.framework.standards.index(standard)
    around = (*item.framework.standards, None)
    return StandardPage(
        label=standard_name(ctx, item, standard),
        name=ctx.local(standard.name),
        judge=judge,
        on=day,
        method=ctx.round_link(origin, item, METHOD),
        group=grid_group(ctx, origin, item, standard),
        strengths=tuple(Named(_at(ctx, item, at), ctx.say(one.text)) for at, one in strengths_of(item, standard)),
        weaknesses=tuple(
            weakness_view(ctx, origin, one, _at(ctx, item, at)) for at, one in weaknesses_of(item, standard)
        ),
        previous=_link(ctx, origin, item, around[place - 1]),
        next=_link(ctx, origin, item, around[place + 1]),
    )


def _at(ctx: Context, item: Round, number: str) -> str:
    return ctx.criterion_name(item.framework, item.framework.criteria[number]) if number else ""


def weakness_view(ctx: Context, origin: Address, weakness: Weakness, at: str = "") -> WeaknessView:
    """Return a weakness with what was promised for it."""
    known = {item.id: item for item in ctx.folder.commitments}
    lines = tuple(commitment_line(ctx, origin, known[one]) for one in weakness.commitments if one in known)
    return WeaknessView(at, ctx.say(weakness.text), ctx.say(weakness.cause), lines, ctx.say(weakness.not_planned))


def _link(ctx: Context, origin: Address, item: Round, standard: Standard | None) -> Link | None:
    if standard is None:
        return None
    href = ctx.link(origin, addresses.standard(ctx.folder.id, item.id, standard.number))
    return Link(f"{standard.number} {ctx.local(standard.name)}", href)
