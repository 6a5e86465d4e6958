"""Marks tell levels apart by their drawing alone: in grey, on paper, in forced colours, in both schemes."""

import io
import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

from tests.project import pages
from tests.rendering.test_css import PAGE
from tests.web.conftest import KINDS, Open

MARK = re.compile(r'<span class="kdcl-mark (kdcl-\w+)">(<svg class="kdcl-steps" viewBox="([^"]*)".*?</svg>)')
FOUR = "0 0 57 12"
LEVELS = {"kdcl-l0", "kdcl-l1", "kdcl-l2", "kdcl-l3", "kdcl-l4", "kdcl-none"}

CONDITIONS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced, light": {"forced_colors": "active", "color_scheme": "light"},
    "forced, dark": {"forced_colors": "active", "color_scheme": "dark"},
    "paper": {"media": "print"},
}
SEEN, PIXELS = 48, 12
"""A pixel differs by so much grey out of 255; a drawing of about 40 × 12 px differs in so many pixels."""


@pytest.fixture(scope="module")
def drawings(site: Path) -> dict[str, str]:
    """The drawing of each level on a scale of four steps, as it stands in the built pages."""
    found: dict[str, str] = {}
    for page in pages(site):
        for tone, drawing, box in MARK.findall(page.read_text(encoding="utf-8")):
            if box == FOUR:
                found[tone] = f'<span class="kdcl-mark {tone}">{drawing}</span>'
    assert set(found) == LEVELS
    return dict(sorted(found.items()))


@pytest.mark.parametrize("condition", CONDITIONS)
def test_no_two_drawings_look_alike_in_grey(
    browser: Browser, address: str, drawings: dict[str, str], condition: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.emulate_media(**CONDITIONS[condition])
    page.goto(address + KINDS["school"])
    page.locator(".kdcl h1").evaluate("(one, marks) => { one.innerHTML = marks; }", " ".join(drawings.values()))
    grey = {tone: grey_of(page, f".kdcl h1 .{tone}") for tone in drawings}
    context.close()
    alike = {
        (one, other): seen
        for one, other in combinations(grey, 2)
        if (seen := pixels_apart(grey[one], grey[other])) < PIXELS
    }
    assert alike == {}


def grey_of(page: Page, selector: str) -> Image.Image:
    shot = page.locator(selector).screenshot(animations="disabled")
    return Image.open(io.BytesIO(shot)).convert("L")


def pixels_apart(one: Image.Image, other: Image.Image) -> int:
    size = (min(one.width, other.width), min(one.height, other.height))
    apart = ImageChops.difference(one.crop((0, 0, *size)), other.crop((0, 0, *size)))
    return sum(apart.histogram()[SEEN:])


@pytest.mark.parametrize("scheme", PAGE)
def test_the_formula_is_reckoned_with_the_ground_that_is_there(open_page: Open, scheme: str) -> None:
    page = open_page(KINDS["school"], scheme="dark" if scheme == "dark" else "light")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", ground)[:3]) == PAGE[scheme]
