"""What is checked before anything is published, what stands open in a school's data, and what it has waived."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from kdcl_site.checks.waivers import PUBLIC
from kdcl_site.findings.finding import Severity
from kdcl_site.findings.registry import Code, registry
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.context import Context
from kdcl_site.pages.parts import Link, Named, Tag
from kdcl_site.pages.reviews import ConfirmedView, confirmed_views
from kdcl_site.text.words import Words

_TONES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.NOTICE: "plain"}


@dataclass(frozen=True, slots=True)
class FamilyView:
    """A family of codes: its name, what it looks at, and how many codes it has."""

    link: Link
    about: str
    count: int


@dataclass(frozen=True, slots=True)
class OpenView:
    """What stands open of one code, in so many places."""

    severity: Tag
    code: Link
    count: int


@dataclass(frozen=True, slots=True)
class WaivedView:
    """What the school leaves unsaid until a day, in so many places, and why."""

    code: Link
    reason: str
    until: str
    count: int


@dataclass(frozen=True, slots=True)
class ChecksPage:
    """Everything a school's page of checks shows; nothing of what a finding says but its code's own words."""

    lead: str
    open: tuple[OpenView, ...]
    waived: tuple[WaivedView, ...]
    confirmed: tuple[ConfirmedView, ...]
    families: tuple[FamilyView, ...]


@dataclass(frozen=True, slots=True)
class CodesView:
    """A family with its codes: of each the title and why it matters, at the fragment of its name."""

    id: str
    name: str
    about: str
    codes: tuple[tuple[str, Named], ...]


def checks_page(ctx: Context, origin: Address) -> ChecksPage:
    """Return what a school's page of checks shows; what is private is not even counted."""
    told = (one for one in ctx.checked.findings if not one.private and one.code != PUBLIC)
    found = Counter((one.severity, one.code) for one in told)
    return ChecksPage(
        lead=ctx.words("checks.lead", count=len(registry())),
        open=tuple(
            OpenView(Tag(ctx.words(f"severity.{severity}"), _TONES[severity]), _link(ctx, origin, code), number)
            for (severity, code), number in sorted(found.items(), key=lambda one: (one[0][0].rank, one[0][1]))
        ),
        waived=tuple(
            WaivedView(_link(ctx, origin, one.code), ctx.say(one.reason), ctx.day(one.until), number)
            for one, number in ctx.checked.waived
        ),
        confirmed=confirmed_views(ctx, origin),
        families=tuple(_family(ctx, origin, one) for one in all_checks(ctx.words)),
    )


def all_checks(words: Words) -> tuple[CodesView, ...]:
    """Return everything that is checked, by family."""
    return tuple(
        CodesView(
            family, words(f"handbook.{family}"), words(f"handbook.{family}.about"), tuple(_named(codes, words.language))
        )
        for family, codes in groupby(registry().values(), key=lambda one: one.family)
    )


def _named(codes: Iterable[Code], language: str) -> Iterator[tuple[str, Named]]:
    return ((one.code, Named(one.title[language], one.why[language])) for one in codes)


def _family(ctx: Context, origin: Address, family: CodesView) -> FamilyView:
    href = ctx.link(origin, addresses.all_checks(), family.id)
    return FamilyView(Link(family.name, href), family.about, len(family.codes))


def _link(ctx: Context, origin: Address, code: str) -> Link:
    return Link(registry()[code].title[ctx.words.language], ctx.link(origin, addresses.all_checks(), code))
