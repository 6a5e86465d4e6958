"""The tables of a report: criteria by level, standards by level, the plan of improvement, the list of evidence."""

from collections.abc import Iterable
from dataclasses import dataclass

from kdcl_site.frameworks.framework import Criterion, Standard
from kdcl_site.judging.result import StandardResult
from kdcl_site.model.folder import Round
from kdcl_site.model.improvement import Commitment, Improvement
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.citing import anchor
from kdcl_site.pages.commitments_page import told
from kdcl_site.pages.context import Context
from kdcl_site.pages.lines import due_text, status_tag
from kdcl_site.pages.parts import EvidenceLine, Named, Tag
from kdcl_site.text.formats import percent_vi

REACHED = "×"
NO_TEXT = "–"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line: its head, the full name behind it where there is one, and its cells in order."""

    head: str
    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table of results: the heads of its columns after the first, and its lines; `signs` when cells hold signs."""

    first: str
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]
    signs: bool = False


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One commitment as the plan of a report lists it."""

    id: str
    href: str
    title: str
    why: tuple[Named, ...]
    action: tuple[Named, ...]
    proof: tuple[Named, ...]
    when: tuple[Named, ...]
    status: Tag


@dataclass(frozen=True, slots=True)
class EvidenceGroup:
    """The items first named under one criterion."""

    title: str
    items: tuple[EvidenceLine, ...]


def level_table(ctx: Context, item: Round, standards: Iterable[Standard]) -> ReportTable:
    """Return which criterion reaches which level; where criteria get points or grades, their word."""
    first = ctx.local(item.framework.words.criterion)
    criteria = [one for standard in standards for one in standard.criteria]
    if item.framework.method != "levels":
        rows = tuple(TableRow(one.number, ctx.local(one.name), (_word(ctx, item, one),)) for one in criteria)
        return ReportTable(first, (ctx.words("grid.result"),), rows)
    levels = _levels(item)
    results = ctx.judgements[item.id].criteria
    open_ = any(results[one.number].level is None for one in criteria)
    heads = [ctx.level(item.framework, level) for level in levels]
    rows = tuple(
        TableRow(one.number, ctx.local(one.name), _signs(one, results[one.number].level, levels, open_))
        for one in criteria
    )
    return ReportTable(first, (*heads, *([ctx.words("mark.unjudged")] if open_ else [])), rows, signs=True)


def _word(ctx: Context, item: Round, criterion: Criterion) -> str:
    return ctx.criterion_mark(item, criterion.number).word


def _levels(item: Round) -> list[int]:
    """The lowest value of the scale, and every level that some criterion has a text for."""
    used = {one.level for criterion in item.framework.criteria.values() for one in criterion.levels}
    lowest = item.framework.scale[0].level
    return [step.level for step in item.framework.scale if step.level == lowest or step.level in used]


def _signs(criterion: Criterion, reached: int | None, levels: list[int], open_: bool) -> tuple[str, ...]:
    lowest = levels[0]
    cells = []
    for level in levels:
        if level == lowest:
            cells.append(REACHED if reached == lowest else "")
        elif criterion.level(level) is None:
            cells.append(NO_TEXT)
        else:
            cells.append(REACHED if reached is not None and reached >= level else "")
    return (*cells, *([REACHED if reached is None else ""] if open_ else []))


def totals_table(ctx: Context, item: Round) -> ReportTable:
    """Return how many criteria of each standard stand at which value of the scale, and how many in all."""
    first = ctx.local(item.framework.words.standard)
    found = ctx.judgements[item.id].standards
    listed = [(one, found[one.number]) for one in item.framework.standards]
    names = [(f"{one.number}. {ctx.local(one.name)}", result) for one, result in listed]
    if any(result.points is not None for _, result in names):
        return ReportTable(first, (ctx.words("points.title"),), _points(ctx, names))
    levels = _levels(item) if item.framework.method == "levels" else [step.level for step in item.framework.scale]
    open_ = any(result.unjudged for _, result in names)
    heads = [ctx.words("report.total"), *(ctx.level(item.framework, level) for level in levels)]
    rows = [(name, _counts(result, levels)) for name, result in names]
    sums = tuple(map(sum, zip(*(row for _, row in rows), strict=True)))
    lines = tuple(TableRow(head, "", _shares(row, open_)) for head, row in (*rows, (ctx.words("report.sum"), sums)))
    return ReportTable(first, (*heads, *([ctx.words("mark.unjudged")] if open_ else [])), lines)


def _points(ctx: Context, names: list[tuple[str, StandardResult]]) -> tuple[TableRow, ...]:
    pairs = [(name, result.points or 0, result.points_max or 0) for name, result in names]
    pairs.append((ctx.words("report.sum"), sum(one[1] for one in pairs), sum(one[2] for one in pairs)))
    return tuple(
        TableRow(name, "", (ctx.words("mark.points", points=points, maximum=most),)) for name, points, most in pairs
    )


def _counts(result: StandardResult, levels: list[int]) -> tuple[int, ...]:
    return (sum(result.counts.values()) + result.unjudged, *(result.counts[one] for one in levels), result.unjudged)


def _shares(counts: tuple[int, ...], open_: bool) -> tuple[str, ...]:
    total, *parts = counts
    cells = [f"{one} ({percent_vi(100 * one / total, 0)})" if one else "0" for one in parts]
    return (str(total), *(cells if open_ else cells[:-1]))


def plan_rows(ctx: Context, origin: Address, item: Round) -> tuple[PlanRow, ...]:
    """Return the commitments of the plans that answer a round, or another judging or stage of its year."""
    plans = [plan for plan in ctx.folder.plans if told(plan) and _year(ctx, plan) == item.assessment.school_year]
    promised = [one for plan in reversed(plans) for one in plan.commitments if not one.draft]
    return tuple(_plan_row(ctx, origin, one) for one in promised)


def _year(ctx: Context, plan: Improvement) -> str:
    answered = next((one for one in ctx.folder.rounds if one.id == plan.plan.answers), None)
    return answered.assessment.school_year if answered else plan.plan.school_year


def _plan_row(ctx: Context, origin: Address, one: Commitment) -> PlanRow:
    def told_of(*names: str) -> tuple[Named, ...]:
        pairs = ((name, getattr(one, name)) for name in names)
        return tuple(Named(ctx.words(f"report.plan.{name}"), ctx.say(text)) for name, text in pairs if text)

    start = [Named(ctx.words("report.plan.start"), ctx.day(one.start))] if one.start else []
    return PlanRow(
        id=one.id,
        href=ctx.link(origin, addresses.commitments(ctx.folder.id), anchor(one.id)),
        title=ctx.say(one.title),
        why=told_of("limitation", "cause", "goal"),
        action=told_of("action", "resources"),
        proof=told_of("measure", "expected_evidence"),
        when=(*start, Named("", due_text(ctx, one)), *told_of("owner")),
        status=status_tag(ctx, one),
    )
