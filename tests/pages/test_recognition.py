"""Certificates keep what is printed on them; what a level opens is the whole school's, condition by condition."""

from typing import Any

import pytest

from tests.pages.school import Data, assessment, assessment_2018, folder, view

LEVEL_2 = "Kết quả này mở đường tới: Đạt chuẩn quốc gia Mức độ 2"
LEVEL_1 = "Kết quả này mở đường tới: Đạt chuẩn quốc gia Mức độ 1"
NONE = "Kết quả này chưa mở đường tới chuẩn quốc gia"
UNKNOWN = "Dữ liệu chưa cho biết"


def certificate(**changes: Any) -> Data:
    data: Data = {
        "kind": "national_standard",
        "framework": "tt17-2018",
        "level": 1,
        "issuer": "UBND tỉnh",
        "issued": "2023-05-10",
        "expires": "2028-05-10",
    }
    return {key: value for key, value in (data | changes).items() if value}


NOTE = "Giấy cấp trước ngày Thông tư này có hiệu lực vẫn có giá trị đến ngày ghi trên giấy. (khoản 2 Điều 27)"


@pytest.mark.parametrize(
    ("changes", "word", "note"),
    [
        ({}, "đến 10/05/2028", NOTE),
        ({"expires": "2026-12-31"}, "sắp hết hạn, đến 31/12/2026", NOTE),
        ({"expires": "2026-11-19"}, "đã hết hạn ngày 19/11/2026", ""),
        ({"issued": "2026-07-06", "expires": "2031-07-06"}, "đến 06/07/2031", NOTE),
        ({"issued": "2026-07-07", "expires": "2031-07-07"}, "đến 07/07/2031", ""),
        # Nothing was found on what becomes of certificates of accreditation, so nothing is said.
        ({"kind": "accreditation"}, "đến 10/05/2028", ""),
    ],
)
def test_an_older_certificate_keeps_its_printed_date(changes: Data, word: str, note: str) -> None:
    [found] = view(folder(recognitions=[certificate(**changes)]), "/th").recognitions
    assert (found.state.word, found.note) == (word, note)


def test_no_framework_of_today_says_nothing_of_older_ones() -> None:
    school = folder(rounds={"a": assessment_2018("tt17-2018")}, recognitions=[certificate(issued="2016-05-10")])
    assert view(school, "/th").recognitions[0].note == ""


def test_those_in_force_first_then_the_newest() -> None:
    days = [
        ("2015-01-01", "2020-01-01"),
        ("2023-01-01", "2028-01-01"),
        ("2024-01-01", "2029-01-01"),
        ("2027-01-01", ""),
    ]
    told = [certificate(issued=issued, expires=expires) for issued, expires in days]
    found = view(folder(recognitions=told), "lich-su").recognitions
    assert [one.issued for one in found] == ["01/01/2024", "01/01/2023", "01/01/2015"]


@pytest.mark.parametrize(
    ("levels", "title", "decided"),
    [
        ({}, LEVEL_2, "Đạt"),
        ({"1.3": 1}, LEVEL_1, "Đạt"),
        ({"1.3": 0}, NONE, "Chưa đạt"),
        ({"1.3": None}, NONE, UNKNOWN),
    ],
)
def test_conditions_one_by_one(levels: Any, title: str, decided: str) -> None:
    [outlook] = view(folder(rounds={"a": assessment(levels)}), "/th").outlooks
    assert outlook.title == title
    assert [one.state.word for one in outlook.conditions] == [UNKNOWN, UNKNOWN, decided, UNKNOWN]
    assert all(one.text and "Điều 16" in one.article for one in outlook.conditions)


def test_three_years_of_data_are_never_guessed() -> None:
    """Even where three rounds are there: what the law asks of their data is more than that they were published."""
    rounds = {
        f"{year}-{year + 1}": assessment(
            school_year=f"{year}-{year + 1}", concluded_on=f"{year}-10-01", published="2026-07-10"
        )
        for year in (2026, 2025, 2024)
    }
    [outlook] = view(folder(rounds=rounds), "/th").outlooks
    assert outlook.conditions[1].state.word == UNKNOWN
    assert "ba năm học liền nhau" in outlook.conditions[1].text


@pytest.mark.parametrize(("lower", "title"), [({}, LEVEL_2), ({"1.3": 1}, LEVEL_1), ({"1.3": 0}, NONE), (None, NONE)])
def test_of_several_stages_the_whole_school_decides(lower: Any, title: str) -> None:
    rounds = {"th": assessment(stage="primary")}
    if lower is not None:
        rounds["thcs"] = assessment(lower, stage="lower_secondary")
    school = folder(rounds=rounds, kind="multi_level", stages=["primary", "lower_secondary"])
    assert [one.title for one in view(school, "truong/th").outlooks] == [title]
    assert view(school, "th/th").round.outlooks == ()


def test_stages_under_different_frameworks_open_nothing_together() -> None:
    rounds = {"th": assessment(stage="primary"), "thcs": assessment_2018(stage="lower_secondary")}
    school = folder(rounds=rounds, kind="multi_level", stages=["primary", "lower_secondary"])
    assert view(school, "truong/th").outlooks == ()
