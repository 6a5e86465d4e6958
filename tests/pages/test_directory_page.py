"""The directory: names people use, filters that mean one thing each, lines in place of cards when schools are many."""

import gzip
from dataclasses import replace

import pytest

from kdcl_site.pages.directory_page import CARDS, directory_page
from kdcl_site.pages.piece import SchoolRow
from kdcl_site.pages.short_names import short_name
from kdcl_site.rendering.render import Renderer
from tests.pages.school import OPTIONS, folder, planned, words


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Trường Tiểu học Đồi Thông", "TH Đồi Thông"),
        ("Trường Trung học cơ sở Bến Đá", "THCS Bến Đá"),
        ("Trường Tiểu học và Trung học cơ sở Bản Mây", "TH và THCS Bản Mây"),
        ("TRƯỜNG THPT Núi Voi", "THPT Núi Voi"),
        ("Trường Phổ thông dân tộc nội trú Hoa Sen", "PTDTNT Hoa Sen"),
        ("Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên Minh Hòa", "TT GDNN – GDTX Minh Hòa"),
        ("Trường Mầm nonđồ", "Mầm nonđồ"),
        ("Tổ ấm", "Tổ ấm"),
        ("Trường", "Trường"),
    ],
)
def test_names_in_a_hurry(name: str, short: str) -> None:
    assert short_name(name, words()) == short


def row(number: int = 0, **changes: object) -> SchoolRow:
    _, found = planned(folder(name=f"Trường Tiểu học Số {number}"))
    return replace(found, id=f"th-{number}", **changes)  # type: ignore[arg-type]  # fields by name, as replace takes them


def test_a_level_is_chosen_on_its_own_scale() -> None:
    rows = [row(1, steps=2), row(2, steps=4), row(3, steps=4), row(4, level=None, level_name="Chưa tính được mức")]
    page = directory_page(rows, OPTIONS, words())
    assert [choice.title for choice in page.levels] == [
        "Chưa tính được mức",
        "Mức\u00a02 (thang 2 mức)",
        "Mức\u00a02 (thang 4 mức)",
    ]
    values = [line.level for place in page.places for line in place.lines]
    assert values[1] == values[2]
    assert len(set(values)) == 3
    assert {choice.value for choice in page.levels} == set(values)


def test_stages_stand_in_their_order_and_communes_name_their_province_only_where_there_are_several() -> None:
    here = row(1, stages=("upper_secondary", "primary"))
    page = directory_page([here], OPTIONS, words())
    assert [choice.title for choice in page.stages] == ["Tiểu học", "Trung học phổ thông"]
    assert [choice.title for choice in page.communes] == ["Xã Suối Ngàn"]
    page = directory_page([here, row(2, province="Tỉnh Khác")], OPTIONS, words())
    assert [choice.title for choice in page.communes] == ["Xã Suối Ngàn, Tỉnh Khác", "Xã Suối Ngàn, Tỉnh Minh Họa"]


def test_other_names_are_found_but_not_its_own_again() -> None:
    found = row(1, former_names=("Trường cũ",), former_places=("Xã Cũ", "Huyện Cũ"))
    [place] = directory_page([found, row(2, short_name="Trường Tiểu học Số 2")], OPTIONS, words()).places
    assert [line.also for line in place.lines] == ["TH Số 1 · Trường cũ · Xã Cũ · Huyện Cũ", ""]


def test_many_schools_are_lines_in_folded_communes() -> None:
    few, many = ([row(number) for number in range(count)] for count in (CARDS, CARDS + 1))
    html = Renderer(words()).directory(few, OPTIONS)
    assert html.count("kdcl-mark") == CARDS
    assert '<details class="kdcl-section"' not in html
    html = Renderer(words()).directory(many, OPTIONS)
    assert html.count('<details class="kdcl-section"') == 1
    assert html.count("Nhà trường tự đánh giá 28/10/2026") == CARDS + 1
    assert "kdcl-mark" not in html


def test_a_province_fits_on_the_page() -> None:
    first = row()
    rows = [
        replace(
            first,
            id=f"th-{number}",
            name=f"Trường Tiểu học {['Suối', 'Đồi', 'Hoa', 'Bản'][number % 4]} {number}",
            short_name=f"TH {number}",
            commune=f"Xã Thứ {number // 35}",
        )
        for number in range(3_500)
    ]
    html = Renderer(words()).directory(rows, OPTIONS).encode()
    assert len(html) <= 1_000_000
    assert len(gzip.compress(html)) <= 70_000
