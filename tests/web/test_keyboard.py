"""Getting around by keyboard: past the head, through the drawer, and without keys that act by surprise."""

from collections.abc import Callable

import pytest
from playwright.sync_api import FloatRect, JSHandle, Page, expect

from tests.web.conftest import KINDS, Open


def focused(page: Page, what: str) -> str:
    return str(page.evaluate(f"document.activeElement.{what}"))


@pytest.mark.parametrize("kind", ["home", "directory", "school", "criterion", "framework"])
def test_the_first_link_leads_to_the_content(open_page: Open, kind: str) -> None:
    page = open_page(KINDS[kind], width=1280)
    page.keyboard.press("Tab")
    assert focused(page, "innerText").strip() == "Đến nội dung chính"
    page.keyboard.press("Enter")
    expect(page.locator("#noi-dung")).to_be_focused()


@pytest.mark.parametrize("kind", ["home", "school"])
def test_the_drawer_opens_with_space_and_shuts_with_escape(open_page: Open, kind: str) -> None:
    page = open_page(KINDS[kind])
    drawer = page.get_by_role("button", name="Mở danh mục trang")
    expect(drawer).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(drawer).to_be_focused()
    page.keyboard.press("Space")
    expect(drawer).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("!!document.activeElement.closest('.md-sidebar--primary')")
    page.keyboard.press("Escape")
    expect(drawer).to_have_attribute("aria-expanded", "false")
    expect(drawer).to_be_focused()


def test_the_open_drawer_is_accessible(open_page: Open, axe: Callable[[Page], list[str]]) -> None:
    page = open_page(KINDS["criterion"])
    page.get_by_role("button", name="Mở danh mục trang").click()
    expect(page.locator(".md-sidebar--primary a").locator("visible=true").first).to_be_in_viewport()
    assert axe(page) == []


def test_a_shut_drawer_is_not_in_the_way(open_page: Open) -> None:
    page = open_page(KINDS["school"])
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate("!!document.activeElement.closest('.md-sidebar--primary')")


@pytest.mark.parametrize("key", ["f", "s", "/", "n", "p", ".", ","])
def test_no_single_key_does_anything(open_page: Open, key: str) -> None:
    page = open_page(KINDS["criterion"], width=1280)
    url = page.url
    page.keyboard.press(key)
    expect(page.locator("#__search")).not_to_be_checked()
    assert focused(page, "tagName") == "BODY"
    assert page.url == url


def test_crumbs_stand_on_one_line_and_the_sites_name_is_whole(open_page: Open) -> None:
    page = open_page(KINDS["criterion"])
    lines = page.evaluate("new Set([...document.querySelectorAll('.kdcl-crumbs li')].map(e => e.offsetTop)).size")
    assert lines == 1
    name = page.locator(".md-header__topic .md-ellipsis").first
    assert name.evaluate("e => e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight + 1")


@pytest.mark.parametrize("kind", ["home", "directory", "school", "criterion", "evidence", "report"])
def test_wherever_the_keyboard_is_can_be_seen(open_page: Open, kind: str) -> None:
    page = open_page(KINDS[kind], width=1280, height=800)
    page.emulate_media(reduced_motion="reduce")
    passed = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        here = page.evaluate_handle("document.activeElement")
        if here.evaluate("one => one === document.body"):
            break
        passed.add(str(here.evaluate("one => one.outerHTML")))
        assert _is_seen(page, here), here.evaluate("one => one.outerHTML.slice(0, 200)")
    assert len(passed) > 15


def _is_seen(page: Page, here: JSHandle) -> bool:
    """Whether what has the focus is outlined or, if it shows it otherwise, looks different without it."""
    if here.evaluate("one => getComputedStyle(one).outlineStyle") != "none":
        return True
    x, y, width, height = here.evaluate(
        "one => { const b = one.getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; }"
    )
    if here.evaluate("one => one.matches('.md-search__input')"):
        x, y, width, height = x - 60, y - 8, width + 68, height + 16  # its outline is the form's
    around: FloatRect = {"x": max(x - 8, 0), "y": max(y - 8, 0), "width": width + 16, "height": height + 16}
    with_focus = page.screenshot(clip=around, animations="disabled")
    here.evaluate("one => one.blur()")
    without = page.screenshot(clip=around, animations="disabled")
    here.evaluate("one => one.focus()")
    return with_focus != without
