"""The page of a framework: what it is, how to read results under it, what it wants, where it stands in the law."""

from collections.abc import Iterator
from dataclasses import dataclass

from kdcl_site.frameworks.framework import Criterion, Framework
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.library import Library
from kdcl_site.pages.parts import Link, Mark, Named
from kdcl_site.text.formats import bind
from kdcl_site.text.forms import day_in


@dataclass(frozen=True, slots=True)
class FrameworkLine:
    """A criterion in the list of its framework."""

    link: Link
    mandatory: bool
    plain: str


@dataclass(frozen=True, slots=True)
class FrameworkGroup:
    """A standard of a framework."""

    name: str
    lines: tuple[FrameworkLine, ...]


@dataclass(frozen=True, slots=True)
class FrameworkPage:
    """A framework: what it is, how to read results under it, its criteria, its place among other documents."""

    name: str
    source: str
    force: str
    schools: str
    verified: bool
    derives: bool
    scale: tuple[tuple[Mark, str], ...]
    rules: tuple[Named, ...]
    words: tuple[Named, ...]
    criterion: str
    groups: tuple[FrameworkGroup, ...]
    clauses_title: str
    clauses: tuple[Named, ...]
    history: tuple[str, ...]
    codes: tuple[str, ...]
    forms: tuple[str, ...]
    tables_title: str
    tables: tuple[str, ...]
    unverified: tuple[str, ...]


def framework_page(lib: Library, origin: Address, framework: Framework) -> FrameworkPage:
    """Return what a framework's page shows."""
    source, force = framework.source, framework.in_force
    rules = (framework.criterion_level, framework.school_level)
    tiers = framework.words
    clauses = framework.clauses
    until = lib.words("framework.until", date=day_in(lib.words, force.until)) if force.until else ""
    return FrameworkPage(
        name=lib.local(framework.name),
        source=lib.words(
            "framework.source",
            kind=lib.law(source.kind),
            number=source.number,
            issuer=lib.law(source.issuer),
            date=day_in(lib.words, source.issued),
        ),
        force=" ".join([lib.words("framework.since", date=day_in(lib.words, force.since)), until]).strip(),
        schools=", ".join(lib.words(f"kind.{kind}").lower() for kind in framework.applies_to),
        verified=framework.verified,
        derives=framework.derives,
        scale=(
            *((lib.mark(framework, one.level), lib.local(one.gloss)) for one in framework.scale),
            (lib.mark(framework, None), lib.words("method.unjudged")),
        ),
        rules=tuple(
            Named(_where(lib.law(one.article), lib.vouched(framework, one)), lib.local(one.text)) for one in rules
        ),
        words=tuple(
            Named(lib.local(text), lib.words(f"framework.tier.{tier}"))
            for tier, text in (
                ("standard", tiers.standard),
                ("criterion", tiers.criterion),
                ("level", tiers.level),
                ("requirement", tiers.requirement),
            )
        ),
        criterion=lib.local(tiers.criterion).lower(),
        groups=tuple(
            FrameworkGroup(
                bind(f"{lib.local(tiers.standard)} {standard.number}") + f": {lib.local(standard.name)}",
                tuple(_line(lib, origin, framework, one) for one in standard.criteria),
            )
            for standard in framework.standards
        ),
        clauses_title=lib.words("clauses.title", level=lib.level(framework, clauses.level)) if clauses else "",
        clauses=tuple(Named(one.id, lib.local(one.text)) for one in clauses.items) if clauses else (),
        history=tuple(_history(lib, framework)),
        codes=tuple(_codes(lib, framework)),
        forms=tuple(lib.local(one.name) for one in framework.forms),
        tables_title=lib.words("framework.tables", years=framework.data_years) if framework.data_years else "",
        tables=tuple(lib.local(one.name) for one in framework.data_tables),
        unverified=tuple(map(lib.local, framework.unverified)),
    )


def _line(lib: Library, origin: Address, framework: Framework, criterion: Criterion) -> FrameworkLine:
    link = Link(f"{criterion.number} {lib.local(criterion.name)}", lib.link(origin, framework, criterion.number))
    return FrameworkLine(link, criterion.mandatory, lib.local(criterion.plain))


def _where(*parts: str) -> str:
    return "; ".join(filter(None, parts))


def _history(lib: Library, framework: Framework) -> Iterator[str]:
    """What it replaced, what changed it and what replaced it, a sentence each."""
    if framework.replaces:
        yield lib.words("framework.replaces", numbers=", ".join(framework.replaces))
    for one in framework.amended_by:
        yield lib.words("framework.amended_by", number=one.number, date=day_in(lib.words, one.since))
    if framework.replaced_by:
        yield lib.words("framework.replaced_by", number=framework.replaced_by)


def _codes(lib: Library, framework: Framework) -> Iterator[str]:
    grammar = framework.evidence_code
    yield lib.words("framework.code", example=grammar.shown(grammar.example))
    if former := framework.former_evidence_codes:
        yield lib.words("framework.former_codes", examples=", ".join(one.shown(one.example) for one in former))
