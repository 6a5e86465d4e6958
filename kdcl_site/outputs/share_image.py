"""The image of a shared link (Open Graph): 1200 × 630, a palette PNG, the same bytes for the same words."""

import re
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from kdcl_site.outputs.lettering import LEADING, SHADES, fitted, font, width_of, write
from kdcl_site.outputs.share_card import Card
from kdcl_site.pages.parts import Mark
from kdcl_site.rendering.render import ASSETS

SIZE = (1200, 630)
_LEFT, _RIGHT, _TOP, _BOTTOM = 72, 1128, 60, 580
_WIDTH = _RIGHT - _LEFT
_PAPER = "#ffffff"
_TITLE, _TEXT = range(68, 15, -4), range(34, 11, -2)
_BOX = 150
_SMALL, _GAP, _SIDE = 22, 22, 15
_COLOUR = re.compile(r"--kdcl-([\w-]+): (#[0-9a-f]{6})\b")

# Pairs of ink and ground, each with its shades in the palette.
_INK, _SOFT, _ACCENT, _TONE, _EDGE = (SHADES * place for place in range(5))
_SOLID = SHADES - 1


def share_image(card: Card) -> bytes:
    """Return the PNG."""
    canvas = Image.new("L", SIZE, _INK)
    draw = ImageDraw.Draw(canvas)
    tone = card.mark.tone if card.mark else "none"
    _head(canvas, draw, card)
    bottom = _foot(canvas, draw, card)
    if card.mark:
        bottom = _verdict(canvas, draw, card, card.mark, bottom - 26)
    _name(canvas, card, bottom - 24)
    image = Image.frombytes("P", SIZE, canvas.tobytes())
    image.putpalette(_palette(tone))
    data = BytesIO()
    image.save(data, "PNG", compress_level=2)
    return data.getvalue()


def _head(canvas: Image.Image, draw: ImageDraw.ImageDraw, card: Card) -> None:
    draw.rectangle((0, 0, SIZE[0], 11), fill=_ACCENT + _SOLID)
    if card.label:
        letters = font(26)
        width = width_of(card.label, 26)
        draw.rectangle((_RIGHT - width - 28, _TOP - 8, _RIGHT, _TOP + 34), outline=_SOFT + _SOLID, width=2)
        write(canvas, (_RIGHT - width - 14, _TOP + 22), card.label, letters, _SOFT)
    size, lines = fitted(card.site, _TEXT, True, _WIDTH - 400, 44)
    for line in lines:
        write(canvas, (_LEFT, _TOP + 22), line, font(size, True), _ACCENT)
    write(canvas, (_LEFT, _TOP + (56 if card.site else 22)), card.note, font(_SMALL), _SOFT)


def _foot(canvas: Image.Image, draw: ImageDraw.ImageDraw, card: Card) -> int:
    """The scale with all its values drawn; returns where it begins."""
    rows = _rows(card)
    pitch = 40
    top = _BOTTOM - (len(rows) - 1) * pitch
    for place, row in enumerate(rows):
        x = _LEFT
        for mark, text in row:
            y = top + place * pitch
            if mark:
                x = _steps(draw, mark, (x, y - 15), _SIDE, _SOFT + _SOLID) + 6
            write(canvas, (x, y), text, font(_SMALL), _SOFT)
            x += width_of(text, _SMALL) + _GAP
    return top - 24 if rows else _BOTTOM


def _rows(card: Card) -> list[list[tuple[Mark | None, str]]]:
    """The scale in as many rows as it needs."""
    rows: list[list[tuple[Mark | None, str]]] = []
    room = 0
    for mark, text in [(None, card.scale_word), *((one, one.word) for one in card.scale)] if card.scale else ():
        width = width_of(text, _SMALL) + _GAP + (mark.steps * _pitch(_SIDE) + 6 if mark else 0)
        if width - _GAP > room:
            rows.append([])
            room = _WIDTH
        rows[-1].append((mark, text))
        room -= width
    return rows


def _verdict(canvas: Image.Image, draw: ImageDraw.ImageDraw, card: Card, mark: Mark, bottom: int) -> int:
    """The level as a card of its colour: steps, word, judge and day; returns where it begins."""
    top = bottom - _BOX
    draw.rectangle((_LEFT, top, _RIGHT, bottom), fill=_TONE, outline=_EDGE + _SOLID, width=2)
    draw.rectangle((_LEFT, top, _LEFT + 13, bottom), fill=_EDGE + _SOLID)
    x = _LEFT + 44
    if mark.steps:
        x = _steps(draw, mark, (x, top + (27 if card.judged else 53)), 46, _EDGE + _SOLID) + 18
    size, lines = fitted(mark.word, range(54, 11, -2), True, _RIGHT - 32 - x, 72)
    for line in lines:
        write(canvas, (x, top + (68 if card.judged else 94)), line, font(size, True), _TONE)
    size, lines = fitted(card.judged, _TEXT, False, _WIDTH - 88, 46)
    for line in lines:
        write(canvas, (_LEFT + 44, top + 122), line, font(size), _TONE)
    return top


def _name(canvas: Image.Image, card: Card, bottom: int) -> None:
    """The school's name as large as it can stand, and below it what and where the school is."""
    size, below = fitted(card.subtitle, _TEXT, False, _WIDTH, 96)
    for place, line in enumerate(reversed(below)):
        write(canvas, (_LEFT, bottom - 10 - int(place * size * LEADING)), line, font(size), _SOFT)
    bottom -= int(len(below) * size * LEADING) + 10
    top = _TOP + 76
    size, lines = fitted(card.title, _TITLE, True, _WIDTH, bottom - top)
    first = bottom - int(len(lines) * size * LEADING)
    for place, line in enumerate(lines):
        write(canvas, (_LEFT - 2, first + int((place + 0.82) * size * LEADING)), line, font(size, True), _INK)


def _steps(draw: ImageDraw.ImageDraw, mark: Mark, at: tuple[int, int], side: int, colour: int) -> int:
    """Draw the steps of a mark as boxes, the reached ones filled; returns where they end."""
    x, y = at
    for step in range(mark.steps):
        box = (x, y, x + side, y + side)
        draw.rectangle(box, fill=colour if step < mark.filled else _INK, outline=colour, width=max(2, side // 9))
        x += _pitch(side)
    return x


def _pitch(side: int) -> int:
    return side + side // 4 + 1


@cache
def _palette(tone: str) -> list[int]:
    """The colours of the style sheet, its light set, so that a level looks the same here and on the page."""
    found: dict[str, str] = {}
    for name, value in _COLOUR.findall((ASSETS / "kdcl.css").read_text(encoding="utf-8")):
        found.setdefault(name, value)
    ground, ink, edge = (found[f"{tone}-{part}"] for part in ("ground", "text", "edge"))
    pairs = ((_PAPER, found["ink"]), (_PAPER, found["soft"]), (_PAPER, found["accent"]), (ground, ink), (ground, edge))
    return [value for pair in pairs for shade in range(SHADES) for value in _between(*pair, shade / _SOLID)]


def _between(ground: str, ink: str, part: float) -> tuple[int, ...]:
    channels = ((int(ground[at : at + 2], 16), int(ink[at : at + 2], 16)) for at in (1, 3, 5))
    return tuple(round(low + (high - low) * part) for low, high in channels)
