"""No page holds a script, style or handler of its own, its policy says so, and everything still works under it.

That each kind of page loads without a word from the browser is seen in `test_pages.py`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.project import pages
from tests.site.links import parse
from tests.web.conftest import KINDS, Open

DATA = {"application/json", "application/ld+json"}
POLICY = re.compile(r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
ASK = "window.stopped = []; addEventListener('securitypolicyviolation', e => stopped.push(e.violatedDirective));"


@pytest.fixture
def watched(open_page: Open) -> Iterator[Page]:
    """A page on which nothing may be stopped, and nothing fail."""
    page = open_page(None, width=1280, height=800)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(ASK)
    yield page
    assert page.evaluate("window.stopped") == []
    assert said == []


def test_no_page_holds_a_script_a_style_or_a_handler(site: Path) -> None:
    every = sorted(site.rglob("*.html"))
    assert {site / "404.html", site / "en/index.html"} <= set(every)
    for path in every:
        for tag, attributes in parse(path).elements:
            assert tag not in {"style", "base", "iframe", "object", "embed"}, path
            assert not [name for name in attributes if name == "style" or name.startswith("on")], (path, tag)
            if tag == "script" and "src" not in attributes:
                assert attributes.get("type") in DATA, path


def test_every_page_begins_with_its_policy(site: Path) -> None:
    policies = set()
    for path in [*pages(site), site / "404.html"]:
        found = POLICY.search(path.read_text("utf-8"))
        assert found, path
        policies.add(found[1])
    [policy] = policies
    rules = dict(rule.split(maxsplit=1) for rule in policy.split("; "))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == rules["worker-src"] == "'self'"
    assert "unsafe" not in policy


def test_a_page_asks_for_one_file_more_than_it_did(watched: Page, address: str, site: Path) -> None:
    asked: list[str] = []
    watched.on("request", lambda request: asked.append(request.url))
    watched.goto(address + KINDS["criterion"], wait_until="networkidle")
    assert len([url for url in asked if "/inline." in url]) == 1
    assert len(list(site.glob("assets/javascripts/inline.*"))) == 1


def test_search_filters_and_colours_work(watched: Page, address: str) -> None:
    watched.goto(address + KINDS["evidence"])
    watched.locator("[name=chu]").fill("ke hoach")
    expect(watched.locator("output")).to_have_text(re.compile("Tìm thấy"))
    watched.locator("[name=chu]").press("Enter")
    field = watched.locator(".md-search__input")
    field.click()
    field.press_sequentially("doi ngu")
    expect(watched.locator(".md-search-result__item").first).to_be_visible()
    assert watched.evaluate("window.stopped") == []
    field.press("Enter")
    expect(watched).not_to_have_url(re.compile(KINDS["evidence"]))
    watched.locator("label[for=__palette_1]").click()
    expect(watched.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_chosen_colours_are_there_before_the_first_paint(watched: Page, address: str) -> None:
    """What the body is when the header has been read, long before the theme's bundle runs."""
    watched.add_init_script(
        """new MutationObserver(() => { const shown = document.querySelector('.md-header');
            if (shown && document.querySelector('main')) window.scheme ??= document.body.dataset.mdColorScheme;
        }).observe(document, {childList: true, subtree: true});"""
    )
    watched.goto(address + KINDS["school"])
    watched.locator("label[for=__palette_1]").click()
    expect(watched.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    watched.goto(address + KINDS["criterion"])
    assert watched.evaluate("window.scheme") == "slate"


def test_the_drawer_works_on_a_phone(watched: Page, address: str) -> None:
    watched.set_viewport_size({"width": 360, "height": 640})
    watched.goto(address + KINDS["school"])
    watched.locator(".kdcl-drawer").click()
    expect(watched.locator(".md-sidebar--primary")).to_be_in_viewport()


def test_a_script_from_elsewhere_or_written_into_a_page_does_not_run(open_page: Open) -> None:
    page = open_page(KINDS["school"])
    page.evaluate(
        """() => { window.ran = false; const one = document.createElement('script');
            one.textContent = 'window.ran = true'; document.body.append(one);
            const two = document.createElement('b'); two.setAttribute('onclick', 'window.ran = true');
            document.body.append(two); two.click(); }"""
    )
    assert page.evaluate("window.ran") is False


def test_a_page_opened_from_a_folder_can_be_read(watched: Page, site: Path) -> None:
    """The theme hides its search there; everything else is as on the web."""
    watched.goto((site / KINDS["criterion"] / "index.html").as_uri())
    expect(watched.locator("h1")).to_be_visible()
    colour = watched.locator(".md-header").evaluate("one => getComputedStyle(one).backgroundColor")
    assert colour == "rgb(11, 74, 86)"
    watched.locator("label[for=__palette_1]").click()
    expect(watched.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
