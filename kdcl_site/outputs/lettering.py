"""Vietnamese text on a picture: our own letters, so that every machine draws the same; wrapped, shrunk, never cut."""

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from math import ceil
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

SHADES = 16
"""From the ground to the ink: that many colours of the palette belong to one pair."""

LEADING = 1.32
"""Lines stay open: capitals carry two marks."""

_MEASURE = 64
_SPARE = 1.02
"""The machine that draws rounds each letter to whole pixels."""


@lru_cache(maxsize=128)
def font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Return our font in a size in pixels; it has the letters of Latin scripts, Vietnamese among them."""
    name = "NotoSans-Bold.ttf" if bold else "NotoSans-Regular.ttf"
    data = (files("kdcl_site.outputs") / "fonts" / name).read_bytes()
    return ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _wide(word: str, bold: bool) -> float:
    """How wide a word is, in its own size; measured once, for the same words come again and again."""
    return font(_MEASURE, bold).getlength(word) / _MEASURE * _SPARE


def width_of(text: str, size: int, bold: bool = False) -> int:
    """Return how many pixels a line takes, or one or two more."""
    words = text.split()
    return ceil(size * (sum(_wide(word, bold) for word in words) + max(len(words) - 1, 0) * _wide(" ", bold)))


def wrapped(text: str, size: int, bold: bool, width: int) -> list[str] | None:
    """Return the text in lines no wider than `width`, or None where a single word is."""
    lines: list[str] = []
    room = 0.0
    for word in text.split():
        wide, gap = size * _wide(word, bold), size * _wide(" ", bold)
        if wide > width:
            return None
        if lines and gap + wide <= room:
            lines[-1] += f" {word}"
            room -= gap + wide
        else:
            lines.append(word)
            room = width - wide
    return lines


def fitted(text: str, sizes: Iterable[int], bold: bool, width: int, height: int) -> tuple[int, list[str]]:
    """Return the first size, and the lines, in which the text stands whole within width and height.

    A text that fits in none of the sizes stands in the last one, its longest words broken, over the height's end.
    """
    size = 1
    for size in sizes:
        lines = wrapped(text, size, bold, width)
        if lines is not None and len(lines) * size * LEADING <= height:
            return size, lines
    broken = " ".join(part for word in text.split() for part in _broken(word, size, bold, width))
    return size, wrapped(broken, size, bold, width) or []


def _broken(word: str, size: int, bold: bool, width: int) -> list[str]:
    parts = [""]
    for letter in word:
        if parts[-1] and width_of(parts[-1] + letter, size, bold) > width:
            parts.append("")
        parts[-1] += letter
    return parts


def write(canvas: Image.Image, at: tuple[int, int], text: str, letters: ImageFont.FreeTypeFont, first: int) -> None:
    """Draw one line with its baseline at a point; `first` is the palette's index of the pair's ground."""
    line = _inked(text, letters, first)
    if line:
        canvas.paste(line.shades, (at[0] + line.left, at[1] + line.top), line.ink)


class _Line(NamedTuple):
    """A drawn line: where it begins beside its baseline, its shades, and where there is ink at all."""

    left: int
    top: int
    shades: Image.Image
    ink: Image.Image


@lru_cache(maxsize=64)
def _inked(text: str, letters: ImageFont.FreeTypeFont, first: int) -> _Line | None:
    """Draw a line once: half of what stands on an image is the same for every school. None for nothing to see."""
    left, top, right, bottom = (int(edge) for edge in letters.getbbox(text, anchor="ls"))
    if right <= left or bottom <= top:
        return None
    tile = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(tile).text((-left, -top), text, fill=255, font=letters, anchor="ls")
    shades = tile.point([first + value * (SHADES - 1) // 255 for value in range(256)])
    return _Line(left, top, shades, tile.point([0] + [255] * 255))
