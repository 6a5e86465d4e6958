"""A school over the years: rounds side by side, what changed between them, certificates, former names."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kdcl_site.judging.comparison import Comparison, CriterionChange, compare
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.charts import BarChart, changes_chart
from kdcl_site.pages.context import Context
from kdcl_site.pages.method import METHOD
from kdcl_site.pages.parts import Link, Mark, Tag
from kdcl_site.pages.past import PredecessorView, RoundLine, predecessor_views, round_line
from kdcl_site.pages.recognition import RecognitionView, recognition_views
from kdcl_site.pages.rounds import OWN
from kdcl_site.text.formats import school_year


@dataclass(frozen=True, slots=True)
class Side:
    """A criterion on one side of a comparison; `round` tells its link from that of the same criterion elsewhere."""

    round: str
    link: Link
    mark: Mark


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What became of criteria from one round to the next."""

    old: tuple[Side, ...]
    new: tuple[Side, ...]
    change: Tag
    reason: str


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Two rounds side by side; under the `same` framework only the rows that differ.

    `criterion` is what the newer framework calls what it judges, `method` leads to how it is judged.
    """

    id: str
    same: bool
    criterion: str
    method: str
    title: str
    old: str
    new: str
    whole: str
    tally: str
    chart: BarChart | None
    unverified: bool
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Everything the page of history shows."""

    rounds: tuple[RoundLine, ...]
    predecessors: tuple[PredecessorView, ...]
    comparisons: tuple[ComparisonView, ...]
    recognitions: tuple[RecognitionView, ...]
    former_names: tuple[str, ...]


def history_page(ctx: Context, origin: Address) -> HistoryPage:
    """Return what the page of history shows."""
    return HistoryPage(
        rounds=tuple(round_line(ctx, origin, item) for item in ctx.own_rounds),
        predecessors=predecessor_views(ctx, origin),
        comparisons=tuple(_comparison(ctx, origin, old, new) for old, new in _pairs(ctx)),
        recognitions=recognition_views(ctx),
        former_names=tuple(
            ctx.words("history.name_until", name=ctx.say(one.name), date=ctx.day(one.until))
            if one.until
            else ctx.say(one.name)
            for one in ctx.folder.school.former_names
        ),
    )


def _pairs(ctx: Context) -> Iterator[tuple[Round, Round]]:
    """Each self-assessment with the one before it, of the same school and stage, newest first."""
    own = [item for item in ctx.rounds if item.assessment.kind == OWN]
    for place, new in enumerate(own):
        old = next((one for one in own[place + 1 :] if _whose(one) == _whose(new)), None)
        if old is not None:
            yield old, new


def _whose(item: Round) -> tuple[str | None, str | None]:
    return item.assessment.school, item.assessment.stage


def _comparison(ctx: Context, origin: Address, old: Round, new: Round) -> ComparisonView:
    found = compare(old, ctx.judgements[old.id], new, ctx.judgements[new.id], ctx.maps)
    same = old.framework.id == new.framework.id
    rows = [row for row in found.rows if not same or row.change != 0]
    labels = _labels(ctx, old, new)
    title = ctx.words("history.compared", old=labels[0], new=labels[1])
    return ComparisonView(
        id=f"so-sanh-{new.id}",
        same=same,
        criterion=ctx.local(new.framework.words.criterion),
        method=ctx.round_link(origin, new, METHOD),
        title=title,
        old=ctx.local(old.framework.short) if not same else labels[0],
        new=ctx.local(new.framework.short) if not same else labels[1],
        whole=_whole(ctx, old, new, found),
        tally=_tally(ctx, found),
        chart=changes_chart(ctx, new, title, Counter(_key(row) for row in found.rows)),
        unverified=bool(found.rows) and not found.verified,
        rows=tuple(_row(ctx, origin, old, new, row) for row in rows),
    )


def _labels(ctx: Context, old: Round, new: Round) -> tuple[str, str]:
    """The years alone where they tell the rounds apart: both are the school's own judging."""
    years = old.assessment.school_year, new.assessment.school_year
    if years[0] == years[1] or not new.own or len(ctx.folder.school.stages) > 1:
        return ctx.round_label(old), ctx.round_label(new)
    before, after = (ctx.words("history.year", years=school_year(one)) for one in years)
    return before, after


def _whole(ctx: Context, old: Round, new: Round, found: Comparison) -> str:
    marks = {"old": ctx.whole_mark(old).word, "new": ctx.whole_mark(new).word}
    return ctx.words("history.whole" if found.comparable else "history.whole_apart", **marks)


def _tally(ctx: Context, found: Comparison) -> str:
    if not found.rows:
        return ctx.words("history.no_map")
    changes = [_key(row) for row in found.rows]
    kinds = ("up", "down", "same", "unknown", "apart", "dropped", "new")
    return " · ".join(
        ctx.words("history.count", change=ctx.words(f"history.change.{kind}"), count=changes.count(kind))
        for kind in kinds
        if kind in changes
    )


def _key(row: CriterionChange) -> str:
    if row.how in ("dropped", "new"):
        return row.how
    if not row.comparable:
        return "apart"
    if row.change is None:
        return "unknown"
    return "up" if row.change > 0 else "down" if row.change < 0 else "same"


_TONES = {"up": "good", "down": "bad"}


def _row(ctx: Context, origin: Address, old: Round, new: Round, row: CriterionChange) -> ChangeRow:
    key = _key(row)
    told = new.assessment.criteria.get(row.new[0]) if row.new and old.framework.id == new.framework.id else None
    said = ctx.say(told.plain) if told and told.plain else ""
    return ChangeRow(
        old=tuple(_side(ctx, origin, old, number) for number in row.old),
        new=tuple(_side(ctx, origin, new, number) for number in row.new),
        change=Tag(ctx.words(f"history.change.{key}"), _TONES.get(key, "plain")),
        reason=ctx.local(row.reason) if row.reason else said,
    )


def _side(ctx: Context, origin: Address, item: Round, number: str) -> Side:
    href = ctx.link(origin, addresses.criterion(ctx.folder.id, item.id, number))
    name = ctx.local(item.framework.criteria[number].name)
    return Side(ctx.round_label(item), Link(f"{number} {name}", href), ctx.criterion_mark(item, number))
