"""Each kind of page in a browser: readable on a phone, accessible, quiet, at home."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import KINDS, Open

WIDTHS = (360, 1280)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(open_page: Open, axe: Callable[[Page], list[str]], kind: str, scheme: str) -> None:
    for width in WIDTHS:
        page = open_page(KINDS[kind], width=width, scheme=scheme)
        assert axe(page) == [], width


@pytest.mark.parametrize("kind", KINDS)
def test_no_console_error_and_no_other_host(open_page: Open, address: str, kind: str) -> None:
    page = open_page(None)
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: said.append(request.url))
    page.goto(address + KINDS[kind], wait_until="networkidle")
    assert said == []
    assert [url for url in asked if not url.startswith((address, "blob:", "data:"))] == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_a_small_phone(open_page: Open, kind: str) -> None:
    page = open_page(KINDS[kind], width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("kind", KINDS)
def test_reading_needs_no_javascript(open_page: Open, kind: str) -> None:
    page = open_page(KINDS[kind], java_script=False)
    expect(page.locator("h1")).to_be_visible()
    assert len(page.locator("article.md-content__inner").inner_text()) > 200


def test_the_first_screen_of_a_school_answers_the_three_questions(open_page: Open) -> None:
    page = open_page(KINDS["school"])
    for text in ("Trường Tiểu học Đồi Thông", "Mức\u00a01", "Yếu", "3/7"):
        found = page.locator("article.md-content__inner").get_by_text(text).first
        expect(found).to_be_visible()
        box = found.bounding_box()
        assert box is not None, text
        assert box["y"] + box["height"] <= 640, (text, box)


def test_a_school_without_a_level_says_why(open_page: Open) -> None:
    page = open_page(KINDS["school without a level"])
    expect(page.locator("article.md-content__inner").get_by_text("hưa tính được").first).to_be_visible()


@pytest.mark.parametrize("kind", ["school", "criterion", "evidence", "commitments", "directory"])
def test_targets_are_large_enough_for_a_thumb(open_page: Open, kind: str) -> None:
    page = open_page(KINDS[kind])
    small = page.evaluate(
        """() => [...document.querySelectorAll('article a, article summary, article button')]
            .filter(e => e.checkVisibility() && !e.closest('p, li, td, dd, figcaption, small'))
            .map(e => [e.innerText, e.getBoundingClientRect()])
            .filter(([, box]) => box.width && (box.height < 24 || box.width < 24))
            .map(([text, box]) => `${text} ${box.width}x${box.height}`)"""
    )
    assert small == []


def test_the_keyboard_reaches_everything_and_shows_where_it_is(open_page: Open) -> None:
    page = open_page(KINDS["school"], width=1280, height=800)
    seen: list[str] = []
    for _ in range(30):
        page.keyboard.press("Tab")
        state = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e);
                const theirs = '.md-search__input, .md-skip, .md-header__button, .md-tabs__link, .md-option';
                return [e.innerText || e.name || e.ariaLabel || e.id || e.tagName,
                        s.outlineStyle !== 'none' || s.boxShadow !== 'none' || e.type === 'checkbox'
                        || e.matches(theirs)]; }"""
        )
        assert state[1], f"no visible focus on {state[0]}"
        seen.append(state[0].strip())
    assert any("Bỏ qua" in text or "nội dung" in text.lower() for text in seen[:2]), seen[:3]
    assert len(set(seen)) > 15
