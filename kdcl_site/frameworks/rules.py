"""How levels follow: the scale, the conditions of a school's level, points, separate clauses."""

from typing import Annotated, Literal

from pydantic import Discriminator, Tag

from kdcl_site.frameworks.texts import Local, Vouched
from kdcl_site.nodes.entry import Entry, Flag, Text, Whole


class Step(Entry):
    """One value of the scale: its legal name and a plain gloss for parents."""

    level: Whole
    name: Local
    gloss: Local


class Clause(Vouched):
    """One of the separate requirements of a level that stand outside the criteria."""

    id: Text
    text: Local


class Clauses(Vouched):
    """The separate requirements of one level of the school."""

    level: Whole
    article: Text | None = None
    items: tuple[Clause, ...]


class Condition(Entry):
    """So many of a group must reach a level: `at_least` is `all` or a number.

    A criterion without a text at the level reaches it with the highest level it has below; of `all`, it is not counted.
    """

    of: Literal["all", "mandatory", "other", "clauses"]
    at_least: Annotated[
        Annotated[Literal["all"], Tag("\0all")] | Annotated[Whole, Tag("\0number")],
        Discriminator(lambda value: "\0all" if value == "all" else "\0number"),
    ]
    level: Whole


class Floor(Entry):
    """So many per cent of the points of each standard; of all standards where none is named."""

    standards: tuple[Text, ...] = ()
    percent: Whole


class PointsRule(Entry):
    """The least total of points and the floors of the standards; `values` are the points a criterion may get."""

    values: tuple[Whole, ...]
    total: Whole
    floors: tuple[Floor, ...] = ()


class SchoolStep(Entry):
    """What one level of the school asks, all at once, on top of the levels below: conditions, or points."""

    level: Whole
    conditions: tuple[Condition, ...] = ()
    points: PointsRule | None = None


class SeveralStages(Entry):
    """How the level of a school with several stages follows from the levels of its stages."""

    rule: Literal["lowest"]
    verified: Flag
    text: Local


class SchoolRule(Vouched):
    """How a school's level follows from its criteria; without `levels` there is none for the whole school."""

    article: Text
    text: Local
    several_stages: SeveralStages | None = None
    levels: tuple[SchoolStep, ...] = ()
