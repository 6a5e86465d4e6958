"""All pages of one school, from what its folder says and what was judged."""

from collections.abc import Mapping
from types import MappingProxyType

from kdcl_site.frameworks.framework import Standard
from kdcl_site.frameworks.maps import FrameworkMap
from kdcl_site.frameworks.rules import Clauses
from kdcl_site.judging.result import Judgement
from kdcl_site.model.folder import Round, SchoolFolder
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.commitments_page import commitments_page, told
from kdcl_site.pages.context import Context
from kdcl_site.pages.criterion_page import criterion_page
from kdcl_site.pages.evidence_page import evidence_page
from kdcl_site.pages.history_page import history_page
from kdcl_site.pages.navigation import crumbs, navigation
from kdcl_site.pages.options import PublishedFile, SiteOptions
from kdcl_site.pages.piece import Heading, PageKind, SchoolRow, SearchEntry
from kdcl_site.pages.round_page import clauses_page, round_page
from kdcl_site.pages.school_page import school_page
from kdcl_site.pages.school_row import school_row
from kdcl_site.pages.searching import (
    clauses_search,
    commitments_search,
    criterion_search,
    evidence_search,
    history_search,
    joined,
    round_search,
    school_search,
    standard_search,
)
from kdcl_site.pages.standard_page import standard_page
from kdcl_site.pages.toc import (
    commitments_toc,
    criterion_toc,
    evidence_toc,
    history_toc,
    round_toc,
    school_toc,
    standard_toc,
)
from kdcl_site.pages.view import PageData, PageView, Shell
from kdcl_site.text.words import Words

_NO_FILES: Mapping[str, PublishedFile] = MappingProxyType({})


def plan_school(
    folder: SchoolFolder,
    judgements: Mapping[str, Judgement],
    options: SiteOptions,
    words: Words,
    files: Mapping[str, PublishedFile] = _NO_FILES,
    maps: tuple[FrameworkMap, ...] = (),
) -> tuple[list[PageView], SchoolRow]:
    """Return the pages of a school and its row for the pages that speak of many schools.

    `judgements` are by the round's id; a published round without one is left out. `files` are the published files by
    code of evidence; `maps` lead from older frameworks to newer ones.
    """
    ctx = Context(folder, judgements, options, words, files, maps)
    views = [_school(ctx)]
    several = len(folder.school.stages) > 1
    for item in ctx.rounds:
        if several or item is not ctx.current:
            views.append(_round(ctx, item))
        if item.framework.clauses:
            views.append(_clauses(ctx, item, item.framework.clauses))
        for standard in item.framework.standards:
            views.append(_standard(ctx, item, standard))
            views += [_criterion(ctx, item, standard, criterion.number) for criterion in standard.criteria]
    views += [_evidence(ctx), _commitments(ctx), _history(ctx)]
    return views, school_row(ctx, len(views))


def _school(ctx: Context) -> PageView:
    address = addresses.school(ctx.folder.id)
    data = school_page(ctx, address)
    mark = data.round.mark if data.round else data.whole
    standing = f"{mark.word}, {mark.judge} {mark.on}" if mark else ""
    description = ctx.words("school.description", name=ctx.name, standing=standing or ctx.words("school.no_round"))
    toc = school_toc(ctx, data)
    return _view(ctx, address, "school", ctx.name, description, toc, school_search(data), data)


def _round(ctx: Context, item: Round) -> PageView:
    address = addresses.round_(ctx.folder.id, item.id)
    data = round_page(ctx, address, item)
    title = _title(ctx, ctx.words("round.title", label=data.title))
    description = joined([title + ".", f"{data.round.mark.word}, {data.round.mark.on}.", data.round.tally + "."])
    return _view(ctx, address, "round", title, description, round_toc(ctx, data), round_search(data), data, item)


def _clauses(ctx: Context, item: Round, clauses: Clauses) -> PageView:
    address = addresses.clauses(ctx.folder.id, item.id, clauses.level)
    data = clauses_page(ctx, address, item, clauses)
    title = _title(ctx, data.title, item)
    states = " · ".join(dict.fromkeys(one.state.word for one in data.clauses.items))
    search = clauses_search(data)
    return _view(ctx, address, "clauses", title, f"{title}: {states}.", (), search, data, item)


def _standard(ctx: Context, item: Round, standard: Standard) -> PageView:
    address = addresses.standard(ctx.folder.id, item.id, standard.number)
    data = standard_page(ctx, address, item, standard)
    title = _title(ctx, f"{data.label}: {data.name}", item)
    description = joined([title + ".", data.group.tally + "."])
    search = standard_search(data)
    return _view(ctx, address, "standard", title, description, standard_toc(ctx), search, data, item, standard)


def _criterion(ctx: Context, item: Round, standard: Standard, number: str) -> PageView:
    address = addresses.criterion(ctx.folder.id, item.id, number)
    data = criterion_page(ctx, address, item, item.framework.criteria[number])
    title = _title(ctx, f"{data.label}: {data.name}", item)
    description = joined([f"{data.mark.word}, {data.mark.judge} {data.mark.on}.", data.lead])
    search = criterion_search(data)
    toc = criterion_toc(ctx, data)
    return _view(ctx, address, "criterion", title, description, toc, search, data, item, standard)


def _evidence(ctx: Context) -> PageView:
    address = addresses.evidence(ctx.folder.id)
    data = evidence_page(ctx, address)
    name = ctx.words("evidence.title")
    title = _title(ctx, name)
    toc, search = evidence_toc(data), evidence_search(name, data)
    return _view(ctx, address, "evidence", title, f"{title}: {data.counts}.", toc, search, data)


def _commitments(ctx: Context) -> PageView:
    address = addresses.commitments(ctx.folder.id)
    data = commitments_page(ctx, address)
    name = ctx.words("commitments.title")
    title = _title(ctx, name)
    description = f"{title}. {data.counts or ctx.words('commitments.none')}"
    toc, search = commitments_toc(ctx, data), commitments_search(name, data)
    return _view(ctx, address, "commitments", title, description, toc, search, data)


def _history(ctx: Context) -> PageView:
    address = addresses.history(ctx.folder.id)
    data = history_page(ctx, address)
    name = ctx.words("history.title")
    title = _title(ctx, name)
    told = f"{data.rounds[0].link.title}: {data.rounds[0].mark.word}." if data.rounds else ctx.words("school.no_round")
    return _view(
        ctx, address, "history", title, f"{title}. {told}", history_toc(ctx, data), history_search(name, data), data
    )


def _title(ctx: Context, what: str, item: Round | None = None) -> str:
    """A page of an earlier round or of another judge says which, so that no two titles are alike."""
    if item is not None and item is not ctx.current:
        what = f"{what} ({ctx.round_label(item)})"
    return ctx.words("page.title", what=what, school=ctx.name)


def _view(
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
) -> PageView:
    shown = item or ctx.current
    source = _source(ctx, kind, item)
    shell = Shell(
        crumbs=crumbs(ctx, address, item, standard if kind == "criterion" else None),
        sample=ctx.folder.school.sample,
        school=ctx.name,
        source=source,
        as_of=ctx.day(ctx.options.as_of),
        approved=_foot(ctx, kind, shown),
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
    )


def _source(ctx: Context, kind: PageKind, item: Round | None) -> str:
    """The file a reader may correct."""
    if item is not None:
        return item.assessment.place().file
    if kind == "evidence" and ctx.folder.evidence:
        return next(iter(ctx.folder.evidence.values())).place().file
    if kind == "commitments" and ctx.folder.plans:
        return ctx.folder.plans[0].place().file
    return ctx.folder.school.place().file


def _foot(ctx: Context, kind: PageKind, item: Round | None) -> str:
    """Who stands behind a page: the plan for commitments, nobody for evidence, else who approved the round."""
    if kind == "commitments":
        plans = [one.plan for one in ctx.folder.plans if told(one)]
        known = [(one.issued, one.number) for one in plans if one.number and one.issued]
        issued, number = max(known, default=(None, ""))
        return ctx.words("foot.plan", number=ctx.say(number), date=ctx.day(issued)) if issued else ""
    return _approved(ctx, item) if item and kind != "evidence" else ""


def _approved(ctx: Context, item: Round) -> str:
    said = item.assessment
    parts = []
    if said.approved:
        by, date = ctx.say(said.approved.by), ctx.day(said.approved.on)
        key = "foot.approved_decision" if said.approved.decision else "foot.approved"
        parts.append(ctx.words(key, by=by, date=date, decision=ctx.say(said.approved.decision)))
    parts.append(ctx.words("foot.published", date=ctx.day(said.published)))
    return " ".join(parts)


__all__ = ["PageView", "PublishedFile", "SiteOptions", "plan_school"]
