"""Commitments in time: a row each, what passed, what is left, what is overdue, and the day of the data through all."""

from collections.abc import Callable, Iterator
from datetime import date

from kdcl_site.pages.charts import Span, Timeline
from kdcl_site.rendering.drawing import WIDTH, Drawing, Label, Stroke, breadth, drawing, fitted, label, rows

_WORDY = 12
"""Up to so many rows each tells title and day; more get their id alone."""
_TOP = 24
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 12000, 120000)
_SIGNS = {"run": "M{x} {y}h20", "rest": "M{x} {y}h20", "late": "M{x} {y}h20"}

Place = Callable[[date], int]


def timeline(chart: Timeline) -> Drawing:
    """Return the commitments by due day, with months above and the day of the data below."""
    wordy = len(chart.spans) <= _WORDY
    left, high = (4, 40) if wordy else (92, 18)
    days = [day for span in chart.spans for day in _days(span)] + [chart.today]
    first, last = min(days), max(days)
    width = (WIDTH - left - 8) / max((last - first).days, 1)

    def at(day: date) -> int:
        return round(left + (day - first).days * width)

    strokes: list[Stroke] = []
    labels: list[Label] = []
    bottom = _TOP + len(chart.spans) * high
    for month in _months(first, last, 3 if wordy else 2):
        strokes.append(Stroke("g", f"M{at(month)} {_TOP - 6}V{bottom}"))
        labels.append(_held(at(month), 12, f"{month.month:02}/{month.year}"))
    for place, span in enumerate(chart.spans):
        top = _TOP + place * high
        if wordy:
            labels.append(label(WIDTH, top + 13, span.says, "e l" if span.late and not span.done else "e"))
            labels.append(label(0, top + 13, fitted(span.title, WIDTH - 10 - breadth(span.says))))
        else:
            labels.append(label(0, top + 13, fitted(span.id, left - 8)))
        strokes += _span(span, at, chart.today, top + (26 if wordy else 9))
    strokes.append(Stroke("y", f"M{at(chart.today)} {_TOP - 6}V{bottom + 4}"))
    labels.append(_held(at(chart.today), bottom + 18, chart.today_word, "t"))
    used = {stroke.kind for stroke in strokes}
    keys = {sign: word for sign, word in chart.keys.items() if sign in used}
    y = bottom + 30
    places = rows(40 + breadth(word) for word in keys.values())
    for (sign, word), (x, row) in zip(keys.items(), places, strict=True):
        strokes.append(Stroke(sign, _sign(sign, x + (4 if sign in _SIGNS else 14), y + row * 22 + 8)))
        labels.append(label(x + 32, y + row * 22 + 13, word))
    return drawing(chart, "time", y + (places[-1][1] + 1) * 22, strokes, labels)


def _days(span: Span) -> Iterator[date]:
    yield from (span.start, span.due, *span.moved)
    yield from (day for day in (span.done, span.dropped) if day)


def _span(span: Span, at: Place, today: date, y: int) -> Iterator[Stroke]:
    """What passed is thick, what is left is thin, what came after the due day is broken; days are signs on it."""
    end = span.done or span.dropped
    passed = min(span.due, end or today)
    if span.start < passed:
        yield Stroke("run", f"M{at(span.start)} {y}H{at(passed)}")
    if not end and max(today, span.start) < span.due:
        yield Stroke("rest", f"M{at(max(today, span.start))} {y}H{at(span.due)}")
    if span.late:
        yield Stroke("late", f"M{at(span.due)} {y}H{at(end or today)}")
    for day in span.moved:
        yield Stroke("moved", _sign("moved", at(day), y))
    yield Stroke("due", _sign("due", at(span.due), y))
    if span.done:
        yield Stroke("done", _sign("done", at(span.done), y))
    if span.dropped:
        yield Stroke("dropped", _sign("dropped", at(span.dropped), y))


def _sign(sign: str, x: int, y: int) -> str:
    """A line of some length, or the sign of a day: bars for due days, a dot for done, a cross for dropped."""
    if sign in _SIGNS:
        return _SIGNS[sign].format(x=x, y=y)
    if sign == "done":
        return f"M{x} {y}h0"
    if sign == "dropped":
        return f"M{x - 4} {y - 4}l8 8m0-8l-8 8"
    return f"M{x} {y - 7}v14"


def _months(first: date, last: date, most: int) -> Iterator[date]:
    """The first days of months at even steps, as few as needed: the smallest step that gives no more than `most`."""
    low, high = first.year * 12 + first.month - 1 + (first.day > 1), last.year * 12 + last.month - 1
    for step in _STEPS:
        found = range(low + -low % step, high + 1, step)
        if len(found) <= most:
            return (date(number // 12, number % 12 + 1, 1) for number in found)
    return iter(())


def _held(x: int, y: int, text: str, kind: str = "") -> Label:
    """A label in the middle of `x`, or as near as the sheet allows."""
    half = breadth(text) // 2
    if x < half:
        return label(0, y, text, kind)
    if x + half > WIDTH:
        return label(WIDTH, y, text, f"{kind} e".strip())
    return label(x, y, text, f"{kind} m".strip())
