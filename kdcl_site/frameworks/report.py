"""The official order of a self-assessment report: data of the framework, never of the program."""

from typing import Literal

from kdcl_site.frameworks.texts import Local
from kdcl_site.nodes.entry import Entry

ReportBlock = Literal[
    "facts",
    "context",
    "process",
    "figures",
    "standards",
    "clauses",
    "table",
    "totals",
    "outcome",
    "plan",
    "evidence",
]
"""What a part may hold: who the school is, its introduction, how it was judged, tables of data; every standard, the
separate clauses; criteria by level, standards by level, the level; the plan of improvement, the list of evidence."""

CriterionBlock = Literal["findings", "strengths", "weaknesses", "plan", "verdict"]
StandardBlock = Literal["strengths", "weaknesses", "table"]


class ReportPart(Entry):
    """One part of the report, with what it holds in order."""

    name: Local
    holds: tuple[ReportBlock, ...]


class ReportOrder(Entry):
    """The parts of the report in order, and what is told of each criterion and at the end of each standard."""

    name: Local
    parts: tuple[ReportPart, ...]
    criterion: tuple[CriterionBlock, ...]
    standard: tuple[StandardBlock, ...]
