"""The sheet for parents: the three things that matter most, cut by rule, never silently."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.pages.sheet_page import SheetPage, cut, sheet_page
from kdcl_site.pages.view import PageView
from tests.pages.school import assessment, commitment, folder, planned


def view(school: Any) -> PageView:
    return next(one for one in planned(school)[0] if one.kind == "sheet")


def sheet(school: Any) -> SheetPage:
    data = view(school).data
    assert isinstance(data, SheetPage)
    return data


def test_it_stands_at_its_address() -> None:
    assert view(folder()).address.path == "truong/th/phieu-phu-huynh"
    assert sheet_page.__module__.endswith("sheet_page")


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("Ngắn thôi.", 20, "Ngắn thôi."),
        ("Câu một. Câu hai dài hơn nhiều.", 12, "Câu một."),
        ("Một câu rất dài không dừng lại", 14, "Một câu rất…"),
        ("Một câu, rất dài", 9, "Một câu…"),
        ("Khôngcókhoảngtrắng", 8, "Khôngcó…"),
        ("Hai\n\n  dòng", 20, "Hai dòng"),
        ("", 5, ""),
    ],
)
def test_a_text_is_cut_at_a_sentence_else_at_a_word(text: str, most: int, expected: str) -> None:
    assert cut(text, most) == expected


@given(st.text(), st.integers(2, 300))
def test_a_cut_text_is_never_too_long(text: str, most: int) -> None:
    assert len(cut(text, most)) <= most


def _full(count: int) -> Any:
    data = assessment({"2.1": 0})
    data["standards"] = {
        number: {
            "strengths": [{"id": f"M{number}{at}", "text": f"Mạnh {number}.{at}."} for at in range(count)],
            "weaknesses": [{"id": f"Y{number}{at}", "text": f"Yếu {number}.{at}."} for at in range(count)],
        }
        for number in ("1", "2", "3", "4")
    }
    return data


def test_three_are_shown_from_as_many_standards_and_the_rest_is_counted() -> None:
    found = sheet(folder({"2026-2027": _full(2)}))
    assert found.strengths == ("Mạnh 1.0.", "Mạnh 3.0.", "Mạnh 4.0.")
    assert found.more_strengths == "… và 5 điều khác trên trang của trường."
    assert [one.text for one in found.weaknesses] == ["Yếu 2.0.", "Yếu 1.0.", "Yếu 3.0."]
    assert found.more_weaknesses == "… và 5 điều khác trên trang của trường."


def test_nothing_is_counted_where_all_is_shown() -> None:
    data = assessment()
    data["standards"] = {"1": {"strengths": [{"id": "M1", "text": "Mạnh."}]}}
    found = sheet(folder({"2026-2027": data}))
    assert (found.strengths, found.more_strengths, found.more_weaknesses) == (("Mạnh.",), "", "")


@pytest.mark.parametrize(
    ("weakness", "promise"),
    [
        ({"commitments": ["CT-2026-01"]}, "Cam kết: Bổ sung một giáo viên Tin học · Hạn 31/03/2027 · Chưa bắt đầu."),
        ({"not_planned": "Chờ tỉnh."}, "Chưa đưa vào kế hoạch: Chờ tỉnh."),
        ({}, "Trường chưa nêu cam kết và cũng chưa nói vì sao."),
    ],
)
def test_a_weakness_says_what_was_promised_or_why_not(weakness: dict[str, Any], promise: str) -> None:
    data = assessment()
    data["standards"] = {"1": {"weaknesses": [{"id": "Y1", "text": "Yếu.", **weakness}]}}
    found = sheet(folder({"2026-2027": data}, plans=[{"commitments": [commitment()]}]))
    assert found.weaknesses[0].promise == promise


def test_whom_to_ask_is_the_first_post_and_how_to_reach_it() -> None:
    found = sheet(folder(leaders=[{"post": "Hiệu trưởng"}], contact={"phone": "0200 000 0000"}))
    assert [(one.name, one.text) for one in found.ask] == [
        ("Người trả lời", "Hiệu trưởng"),
        ("Điện thoại", "0200 000 0000"),
    ]


def test_without_an_address_of_the_site_there_is_no_code() -> None:
    assert sheet(folder()).url == ""


def test_a_school_that_published_nothing_has_a_sheet_that_says_so() -> None:
    found = sheet(folder({}))
    assert found.mark is None
    assert (found.strengths, found.weaknesses) == ((), ())
    assert found.commitments == "Chưa công bố kế hoạch cải tiến."
