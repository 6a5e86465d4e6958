"""What must agree inside one catalogue beyond its shape: its dates, scale, numbers, levels, names and codes."""

import re
from collections.abc import Iterable, Iterator

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.codes import CodeGrammar
from kdcl_site.frameworks.framework import Criterion, Framework
from kdcl_site.frameworks.rule_consistency import rule_findings, strange_level
from kdcl_site.frameworks.texts import Name
from kdcl_site.nodes.node import quote


def inconsistencies(framework: Framework, expected_id: str) -> Iterator[Finding]:
    """Yield every inconsistency of a catalogue whose path says that its id is `expected_id`."""
    if framework.id != expected_id:
        yield finding("K401", framework.place("id"), value=quote(framework.id), expected=expected_id)
    force = framework.in_force
    if force.until and force.until < force.since:
        yield finding("K413", force.place("until"))
    yield from _scale(framework)
    yield from _numbers(framework)
    for criterion in (item for standard in framework.standards for item in standard.criteria):
        yield from _levels(framework, criterion)
    yield from _names(framework)
    yield from rule_findings(framework)
    for grammar in (framework.evidence_code, *framework.former_evidence_codes):
        yield from _code(grammar)


def _scale(framework: Framework) -> Iterator[Finding]:
    levels = [item.level for item in framework.scale]
    if len(levels) < 2 or levels != sorted(set(levels)):
        yield finding("K404", framework.place("scale"))
    elif framework.method == "points" and len(levels) > 2:
        # A criterion has all its points or it has not: judging knows no third value.
        yield finding("K422", framework.place("scale"), size=str(len(levels)))


def _numbers(framework: Framework) -> Iterator[Finding]:
    if not framework.standards:
        yield finding("K412", framework.place("standards"), value="standard")
    yield from _unique("K403", [(item.number, item.place("number")) for item in framework.standards])
    criteria = [item for standard in framework.standards for item in standard.criteria]
    yield from _unique("K403", [(item.number, item.place("number")) for item in criteria])
    for standard in framework.standards:
        if not re.fullmatch(r"[1-9][0-9]?", standard.number):
            yield finding("K402", standard.place("number"), value=quote(standard.number))
        if not standard.criteria:
            yield finding("K412", standard.place(), value="criterion")
        for item in standard.criteria:
            if not re.fullmatch(rf"{re.escape(standard.number)}\.[1-9][0-9]?", item.number):
                yield finding("K402", item.place("number"), value=quote(item.number))


def _levels(framework: Framework, criterion: Criterion) -> Iterator[Finding]:
    above = [item.level for item in framework.scale[1:]]
    if not criterion.levels and framework.method == "levels":
        yield finding("K412", criterion.place(), value="level")
    before = min(above, default=0) - 1
    for level in criterion.levels:
        if level.level not in above or level.level <= before:
            yield strange_level(level.place("level"), level.level, above)
        before = level.level
        if not level.requirements:
            yield finding("K412", level.place(), value="requirement")
        yield from _unique("K409", [(item.id, item.place("id")) for item in level.requirements])


def _names(framework: Framework) -> Iterator[Finding]:
    """Ids that a reader or a school may use to name something stand once."""
    recognition = framework.recognition
    clauses = framework.clauses.items if framework.clauses else ()
    conditions = recognition.conditions if recognition else ()
    yield from _unique("K409", [(item.id, item.place("id")) for item in clauses])
    yield from _unique("K409", [(item.id, item.place("id")) for item in conditions])
    for names in (framework.forms, framework.data_tables, _figures(framework)):
        yield from _unique("K409", [(item.id, item.place("id")) for item in names])


def _figures(framework: Framework) -> tuple[Name, ...]:
    return tuple(one for standard in framework.standards for item in standard.criteria for one in item.figures)


def _code(grammar: CodeGrammar) -> Iterator[Finding]:
    try:
        groups = grammar.regex.groupindex
    except (re.error, OverflowError, RecursionError):
        groups = {}
    if not {"criterion", "number"} <= groups.keys():
        yield finding("K407", grammar.place("pattern"))
    elif not grammar.regex.fullmatch(grammar.example):
        yield finding("K408", grammar.place("example"), value=quote(grammar.example))


def _unique(code: str, named: Iterable[tuple[str, Place]]) -> Iterator[Finding]:
    first: dict[str, Place] = {}
    for name, place in named:
        if name in first:
            yield finding(code, place, value=quote(name), first=str(first[name].line))
        first.setdefault(name, place)
