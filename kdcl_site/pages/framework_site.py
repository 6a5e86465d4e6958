"""All pages of one framework."""

from kdcl_site.frameworks.framework import Criterion, Framework
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.citing import NOTHING_CITED
from kdcl_site.pages.framework_page import (
    FrameworkCriterionPage,
    FrameworkPage,
    framework_criterion_page,
    framework_page,
)
from kdcl_site.pages.library import Library
from kdcl_site.pages.parts import Link
from kdcl_site.pages.piece import Heading, NavItem, PageKind, SearchEntry
from kdcl_site.pages.searching import joined
from kdcl_site.pages.view import PageView, Shell
from kdcl_site.text.formats import date_vi


def plan_framework(lib: Library, framework: Framework) -> list[PageView]:
    """Return the pages of a framework."""
    views = [_whole(lib, framework)]
    return views + [_criterion(lib, framework, one) for one in framework.criteria.values()]


def _whole(lib: Library, framework: Framework) -> PageView:
    address = addresses.framework(framework.id)
    data = framework_page(lib, address, framework)
    keys = [("cach-doc", "framework.reading"), ("cac-tieu-chi", "framework.criteria"), ("can-cu", "criterion.law")]
    toc = tuple(Heading(id, lib.words(key)) for id, key in keys)
    search = (SearchEntry("", data.name, data.schools),)
    return _view(lib, framework, address, "framework", data.name, f"{data.name}. {data.source}.", toc, search, data)


def _criterion(lib: Library, framework: Framework, criterion: Criterion) -> PageView:
    address = addresses.framework_criterion(framework.id, criterion.number)
    data = framework_criterion_page(lib, address, framework, criterion)
    short = lib.local(framework.short)
    title = f"{data.label}: {data.name} – {short}"
    levels = tuple(Heading(one.id, one.name) for one in data.levels)
    rest = (Heading("tren-trang-nay", lib.words("framework.counts")), Heading("can-cu", lib.words("criterion.law")))
    texts = [data.plain, data.why, *(one.plain for one in data.levels)]
    search = (SearchEntry("", f"{data.label} {data.name}", joined(texts)),)
    description = f"{short}, {data.label}: {data.plain}"
    return _view(lib, framework, address, "framework_criterion", title, description, (*levels, *rest), search, data)


def _view(
    lib: Library,
    framework: Framework,
    address: Address,
    kind: PageKind,
    title: str,
    description: str,
    toc: tuple[Heading, ...],
    search: tuple[SearchEntry, ...],
    data: FrameworkPage | FrameworkCriterionPage,
) -> PageView:
    source = framework.place().file
    shell = Shell(_crumbs(lib, framework, address), False, "", source, date_vi(lib.options.as_of), "")
    return PageView(
        address=address,
        kind=kind,
        title=joined([title]),
        description=joined([description]),
        nav=_navigation(lib, framework, address),
        toc=toc,
        search=search,
        source=source,
        shell=shell,
        cite=NOTHING_CITED,
        data=data,
    )


def _navigation(lib: Library, framework: Framework, address: Address) -> tuple[NavItem, ...]:
    lines = [(lib.words("nav.overview"), addresses.framework(framework.id))]
    for criterion in framework.criteria.values():
        target = addresses.framework_criterion(framework.id, criterion.number)
        lines.append((f"{criterion.number} {lib.local(criterion.name)}", target))
    urls = lib.options.directory_urls
    return tuple(NavItem(title, addresses.link(address, target, urls), target == address) for title, target in lines)


def _crumbs(lib: Library, framework: Framework, address: Address) -> tuple[Link, ...]:
    urls = lib.options.directory_urls
    way = [Link(lib.words("frameworks.title"), addresses.link(address, addresses.frameworks(), urls))]
    if address != addresses.framework(framework.id):
        way.append(Link(lib.local(framework.short), lib.link(address, framework)))
    return tuple(way)
