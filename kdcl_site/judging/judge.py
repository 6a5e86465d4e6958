"""One round judged under its framework: from the verdicts to the level of the school and the way to the next."""

from collections.abc import Mapping

from kdcl_site.frameworks.framework import Framework, Standard
from kdcl_site.judging.clauses import clause_results
from kdcl_site.judging.criterion import criterion_result
from kdcl_site.judging.points import Points, maximum, total
from kdcl_site.judging.result import ClauseResult, Judgement, StandardResult, WhyNone
from kdcl_site.judging.roadmap import roadmap
from kdcl_site.judging.school import Levels, Standing, ascending, school_level, step_result
from kdcl_site.model.assessment import Assessment, LevelRating


def judge(framework: Framework, assessment: Assessment) -> Judgement:
    """Return what the verdicts of a round come to.

    The school has a level only when every criterion of the framework is judged completely; not judged is never
    not met, and an empty list of criteria is never a level.
    """
    criteria = {
        number: criterion_result(framework, criterion, assessment.criteria.get(number))
        for number, criterion in framework.criteria.items()
    }
    unjudged = tuple(number for number, result in criteria.items() if not result.complete)
    levels = {number: result.level for number, result in criteria.items()}
    points = {number: result.points for number, result in criteria.items() if result.points is not None}
    clauses = _clauses(framework, assessment.clauses, levels, complete=not unjudged)
    steps = [step_result(framework, step, Standing(levels, points, clauses)) for step in ascending(framework)]
    why_none = _why_none(framework, complete=bool(criteria) and not unjudged, clauses=clauses)
    level = None if why_none else school_level(framework, steps)
    judged = {number: found for number, found in levels.items() if found is not None}
    return Judgement(
        level=level,
        claimed=assessment.claims,
        unjudged=unjudged,
        criteria=criteria,
        standards={item.number: _standard(framework, item, levels, points) for item in framework.standards},
        steps=tuple(steps) if framework.derives else (),
        roadmap=None if level is None else roadmap(framework, level, judged, points, clauses),
        clauses=clauses,
        why_none=why_none,
    )


def _clauses(
    framework: Framework, ratings: Mapping[str, LevelRating], levels: Levels, *, complete: bool
) -> dict[str, ClauseResult]:
    """The clauses count only above the levels below them; while those are not known, their verdicts stand as given."""
    decided = complete and framework.derives and framework.clauses is not None
    lower = [step for step in ascending(framework) if framework.clauses and step.level < framework.clauses.level]
    below = decided and not all(step_result(framework, step, Standing(levels)).met for step in lower)
    return clause_results(framework, ratings, below)


def _why_none(framework: Framework, *, complete: bool, clauses: Mapping[str, ClauseResult]) -> WhyNone | None:
    if not framework.derives:
        return "unverified"
    if not framework.school_level.levels:
        return "no_rule"
    open_clause = any(item.state == "not_judged" for item in clauses.values())
    return None if complete and not open_clause else "incomplete"


def _standard(framework: Framework, standard: Standard, levels: Levels, points: Points) -> StandardResult:
    found = [levels[item.number] for item in standard.criteria]
    counts = {step.level: found.count(step.level) for step in framework.scale}
    if framework.method != "points" or not framework.derives:
        return StandardResult(standard.number, counts, found.count(None))
    most = maximum(framework, standard.criteria)
    return StandardResult(standard.number, counts, found.count(None), total(standard.criteria, points), most)
