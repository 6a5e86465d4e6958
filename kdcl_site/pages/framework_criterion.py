"""The page of a framework's criterion: what it asks in plain words, how schools do, where it came from."""

from dataclasses import dataclass

from kdcl_site.frameworks.framework import Criterion, Framework, Level
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.library import Library
from kdcl_site.pages.parts import Link, Mark


@dataclass(frozen=True, slots=True)
class AskedRequirement:
    """One requirement in plain words, and the official wording where the operator has put it there.

    `vouched`, here and of a level, says whether it was held against the gazette, where what holds it says otherwise.
    """

    letter: str
    text: str
    if_any: bool
    official: str
    vouched: str


@dataclass(frozen=True, slots=True)
class AskedLevel:
    """What a criterion asks at a level."""

    id: str
    name: str
    plain: str
    article: str
    vouched: str
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
    official: str
    levels: tuple[AskedLevel, ...]
    requirement: str
    law: str
    verified: bool
    counts: tuple[tuple[Mark, int], ...]
    evidence_kinds: tuple[str, ...]
    figures: tuple[str, ...]
    origins: tuple[Origin, ...]
    framework: Link
    previous: Link | None
    next: Link | None


def framework_criterion_page(
    lib: Library, origin: Address, framework: Framework, criterion: Criterion
) -> FrameworkCriterionPage:
    """Return what the page of a framework's criterion shows."""
    numbers = list(framework.criteria)
    place = numbers.index(criterion.number)
    around = [*numbers, ""]
    official = lib.official.get(framework.id)
    return FrameworkCriterionPage(
        label=lib.label(framework, criterion),
        name=lib.local(criterion.name),
        mandatory=criterion.mandatory,
        plain=lib.local(criterion.plain),
        why=lib.local(criterion.why),
        official=(official.whole(criterion.number) if official else None) or "",
        levels=tuple(_level(lib, framework, criterion, one) for one in criterion.levels),
        requirement=lib.words("criterion.requirements", requirement=lib.local(framework.words.requirement)),
        law=lib.words(
            "criterion.law_text",
            source=f"{lib.law(framework.source.kind)} {framework.source.number}",
            article=lib.law(criterion.article),
        ),
        verified=framework.vouched(criterion),
        counts=lib.counts(framework, criterion.number),
        evidence_kinds=tuple(map(lib.local, criterion.evidence_kinds)),
        figures=tuple(lib.local(one.name) for one in criterion.figures),
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
        article=lib.law(level.article),
        vouched=lib.vouched(framework, level, criterion),
        requirements=tuple(
            AskedRequirement(
                one.id if one.id.isalpha() else "",
                lib.local(one.text),
                one.if_any,
                (official.text(criterion.number, level.level, one.id) if official else None) or "",
                lib.vouched(framework, one, level, criterion),
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
