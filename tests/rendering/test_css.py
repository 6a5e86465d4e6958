"""The stylesheet: its weight, and its colours held to the same test in light and dark."""

import gzip
import re

import pytest

from kdcl_site.rendering.render import ASSETS

CSS = (ASSETS / "kdcl.css").read_text(encoding="utf-8")
PAGE = {"light": "#ffffff", "dark": "#1e2129"}
TONES = ("l0", "l1", "l2", "l3", "l4", "none")


def colours(scheme: str) -> dict[str, str]:
    blocks = re.findall(r"(:root|\[data-md-color-scheme=\"slate\"\]) \{(.*?)\n\}", CSS, re.DOTALL)
    text = next(body for name, body in blocks if (name == ":root") == (scheme == "light"))
    return dict(re.findall(r"--kdcl-([\w-]+): (#[0-9a-f]{6});", text))


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", PAGE)
@pytest.mark.parametrize("tone", TONES)
def test_a_mark_is_read_on_its_ground_and_its_edge_is_seen(scheme: str, tone: str) -> None:
    found = colours(scheme)
    assert contrast(found[f"{tone}-text"], found[f"{tone}-ground"]) >= 7
    assert contrast(found[f"{tone}-edge"], found[f"{tone}-ground"]) >= 3
    assert contrast(found[f"{tone}-edge"], PAGE[scheme]) >= 3


@pytest.mark.parametrize("scheme", PAGE)
@pytest.mark.parametrize(("name", "least"), [("ink", 7), ("soft", 7), ("accent", 4.5)])
def test_text_is_read_on_the_page_and_on_panels(scheme: str, name: str, least: float) -> None:
    found = colours(scheme)
    assert min(contrast(found[name], ground) for ground in (PAGE[scheme], found["panel"])) >= least


def test_the_stylesheet_is_light_and_asks_nobody() -> None:
    assert len(gzip.compress(CSS.encode())) <= 12_000
    assert "url(" not in CSS
    assert "@import" not in CSS
