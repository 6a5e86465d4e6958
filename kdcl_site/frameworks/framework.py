"""A framework as its catalogue tells it: standards, criteria, levels, requirements, scale and rules."""

from functools import cached_property
from typing import Literal

from kdcl_site.frameworks.codes import CodeGrammar
from kdcl_site.frameworks.procedure import Procedure, RecognitionRule
from kdcl_site.frameworks.report import ReportOrder
from kdcl_site.frameworks.rules import Clauses, SchoolRule, Step
from kdcl_site.frameworks.texts import Amendment, Explained, InForce, Local, Name, Source, Vouched, Words
from kdcl_site.nodes.entry import Entry, Flag, Format, Text, Whole

SchoolKind = Literal[
    "preschool", "primary", "lower_secondary", "upper_secondary", "multi_level", "continuing", "vocational"
]
"""A kind or a stage of schools."""


class Requirement(Vouched):
    """One requirement of a level, in our own plain words; `if_any`: it may not apply to a school ("nếu có")."""

    id: Text
    text: Local
    if_any: Flag = False


class Level(Vouched):
    """One level of a criterion: a plain sentence for parents and its requirements."""

    level: Whole
    article: Text | None = None
    plain: Local
    requirements: tuple[Requirement, ...]


class Criterion(Vouched):
    """One criterion, whatever the document calls it; without levels where it is judged by points or by a grade."""

    number: Text
    name: Local
    mandatory: Flag
    article: Text
    plain: Local
    why: Local
    levels: tuple[Level, ...] = ()
    evidence_kinds: tuple[Local, ...] = ()
    figures: tuple[Name, ...] = ()

    def level(self, level: int) -> Level | None:
        """Return the criterion's level of this value, or None where the framework has no text for it."""
        return next((item for item in self.levels if item.level == level), None)

    def highest(self, level: int) -> int | None:
        """Return the highest level up to `level` that the criterion has a text for, or None where it has none."""
        return max((item.level for item in self.levels if item.level <= level), default=None)


class Standard(Entry):
    """One standard (tiêu chuẩn) with its criteria."""

    number: Text
    name: Local
    criteria: tuple[Criterion, ...]


class Framework(Entry):
    """A whole catalogue.

    `method` says what a criterion is given: levels by requirements, points, or a grade of the scale. `derives` is false
    where the text is not known well enough to work out a level: then only what the school states is shown. `verified`
    speaks of every entry that does not speak for itself.
    """

    format: Format
    id: Text
    name: Local
    short: Local
    source: Source
    in_force: InForce
    replaces: tuple[Text, ...] = ()
    replaced_by: Text | None = None
    amended_by: tuple[Amendment, ...] = ()
    applies_to: tuple[SchoolKind, ...]
    verified: Flag
    unverified: tuple[Local, ...] = ()
    words: Words
    judges: tuple[Literal["self", "external", "appraisal"], ...]
    verdicts: tuple[Literal["met", "not_met", "not_judged", "not_applicable"], ...]
    strengths_at: Literal["standard", "criterion"]
    method: Literal["levels", "points", "grades"] = "levels"
    derives: Flag = True
    scale: tuple[Step, ...]
    criterion_level: Explained
    school_level: SchoolRule
    evidence_code: CodeGrammar
    former_evidence_codes: tuple[CodeGrammar, ...] = ()
    procedure: Procedure | None = None
    recognition: RecognitionRule | None = None
    forms: tuple[Name, ...] = ()
    report: ReportOrder | None = None
    data_years: Whole | None = None
    data_tables: tuple[Name, ...] = ()
    standards: tuple[Standard, ...]
    clauses: Clauses | None = None

    @cached_property
    def criteria(self) -> dict[str, Criterion]:
        """All criteria by number, in order."""
        return {item.number: item for standard in self.standards for item in standard.criteria}

    def vouched(self, *entries: Vouched | None) -> bool:
        """Tell whether an entry was held against the official gazette; `entries`: it, then those that hold it."""
        said = (item.verified for item in entries if item is not None)
        return next((one for one in said if one is not None), self.verified)

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
