"""What the charts say, before anything is drawn: levels by standard, change between rounds, commitments in time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kdcl_site.judging.commitments import counts
from kdcl_site.model.folder import Round
from kdcl_site.model.improvement import Commitment
from kdcl_site.pages.context import Context
from kdcl_site.pages.parts import Mark
from kdcl_site.pages.promises import promise_text
from kdcl_site.text.forms import short_day_in

_SEGMENTS = 32
"""More would neither be read nor be light: then one bar stands for all standards."""
_DRAWN = 40
"""How many commitments a timeline has room for."""
_CLOSED = ("done", "dropped")
_SIGNS = ("run", "rest", "late", "due", "moved", "done", "dropped")


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: `count` things of one kind; `lines` is its pattern, so many lines, the level it stands for."""

    tone: str
    lines: int
    count: int
    word: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled bar; its segments have at least one thing each."""

    label: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars on one scale; `keys` explain the patterns, none where each bar's own label does."""

    id: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    keys: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """One commitment in time; `done` and `dropped` are the days it was, `late`: it is or was past its due day."""

    id: str
    title: str
    says: str
    start: date
    due: date
    moved: tuple[date, ...]
    done: date | None
    dropped: date | None
    late: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Commitments by due day; `today` is the day of the data. `keys` are the words of the signs, by sign."""

    id: str
    title: str
    description: str
    note: str
    spans: tuple[Span, ...]
    today: date
    today_word: str
    keys: Mapping[str, str]


def levels_chart(ctx: Context, item: Round) -> BarChart | None:
    """Return how many criteria of each standard stand at which level; None where no criterion has a level."""
    standards = {one.number: ctx.judgements[item.id].standards[one.number] for one in item.framework.standards}
    kinds: list[tuple[Mark, int | None]] = [
        (ctx.mark(item, step.level), step.level)
        for step in sorted(item.framework.scale, key=lambda step: step.level, reverse=True)
    ]
    kinds.append((ctx.mark(item, None), None))

    def count(number: str, level: int | None) -> int:
        found = standards[number]
        return found.unjudged if level is None else found.counts[level]

    def bar(label: str, numbers: list[str]) -> Bar:
        counted = ((mark, sum(count(number, level) for number in numbers)) for mark, level in kinds)
        return Bar(label, tuple(Segment(mark.tone, mark.filled, some, mark.word) for mark, some in counted if some))

    word = ctx.local(item.framework.words.standard)
    bars = [bar(f"{word} {number}", [number]) for number in standards]
    if all(one.tone == "none" for each in bars for one in each.segments):
        return None
    if sum(len(each.segments) for each in bars) > _SEGMENTS:
        bars = [bar(ctx.words("chart.levels.all"), list(standards))]
    used = {one.word for each in bars for one in each.segments}
    title = ctx.words("chart.levels.title", standard=word.lower(), criterion=ctx.tier(item.framework))
    judge, day = ctx.judged(item)
    return BarChart(
        id="bieu-do-muc",
        title=title,
        description=_spoken(bars) + " " + ctx.words("page.judged_by", judge=judge, date=day) + ".",
        bars=tuple(bars),
        keys=tuple(Segment(mark.tone, mark.filled, 0, mark.word) for mark, _ in kinds if mark.word in used),
    )


def _spoken(bars: list[Bar]) -> str:
    """All of a chart in words: "Tiêu chuẩn 1: 2 Mức 2, 2 Mức 1." """
    return " ".join(
        f"{bar.label}: " + ", ".join(f"{one.count} {one.word}" for one in bar.segments) + "." for bar in bars
    )


_CHANGES = {
    "up": "good",
    "same": "plain",
    "down": "bad",
    "unknown": "none",
    "apart": "none",
    "dropped": "none",
    "new": "none",
}


def changes_chart(ctx: Context, new: Round, title: str, changes: Mapping[str, int]) -> BarChart | None:
    """Return how many criteria rose, fell and stayed in a newer round; None where nothing was comparable.

    `title` names the two rounds; `changes` counts criteria by kind of change, named as in the words `history.change.*`.
    """
    if not any(changes.get(kind) for kind in ("up", "same", "down")):
        return None
    tier = ctx.tier(new.framework)
    bars = []
    for kind, tone in _CHANGES.items():
        if count := changes.get(kind):
            bars.append(Bar(ctx.words(f"history.change.{kind}"), (Segment(tone, 0, count, tier),)))
    return BarChart(
        id=f"bieu-do-{new.id}",
        title=ctx.words("chart.changes.title", criterion=tier),
        description=f"{title}. {_spoken(bars)}",
        bars=tuple(bars),
    )


def timeline(ctx: Context) -> Timeline | None:
    """Return the school's commitments in time; None where there are none.

    Where they are too many, those neither done nor dropped are drawn first, then the newest of the others.
    """
    known = sorted(ctx.folder.commitments, key=lambda one: (one.due, one.id))
    if not known:
        return None
    closed = [one for one in known if ctx.states[one.id].status in _CLOSED]
    still = [one for one in known if ctx.states[one.id].status not in _CLOSED][:_DRAWN]
    chosen = {one.id for one in (*still, *closed[max(0, len(closed) - (_DRAWN - len(still))) :])}
    spans = tuple(_span(ctx, one) for one in known if one.id in chosen)
    left = len(known) - len(spans)
    found = counts(ctx.states.values())
    return Timeline(
        id="bieu-do-cam-ket",
        title=ctx.words("chart.time.title"),
        description=ctx.words(
            "chart.time.description",
            count=len(spans),
            first=ctx.day(min(span.start for span in spans)),
            last=ctx.day(max(span.due for span in spans)),
            counts=promise_text(ctx.words, found.done, found.total, found.overdue),
            today=ctx.day(ctx.options.as_of),
        ),
        note=ctx.words("chart.time.left", count=left) if left else "",
        spans=spans,
        today=ctx.options.as_of,
        today_word=ctx.words("chart.time.today", date=ctx.day(ctx.options.as_of)),
        keys={sign: ctx.words(f"chart.time.{sign}") for sign in _SIGNS},
    )


def _span(ctx: Context, one: Commitment) -> Span:
    found = ctx.states[one.id]
    known = [entry.on for entry in one.log if entry.on <= ctx.options.as_of]
    end = found.on if found.status in _CLOSED and found.on else None
    first = one.start or min((*known, one.due))
    return Span(
        id=one.id,
        title=ctx.say(one.title),
        says=short_status(ctx, one),
        start=min(first, end or first, one.due),
        due=one.due,
        moved=tuple(slip.due for slip in one.due_history),
        done=end if found.status == "done" else None,
        dropped=end if found.status == "dropped" else None,
        late=found.overdue or (found.status == "done" and end is not None and end > one.due),
    )


def short_status(ctx: Context, one: Commitment) -> str:
    """Return how a commitment stands with the day that matters: "hạn 28/02/2027", "xong 12/01/2026"."""
    found = ctx.states[one.id]
    if found.overdue:
        return ctx.words("chart.says.overdue", date=short_day_in(ctx.words, one.due))
    if found.status in _CLOSED:
        return ctx.words(f"chart.says.{found.status}", date=short_day_in(ctx.words, found.on) if found.on else "")
    return ctx.words("chart.says.open", date=short_day_in(ctx.words, one.due))
