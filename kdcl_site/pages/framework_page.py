"""What a framework asks, in plain words: one page for the whole with how to read results, one for each criterion."""

from dataclasses import dataclass

from kdcl_site.frameworks.framework import Criterion, Framework, Level
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.library import Library
from kdcl_site.pages.parts import Link, Mark, Named
from kdcl_site.text.formats import bind, date_vi


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
    """A framework: what it is, how to read results under it, its criteria."""

    name: str
    source: str
    force: str
    schools: str
    verified: bool
    derives: bool
    scale: tuple[tuple[Mark, str], ...]
    rules: tuple[Named, ...]
    words: tuple[Named, ...]
    groups: tuple[FrameworkGroup, ...]
    clauses_title: str
    clauses: tuple[Named, ...]
    unverified: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedRequirement:
    """One requirement in plain words, and the official wording where the operator has put it there."""

    letter: str
    text: str
    if_any: bool
    official: str


@dataclass(frozen=True, slots=True)
class AskedLevel:
    """What a criterion asks at a level."""

    id: str
    name: str
    plain: str
    article: str
    requirements: tuple[AskedRequirement, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Which criteria of an older framework this one came from, and how."""

    framework: str
    how: str
    criteria: tuple[Link, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class FrameworkCriterionPage:
    """A criterion of a framework, apart from any school."""

    label: str
    name: str
    mandatory: bool
    plain: str
    why: str
    levels: tuple[AskedLevel, ...]
    requirement: str
    law: str
    verified: bool
    counts: tuple[tuple[Mark, int], ...]
    evidence_kinds: tuple[str, ...]
    origins: tuple[Origin, ...]
    framework: Link
    previous: Link | None
    next: Link | None


def framework_page(lib: Library, origin: Address, framework: Framework) -> FrameworkPage:
    """Return what a framework's page shows."""
    source, force = framework.source, framework.in_force
    rules = [(framework.criterion_level.article or "", framework.criterion_level.text)]
    rules.append((framework.school_level.article, framework.school_level.text))
    tiers = framework.words
    clauses = framework.clauses
    until = lib.words("framework.until", date=date_vi(force.until)) if force.until else ""
    return FrameworkPage(
        name=lib.local(framework.name),
        source=lib.words(
            "framework.source",
            kind=source.kind,
            number=source.number,
            issuer=source.issuer,
            date=date_vi(source.issued),
        ),
        force=" ".join([lib.words("framework.since", date=date_vi(force.since)), until]).strip(),
        schools=", ".join(lib.words(f"kind.{kind}").lower() for kind in framework.applies_to),
        verified=framework.verified,
        derives=framework.derives,
        scale=tuple((lib.mark(framework, one.level), lib.local(one.gloss)) for one in framework.scale),
        rules=tuple(Named(article, lib.local(text)) for article, text in rules),
        words=tuple(
            Named(lib.local(text), lib.words(f"framework.tier.{tier}"))
            for tier, text in (
                ("standard", tiers.standard),
                ("criterion", tiers.criterion),
                ("level", tiers.level),
                ("requirement", tiers.requirement),
            )
        ),
        groups=tuple(
            FrameworkGroup(
                bind(f"{lib.local(tiers.standard)} {standard.number}") + f": {lib.local(standard.name)}",
                tuple(_line(lib, origin, framework, one) for one in standard.criteria),
            )
            for standard in framework.standards
        ),
        clauses_title=lib.words("clauses.title", level=lib.level(framework, clauses.level)) if clauses else "",
        clauses=tuple(Named(one.id, lib.local(one.text)) for one in clauses.items) if clauses else (),
        unverified=tuple(map(lib.local, framework.unverified)),
    )


def _line(lib: Library, origin: Address, framework: Framework, criterion: Criterion) -> FrameworkLine:
    link = Link(f"{criterion.number} {lib.local(criterion.name)}", lib.link(origin, framework, criterion.number))
    return FrameworkLine(link, criterion.mandatory, lib.local(criterion.plain))


def framework_criterion_page(
    lib: Library, origin: Address, framework: Framework, criterion: Criterion
) -> FrameworkCriterionPage:
    """Return what the page of a framework's criterion shows."""
    numbers = list(framework.criteria)
    place = numbers.index(criterion.number)
    around = [*numbers, ""]
    return FrameworkCriterionPage(
        label=lib.label(framework, criterion),
        name=lib.local(criterion.name),
        mandatory=criterion.mandatory,
        plain=lib.local(criterion.plain),
        why=lib.local(criterion.why),
        levels=tuple(_level(lib, framework, criterion, one) for one in criterion.levels),
        requirement=lib.local(framework.words.requirement),
        law=lib.words(
            "criterion.law_text",
            source=f"{framework.source.kind} {framework.source.number}",
            article=criterion.article,
        ),
        verified=framework.verified,
        counts=lib.counts(framework, criterion.number),
        evidence_kinds=tuple(map(lib.local, criterion.evidence_kinds)),
        origins=tuple(_origins(lib, origin, framework, criterion.number)),
        framework=Link(lib.local(framework.short), lib.link(origin, framework)),
        previous=_neighbour(lib, origin, framework, around[place - 1]),
        next=_neighbour(lib, origin, framework, around[place + 1]),
    )


def _level(lib: Library, framework: Framework, criterion: Criterion, level: Level) -> AskedLevel:
    official = lib.official.get(framework.id)
    return AskedLevel(
        id=f"muc-{level.level}",
        name=lib.level(framework, level.level),
        plain=lib.local(level.plain),
        article=level.article or "",
        requirements=tuple(
            AskedRequirement(
                one.id if one.id.isalpha() else "",
                lib.local(one.text),
                one.if_any,
                (official.text(criterion.number, level.level, one.id) if official else None) or "",
            )
            for one in level.requirements
        ),
    )


def _origins(lib: Library, origin: Address, framework: Framework, number: str) -> list[Origin]:
    found = []
    for bridge in lib.maps:
        old = lib.frameworks.get(bridge.from_)
        if bridge.to != framework.id or old is None:
            continue
        for pair in bridge.pairs:
            if number in pair.to:
                links = tuple(_old(lib, origin, old, one) for one in pair.from_)
                how = lib.words(f"framework.how.{pair.how}")
                found.append(Origin(lib.local(old.short), how, links, lib.local(pair.reason)))
    return found


def _old(lib: Library, origin: Address, old: Framework, number: str) -> Link:
    """A criterion of an older framework; a link only where this site has pages of that framework."""
    href = lib.link(origin, old, number) if old.id in lib.used else ""
    return Link(f"{number} {lib.local(old.criteria[number].name)}", href)


def _neighbour(lib: Library, origin: Address, framework: Framework, number: str) -> Link | None:
    if not number:
        return None
    name = lib.local(framework.criteria[number].name)
    return Link(f"{number} {name}", lib.link(origin, framework, number))
