"""All pages of one school, from what its folder says and what was judged."""

from collections.abc import Mapping
from types import MappingProxyType

from kdcl_site.frameworks.framework import Standard
from kdcl_site.frameworks.maps import FrameworkMap
from kdcl_site.frameworks.rules import Clauses
from kdcl_site.judging.result import Judgement
from kdcl_site.model.folder import Round, SchoolFolder
from kdcl_site.pages import addresses
from kdcl_site.pages.checks_page import checks_page
from kdcl_site.pages.commitments_page import commitments_page
from kdcl_site.pages.context import Context
from kdcl_site.pages.criterion_page import criterion_page
from kdcl_site.pages.evidence_page import evidence_page
from kdcl_site.pages.facts import criterion_ratings, file_facts, plan_facts, round_ratings, school_ratings
from kdcl_site.pages.history_page import history_page
from kdcl_site.pages.lines import has_files
from kdcl_site.pages.options import NOTHING_CHECKED, Checked, PublishedFile, SiteOptions
from kdcl_site.pages.papers import paper_views
from kdcl_site.pages.piece import SchoolRow, SearchEntry
from kdcl_site.pages.questions_page import has_replies, questions_page
from kdcl_site.pages.round_page import clauses_page, round_page
from kdcl_site.pages.school_page import school_page
from kdcl_site.pages.school_row import school_row
from kdcl_site.pages.searching import (
    checks_search,
    clauses_search,
    commitments_search,
    criterion_search,
    evidence_search,
    history_search,
    joined,
    questions_search,
    round_search,
    school_search,
    standard_search,
)
from kdcl_site.pages.shell import page_title, page_view, signed
from kdcl_site.pages.standard_page import standard_page
from kdcl_site.pages.toc import (
    checks_toc,
    commitments_toc,
    criterion_toc,
    evidence_toc,
    history_toc,
    questions_toc,
    round_toc,
    school_toc,
    standard_toc,
    verify_toc,
)
from kdcl_site.pages.verify_page import verify_page
from kdcl_site.pages.view import PageView
from kdcl_site.text.words import Words

_NO_FILES: Mapping[str, PublishedFile] = MappingProxyType({})


def plan_school(
    folder: SchoolFolder,
    judgements: Mapping[str, Judgement],
    options: SiteOptions,
    words: Words,
    files: Mapping[str, PublishedFile] = _NO_FILES,
    maps: tuple[FrameworkMap, ...] = (),
    checked: Checked = NOTHING_CHECKED,
) -> tuple[list[PageView], SchoolRow]:
    """Return the pages of a school and its row for the pages that speak of many schools.

    `judgements` are by the round's id; a published round without one is left out. `files` are the published files by
    code of evidence; `maps` lead from older frameworks to newer ones; `checked` is what the checks said.
    """
    return plan(Context(folder, judgements, options, words, files, maps, checked))


def plan(ctx: Context) -> tuple[list[PageView], SchoolRow]:
    """Return the same from what all pages of the school are made from."""
    views = [_school(ctx)]
    several = len(ctx.folder.school.stages) > 1
    for item in ctx.rounds:
        if several or item is not ctx.current:
            views.append(_round(ctx, item))
        if item.framework.clauses:
            views.append(_clauses(ctx, item, item.framework.clauses))
        for standard in item.framework.standards:
            views.append(_standard(ctx, item, standard))
            views += [_criterion(ctx, item, standard, criterion.number) for criterion in standard.criteria]
    views += [_evidence(ctx), _commitments(ctx), _history(ctx)]
    if has_replies(ctx):
        views.append(_questions(ctx))
    if has_files(ctx):
        views.append(_verify(ctx))
    views += [*paper_views(ctx), _checks(ctx)]
    return signed(ctx, views), school_row(ctx, len(views))


def _school(ctx: Context) -> PageView:
    address = addresses.school(ctx.folder.id)
    data = school_page(ctx, address)
    mark = data.round.mark if data.round else data.whole
    standing = f"{mark.word}, {mark.judge} {mark.on}" if mark else ""
    description = ctx.words("school.description", name=ctx.name, standing=standing or ctx.words("school.no_round"))
    toc = school_toc(ctx, data)
    details = school_ratings(ctx)
    return page_view(ctx, address, "school", ctx.name, description, toc, school_search(data), data, details=details)


def _round(ctx: Context, item: Round) -> PageView:
    address = addresses.round_(ctx.folder.id, item.id)
    data = round_page(ctx, address, item)
    title = page_title(ctx, ctx.words("round.title", label=data.title))
    description = joined([title + ".", f"{data.round.mark.word}, {data.round.mark.on}.", data.round.tally + "."])
    toc, search, details = round_toc(ctx, data), round_search(data), round_ratings(ctx, item)
    return page_view(ctx, address, "round", title, description, toc, search, data, item, details=details)


def _clauses(ctx: Context, item: Round, clauses: Clauses) -> PageView:
    address = addresses.clauses(ctx.folder.id, item.id, clauses.level)
    data = clauses_page(ctx, address, item, clauses)
    title = page_title(ctx, data.title, item)
    states = " · ".join(dict.fromkeys(one.state.word for one in data.clauses.items))
    search = clauses_search(data)
    return page_view(ctx, address, "clauses", title, f"{title}: {states}.", (), search, data, item)


def _standard(ctx: Context, item: Round, standard: Standard) -> PageView:
    address = addresses.standard(ctx.folder.id, item.id, standard.number)
    data = standard_page(ctx, address, item, standard)
    title = page_title(ctx, f"{data.label}: {data.name}", item)
    description = joined([title + ".", data.group.tally + "."])
    search = standard_search(data)
    return page_view(
        ctx, address, "standard", title, description, standard_toc(ctx, data), search, data, item, standard
    )


def _criterion(ctx: Context, item: Round, standard: Standard, number: str) -> PageView:
    address = addresses.criterion(ctx.folder.id, item.id, number)
    data = criterion_page(ctx, address, item, item.framework.criteria[number])
    title = page_title(ctx, f"{data.label}: {data.name}", item)
    description = joined([f"{data.mark.word}, {data.mark.judge} {data.mark.on}.", data.lead])
    search = criterion_search(data)
    toc = criterion_toc(ctx, data)
    details = criterion_ratings(ctx, item, item.framework.criteria[number])
    return page_view(ctx, address, "criterion", title, description, toc, search, data, item, standard, details)


def _evidence(ctx: Context) -> PageView:
    address = addresses.evidence(ctx.folder.id)
    data = evidence_page(ctx, address)
    name = ctx.words("evidence.title")
    title = page_title(ctx, name)
    toc, search = evidence_toc(data), evidence_search(name, data)
    return page_view(
        ctx, address, "evidence", title, f"{title}: {data.counts}.", toc, search, data, details=file_facts(ctx)
    )


def _commitments(ctx: Context) -> PageView:
    address = addresses.commitments(ctx.folder.id)
    data = commitments_page(ctx, address)
    name = ctx.words("commitments.title")
    title = page_title(ctx, name)
    description = f"{title}. {data.counts or ctx.words('commitments.none')}"
    toc, search = commitments_toc(ctx, data), commitments_search(name, data)
    return page_view(ctx, address, "commitments", title, description, toc, search, data, details=plan_facts(ctx))


def _history(ctx: Context) -> PageView:
    address = addresses.history(ctx.folder.id)
    data = history_page(ctx, address)
    name = ctx.words("history.title")
    title = page_title(ctx, name)
    told = f"{data.rounds[0].link.title}: {data.rounds[0].mark.word}." if data.rounds else ctx.words("school.no_round")
    return page_view(
        ctx, address, "history", title, f"{title}. {told}", history_toc(ctx, data), history_search(name, data), data
    )


def _questions(ctx: Context) -> PageView:
    address = addresses.questions(ctx.folder.id)
    data = questions_page(ctx, address)
    name = ctx.words("questions.title")
    title = page_title(ctx, name)
    toc, search = questions_toc(ctx, data), questions_search(name, data)
    return page_view(ctx, address, "questions", title, f"{title}. {data.lead}", toc, search, data)


def _checks(ctx: Context) -> PageView:
    address = addresses.checks(ctx.folder.id)
    data = checks_page(ctx, address)
    name = ctx.words("checks.title")
    title = page_title(ctx, name)
    toc, search = checks_toc(ctx), checks_search(name, data)
    return page_view(ctx, address, "checks", title, f"{title}. {data.lead}", toc, search, data)


def _verify(ctx: Context) -> PageView:
    address = addresses.verify(ctx.folder.id)
    data = verify_page(ctx, address)
    name = ctx.words("verify.title")
    title, lead = page_title(ctx, name), ctx.words("verify.lead")
    search = (SearchEntry("", name, lead),)
    return page_view(ctx, address, "verify", title, f"{title}. {lead}", verify_toc(ctx), search, data)


__all__ = ["PageView", "PublishedFile", "SiteOptions", "plan_school"]
