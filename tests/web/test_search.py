"""Searching a school's pages in the theme's own dialog, with and without marks."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import KINDS, Open


def ask(page: Page, query: str) -> None:
    """Put the query into the dialog; the theme listens to keys, not to changes."""
    field = page.locator(".md-search__input")
    field.fill(query)
    field.press("Shift")


def search(page: Page, query: str) -> list[str]:
    ask(page, query)
    results = page.locator(".md-search-result__item")
    expect(results.first).to_be_visible()
    return [text.strip() for text in results.locator("h1, h2").all_inner_texts()]


def open_search(page: Page) -> None:
    page.locator("label[for=__search]:visible").first.click()
    expect(page.locator(".md-search__input")).to_be_focused()


@pytest.mark.parametrize("kind", ["school", "criterion", "evidence"])
@pytest.mark.parametrize(
    "query",
    ["co so vat chat", "cơ sở vật chất", "co\u031b so\u031b\u0309 va\u0323\u0302t cha\u0302\u0301t", "CƠ SỞ VẬT CHẤT"],
    ids=["unmarked", "marked", "decomposed", "capitals"],
)
def test_the_school_is_searched_from_each_of_its_pages(open_page: Open, kind: str, query: str) -> None:
    page = open_page(KINDS[kind])
    open_search(page)
    titles = search(page, query)
    assert any("Cơ sở vật chất" in title for title in titles), titles


def test_a_result_opens_the_page_it_names(open_page: Open) -> None:
    page = open_page(KINDS["evidence"])
    open_search(page)
    search(page, "giao vien")
    link = page.locator(".md-search-result__link").first
    expect(link).to_have_attribute("href", re.compile(r"/truong/th-doi-thong/"))
    link.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/truong/th-doi-thong/" in page.url


def test_a_schools_search_knows_only_that_school(open_page: Open) -> None:
    page = open_page(KINDS["school"])
    open_search(page)
    ask(page, "Bến Đá")
    expect(page.locator(".md-search-result__meta")).not_to_contain_text("khởi tạo")
    for title in page.locator(".md-search-result__item").all_inner_texts():
        assert "Bến Đá" not in title


def test_the_sites_search_finds_a_school_without_marks(open_page: Open) -> None:
    page = open_page(KINDS["home"])
    open_search(page)
    assert search(page, "doi thong") != []
