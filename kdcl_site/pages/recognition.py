"""Certificates of a school, and whether they are in force on the day of the data."""

from dataclasses import dataclass

from kdcl_site.judging.recognition import outlooks, recognition_state
from kdcl_site.model.folder import Round
from kdcl_site.model.recognition import Recognition
from kdcl_site.pages.context import Context
from kdcl_site.pages.parts import Tag


@dataclass(frozen=True, slots=True)
class RecognitionView:
    """One certificate: what it says, who decided, from when, and how long it holds.

    `holder` says to whom it was given where that name is not the school's of today; `note`, what newer law makes of it.
    """

    title: str
    issuer: str
    decision: str
    issued: str
    state: Tag
    valid: bool
    holder: str
    note: str


def recognition_views(ctx: Context, school: str | None = None) -> tuple[RecognitionView, ...]:
    """Return the certificates of the school, or of one merged into it: in force first, then the newest first."""
    given = (one for one in ctx.folder.recognitions if one.school == school and one.issued <= ctx.options.as_of)
    views = [(_view(ctx, one), one.issued) for one in given]
    newest_first = sorted(views, key=lambda pair: pair[1], reverse=True)
    return tuple(view for view, _ in sorted(newest_first, key=lambda pair: not pair[0].valid))


def _view(ctx: Context, item: Recognition) -> RecognitionView:
    state, valid = _state(ctx, item)
    return RecognitionView(
        title=ctx.words(f"recognition.{item.kind}", level=item.level),
        issuer=ctx.say(item.issuer),
        decision=ctx.say(item.decision),
        issued=ctx.day(item.issued),
        state=state,
        valid=valid,
        holder=_holder(ctx, item),
        note=_earlier(ctx, item) if valid else "",
    )


def _holder(ctx: Context, item: Recognition) -> str:
    school = ctx.folder.school
    one = school.predecessor(item.school)
    name = one.name if one else school.name_on(item.issued)
    return ctx.words("recognition.holder", name=ctx.say(name)) if name else ""


def _earlier(ctx: Context, item: Recognition) -> str:
    """What the framework of today says of certificates given before it."""
    framework = ctx.framework
    rule = framework.recognition.earlier if framework and framework.recognition else None
    known = framework and framework.recognition and getattr(framework.recognition, item.kind)
    if framework is None or rule is None or not known or item.issued >= framework.in_force.since:
        return ""
    text = ctx.local(rule.text)
    return f"{text} ({ctx.law(rule.article)})" if rule.article else text


def _state(ctx: Context, item: Recognition) -> tuple[Tag, bool]:
    found = recognition_state(item, ctx.options.as_of)
    if found.until is None:
        return Tag(ctx.words("recognition.no_end"), "plain"), True
    date = ctx.day(found.until)
    if found.status == "expired":
        return Tag(ctx.words("recognition.expired", date=date), "bad"), False
    if found.status == "expiring":
        return Tag(ctx.words("recognition.expiring", date=date), "warn"), True
    return Tag(ctx.words("recognition.until", date=date), "good"), True


@dataclass(frozen=True, slots=True)
class ConditionView:
    """One condition of recognition and how it stands: met, not met, or not known from the data."""

    text: str
    article: str
    state: Tag


@dataclass(frozen=True, slots=True)
class OutlookView:
    """What a round's level would make the school eligible for, and on which conditions."""

    title: str
    conditions: tuple[ConditionView, ...]


_TONES = {"met": "good", "not_met": "bad", "unknown": "none"}


def outlook_views(ctx: Context, item: Round, level: int | None) -> tuple[OutlookView, ...]:
    """Return the outlook of a level on each kind of recognition a round's framework knows."""
    views = []
    for found in outlooks(item, level):
        kind = ctx.words(f"outlook.{found.kind}")
        name = ctx.words(f"recognition.{found.kind}", level=found.level) if found.level is not None else ""
        title = ctx.words("outlook.eligible", name=name) if name else ctx.words("outlook.not_eligible", kind=kind)
        conditions = tuple(
            ConditionView(
                ctx.local(one.text), ctx.law(one.article), Tag(ctx.words(f"outlook.{one.state}"), _TONES[one.state])
            )
            for one in found.conditions
        )
        views.append(OutlookView(title, conditions))
    return tuple(views)
