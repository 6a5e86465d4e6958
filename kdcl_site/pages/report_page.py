"""A report: the whole self-assessment of one round on one page, in the official order of its framework."""

from dataclasses import dataclass

from kdcl_site.frameworks.framework import Standard
from kdcl_site.frameworks.report import CriterionBlock, ReportBlock, StandardBlock
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context
from kdcl_site.pages.criterion_page import CriterionPage, criterion_page
from kdcl_site.pages.lines import file_link
from kdcl_site.pages.paper_links import report_address
from kdcl_site.pages.parts import Link, Mark, Named
from kdcl_site.pages.report_tables import (
    EvidenceGroup,
    PlanRow,
    ReportTable,
    level_table,
    plan_rows,
    totals_table,
)
from kdcl_site.pages.round_page import RoundView, round_view
from kdcl_site.pages.rounds import stages
from kdcl_site.pages.school_page import school_kind
from kdcl_site.pages.standard_page import StandardPage, standard_page
from kdcl_site.text.formats import school_year
from kdcl_site.text.forms import list_in


@dataclass(frozen=True, slots=True)
class Block:
    """Something a part holds, under its own heading."""

    id: str
    kind: ReportBlock
    title: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the report."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ReportCriterion:
    """One criterion of the report."""

    id: str
    href: str
    page: CriterionPage


@dataclass(frozen=True, slots=True)
class ReportStandard:
    """One standard of the report with its criteria."""

    id: str
    page: StandardPage
    table: ReportTable
    criteria: tuple[ReportCriterion, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One round as a report; `criterion` and `standard` say what is told of each, in order."""

    form: str
    year: str
    round: RoundView
    judged: tuple[Named, ...]
    facts: tuple[Named, ...]
    context: str
    figures: tuple[str, ...]
    parts: tuple[Part, ...]
    criterion: tuple[CriterionBlock, ...]
    standard: tuple[StandardBlock, ...]
    standards: tuple[ReportStandard, ...]
    table: ReportTable
    totals: ReportTable
    plan: tuple[PlanRow, ...]
    evidence: tuple[EvidenceGroup, ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The page: a report, or, where the school has one per stage or none yet, the way to them.

    `paper` is the style sheet it is printed with.
    """

    school: str
    authority: str
    report: Report | None
    others: tuple[tuple[Link, Mark], ...]
    paper: str


_PARTS: tuple[tuple[str, tuple[ReportBlock, ...]], ...] = (
    ("overview", ("facts", "context", "process")),
    ("assessment", ("standards", "clauses")),
    ("conclusion", ("table", "totals", "outcome")),
    ("annexes", ("evidence", "plan")),
)
"""The order where a framework's catalogue tells none."""

_TOLD: tuple[CriterionBlock, ...] = ("findings", "strengths", "weaknesses", "plan", "verdict")
_ENDS: tuple[StandardBlock, ...] = ("strengths", "weaknesses", "table")


def report_page(ctx: Context, origin: Address, item: Round | None) -> ReportPage:
    """Return what the page of a round's report shows; without a round, the reports of all stages."""
    school = ctx.folder.school
    several = stages(ctx) if item is None else ()
    return ReportPage(
        school=ctx.name,
        authority=ctx.say(school.authority),
        report=_report(ctx, origin, item) if item else None,
        others=tuple(
            (Link(ctx.words("report.of", label=ctx.round_label(one)), ctx.link(origin, report_address(ctx, one))), mark)
            for one, mark in ((one, ctx.whole_mark(one)) for one in several)
        ),
        paper=file_link(ctx, origin, addresses.print_style(ctx.folder.id, ctx.options.language)),
    )


def _report(ctx: Context, origin: Address, item: Round) -> Report:
    order = item.framework.report
    standards = tuple(_standard(ctx, origin, item, one) for one in item.framework.standards)
    view = round_view(ctx, origin, item)
    newest = item is ctx.current or item in stages(ctx)
    return Report(
        form=ctx.local(order.name) if order else "",
        year=ctx.words("round.year", years=school_year(item.assessment.school_year)),
        round=view,
        judged=_judged(ctx, item),
        facts=_facts(ctx),
        context=ctx.say(ctx.folder.school.summary) if newest else "",
        figures=tuple(ctx.local(one.name) for one in item.framework.data_tables),
        parts=_parts(ctx, item),
        criterion=order.criterion if order else _TOLD,
        standard=order.standard if order else _ENDS,
        standards=standards,
        table=level_table(ctx, item, item.framework.standards),
        totals=totals_table(ctx, item),
        plan=plan_rows(ctx, origin, item),
        evidence=_evidence(ctx, standards, view),
    )


def _parts(ctx: Context, item: Round) -> tuple[Part, ...]:
    """The parts that hold something: a framework without separate clauses has no part for them."""
    order = item.framework.report
    told = (
        [(ctx.local(one.name), one.holds) for one in order.parts]
        if order
        else [(ctx.words(f"report.part.{key}"), holds) for key, holds in _PARTS]
    )
    parts = []
    for number, (title, holds) in enumerate(told, 1):
        kinds = [kind for kind in holds if kind != "clauses" or item.framework.clauses]
        blocks = (Block(f"phan-{number}-{place}", kind, _title(ctx, item, kind)) for place, kind in enumerate(kinds, 1))
        if kinds:
            parts.append(Part(f"phan-{number}", title, tuple(blocks)))
    return tuple(parts)


def _title(ctx: Context, item: Round, kind: ReportBlock) -> str:
    tiers = item.framework.words
    fields = {"criterion": ctx.local(tiers.criterion).lower(), "standard": ctx.local(tiers.standard).lower()}
    return ctx.words(f"report.block.{kind}", **fields)


def _standard(ctx: Context, origin: Address, item: Round, standard: Standard) -> ReportStandard:
    page = standard_page(ctx, origin, item, standard)
    return ReportStandard(
        id=f"tieu-chuan-{standard.number}",
        page=page,
        table=level_table(ctx, item, [standard]),
        criteria=tuple(
            ReportCriterion(f"tieu-chi-{one.number}", row.href, criterion_page(ctx, origin, item, one))
            for one, row in zip(standard.criteria, page.group.rows, strict=True)
        ),
    )


def _judged(ctx: Context, item: Round) -> tuple[Named, ...]:
    judge, day = ctx.judged(item)
    said = item.assessment
    facts = [
        ("report.framework", ctx.local(item.framework.name)),
        ("report.judge", judge),
        ("report.judged_on", day),
        ("report.approved", ctx.say(said.approved.by) + f", {ctx.day(said.approved.on)}" if said.approved else ""),
        ("report.decision", ctx.say(said.approved.decision) if said.approved else ""),
        ("report.published", ctx.day(said.published)),
    ]
    return tuple(Named(ctx.words(key), text) for key, text in facts if text)


def _facts(ctx: Context) -> tuple[Named, ...]:
    school = ctx.folder.school
    contact = school.contact
    stages_ = list_in(ctx.words, [ctx.words(f"kind.{one}").lower() for one in school.stages])
    facts = [
        ("report.name", school.name),
        ("report.former", ", ".join(one.name for one in school.former_names)),
        ("contact.address", contact.address if contact else ""),
        ("contact.province", f"{school.commune}, {school.province}"),
        ("contact.phone", contact.phone if contact else ""),
        ("contact.email", contact.email if contact else ""),
        ("contact.authority", school.authority),
        ("report.kind", school_kind(ctx)),
        ("report.stages", stages_ if len(school.stages) > 1 else ""),
        ("contact.founded", str(school.founded or "")),
        ("report.leaders", "; ".join(f"{one.post}: {one.name}" if one.name else one.post for one in school.leaders)),
    ]
    facts += [("contact.campus", f"{one.name}, {one.address}" if one.address else one.name) for one in school.campuses]
    return tuple(Named(ctx.words(key), ctx.say(text)) for key, text in facts if text)


def _evidence(ctx: Context, standards: tuple[ReportStandard, ...], view: RoundView) -> tuple[EvidenceGroup, ...]:
    """Every item cited or serving, once, under the criterion that names it first."""
    seen: set[str] = set()
    named = [(one.page.label, one.page.evidence) for standard in standards for one in standard.criteria]
    if view.clauses:
        named.append((ctx.words("clauses.heading"), view.clauses.evidence))
    groups = []
    for title, lines in named:
        items = tuple(line for line in lines if line.code not in seen)
        seen.update(line.code for line in items)
        if items:
            groups.append(EvidenceGroup(title, items))
    return tuple(groups)
