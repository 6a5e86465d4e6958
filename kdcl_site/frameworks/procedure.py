"""What a framework says around judging: procedure and recognition."""

from typing import Annotated, Literal

from kdcl_site.frameworks.texts import Explained, Local, Vouched
from kdcl_site.nodes.entry import Day, Entry, Flag, Text, Whole, pattern


class Procedure(Vouched):
    """Figures of procedure: size of the council, cycle in years, day of the report (month-day), reviews a year.

    `figures_alone_from`: the first day on which figures alone may say that something is not met.
    """

    council_min: Whole | None = None
    council_odd: Flag | None = None
    cycle_years: Whole | None = None
    report_before: Annotated[str, pattern("month_day", r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")] | None = None
    reviews_per_year: Whole | None = None
    figures_alone_from: Day | None = None
    article: Text | None = None


class Eligible(Entry):
    """Which level of recognition a level of the school makes it eligible for; the highest that fits counts."""

    school_level: Whole
    level: Whole


class RecognitionCondition(Entry):
    """One condition of recognition; data decide only one of kind `level`, others are never guessed.

    `judged_by`: the kind of judging whose level the condition asks for; any where none is named.
    """

    id: Text
    kind: Literal["level"] | None = None
    judged_by: Literal["self", "external", "appraisal"] | None = None
    text: Local
    article: Text | None = None


class RecognitionRule(Vouched):
    """How long a certificate holds, what a school's level makes it eligible for, and on which conditions.

    `earlier`: what becomes of certificates that were given before the framework came into force.
    """

    article: Text | None = None
    validity_years: Whole
    minimum_years_between: Whole | None = None
    earlier: Explained | None = None
    accreditation: tuple[Eligible, ...] = ()
    national_standard: tuple[Eligible, ...] = ()
    conditions: tuple[RecognitionCondition, ...] = ()
