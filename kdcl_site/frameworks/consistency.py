"""What must agree inside one catalogue beyond its shape: numbers, scale, conditions, the pattern of codes."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.framework import Criterion, Framework
from kdcl_site.frameworks.rules import Condition, SchoolStep
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
    yield from _rule(framework)
    yield from _codes(framework)


def _scale(framework: Framework) -> Iterator[Finding]:
    levels = [item.level for item in framework.scale]
    if len(levels) < 2 or levels != sorted(set(levels)):
        yield finding("K404", framework.place("scale"))


def _numbers(framework: Framework) -> Iterator[Finding]:
    if not framework.standards:
        yield finding("K412", framework.place("standards"), value="standard")
    yield from _unique("K403", [(item.number, item.place("number")) for item in framework.standards])
    criteria = [item for standard in framework.standards for item in standard.criteria]
    yield from _unique("K403", [(item.number, item.place("number")) for item in criteria])
    for standard in framework.standards:
        if not re.fullmatch(r"[1-9]\d?", standard.number):
            yield finding("K402", standard.place("number"), value=quote(standard.number))
        if not standard.criteria:
            yield finding("K412", standard.place(), value="criterion")
        for item in standard.criteria:
            if not re.fullmatch(rf"{re.escape(standard.number)}\.[1-9]\d?", item.number):
                yield finding("K402", item.place("number"), value=quote(item.number))


def _levels(framework: Framework, criterion: Criterion) -> Iterator[Finding]:
    above = [item.level for item in framework.scale[1:]]
    if not criterion.levels and framework.method == "levels":
        yield finding("K412", criterion.place(), value="level")
    before = min(above, default=0) - 1
    for level in criterion.levels:
        if level.level not in above or level.level <= before:
            yield _strange(level.place("level"), level.level, above)
        before = level.level
        if not level.requirements:
            yield finding("K412", level.place(), value="requirement")
        yield from _unique("K409", [(item.id, item.place("id")) for item in level.requirements])


def _rule(framework: Framework) -> Iterator[Finding]:
    above = [item.level for item in framework.scale[1:]]
    steps = framework.school_level.levels
    if not steps and framework.method == "levels":
        yield finding("K412", framework.school_level.place(), value="level")
    if [item.level for item in steps] != sorted({item.level for item in steps}):
        yield _strange(framework.school_level.place("levels"), steps[0].level, above)
    for step in steps:
        if step.level not in above:
            yield _strange(step.place("level"), step.level, above)
        yield from _conditions(framework, step, above)


def _conditions(framework: Framework, step: SchoolStep, above: Sequence[int]) -> Iterator[Finding]:
    if not step.conditions and step.points is None:
        yield finding("K412", step.place(), value="condition")
    for condition in step.conditions:
        size = _size(framework, condition)
        needed = size if condition.at_least == "all" else condition.at_least
        if condition.level not in above:
            yield _strange(condition.place("level"), condition.level, above)
        if not 0 < needed <= size:
            place = condition.place("at_least")
            yield finding("K406", place, value=str(condition.at_least), size=str(size))


def _size(framework: Framework, condition: Condition) -> int:
    if condition.of == "clauses":
        return len(framework.clauses.items) if framework.clauses else 0
    return len(framework.group(condition.of))


def _codes(framework: Framework) -> Iterator[Finding]:
    grammar = framework.evidence_code
    try:
        groups = re.compile(grammar.pattern).groupindex
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


def _strange(place: Place, level: int, above: Sequence[int]) -> Finding:
    return finding("K405", place, value=str(level), expected=", ".join(map(str, above)))
