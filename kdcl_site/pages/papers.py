"""The pages of a school that are made to be printed: its reports, and the sheet for parents."""

from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.context import Context
from kdcl_site.pages.paper_links import report_address, reported
from kdcl_site.pages.piece import Heading, SearchEntry
from kdcl_site.pages.report_page import Report, report_page
from kdcl_site.pages.rounds import stages
from kdcl_site.pages.searching import joined
from kdcl_site.pages.sheet_page import SheetPage, sheet_page
from kdcl_site.pages.shell import page_title, page_view
from kdcl_site.pages.view import PageView


def paper_views(ctx: Context) -> list[PageView]:
    """Return every report of a school and its sheet.

    The school's own address of a report always has a page: the current round's report, or, where there is one per
    stage or none yet, the way to them.
    """
    rounds = reported(ctx)
    whole = [] if ctx.current and not stages(ctx) else [_report(ctx, None)]
    return [*whole, *(_report(ctx, item) for item in rounds), _sheet(ctx)]


def _report(ctx: Context, item: Round | None) -> PageView:
    address = report_address(ctx, item) if item else addresses.report(ctx.folder.id)
    data = report_page(ctx, address, item)
    name = ctx.words("report.title")
    if item is not None and item is ctx.current and stages(ctx):
        # Beside it stands the report of the whole school, which has the name alone.
        name = f"{name} ({ctx.round_label(item)})"
    title = page_title(ctx, name, item)
    year = data.report.year if data.report else ""
    description = ctx.words("report.description", year=year.lower(), school=ctx.name) if data.report else title
    if item and len(stages(ctx)) > 1:
        description = f"{ctx.round_label(item)}. {description}"
    toc = _contents(data.report) if data.report else ()
    search = (SearchEntry("", joined([name, year]), joined([one.title for one in toc])),)
    return page_view(ctx, address, "report", title, description, toc, search, data, item)


def _contents(report: Report) -> tuple[Heading, ...]:
    """The parts; below the one that holds them, the standards."""
    found = []
    for part in report.parts:
        found.append(Heading(part.id, part.title))
        if any(block.kind == "standards" for block in part.blocks):
            found += [Heading(one.id, f"{one.page.label}: {one.page.name}") for one in report.standards]
    return tuple(found)


def _sheet(ctx: Context) -> PageView:
    address = addresses.sheet(ctx.folder.id)
    data = sheet_page(ctx, address)
    name = ctx.words("sheet.title")
    description = ctx.words("sheet.description", school=ctx.name)
    return page_view(ctx, address, "sheet", page_title(ctx, name), description, (), _found(name, data), data)


def _found(name: str, page: SheetPage) -> tuple[SearchEntry, ...]:
    return (SearchEntry("", name, joined([page.commitments])),)
