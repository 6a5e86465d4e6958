"""Searching a school's pages in the theme's own dialog, with and without marks."""

import re
from collections.abc import Callable

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


def best(page: Page, query: str) -> str:
    """The address Enter would lead to: of the first result, the part with the highest score."""
    open_search(page)
    search(page, query)
    return str(
        page.evaluate(
            """() => { const links = [...document.querySelectorAll('.md-search-result__item:first-child a')];
                const score = a => parseFloat(a.querySelector('article').dataset.mdScore);
                return links.sort((a, b) => score(b) - score(a))[0].href; }"""
        )
    )


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


HOME, SCHOOL, EVIDENCE = "", "truong/th-doi-thong/", "truong/th-doi-thong/minh-chung/"
ROUND = "truong/th-doi-thong/2026-2027/"


@pytest.mark.parametrize(
    ("page", "query", "first"),
    [
        # Within a school: titles before texts, whole words before beginnings, the earlier in a title the better.
        (SCHOOL, "co so", f"{ROUND}tieu-chi-4.1/"),
        (SCHOOL, "doi ngu", f"{ROUND}tieu-chuan-2/"),
        (SCHOOL, "đội ngũ", f"{ROUND}tieu-chuan-2/"),
        (SCHOOL, "giao vien", f"{ROUND}tieu-chi-2.2/"),
        (SCHOOL, "giáo vien", f"{ROUND}tieu-chi-2.2/"),
        (SCHOOL, "phan-cong", f"{ROUND}tieu-chi-1.2/"),
        # Numbers and codes, of today and of before, in capitals or not, without what stands before.
        (SCHOOL, "2.2", f"{ROUND}tieu-chi-2.2/"),
        (SCHOOL, "tieu chi 2.2", f"{ROUND}tieu-chi-2.2/"),
        (SCHOOL, "tiêu chuẩn 2", f"{ROUND}tieu-chuan-2/"),
        (SCHOOL, "MC.1.1.01", f"{EVIDENCE}#MC.1.1.01"),
        (SCHOOL, "mc.1.1.01", f"{EVIDENCE}#MC.1.1.01"),
        (SCHOOL, "1.1.01", f"{EVIDENCE}#MC.1.1.01"),
        (SCHOOL, "H1-1.1-01", f"{EVIDENCE}#MC.1.1.01"),
        (SCHOOL, "CT-2025-02", "truong/th-doi-thong/cam-ket/#CT-2025-02"),
        # The whole site: names, initials, former names and places; a name typed without marks, with some, decomposed.
        (HOME, "doi thong", SCHOOL),
        (HOME, "đồi thông", SCHOOL),
        (HOME, "do\u0302\u0300i tho\u0302ng", SCHOOL),
        (HOME, "th doi thong", SCHOOL),
        (HOME, "TH Đồi Thông", SCHOOL),
        (HOME, "tieu hoc so 2 suoi ngan", SCHOOL),
        (HOME, "suoi trong", SCHOOL),
        (HOME, "thpt nui voi", "truong/thpt-nui-voi/"),
        (HOME, "thcs", "truong/thcs-ben-da/"),
        (HOME, "xa suoi ngan", "truong/#xa-xa-suoi-ngan-tinh-minh-hoa"),
        (HOME, "co so vat chat", "khung/"),
        (HOME, "co so", "khung/"),
        (HOME, "cach doc", "cach-doc/"),
        ("khung/tt57-2026-pho-thong/", "doi thong", SCHOOL),
    ],
)
def test_what_is_meant_comes_first(open_page: Open, address: str, page: str, query: str, first: str) -> None:
    found = best(open_page(page), query)
    assert found.startswith(address + first), found


@pytest.mark.parametrize("query", ["đường", "dương", "đương", "ĐƯỜNG"])
def test_a_word_with_marks_never_meets_one_with_other_marks(open_page: Open, query: str) -> None:
    page = open_page(HOME)
    open_search(page)
    ask(page, query)
    expect(page.locator(".md-search-result__meta")).not_to_contain_text("chuẩn bị")
    stroke = query.lower().startswith("đ")
    for text in page.locator(".md-search-result mark").all_text_contents():
        assert text.lower().startswith("đ") or not stroke, text
    if query == "đường":
        assert "đường" in page.locator(".md-search-result__item").first.inner_text().lower()


def test_from_a_schools_search_to_the_sites_with_the_words_typed(open_page: Open, address: str) -> None:
    page = open_page(KINDS["criterion"])
    open_search(page)
    expect(page.locator(".kdcl-scope")).to_contain_text("Đang tìm trong Trường Tiểu học Đồi Thông")
    ask(page, "bến đá")
    page.locator(".kdcl-scope a").click()
    expect(page.locator(".md-search__input")).to_have_value("bến đá")
    expect(page.locator(".md-search-result__link").first).to_have_attribute("href", f"{address}truong/thcs-ben-da/")


def test_from_the_sites_search_into_a_school_with_the_words_that_are_left(open_page: Open) -> None:
    page = open_page(HOME)
    open_search(page)
    ask(page, "th doi thong minh chung")
    link = page.locator(".kdcl-scope a")
    expect(link).to_contain_text("Tìm bên trong Trường Tiểu học Đồi Thông")
    link.click()
    expect(page.locator(".md-search__input")).to_have_value("minh chung")
    expect(page.locator(".md-search-result__link").first).to_have_attribute("href", re.compile(EVIDENCE))


def test_tab_goes_on_to_the_links_of_the_panel_and_leaving_it_shuts_it(open_page: Open) -> None:
    page = open_page(SCHOOL, width=1280)
    page.locator(".md-search__input").focus()
    ask(page, "doi ngu")
    seen = []
    for _ in range(4):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.innerText"))
    assert "Tìm ở mọi trường" in seen
    expect(page.locator("#__search")).not_to_be_checked()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_open_panel_is_accessible(open_page: Open, axe: Callable[[Page], list[str]], width: int) -> None:
    page = open_page(SCHOOL, width=width)
    page.locator(".md-search__input").focus()
    search(page, "doi ngu")
    assert axe(page) == []


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
