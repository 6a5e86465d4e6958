"""What a round says, held against its school, its framework and the plans."""

from collections.abc import Collection, Iterator, Mapping

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.framework import Criterion, Framework
from kdcl_site.model.assessment import Assessment, CriterionRating, Strength, Weakness
from kdcl_site.model.folder import Round
from kdcl_site.model.school import School
from kdcl_site.nodes.node import quote
from kdcl_site.nodes.typed import suggestion
from kdcl_site.reading.references import order_findings, unknown_criterion


def round_findings(item: Round, school: School | None, commitments: Collection[str] | None) -> Iterator[Finding]:
    """Yield what is wrong in a round; `commitments` are all ids, None where they cannot be known."""
    told, framework = item.assessment, item.framework
    if not item.id.startswith(told.school_year):
        yield finding("K326", told.place("school_year"), value=told.school_year, name=quote(item.id))
    if school:
        yield from _stage(told, school)
        yield from _scope(told, school, framework)
    yield from _force(told, framework)
    if told.kind not in framework.judges:
        yield _choice("K329", told.place("kind"), told.kind, framework, framework.judges)
    levels = [step.level for step in framework.scale]
    if told.claims is not None and told.claims not in levels:
        yield _level(told.place("claims"), "claims", str(told.claims), levels)
    yield from _dates(told)
    for number, rating in told.criteria.items():
        if criterion := framework.criteria.get(number):
            yield from _rating(criterion, rating, framework)
        else:
            yield unknown_criterion(told.key_place("criteria", number), number, framework)
    yield from _standards(told, framework, commitments)


def _stage(told: Assessment, school: School) -> Iterator[Finding]:
    stages = ", ".join(school.stages)
    if told.stage is None and len(school.stages) > 1:
        yield finding("K328", told.place(), expected=stages)
    elif told.stage is not None and told.stage not in school.stages:
        yield finding("K327", told.place("stage"), value=told.stage, expected=stages)


def _scope(told: Assessment, school: School, framework: Framework) -> Iterator[Finding]:
    kind = told.stage or school.kind
    if kind not in framework.applies_to:
        expected = ", ".join(framework.applies_to)
        yield finding("K306", told.place("framework"), framework=framework.id, kind=kind, expected=expected)


def _force(told: Assessment, framework: Framework) -> Iterator[Finding]:
    force = framework.in_force
    days = {"concluded_on": told.concluded_on, "approved": told.approved.on if told.approved else None}
    for key, day in days.items():
        if day and (day < force.since or (force.until and day > force.until)):
            args = {"value": str(day), "since": str(force.since), "until": str(force.until or "…")}
            yield finding("K307", told.place(key), framework=framework.id, **args)
            return


def _dates(told: Assessment) -> Iterator[Finding]:
    approved = told.approved.on if told.approved else None
    steps = [(("concluded_on",), told.concluded_on), (("approved", "on"), approved), (("published",), told.published)]
    yield from order_findings(told, steps)
    for index, change in enumerate(told.changes):
        yield from order_findings(told, [(("published",), told.published), (("changes", index, "on"), change.on)])


def _rating(criterion: Criterion, rating: CriterionRating, framework: Framework) -> Iterator[Finding]:
    for key, level_rating in rating.levels.items():
        level = next((item for item in criterion.levels if str(item.level) == key), None)
        if level is None:
            known = [item.level for item in criterion.levels]
            yield _level(rating.key_place("levels", key), criterion.number, key, known)
            continue
        ids = [item.id for item in level.requirements]
        where = f"{criterion.number}.{key}"
        for name in ("verdict", "findings"):
            each = getattr(level_rating, name)
            for requirement in each if isinstance(each, Mapping) else ():
                if requirement not in ids:
                    place = level_rating.key_place(name, requirement)
                    known_ids = ", ".join(ids)
                    yield finding("K311", place, where=where, value=quote(requirement), expected=known_ids)
        given = level_rating.verdict
        verdicts = (
            {("verdict", key): value for key, value in given.items()}
            if isinstance(given, Mapping)
            else {("verdict",): given}
        )
        for path, verdict in verdicts.items():
            if verdict not in framework.verdicts:
                yield _choice("K312", level_rating.place(*path), verdict, framework, framework.verdicts, where)


def _standards(told: Assessment, framework: Framework, commitments: Collection[str] | None) -> Iterator[Finding]:
    known = [standard.number for standard in framework.standards]
    first: dict[str, Place] = {}
    for number, rating in told.standards.items():
        if number not in known:
            yield _choice("K309", told.key_place("standards", number), number, framework, known)
        named: tuple[Strength | Weakness, ...] = (*rating.strengths, *rating.weaknesses)
        for item in named:
            place = item.place("id")
            if item.id in first:
                yield finding("K321", place, value=item.id, first=str(first[item.id].line))
            first.setdefault(item.id, place)
        for weakness in rating.weaknesses:
            for index, name in enumerate(weakness.commitments):
                if commitments is not None and name not in commitments:
                    meant = suggestion(name, sorted(commitments)) or "…"
                    yield finding("K319", weakness.place("commitments", index), value=name, meant=meant)


def _choice(
    code: str, place: Place, value: str, framework: Framework, known: Collection[str], where: str = ""
) -> Finding:
    return finding(code, place, value=quote(value), framework=framework.id, expected=", ".join(known), where=where)


def _level(place: Place, where: str, value: str, known: Collection[int]) -> Finding:
    return finding("K310", place, where=where, value=quote(value), expected=", ".join(map(str, known)))
