"""All pages of one framework."""

from importlib.metadata import version
from pathlib import PurePosixPath

from kdcl_site.frameworks.files import packaged
from kdcl_site.frameworks.framework import Criterion, Framework
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.citing import NOTHING_CITED
from kdcl_site.pages.facts import Facts, TermFact, TermsFact
from kdcl_site.pages.framework_criterion import FrameworkCriterionPage, framework_criterion_page
from kdcl_site.pages.framework_page import FrameworkPage, framework_page
from kdcl_site.pages.library import Library
from kdcl_site.pages.parts import Link
from kdcl_site.pages.piece import Heading, NavItem, PageKind, SearchEntry
from kdcl_site.pages.searching import joined
from kdcl_site.pages.view import PageView, Shell
from kdcl_site.text.forms import day_in

VERSION = version("kdcl-site")
"""The version of this software, which its own catalogues are part of."""


def plan_framework(lib: Library, framework: Framework) -> list[PageView]:
    """Return the pages of a framework."""
    views = [_whole(lib, framework)]
    return views + [_criterion(lib, framework, one) for one in framework.criteria.values()]


def _whole(lib: Library, framework: Framework) -> PageView:
    address = addresses.framework(framework.id)
    data = framework_page(lib, address, framework)
    keys = [
        ("cach-doc", "framework.reading"),
        ("cac-tieu-chi", "framework.criteria"),
        ("ho-so", "framework.papers"),
        ("can-cu", "criterion.law"),
    ]
    toc = tuple(Heading(id, lib.words(key, criterion=data.criterion)) for id, key in keys)
    search = (SearchEntry("", data.name, data.schools),)
    return _view(
        lib,
        framework,
        address,
        "framework",
        data.name,
        f"{data.name}. {data.source}.",
        toc,
        search,
        data,
        tuple(framework.criteria.values()),
    )


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
    toc = (*levels, *rest)
    return _view(lib, framework, address, "framework_criterion", title, description, toc, search, data, (criterion,))


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
    about: tuple[Criterion, ...],
) -> PageView:
    file = framework.place().file
    ours = packaged(file)
    source = "" if ours else file
    origin = lib.words("framework.packaged", file=PurePosixPath(file).name, version=VERSION) if ours else ""
    as_of = day_in(lib.words, lib.options.as_of)
    shell = Shell(_crumbs(lib, framework, address), False, "", source, as_of, "", origin=origin)
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
        facts=Facts(details=(_terms(lib, framework, about),)),
    )


def _terms(lib: Library, framework: Framework, about: tuple[Criterion, ...]) -> TermsFact:
    terms = (
        TermFact(
            addresses.framework_criterion(framework.id, one.number),
            one.number,
            lib.local(one.name),
            lib.local(one.plain),
        )
        for one in about
    )
    return TermsFact(
        addresses.framework(framework.id), lib.local(framework.name), framework.source.number, tuple(terms)
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
