"""Filters of the index of evidence and of the directory: they keep what fits, tell how much, and can be shared."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.project import build, make_project
from tests.web.conftest import KINDS, Open

EVIDENCE, DIRECTORY = KINDS["evidence"], KINDS["directory"]
MANY = 300


def shown(page: Page, what: str = "#kdcl-list li[id] .kdcl-code") -> list[str]:
    return page.locator(what).locator("visible=true").all_inner_texts()


def schools(page: Page) -> list[str]:
    return shown(page, "#kdcl-list .kdcl-school")


def test_evidence_by_words_without_marks_by_criterion_and_by_access(open_page: Open) -> None:
    page = open_page(EVIDENCE)
    every = shown(page)
    page.locator("[name=chu]").fill("ke hoach")
    expect(page.locator("output")).to_have_text(re.compile(rf"^Tìm thấy (?!{len(every)} )[1-9]\d? trong {len(every)}$"))
    worded = shown(page)
    assert 0 < len(worded) < len(every)
    page.locator("[name=tieu-chi]").select_option("1.1")
    expect(page.locator("output")).not_to_have_text(f"Tìm thấy {len(worded)} trong {len(every)}")
    narrowed = shown(page)
    assert set(narrowed) < set(worded)
    assert "MC.1.1.01" in narrowed
    page.get_by_role("button", name="Bỏ lọc").click()
    expect(page.locator("output")).to_have_text(f"Tìm thấy {len(every)} trong {len(every)}")
    page.locator("[name=xem]").select_option("planned")
    expect(page.locator("output")).to_have_text(f"Tìm thấy 3 trong {len(every)}")


def test_a_filter_is_in_the_address_and_an_item_linked_to_is_shown_whatever_the_filter(open_page: Open) -> None:
    page = open_page(EVIDENCE)
    page.locator("[name=chu]").fill("khao sat")
    page.wait_for_url(re.compile(r"\?chu=khao\+sat$"))
    left = shown(page)
    page.reload()
    expect(page.locator("[name=chu]")).to_have_value("khao sat")
    assert shown(page) == left
    assert "MC.1.1.01" not in left
    page.evaluate("location.hash = 'MC.1.1.01'")
    expect(page.locator("[id='MC.1.1.01']")).to_be_in_viewport()
    expect(page.locator("[name=chu]")).to_have_value("")


@pytest.mark.parametrize(
    ("field", "value", "names"),
    [
        ("chu", "th doi thong", ["Trường Tiểu học Đồi Thông"]),
        ("chu", "Đồi Thông", ["Trường Tiểu học Đồi Thông"]),
        ("chu", "doi thống", []),
        ("chu", "suoi trong", ["Trường Tiểu học Đồi Thông"]),
        ("chu", "thpt", ["Trường Trung học phổ thông Núi Voi"]),
        ("loai", "trung-hoc-pho-thong-cong-lap", ["Trường Trung học phổ thông Núi Voi"]),
        ("cap", "preschool", ["Trường Mầm non Hoa Ban"]),
        ("xa", "xa-xa-suoi-ngan-tinh-minh-hoa", ["Trường Mầm non Hoa Ban", "Trường Tiểu học Đồi Thông"]),
    ],
)
def test_schools_are_found(open_page: Open, field: str, value: str, names: list[str]) -> None:
    page = open_page(f"{DIRECTORY}?{field}={value}")
    expect(page.locator("output")).to_have_text(f"Tìm thấy {len(names)} trong 8")
    assert schools(page) == names
    assert page.locator(f"[name={field}]").input_value() == value
    expect(page.locator(f"[name={field}]")).to_be_visible()


@pytest.mark.parametrize("kind", ["evidence", "directory"])
def test_without_javascript_there_is_no_filter_and_the_list_is_whole(open_page: Open, kind: str) -> None:
    page = open_page(KINDS[kind], java_script=False)
    expect(page.locator(".kdcl-filter")).to_be_hidden()
    entries = page.locator("#kdcl-list li").locator("visible=true")
    assert entries.count() >= 8


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The address of the index of a school with very much evidence."""
    project = make_project(tmp_path_factory.mktemp("crowded"), "th-canh-buom")
    file = project / "schools" / "th-canh-buom" / "evidence.yml"
    numbers = [f"{standard}.{criterion}" for standard in (1, 2, 3, 4) for criterion in (1, 2, 3)]
    codes = (f"MC.{numbers[n % 12]}.{40 + n // 12}" for n in range(MANY))
    items = (f"- {{code: {code}, title: Biên bản số {n}, access: summary}}\n" for n, code in enumerate(codes))
    file.write_text(file.read_text(encoding="utf-8") + "\n" + "".join(items), encoding="utf-8")
    return serve(build(project)) + "/truong/th-canh-buom/minh-chung/"


def test_very_much_evidence_is_folded_and_filtered_at_once(open_page: Open, crowded: str) -> None:
    page = open_page(None)
    page.goto(crowded)
    assert shown(page) == []
    page.goto(crowded + "#MC.2.1.45")
    expect(page.locator("[id='MC.2.1.45']")).to_be_in_viewport()
    page.locator("[name=chu]").fill("bien ban so 299")
    expect(page.locator("output")).to_contain_text("Tìm thấy 1 trong")
    assert shown(page) == ["MC.4.3.64"]
    took = page.evaluate(
        """() => { const field = document.querySelector('[name=chu]'), start = performance.now();
            field.value = 'so 1'; field.dispatchEvent(new Event('input', {bubbles: true}));
            const end = done => setTimeout(() => done(performance.now() - start));
            return new Promise(done => requestAnimationFrame(() => end(done))); }"""
    )
    assert took < 1000


@pytest.mark.parametrize("kind", ["evidence", "directory"])
def test_nothing_moves_when_the_filter_wakes(open_page: Open, address: str, kind: str) -> None:
    page = open_page(None)
    page.add_init_script(
        """window.moved = 0; new PerformanceObserver(list => {
            for (const one of list.getEntries()) window.moved += one.value;
        }).observe({type: 'layout-shift', buffered: true});"""
    )
    page.goto(address + KINDS[kind], wait_until="networkidle")
    # The site's name may go over to a second line while the head still comes in.
    assert page.evaluate("window.moved") < 0.001
