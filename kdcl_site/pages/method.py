"""How marks come about ("Cách đánh giá"): from the framework's catalogue, under every grid."""

from dataclasses import dataclass

from kdcl_site.model.folder import Round
from kdcl_site.pages.context import Context
from kdcl_site.pages.parts import Mark, Named

METHOD = "cach-danh-gia"
"""The fragment at which every school's page explains its marks."""


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """One value of the scale with its plain gloss."""

    mark: Mark
    gloss: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """The scale, the rules with their articles, what is unverified, and what a result to be reviewed is."""

    framework: str
    scale: tuple[ScaleStep, ...]
    rules: tuple[Named, ...]
    verified: bool
    unverified: tuple[str, ...]
    review: Named | None


def method_view(ctx: Context, item: Round) -> MethodView:
    """Return how the marks of a round come about."""
    framework = item.framework
    rules = [(framework.criterion_level.article or "", framework.criterion_level.text)]
    rules.append((framework.school_level.article, framework.school_level.text))
    stages = framework.school_level.several_stages
    if stages and len(ctx.folder.school.stages) > 1:
        rules.append(("", stages.text))
    unjudged = ScaleStep(ctx.mark(item, None), ctx.words("method.unjudged"))
    return MethodView(
        framework=ctx.local(framework.name),
        scale=(*(ScaleStep(ctx.mark(item, one.level), ctx.local(one.gloss)) for one in framework.scale), unjudged),
        rules=tuple(Named(ctx.law(article), ctx.local(text)) for article, text in rules),
        verified=framework.verified,
        unverified=tuple(map(ctx.local, framework.unverified)),
        review=Named(ctx.words("review.word"), ctx.words("review.gloss")) if ctx.folder.confirmed else None,
    )
