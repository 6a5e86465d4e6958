"""One round judged under its framework: from the verdicts to the level of the school and the way to the next."""

from kdcl_site.frameworks.framework import Framework, Standard
from kdcl_site.judging.criterion import criterion_result
from kdcl_site.judging.result import CriterionResult, Judgement, StandardResult
from kdcl_site.judging.roadmap import roadmap
from kdcl_site.judging.school import ascending, school_level, step_result
from kdcl_site.model.assessment import Assessment


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
    reached = {number: result.level for number, result in criteria.items()}
    judged = {number: level for number, level in reached.items() if level is not None}
    steps = tuple(step_result(framework, step, reached) for step in ascending(framework))
    level = school_level(framework, steps) if criteria and not unjudged else None
    return Judgement(
        level=level,
        claimed=assessment.claims,
        unjudged=unjudged,
        criteria=criteria,
        standards={item.number: _standard(framework, item, criteria) for item in framework.standards},
        steps=steps,
        roadmap=None if level is None else roadmap(framework, level, judged),
    )


def _standard(framework: Framework, standard: Standard, criteria: dict[str, CriterionResult]) -> StandardResult:
    levels = [criteria[item.number].level for item in standard.criteria]
    counts = {step.level: levels.count(step.level) for step in framework.scale}
    return StandardResult(standard.number, counts, levels.count(None))
