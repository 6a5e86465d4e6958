"""A framework as its catalogue tells it: standards, criteria, levels, requirements, scale and rules."""

import re
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Discriminator, Tag

from kdcl_site.nodes.entry import Day, Entry, Flag, Format, Text, Whole


class Local(Entry):
    """A text in Vietnamese and, where it was translated, in English."""

    vi: Text
    en: Text | None = None

    def text(self, language: str) -> str:
        """Return the text in the language, else in Vietnamese."""
        return self.en if language == "en" and self.en else self.vi


class Source(Entry):
    """The legal document the framework stands in."""

    number: Text
    kind: Text
    issuer: Text
    issued: Day
    annex: Text | None = None


class InForce(Entry):
    """From when, and until when, rounds are judged under the framework."""

    since: Day
    until: Day | None = None


class Words(Entry):
    """What the document calls its tiers."""

    standard: Local
    criterion: Local
    level: Local
    requirement: Local


class Step(Entry):
    """One value of the scale: its legal name and a plain gloss for parents."""

    level: Whole
    name: Local
    gloss: Local


class Explained(Entry):
    """A rule in a plain sentence, with the article it stands in where that is known."""

    article: Text | None = None
    text: Local


class Condition(Entry):
    """So many criteria of a group must reach a level: `at_least` is `all` or a number."""

    of: Literal["all", "mandatory", "other"]
    at_least: Annotated[
        Annotated[Literal["all"], Tag("\0all")] | Annotated[Whole, Tag("\0number")],
        Discriminator(lambda value: "\0all" if value == "all" else "\0number"),
    ]
    level: Whole


class SchoolStep(Entry):
    """The conditions of one level of the school, all at once, on top of those of the levels below."""

    level: Whole
    conditions: tuple[Condition, ...]


class SeveralStages(Entry):
    """How the level of a school with several stages follows from the levels of its stages."""

    rule: Literal["lowest"]
    verified: Flag
    text: Local


class SchoolRule(Entry):
    """How a school's level follows from its criteria's levels."""

    article: Text
    text: Local
    several_stages: SeveralStages
    levels: tuple[SchoolStep, ...]


class CodeGrammar(Entry):
    """How codes of evidence are written; `pattern` matches one whole code and names `criterion` and `number`."""

    pattern: Text
    example: Text
    open: Text
    close: Text
    separator: str
    article: Text | None = None

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern of one code."""
        return re.compile(self.pattern)

    def shown(self, *codes: str) -> str:
        """Return the codes as they are printed inside a sentence."""
        return self.open + self.separator.join(codes) + self.close


class Requirement(Entry):
    """One requirement of a level, in our own plain words."""

    id: Text
    text: Local


class Level(Entry):
    """One level of a criterion: a plain sentence for parents and its requirements."""

    level: Whole
    plain: Local
    requirements: tuple[Requirement, ...]


class FigureName(Entry):
    """The name of a quantitative datum the framework wants."""

    id: Text
    name: Local


class Criterion(Entry):
    """One criterion (tiêu chí)."""

    number: Text
    name: Local
    mandatory: Flag
    article: Text
    plain: Local
    why: Local
    levels: tuple[Level, ...]
    evidence_kinds: tuple[Local, ...] = ()
    figures: tuple[FigureName, ...] = ()

    def level(self, level: int) -> Level | None:
        """Return the criterion's level of this value, or None where the framework has no text for it."""
        return next((item for item in self.levels if item.level == level), None)


class Standard(Entry):
    """One standard (tiêu chuẩn) with its criteria."""

    number: Text
    name: Local
    criteria: tuple[Criterion, ...]


class Framework(Entry):
    """A whole catalogue."""

    format: Format
    id: Text
    name: Local
    short: Local
    source: Source
    in_force: InForce
    replaces: tuple[Text, ...] = ()
    applies_to: tuple[Text, ...]
    verified: Flag
    unverified: tuple[Local, ...] = ()
    words: Words
    judges: tuple[Literal["self", "external", "appraisal"], ...]
    verdicts: tuple[Literal["met", "not_met", "not_judged", "not_applicable"], ...]
    strengths_at: Literal["standard", "criterion"]
    scale: tuple[Step, ...]
    criterion_level: Explained
    school_level: SchoolRule
    evidence_code: CodeGrammar
    standards: tuple[Standard, ...]

    @cached_property
    def criteria(self) -> dict[str, Criterion]:
        """All criteria by number, in order."""
        return {item.number: item for standard in self.standards for item in standard.criteria}

    def standard_of(self, number: str) -> Standard:
        """Return the standard that holds a criterion; KeyError for an unknown one."""
        for standard in self.standards:
            if any(item.number == number for item in standard.criteria):
                return standard
        raise KeyError(number)

    def step(self, level: int) -> Step:
        """Return the value of the scale for a level; KeyError for an unknown one."""
        for item in self.scale:
            if item.level == level:
                return item
        raise KeyError(level)

    def group(self, of: str) -> tuple[Criterion, ...]:
        """Return the criteria a condition speaks of: `all`, `mandatory` or `other`."""
        chosen = {"all": (True, False), "mandatory": (True,), "other": (False,)}[of]
        return tuple(item for item in self.criteria.values() if item.mandatory in chosen)
