"""What a chart is drawn with: strokes and labels on a sheet as wide as a small phone, so that text keeps its size."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from kdcl_site.text.passages import unmarked

WIDTH = 320
_LETTER = 7.2
"""How wide a letter of 13 units is at most, on average; a text that is narrower only leaves some room."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A path: `kind` is its class in the style sheet."""

    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a place; `kind` is its class in the style sheet."""

    x: int
    y: int
    text: str
    kind: str = ""


class Named(Protocol):
    """What every chart says of itself."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def description(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart with its shapes; `kind` is its class in the style sheet, `height` is for a sheet of `WIDTH`."""

    id: str
    kind: str
    title: str
    description: str
    height: int
    strokes: tuple[Stroke, ...]
    labels: tuple[Label, ...]


def drawing(chart: Named, kind: str, height: int, strokes: Iterable[Stroke], labels: Iterable[Label]) -> Drawing:
    """Return a chart's drawing; strokes of one kind become one path, so that forty commitments stay light."""
    paths: dict[str, list[str]] = {}
    for stroke in strokes:
        paths.setdefault(stroke.kind, []).append(stroke.path)
    joined = tuple(Stroke(kind, "".join(parts)) for kind, parts in paths.items())
    return Drawing(chart.id, kind, chart.title, chart.description, height, joined, tuple(labels))


def label(x: float, y: float, text: str, kind: str = "") -> Label:
    """Return a label at whole units."""
    return Label(round(x), round(y), text, kind)


def breadth(text: str) -> int:
    """Return about how wide a text is."""
    return round(len(unmarked(text)) * _LETTER)


def fitted(text: str, room: float) -> str:
    """Return a text cut at a space so that it fits, with an ellipsis where something was cut; marks stay."""
    plain = unmarked(text)
    most = max(int(room / _LETTER), 4)
    if breadth(text) <= room or len(plain) <= most:
        return text
    head = plain[: most - 1]
    whole = head.rsplit(" ", 1)[0] if plain[most - 1] != " " and " " in head[most // 2 :] else head
    cut = whole.rstrip(" ,;:.–-") + "…"
    return text.replace(plain, cut) if plain in text else cut


def rows(widths: Iterable[int]) -> list[tuple[int, int]]:
    """Return where things that follow each other stand: x, and the row, where a row is as wide as the sheet."""
    places: list[tuple[int, int]] = []
    x = row = 0
    for width in widths:
        if x and x + width > WIDTH:
            x, row = 0, row + 1
        places.append((x, row))
        x += width
    return places
