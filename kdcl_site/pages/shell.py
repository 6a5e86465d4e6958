"""What stands around every page of a school: its title, the way back, the file behind it, and its foot."""

from dataclasses import replace

from kdcl_site.frameworks.framework import Standard
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.commitments_page import told
from kdcl_site.pages.contact import ask_view
from kdcl_site.pages.context import Context
from kdcl_site.pages.facts import Detail, Facts, school_fact
from kdcl_site.pages.navigation import crumbs, navigation
from kdcl_site.pages.parts import Link
from kdcl_site.pages.past import past_note
from kdcl_site.pages.piece import Heading, PageKind, SearchEntry
from kdcl_site.pages.searching import joined
from kdcl_site.pages.version import data_version, updated_on
from kdcl_site.pages.view import PageData, PageView, Shell


def page_title(ctx: Context, what: str, item: Round | None = None) -> str:
    """Return a page's title; one of an earlier round or of another judge says which, so that no two are alike."""
    if item is not None and item is not ctx.current:
        what = f"{what} ({ctx.round_label(item)})"
    return ctx.words("page.title", what=what, school=ctx.name)


def page_view(
    ctx: Context,
    address: Address,
    kind: PageKind,
    title: str,
    description: str,
    toc: tuple[Heading, ...],
    search: tuple[SearchEntry, ...],
    data: PageData,
    item: Round | None = None,
    standard: Standard | None = None,
    details: tuple[Detail, ...] = (),
) -> PageView:
    """Return a page with what stands around it; `item` is its round, `standard` the one that is open beside it.

    `details` is what machines are told beside whose page it is.
    """
    shown = item or ctx.current
    source = _source(ctx, kind, item)
    shell = Shell(
        crumbs=crumbs(ctx, address, item, standard if kind == "criterion" else None),
        sample=ctx.folder.school.sample,
        school=ctx.name,
        source=source,
        as_of=ctx.day(ctx.options.as_of),
        approved=_foot(ctx, kind, shown),
        past=past_note(ctx, item),
        changes=_changes(ctx, address, shown),
        checks=_checks(ctx, address) if kind != "checks" else None,
        ask=ask_view(ctx, address),
    )
    return PageView(
        address=address,
        kind=kind,
        title=joined([title]),
        description=joined([description]),
        nav=navigation(ctx, address, item, standard),
        toc=toc,
        search=search,
        source=source,
        shell=shell,
        cite=ctx.cite(address),
        data=data,
        facts=Facts(details=details),
    )


def signed(ctx: Context, views: list[PageView]) -> list[PageView]:
    """Return the pages of a school, each with what is the same on all: whose they are, and the state of the data."""
    school, updated, version = school_fact(ctx), ctx.day(updated_on(ctx)), data_version(ctx)
    return [
        replace(
            view,
            shell=replace(view.shell, updated=updated, version=version),
            facts=Facts(school, view.facts.details),
        )
        for view in views
    ]


def _changes(ctx: Context, address: Address, item: Round | None) -> Link | None:
    """Where it says what was mended in the round after publication."""
    if item is None:
        return None
    title = ctx.words("foot.changes", count=len(item.assessment.changes))
    return Link(title, ctx.round_link(address, item, "thay-doi"))


def _checks(ctx: Context, address: Address) -> Link:
    return Link(ctx.words("checks.title"), ctx.link(address, addresses.checks(ctx.folder.id)))


def _source(ctx: Context, kind: PageKind, item: Round | None) -> str:
    """The file a reader may correct."""
    if item is not None:
        return item.assessment.place().file
    if kind in ("evidence", "verify") and ctx.folder.evidence:
        return next(iter(ctx.folder.evidence.values())).place().file
    if kind == "commitments" and ctx.folder.plans:
        return ctx.folder.plans[0].place().file
    if kind == "questions" and ctx.folder.replies:
        return ctx.folder.replies.place().file
    if kind == "checks" and ctx.folder.waivers:
        return ctx.folder.waivers[0].place().file
    return ctx.folder.school.place().file


def _foot(ctx: Context, kind: PageKind, item: Round | None) -> str:
    """Who stands behind a page: of commitments the plan, of what is of no round nobody, else who approved it."""
    if kind == "commitments":
        plans = [one.plan for one in ctx.folder.plans if told(one)]
        known = [(one.issued, one.number) for one in plans if one.number and one.issued]
        issued, number = max(known, default=(None, ""))
        return ctx.words("foot.plan", number=ctx.say(number), date=ctx.day(issued)) if issued else ""
    return _approved(ctx, item) if item and kind not in ("evidence", "questions", "checks", "verify") else ""


def _approved(ctx: Context, item: Round) -> str:
    said = item.assessment
    parts = []
    if said.approved:
        by, date = ctx.say(said.approved.by), ctx.day(said.approved.on)
        key = "foot.approved_decision" if said.approved.decision else "foot.approved"
        parts.append(ctx.words(key, by=by, date=date, decision=ctx.say(said.approved.decision)))
    parts.append(ctx.words("foot.published", date=ctx.day(said.published)))
    return " ".join(parts)
