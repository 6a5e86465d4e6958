"""How to read results: the scales of the frameworks this site uses, who judges, and every state a reader meets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kdcl_site.frameworks.framework import Framework
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.library import Library
from kdcl_site.pages.method import ScaleStep
from kdcl_site.pages.options import SiteOptions
from kdcl_site.pages.parts import Link, Named, Tag
from kdcl_site.pages.piece import SchoolRow
from kdcl_site.text.words import Words

_JUDGES = ("self", "external", "appraisal")
_STATES = {
    "mark.unjudged": "none",
    "verdict.not_applicable": "none",
    "mark.unfinished": "none",
    "mark.unpublished": "none",
}
_EVIDENCE = {
    "evidence.access.public": "good",
    "evidence.access.summary": "plain",
    "evidence.access.onsite": "plain",
    "evidence.internal": "plain",
    "evidence.planned": "warn",
    "evidence.withdrawn": "warn",
}
_STATUSES = {
    "status.not_started": "plain",
    "status.in_progress": "plain",
    "status.mostly_done": "plain",
    "status.done": "good",
    "status.dropped": "none",
    "reading.overdue": "bad",
}
_CERTIFICATES = {"reading.valid": "good", "reading.expiring": "warn", "reading.expired": "bad"}


@dataclass(frozen=True, slots=True)
class ScaleView:
    """One scale, with the frameworks that have it; `past` where none of them is in force any more."""

    frameworks: tuple[Link, ...]
    steps: tuple[ScaleStep, ...]
    past: bool


@dataclass(frozen=True, slots=True)
class StateView:
    """A word as it stands on the pages, and what it means."""

    tag: Tag
    meaning: str


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """Everything the page shows."""

    scales: tuple[ScaleView, ...]
    judges: tuple[Named, ...]
    states: tuple[StateView, ...]
    evidence: tuple[StateView, ...]
    statuses: tuple[StateView, ...]
    certificates: tuple[StateView, ...]
    unverified: bool


def reading_page(
    frameworks: Iterable[Framework], rows: Iterable[SchoolRow], options: SiteOptions, words: Words
) -> ReadingPage:
    """Return what the page shows; `frameworks` are those of this site's schools, the newest first."""
    known = {one.id: one for one in frameworks}
    lib = Library(known, tuple(known), tuple(rows), (), {}, options, words)
    judges = [judge for judge in _JUDGES if any(judge in one.judges for one in known.values())]
    return ReadingPage(
        scales=_scales(lib),
        judges=tuple(Named(words(f"judge.{one}"), words(f"reading.judge.{one}")) for one in judges),
        states=_told(words, _STATES),
        evidence=_told(words, _EVIDENCE),
        statuses=_told(words, _STATUSES),
        certificates=_told(words, _CERTIFICATES),
        unverified=any(not one.verified for one in known.values()),
    )


def _scales(lib: Library) -> tuple[ScaleView, ...]:
    """Frameworks whose scales say the same stand together."""
    found: dict[tuple[ScaleStep, ...], list[Framework]] = {}
    origin: Address = addresses.reading()
    for one in lib.frameworks.values():
        steps = tuple(ScaleStep(lib.mark(one, step.level), lib.local(step.gloss)) for step in one.scale)
        found.setdefault(steps, []).append(one)
    return tuple(
        ScaleView(
            tuple(Link(lib.local(one.short), lib.link(origin, one)) for one in same),
            steps,
            all(one.in_force.until is not None and one.in_force.until < lib.options.as_of for one in same),
        )
        for steps, same in found.items()
    )


def _told(words: Words, keys: Mapping[str, str]) -> tuple[StateView, ...]:
    return tuple(StateView(Tag(words(key), tone), words(f"reading.of.{key}")) for key, tone in keys.items())
