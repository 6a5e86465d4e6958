"""Bars of counted segments: each with its number, and as many lines as its level, so that colour is never alone."""

from collections.abc import Iterator

from kdcl_site.pages.charts import BarChart, Segment
from kdcl_site.rendering.drawing import WIDTH, Drawing, Label, Stroke, breadth, drawing, fitted, label, rows

_GAP = 3
_LINE = 4
_NUMBER = 20
_WIDEST = 48
_SWATCH = 18


def bars(chart: BarChart) -> Drawing:
    """Return the chart with labels left, segments in one scale, and below them what their lines mean."""
    most = max(sum(one.count for one in bar.segments) for bar in chart.bars)
    lines = max(one.lines for bar in chart.bars for one in bar.segments)
    left = min(max(breadth(bar.label) for bar in chart.bars), WIDTH // 2 + 24) + 8
    # One line's worth of the scale is left free for numbers that stand beside their bar.
    unit = min((WIDTH - left - 24) / most, _WIDEST)
    high = _NUMBER + lines * _LINE + (2 if lines else 0)
    strokes: list[Stroke] = []
    labels: list[Label] = []
    y = 1
    for bar in chart.bars:
        labels.append(label(0, y + high / 2 + 5, fitted(bar.label, left - 8)))
        x = float(left)
        for place, one in enumerate(bar.segments):
            width = max(one.count * unit - _GAP, 4)
            number = str(one.count)
            strokes += _box(one, x, y, width, high)
            if breadth(number) <= width:
                labels.append(label(x + width / 2, y + 15, number, "m"))
            elif place == len(bar.segments) - 1:
                labels.append(label(x + width + 4, y + 15, number))
            x += one.count * unit
        y += high + 8
    y += 4
    if chart.keys:
        for key, (x, row) in zip(chart.keys, rows(_SWATCH + 26 + breadth(key.word) for key in chart.keys), strict=True):
            top = y + row * 24
            strokes += _box(key, x + 1, top, _SWATCH, _SWATCH)
            labels.append(label(x + _SWATCH + 8, top + 14, key.word))
        y = top + 24
    return drawing(chart, "bars", y, strokes, labels)


def _box(one: Segment, x: float, y: float, width: float, high: float) -> Iterator[Stroke]:
    yield Stroke(f"b kdcl-{one.tone}", f"M{x:.0f} {y:.0f}h{width:.0f}v{high:.0f}h-{width:.0f}z")
    foot = y + high - 4
    if one.lines:
        steps = (f"M{x + 2:.0f} {foot - place * _LINE:.0f}h{width - 4:.0f}" for place in range(one.lines))
        yield Stroke(f"n kdcl-{one.tone}", "".join(steps))
