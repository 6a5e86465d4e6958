"""Two judgings of the same criteria side by side, and a sentence wherever they differ."""

from dataclasses import dataclass

from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context
from kdcl_site.pages.parts import Link, Mark
from kdcl_site.pages.rounds import OWN, beside


@dataclass(frozen=True, slots=True)
class SidesView:
    """The other judging of a round: short names of both columns, its mark, and where the two differ."""

    own: str
    other: str
    mark: Mark
    link: Link
    whole: str
    differ: tuple[Link, ...]


def sides_view(ctx: Context, origin: Address, item: Round) -> SidesView | None:
    """Return what stands beside a round, or None."""
    other = beside(ctx, item)
    if other is None:
        return None
    mine, theirs = ctx.judgements[item.id], ctx.judgements[other.id]
    differ = []
    for number in item.framework.criteria:
        if mine.criteria[number].level != theirs.criteria[number].level:
            href = ctx.link(origin, addresses.criterion(ctx.folder.id, item.id, number))
            text = both(ctx, item, other, ctx.criterion_mark(item, number), ctx.criterion_mark(other, number))
            differ.append(Link(ctx.words("sides.criterion", number=number, both=text), href))
    own_mark, other_mark = ctx.whole_mark(item), ctx.whole_mark(other)
    return SidesView(
        own=side(ctx, item),
        other=side(ctx, other),
        mark=other_mark,
        link=Link(ctx.round_label(other), ctx.round_link(origin, other)),
        whole=both(ctx, item, other, own_mark, other_mark) if own_mark.word != other_mark.word else "",
        differ=tuple(differ),
    )


def side(ctx: Context, item: Round) -> str:
    """Return the short name of a kind of judging, for the head of a column."""
    return ctx.words(f"side.{item.assessment.kind}")


def both(ctx: Context, item: Round, other: Round, mark: Mark, other_mark: Mark) -> str:
    """Return "Tự đánh giá: Mức 3; đánh giá ngoài: Mức 2", the school's own judging first."""
    pairs = [(item, mark), (other, other_mark)]
    pairs.sort(key=lambda pair: pair[0].assessment.kind != OWN)
    own, theirs = ((side(ctx, one), found.word) for one, found in pairs)
    return ctx.words("sides.both", own=own[0], own_level=own[1], other=theirs[0].lower(), other_level=theirs[1])
