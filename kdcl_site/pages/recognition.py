"""Certificates of a school, and whether they are in force on the day of the data."""

from dataclasses import dataclass
from datetime import timedelta

from kdcl_site.model.recognition import Recognition
from kdcl_site.pages.context import Context
from kdcl_site.pages.parts import Tag

_SOON = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class RecognitionView:
    """One certificate: what it says, who decided, from when, and how long it holds."""

    title: str
    issuer: str
    decision: str
    issued: str
    state: Tag
    valid: bool


def recognition_views(ctx: Context) -> tuple[RecognitionView, ...]:
    """Return the certificates, those in force first, then the newest first."""
    views = [(_view(ctx, one), one.issued) for one in ctx.folder.recognitions if one.issued <= ctx.options.as_of]
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
    )


def _state(ctx: Context, item: Recognition) -> tuple[Tag, bool]:
    if item.expires is None:
        return Tag(ctx.words("recognition.no_end"), "plain"), True
    date = ctx.day(item.expires)
    if item.expires < ctx.options.as_of:
        return Tag(ctx.words("recognition.expired", date=date), "bad"), False
    if item.expires < ctx.options.as_of + _SOON:
        return Tag(ctx.words("recognition.expiring", date=date), "warn"), True
    return Tag(ctx.words("recognition.until", date=date), "good"), True
