"""What must agree in the rules of a catalogue: conditions that can be met, points that can be reached, recognition."""

from collections.abc import Iterable, Iterator, Sequence

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.rules import Condition, PointsRule, SchoolStep
from kdcl_site.nodes.node import quote


def rule_findings(framework: Framework) -> Iterator[Finding]:
    """Yield what does not fit together in how levels follow and in what they are good for."""
    above = [item.level for item in framework.scale[1:]]
    rule, steps = framework.school_level, framework.school_level.levels
    if not steps and framework.method != "grades":
        yield finding("K412", rule.place(), value="level")
    if [item.level for item in steps] != sorted({item.level for item in steps}):
        yield strange_level(rule.place("levels"), steps[0].level, above)
    for step in steps:
        if step.level not in above:
            yield strange_level(step.place("level"), step.level, above)
        yield from _step(framework, step, above)
    if framework.clauses and framework.clauses.level not in above:
        yield strange_level(framework.clauses.place("level"), framework.clauses.level, above)
    yield from _recognition(framework)


def strange_level(place: Place, level: int, known: Iterable[int]) -> Finding:
    """Return the finding for a level that may not stand at this place."""
    return finding("K405", place, value=str(level), expected=", ".join(map(str, known)) or "…")


def _step(framework: Framework, step: SchoolStep, above: Sequence[int]) -> Iterator[Finding]:
    if not step.conditions and step.points is None:
        yield finding("K412", step.place(), value="condition")
    if (step.points is not None) != (framework.method == "points"):
        yield finding("K423", step.place("points"), value=framework.method)
    if step.points:
        yield from _points(framework, step.points)
    for condition in step.conditions:
        yield from _condition(framework, condition, above)


def _condition(framework: Framework, condition: Condition, above: Sequence[int]) -> Iterator[Finding]:
    if condition.level not in above:
        yield strange_level(condition.place("level"), condition.level, above)
    everything = condition.at_least == "all"
    size = _size(framework, condition, with_text=everything)
    asked = 1 if condition.at_least == "all" else condition.at_least  # of nothing, all would always be met
    if not 0 < asked <= size:
        yield finding("K406", condition.place("at_least"), value=str(condition.at_least), size=str(size))


def _size(framework: Framework, condition: Condition, with_text: bool = False) -> int:
    """How many there are of what a condition speaks of; `with_text`: only criteria that the level asks something of."""
    if condition.of == "clauses":
        return len(framework.clauses.items) if framework.clauses else 0
    group = framework.group(condition.of)
    return sum(1 for item in group if not with_text or not item.levels or item.level(condition.level))


def _points(framework: Framework, rule: PointsRule) -> Iterator[Finding]:
    values = list(rule.values)
    if len(values) < 2 or values != sorted(set(values)) or values[0] < 0:
        yield finding("K424", rule.place("values"), value=", ".join(map(str, values)))
        return
    most = values[-1] * len(framework.criteria)
    if not 0 < rule.total <= most:
        yield finding("K425", rule.place("total"), value=str(rule.total), size=str(most))
    known = [item.number for item in framework.standards]
    for floor in rule.floors:
        if not 0 < floor.percent <= 100:
            yield finding("K425", floor.place("percent"), value=str(floor.percent), size="100")
        for index, number in enumerate(floor.standards):
            if number not in known:
                place = floor.place("standards", index)
                yield finding("K426", place, value=quote(number), expected=", ".join(known))


def _recognition(framework: Framework) -> Iterator[Finding]:
    """What a certificate follows from has to exist: a level the school can reach, a kind of judging there is."""
    rule = framework.recognition
    if rule is None:
        return
    reached = [item.level for item in framework.school_level.levels]
    for item in (*rule.accreditation, *rule.national_standard):
        if item.school_level not in reached:
            yield strange_level(item.place("school_level"), item.school_level, reached)
    for condition in rule.conditions:
        if condition.judged_by and condition.judged_by not in framework.judges:
            place, judges = condition.place("judged_by"), ", ".join(framework.judges)
            yield finding("K427", place, value=condition.judged_by, expected=judges)
