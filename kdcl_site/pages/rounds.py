"""Which rounds belong together: another body's judging beside a school's own, and the stages of one school."""

from collections.abc import Iterator
from datetime import date

from kdcl_site.frameworks.framework import Standard
from kdcl_site.judging.school import whole_school
from kdcl_site.model.assessment import Strength, Weakness
from kdcl_site.model.folder import Round
from kdcl_site.pages.context import Context

OWN = "self"


def beside(ctx: Context, item: Round) -> Round | None:
    """Return the judging that stands beside a round: another body's beside the school's own, and the other way round.

    Another body judges what the school said last before it, of the same framework and stage.
    """
    if item.assessment.kind != OWN:
        return _answered(ctx, item)
    others = (one for one in ctx.rounds if one.assessment.kind != OWN)
    return next((one for one in others if _answered(ctx, one) is item), None)


def _answered(ctx: Context, item: Round) -> Round | None:
    for one in ctx.rounds:
        if one.assessment.kind == OWN and _alike(one, item) and _day(one) <= _day(item):
            return one
    return None


def _alike(one: Round, other: Round) -> bool:
    mine, theirs = one.assessment, other.assessment
    return one.framework is other.framework and (mine.school, mine.stage) == (theirs.school, theirs.stage)


def _day(item: Round) -> date:
    return item.assessment.judged_on or date.min


def is_stage(ctx: Context, item: Round) -> bool:
    """Whether a round judges one stage of a school with several: what its level opens, the whole school decides."""
    return item.own and len(ctx.folder.school.stages) > 1


def area_name(ctx: Context, item: Round) -> str:
    """Return in which area the school was judged; an area like any other is not told."""
    area = item.assessment.area
    return ctx.words(f"area.{area}") if area != "normal" else ""


def stages(ctx: Context) -> tuple[Round, ...]:
    """Return the newest self-assessment of each stage of a school with several; none for other schools."""
    told = ctx.folder.school.stages
    own = [one for one in ctx.own_rounds if one.assessment.kind == OWN]
    if len(told) < 2 or not own:
        return ()
    newest = (next((one for one in own if one.assessment.stage == stage), None) for stage in told)
    return tuple(one for one in newest if one)


def whole_level(ctx: Context) -> int | None:
    """Return the level of a school with several stages; None where a stage has none or the frameworks differ."""
    found = stages(ctx)
    frameworks = {one.framework.id for one in found}
    if len(found) < len(ctx.folder.school.stages) or len(frameworks) != 1:
        return None
    return whole_school(found[0].framework, [ctx.judgements[one.id].level for one in found])


def strengths_of(item: Round, standard: Standard) -> Iterator[tuple[str, Strength]]:
    """Yield the strengths of a standard, each with the number of the criterion it was written at, or an empty text."""
    if rating := item.assessment.standards.get(standard.number):
        yield from (("", one) for one in rating.strengths)
    for criterion in standard.criteria:
        if found := item.assessment.criteria.get(criterion.number):
            yield from ((criterion.number, one) for one in found.strengths)


def weaknesses_of(item: Round, standard: Standard) -> Iterator[tuple[str, Weakness]]:
    """Yield the weaknesses of a standard, as its strengths."""
    if rating := item.assessment.standards.get(standard.number):
        yield from (("", one) for one in rating.weaknesses)
    for criterion in standard.criteria:
        if found := item.assessment.criteria.get(criterion.number):
            yield from ((criterion.number, one) for one in found.weaknesses)
