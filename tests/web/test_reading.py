"""Reading under all conditions: without JavaScript, on the smallest phone, with large text, wide spacing."""

import unicodedata

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import KINDS, Open

ARTICLE = "article.md-content__inner"

LINES = """article => {
    article.querySelectorAll('details').forEach(one => one.open = true);
    article.querySelectorAll('.kdcl-filter, .kdcl-verify, .kdcl-press').forEach(one => one.remove());
    return article.innerText.split('\\n').map(line => line.trim()).filter(line => line);
}"""

WIDER = """() => [...document.querySelectorAll('body *')]
    .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.closest('.md-sidebar, .md-search')
        && one.getBoundingClientRect().right > innerWidth + 1)
    .map(one => one.outerHTML.slice(0, 120)).slice(0, 3)"""

CLIPPED = """() => [...document.querySelectorAll('article *')]
    .filter(one => one.checkVisibility() && getComputedStyle(one).overflow !== 'visible' && !one.closest('svg')
        && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())
        && getComputedStyle(one).clipPath === 'none'
        && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1))
    .map(one => one.outerHTML.slice(0, 120)).slice(0, 3)"""

SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
"""The least that WCAG 1.4.12 asks a page to bear."""

LARGE = "html { font-size: 250% !important; }"
"""Text of 200 %: the theme's own size is 125 %."""

TOOLS = ":not(.kdcl-filter *, .kdcl-verify *, p:has(.kdcl-press))"
"""What only a script can do is not there without one: filters, checking a file, the button that prints."""

MARKS = "\u0300\u0309\u0303\u0301\u0323"
BASES = "aăâeêioôơuưy"
SMALL = [unicodedata.normalize("NFC", base + mark) for base in BASES for mark in ("", *MARKS)]
LETTERS = [letter for letter in [*SMALL, "đ"] if not letter.isascii()]
LETTERS += [letter.upper() for letter in LETTERS]

DRAW = """([letters, style]) => {
    const canvas = document.createElement('canvas'), pen = canvas.getContext('2d', {willReadFrequently: true});
    canvas.width = canvas.height = 96;
    return letters.map(letter => {
        pen.clearRect(0, 0, 96, 96);
        pen.font = style;
        pen.fillText(letter, 16, 64);
        return Array.from(pen.getImageData(0, 0, 96, 96).data).filter((_, place) => place % 4 === 3).join();
    });
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_everything_can_be_read_without_javascript(open_page: Open, kind: str) -> None:
    plain = open_page(KINDS[kind], java_script=False).locator(ARTICLE)
    expect(plain.locator("h1")).to_be_visible()
    with_script = open_page(KINDS[kind]).locator(ARTICLE)
    for what in ("table", "tr", "li", "dd", "p", "figure svg"):
        outside = with_script.locator(f"{what}{TOOLS}").locator("visible=true")
        assert plain.locator(f"{what}{TOOLS}").locator("visible=true").count() == outside.count(), what
    read = set(plain.evaluate(LINES))
    assert len(read) > 3
    assert [line for line in with_script.evaluate(LINES) if line not in read] == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_the_screen_or_cut(open_page: Open, kind: str) -> None:
    page = open_page(KINDS[kind], width=320)
    _unfold(page)
    assert _overflow(page) == [], "320 px"
    _style(page, SPACING)
    assert _overflow(page) == [], "320 px, wide spacing"
    _style(page, "")
    page.set_viewport_size({"width": 640, "height": 400})
    assert _overflow(page) == [], "a desk of 1280 px, twice as large"
    page.set_viewport_size({"width": 360, "height": 640})
    _style(page, LARGE)
    assert _overflow(page) == [], "360 px, text twice as large"


def _style(page: Page, text: str) -> None:
    """Put a reader's own style on the page, as a browser does: no policy of the page stops it."""
    page.evaluate(
        """text => { const own = new CSSStyleSheet(); own.replaceSync(text); document.adoptedStyleSheets = [own]; }""",
        text,
    )


def _unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")


def _overflow(page: Page) -> list[str]:
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        return [str(one) for one in page.evaluate(WIDER)] or ["the page scrolls sideways"]
    return [str(one) for one in page.evaluate(CLIPPED)]


@pytest.mark.parametrize("selector", ["h1", "p", ".kdcl-mark", "code"])
def test_every_vietnamese_letter_is_drawn_and_like_no_other(open_page: Open, selector: str) -> None:
    assert len(LETTERS) == 134
    page = open_page(KINDS["school"])
    style = page.locator(f"{ARTICLE} {selector}").first.evaluate(
        "one => { const s = getComputedStyle(one); return `${s.fontWeight} 48px ${s.fontFamily}`; }"
    )
    nothing, *drawn = page.evaluate(DRAW, [["\U0010ffff", *LETTERS], style])
    assert [letter for letter, one in zip(LETTERS, drawn, strict=True) if one == nothing or "255" not in one] == []
    assert len(set(drawn)) == len(LETTERS)


@pytest.mark.parametrize("selector", ["h1", "p", ".kdcl-mark"])
def test_all_letters_come_from_one_font(open_page: Open, selector: str) -> None:
    page = open_page(KINDS["school"])
    _unfold(page)
    place = page.locator(f"{ARTICLE} {selector}").locator("visible=true").first
    place.evaluate("(one, text) => { one.id = 'letters'; one.textContent = text; }", "az" + "".join(LETTERS))
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": "#letters"})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    assert [font["glyphCount"] for font in fonts] == [2 + len(LETTERS)], fonts
