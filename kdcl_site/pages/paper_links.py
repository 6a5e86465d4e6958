"""Where a school's reports stand, and how other pages lead to what is made to be printed."""

from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context
from kdcl_site.pages.parts import Link
from kdcl_site.pages.rounds import OWN, stages


def reported(ctx: Context) -> tuple[Round, ...]:
    """Return the rounds that have a report: every published self-assessment of the school itself."""
    return tuple(item for item in ctx.own_rounds if item.assessment.kind == OWN)


def report_address(ctx: Context, item: Round) -> Address:
    """Return where a round's report stands: the current one's at the school's own address, others' in their folder."""
    own = item is ctx.current and not stages(ctx)
    return addresses.report(ctx.folder.id, "" if own else item.id)


def report_link(ctx: Context, origin: Address, item: Round) -> Link | None:
    """Return the way from a round to its report; other bodies' rounds have none."""
    if item not in reported(ctx):
        return None
    return Link(ctx.words("report.link"), ctx.link(origin, report_address(ctx, item)))


def paper_links(ctx: Context, origin: Address) -> tuple[Link, ...]:
    """Return the ways from a school's own page to its report and its sheet."""
    report = ctx.link(origin, addresses.report(ctx.folder.id))
    sheet = Link(ctx.words("sheet.title"), ctx.link(origin, addresses.sheet(ctx.folder.id)))
    return (Link(ctx.words("report.link"), report), sheet) if reported(ctx) else (sheet,)
