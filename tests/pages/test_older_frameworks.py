"""Pages under the circulars of 2018: levels without a text, separate clauses, two judgings, several stages."""

from typing import Any

import pytest

from tests.pages.school import Data, assessment, assessment_2018, folder, planned, view
from tests.rendering.schools import render

UPPER: Data = {"kind": "upper_secondary", "stages": ["upper_secondary"]}
CLAUSES = {str(number): {"verdict": "met", "findings": f"Rõ {number}."} for number in range(1, 7)}


def of(end: str, rounds: dict[str, Any], **school: Any) -> Any:
    return view(folder(rounds=rounds, **(UPPER | school)), end)


def test_a_mark_draws_the_steps_of_its_scale() -> None:
    page = of("/th", {"a": assessment_2018()})
    assert (page.round.mark.word, page.round.mark.filled, page.round.mark.steps) == ("Mức\u00a03", 3, 4)
    assert of("/th", {"a": assessment()}).round.mark.steps == 2


def test_a_level_without_a_text_says_so() -> None:
    levels = of("tieu-chi-1.2", {"a": assessment_2018()}).levels
    assert [level.name for level in levels] == ["Mức\u00a01", "Mức\u00a02", "Mức\u00a03"]
    assert levels[2].without == "Thông tư không có nội dung Mức\u00a03 cho tiêu chí này."
    assert [one.letter for one in levels[0].requirements] == ["a", "b", "c"]


@pytest.mark.parametrize(("clauses", "considered", "level"), [({}, False, "Mức\u00a03"), (CLAUSES, True, "Mức\u00a04")])
def test_clauses_stand_under_the_grid_and_on_a_page(clauses: Data, considered: bool, level: str) -> None:
    rounds = {"a": assessment_2018(clauses=clauses)}
    page = of("/th", rounds)
    assert page.round.mark.word == level
    assert (page.round.clauses.considered, len(page.round.clauses.items)) == (considered, 6)
    assert of("muc-4", rounds).clauses.items[0].findings == ("Rõ 1." if considered else "")


def test_what_does_not_apply_says_why() -> None:
    data = assessment_2018()
    verdicts = {"a": "met", "b": "met", "c": "not_applicable"}
    data["criteria"]["1.3"]["levels"]["1"] = {"verdict": verdicts, "reason": {"c": "Trường không có."}}
    one = of("tieu-chi-1.3", {"a": data}).levels[0].requirements[2]
    assert (one.reason, one.verdict.word) == ("Trường không có.", "Không áp dụng")


def test_strengths_and_weaknesses_of_criteria_stand_on_both_pages() -> None:
    data = assessment_2018()
    data["criteria"]["2.1"] |= {
        "strengths": [{"id": "M1", "text": "Mạnh."}],
        "weaknesses": [{"id": "Y1", "text": "Yếu.", "not_planned": "Chưa."}],
    }
    assert of("tieu-chi-2.1", {"a": data}).strengths == ("Mạnh.",)
    assert [(one.name, one.text) for one in of("tieu-chuan-2", {"a": data}).strengths] == [
        ("Tiêu\u00a0chí\u00a02.1", "Mạnh.")
    ]
    assert of("/th", {"a": data}).weakness.text == "Yếu."


def both() -> dict[str, Any]:
    later = {"concluded_on": "2024-05-02", "published": "2024-05-20"}
    other = assessment_2018(levels={"1.1": 2, "3.1": 2}, kind="external", **later)
    return {"dgn": other, "tdg": assessment_2018(claims=3)}


def test_two_judgings_stand_side_by_side_and_differences_are_said() -> None:
    page = of("/th", both())
    assert (page.round.grid[0].own, page.round.grid[0].other) == ("Tự đánh giá", "Đánh giá ngoài")
    assert page.round.grid[0].rows[0].other.word == "Mức\u00a02"
    assert page.round.sides.whole == "Tự đánh giá: Mức\u00a03; đánh giá ngoài: Mức\u00a02"
    assert [one.title for one in page.round.sides.differ] == [
        "1.1. Tự đánh giá: Mức\u00a03; đánh giá ngoài: Mức\u00a02",
        "3.1. Tự đánh giá: Mức\u00a03; đánh giá ngoài: Mức\u00a02",
    ]
    sides = of("dgn/tieu-chi-1.1", both()).sides
    assert sides == "Hai bên kết luận khác nhau. Tự đánh giá: Mức\u00a03; đánh giá ngoài: Mức\u00a02."


def test_another_body_judges_what_was_said_before_it() -> None:
    rounds = {"new": assessment_2018(concluded_on="2025-01-10", school_year="2024-2025")} | both()
    assert of("/th", rounds).round.sides is None
    assert of("/tdg", rounds).round.sides is not None


@pytest.mark.parametrize(
    ("upper", "whole"), [({}, "Mức\u00a03"), ({"1.1": 1}, "Mức\u00a01"), (None, "Chưa tính được mức")]
)
def test_a_school_with_several_stages_per_stage_and_as_a_whole(upper: Any, whole: str) -> None:
    rounds = {"thcs": assessment_2018(stage="lower_secondary")}
    if upper is not None:
        rounds["thpt"] = assessment_2018(levels=upper, stage="upper_secondary")
    school = folder(rounds=rounds, kind="multi_level", stages=["lower_secondary", "upper_secondary"])
    page = view(school, "/th")
    assert page.whole.word == planned(school)[1].level_name == whole
    assert [one.name for one in page.stages] == ["Trung học cơ sở", "Trung học phổ thông"][: len(rounds)]
    assert view(school, "/thcs").round.mark.word == "Mức\u00a03"
    assert view(school, "/thcs/tieu-chi-1.1").method == "../#cach-danh-gia"


@pytest.mark.parametrize("rounds", [both(), {"a": assessment_2018(clauses=CLAUSES)}])
def test_pages_render(rounds: Any) -> None:
    for piece in render(folder(rounds=rounds, **UPPER)):
        assert "None" not in piece.body
