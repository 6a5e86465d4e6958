"""The way around a school: navigation beside its pages, and the way back above them."""

from kdcl_site.frameworks.framework import Standard
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context
from kdcl_site.pages.lines import has_files
from kdcl_site.pages.paper_links import report_address, reported
from kdcl_site.pages.parts import Link
from kdcl_site.pages.piece import NavItem
from kdcl_site.pages.questions_page import has_replies
from kdcl_site.pages.rounds import OWN
from kdcl_site.pages.short_names import short_name
from kdcl_site.text.formats import bind


def navigation(
    ctx: Context, origin: Address, item: Round | None, open_standard: Standard | None
) -> tuple[NavItem, ...]:
    """Return the lines beside a page: the school, the standards of a round, evidence, commitments.

    Below the standard that is open, its criteria. Pages without a round show the standards of the current one; of a
    school with several stages, every stage has its line, and below it the standards where the round is of that stage.
    """
    school = ctx.folder.id
    lines = [(ctx.words("nav.overview"), addresses.school(school))]
    if len(ctx.folder.school.stages) > 1:
        lines += _stages(ctx, item, open_standard)
    elif shown := item or ctx.current:
        lines += _round(ctx, shown, open_standard, shown is not ctx.current)
    lines.append((ctx.words("evidence.title"), addresses.evidence(school)))
    lines.append((ctx.words("commitments.title"), addresses.commitments(school)))
    lines.append((ctx.words("history.title"), addresses.history(school)))
    lines.append((ctx.words("report.title"), _report(ctx, item)))
    lines.append((ctx.words("sheet.title"), addresses.sheet(school)))
    if has_replies(ctx):
        lines.append((ctx.words("questions.title"), addresses.questions(school)))
    if has_files(ctx):
        lines.append((ctx.words("verify.title"), addresses.verify(school)))
    lines.append((ctx.words("checks.title"), addresses.checks(school)))
    inner = (
        {addresses.criterion(school, item.id, one.number) for one in open_standard.criteria}
        if item and open_standard
        else set()
    )
    return tuple(NavItem(title, ctx.link(origin, target), target == origin, target in inner) for title, target in lines)


def _report(ctx: Context, item: Round | None) -> Address:
    """The report of the round that is shown, or the way to all of the school's."""
    return report_address(ctx, item) if item and item in reported(ctx) else addresses.report(ctx.folder.id)


def crumbs(ctx: Context, origin: Address, item: Round | None, standard: Standard | None) -> tuple[Link, ...]:
    """Return the way back from a page: the directory, the school, the standard.

    A school alone cannot know the fragment of its commune: another may have the same slug.
    """
    school = addresses.school(ctx.folder.id)
    way = [Link(ctx.words("directory.title"), ctx.link(origin, addresses.directory()))]
    if origin == school:
        return (*way, Link(ctx.say(ctx.folder.school.commune), ctx.link(origin, addresses.directory())))
    way.append(Link(short_name(ctx.name, ctx.words), ctx.link(origin, school)))
    if item is not None and standard is not None:
        name = bind(f"{ctx.local(item.framework.words.standard)} {standard.number}")
        way.append(Link(name, ctx.link(origin, addresses.standard(ctx.folder.id, item.id, standard.number))))
    return tuple(way)


def _stages(ctx: Context, item: Round | None, open_standard: Standard | None) -> list[tuple[str, Address]]:
    """The newest round of each stage, the school's own judging first; then a round that is of none of them."""
    lines = []
    left = item
    for stage in ctx.folder.school.stages:
        rounds = [one for one in ctx.own_rounds if one.assessment.stage == stage]
        newest = next((one for one in rounds if one.assessment.kind == OWN), None) or next(iter(rounds), None)
        if newest is None:
            continue
        name = ctx.words("nav.stage", stage=ctx.words(f"kind.{stage}").lower())
        lines.append((name, addresses.round_(ctx.folder.id, newest.id)))
        if item in rounds:
            left = None
            lines += _round(ctx, item, open_standard, item is not newest)
    return lines + _round(ctx, left, open_standard, True) if left else lines


def _round(ctx: Context, item: Round, open_standard: Standard | None, named: bool) -> list[tuple[str, Address]]:
    """The standards of a round; above them, the round itself where it has a line of its own."""
    own = [(ctx.round_label(item), addresses.round_(ctx.folder.id, item.id))] if named else []
    return own + _standards(ctx, item, open_standard)


def _standards(ctx: Context, item: Round, open_standard: Standard | None) -> list[tuple[str, Address]]:
    lines = []
    for standard in item.framework.standards:
        target = addresses.standard(ctx.folder.id, item.id, standard.number)
        lines.append((f"{standard.number}. {ctx.local(standard.name)}", target))
        for criterion in standard.criteria if standard is open_standard else ():
            target = addresses.criterion(ctx.folder.id, item.id, criterion.number)
            lines.append((f"{criterion.number} {ctx.local(criterion.name)}", target))
    if item.framework.clauses:
        target = addresses.clauses(ctx.folder.id, item.id, item.framework.clauses.level)
        lines.append((ctx.level(item.framework, item.framework.clauses.level), target))
    return lines
