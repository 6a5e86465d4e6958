"""Each kind of page in a browser: accessible, quiet, at home; and what a school's first screen says."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.project import SAMPLES
from tests.web.conftest import KINDS, Open, Scheme

SIZES = ((360, 640), (1280, 800))
WATCH_SHIFTS = """window.moved = 0; new PerformanceObserver(list => {
    for (const one of list.getEntries()) window.moved += one.value;
}).observe({type: 'layout-shift', buffered: true});"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(open_page: Open, axe: Callable[[Page], list[str]], kind: str, scheme: Scheme) -> None:
    page = open_page(KINDS[kind], scheme=scheme)
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert axe(page) == [], width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=["phone", "desk"])
@pytest.mark.parametrize("kind", ["home", "school"])
def test_axe_finds_nothing_in_an_open_search(
    open_page: Open, axe: Callable[[Page], list[str]], kind: str, size: tuple[int, int], scheme: Scheme
) -> None:
    page = open_page(KINDS[kind], *size, scheme=scheme)
    page.locator("label[for=__search]:visible, .md-search__input:visible").first.click()
    page.locator(".md-search__input").press_sequentially("doi ngu")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert axe(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_quiet_asks_no_other_host_and_does_not_move(open_page: Open, address: str, kind: str) -> None:
    page = open_page(None)
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: said.append(request.url))
    page.add_init_script(WATCH_SHIFTS)
    page.goto(address + KINDS[kind], wait_until="networkidle")
    assert said == []
    assert [url for url in asked if not url.startswith((address, "blob:", "data:"))] == []
    # To three places, as instruments show it: where the parser pauses in the theme's head, the site's name may move.
    assert round(page.evaluate("window.moved"), 3) == 0


def test_the_first_screen_of_a_school_answers_the_three_questions(open_page: Open) -> None:
    page = open_page(KINDS["school"])
    for text in ("Trường Tiểu học Đồi Thông", "Mức\u00a01", "Yếu", "3/7"):
        found = page.locator("article.md-content__inner").get_by_text(text).first
        expect(found).to_be_visible()
        box = found.bounding_box()
        assert box is not None, text
        assert box["y"] + box["height"] <= 640, (text, box)


@pytest.mark.parametrize("school", SAMPLES)
def test_the_first_screen_reaches_to_what_was_promised(open_page: Open, school: str) -> None:
    box = open_page(f"truong/{school}/").locator(".kdcl-promise").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 640


@pytest.mark.parametrize("school", SAMPLES)
def test_so_it_does_in_english_for_a_school_that_is_no_sample(open_page: Open, school: str) -> None:
    page = open_page(f"en/truong/{school}/")
    page.evaluate("document.querySelector('.kdcl-sample').remove()")
    box = page.locator(".kdcl-promise").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 640


def test_a_school_without_a_level_says_why(open_page: Open) -> None:
    page = open_page(KINDS["school without a level"])
    expect(page.locator("article.md-content__inner").get_by_text("hưa tính được").first).to_be_visible()
