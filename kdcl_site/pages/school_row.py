"""What the site knows of one school outside its own pages."""

from kdcl_site.pages.context import Context
from kdcl_site.pages.piece import SchoolRow
from kdcl_site.pages.rounds import stages, whole_level
from kdcl_site.pages.school_page import commitment_counts, school_kind, whole_mark
from kdcl_site.pages.short_names import short_name
from kdcl_site.text.formats import school_year


def school_row(ctx: Context, pages: int) -> SchoolRow:
    """Return a school's row; `pages` is how many pages it has."""
    school = ctx.folder.school
    item = ctx.current
    several = stages(ctx)
    level = whole_level(ctx) if several else ctx.judgements[item.id].level if item else None
    mark = whole_mark(ctx) or (ctx.whole_mark(item) if item else None)
    found = commitment_counts(ctx)
    shown = several[0] if several else item
    return SchoolRow(
        id=ctx.folder.id,
        name=ctx.name,
        former_names=tuple(ctx.say(name) for name in school.old_names),
        kind=school_kind(ctx),
        stages=school.stages,
        commune=ctx.say(school.commune),
        province=ctx.say(school.province),
        sample=school.sample,
        framework=item.framework.id if item else "",
        school_year=school_year(item.assessment.school_year) if item else "",
        level=level,
        level_name=mark.word if mark else ctx.words("mark.unpublished"),
        filled=mark.filled if mark else 0,
        steps=mark.steps if mark else 0,
        judge=mark.judge if mark else "",
        judged_on=mark.on if mark else "",
        done=found.done,
        overdue=found.overdue,
        promised=found.total,
        pages=pages,
        former_ids=tuple(name for name, _ in school.old_ids),
        frameworks=tuple(dict.fromkeys(one.framework.id for one in ctx.rounds)),
        short_name=short_name(ctx.name, ctx.words),
        former_places=tuple(ctx.say(one) for one in (school.former_commune, school.former_district) if one),
        criteria=tuple((number, one.level) for number, one in ctx.judgements[item.id].criteria.items()) if item else (),
        scale=tuple(ctx.level(shown.framework, one.level) for one in shown.framework.scale) if shown else (),
    )
