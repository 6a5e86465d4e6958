"""The way around a school: navigation beside its pages, and the way back above them."""

from kdcl_site.frameworks.framework import Standard
from kdcl_site.model.folder import Round
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context
from kdcl_site.pages.parts import Link
from kdcl_site.pages.piece import NavItem
from kdcl_site.text.formats import bind


def navigation(
    ctx: Context, origin: Address, item: Round | None, open_standard: Standard | None
) -> tuple[NavItem, ...]:
    """Return the lines beside a page: the school, the standards of a round, evidence, commitments.

    Below the standard that is open, its criteria. Pages without a round show the standards of the current one.
    """
    school = ctx.folder.id
    lines = [(ctx.words("nav.overview"), addresses.school(school))]
    shown = item or ctx.current
    if shown is not None:
        if shown is not ctx.current or len(ctx.folder.school.stages) > 1:
            lines.append((ctx.round_label(shown), addresses.round_(school, shown.id)))
        lines += _standards(ctx, shown, open_standard)
    lines.append((ctx.words("evidence.title"), addresses.evidence(school)))
    lines.append((ctx.words("commitments.title"), addresses.commitments(school)))
    lines.append((ctx.words("history.title"), addresses.history(school)))
    return tuple(NavItem(title, ctx.link(origin, target), target == origin) for title, target in lines)


def crumbs(ctx: Context, origin: Address, item: Round | None, standard: Standard | None) -> tuple[Link, ...]:
    """Return the way back from a page: the directory, the school, the standard.

    A school alone cannot know the fragment of its commune: another may have the same slug.
    """
    school = addresses.school(ctx.folder.id)
    way = [Link(ctx.words("directory.title"), ctx.link(origin, addresses.directory()))]
    if origin == school:
        return (*way, Link(ctx.say(ctx.folder.school.commune), ctx.link(origin, addresses.directory())))
    way.append(Link(ctx.name, ctx.link(origin, school)))
    if item is not None and standard is not None:
        name = bind(f"{ctx.local(item.framework.words.standard)} {standard.number}")
        way.append(Link(name, ctx.link(origin, addresses.standard(ctx.folder.id, item.id, standard.number))))
    return tuple(way)


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
