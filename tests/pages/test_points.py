"""Pages where criteria get points: the total, every floor, and what is still to gain."""

from typing import Any

import pytest

from tests.pages.school import Data, folder, frameworks, planned, view
from tests.rendering.schools import render

VOCATIONAL: Data = {"kind": "vocational", "stages": ["vocational"]}
NUMBERS = tuple(frameworks()["tt15-2017"].criteria)


def points(without: tuple[str, ...] = (), unjudged: tuple[str, ...] = ()) -> Data:
    """A vocational round: each criterion gets its point, but for those named."""
    return {
        "framework": "tt15-2017",
        "kind": "self",
        "school_year": "2025-2026",
        "concluded_on": "2026-04-10",
        "published": "2026-04-20",
        "criteria": {one: {"points": 0 if one in without else 1} for one in NUMBERS if one not in unjudged},
    }


def of(end: str = "/th", **changes: Any) -> Any:
    return view(folder(rounds={"a": points(**changes)}, **VOCATIONAL), end)


def some(standard: str, count: int) -> tuple[str, ...]:
    """The first criteria of a standard."""
    return tuple(one for one in NUMBERS if one.split(".")[0] == standard)[:count]


SIZES = {standard.number: len(standard.criteria) for standard in frameworks()["tt15-2017"].standards}


@pytest.mark.parametrize(
    ("without", "word", "total", "state"),
    [
        ((), "Đạt", "Tổng 100/100 điểm, cần ít nhất 80.", "Đạt"),
        (some("1", 3), "Đạt", "Tổng 97/100 điểm, cần ít nhất 80.", "Đạt"),
        (some("1", SIZES["1"]), "Không đạt", f"Tổng {100 - SIZES['1']}/100 điểm, cần ít nhất 80.", "Đạt"),
        (some("2", 5), "Không đạt", "Tổng 95/100 điểm, cần ít nhất 80.", "Đạt"),
        (NUMBERS, "Không đạt", "Tổng 0/100 điểm, cần ít nhất 80.", "Chưa đạt"),
    ],
)
def test_the_total_and_the_result(without: tuple[str, ...], word: str, total: str, state: str) -> None:
    page = of(without=without)
    assert (page.round.mark.word, page.round.points.total, page.round.points.state.word) == (word, total, state)
    assert page.round.tally == total.split(" ")[1] + " điểm"


def test_every_floor_is_told_with_what_it_needs() -> None:
    floors = of(without=some("2", 5)).round.points.floors
    assert len(floors) == len(SIZES)
    told = dict(floors)
    need = -(-SIZES["2"] * 80 // 100)
    missed = f"Tiêu chí 2: {SIZES['2'] - 5} điểm, cần ít nhất {need} (80%)."
    assert told[missed].word == "Chưa đạt"
    assert [state.word for state in told.values()].count("Đạt") == len(SIZES) - 1
    share = -(-SIZES["1"] * 60 // 100)
    assert f"Tiêu chí 1: {SIZES['1']} điểm, cần ít nhất {share} (60%)." in told


@pytest.mark.parametrize(
    ("without", "left"),
    [
        ((), "Cả 12 tiêu chuẩn đều đạt đủ."),
        (("1.2", "1.3"), "10 tiêu chuẩn còn lại đạt đủ."),
        (some("1", SIZES["1"]), ""),
    ],
)
def test_of_a_hundred_criteria_only_those_that_lost_points_have_a_row(without: tuple[str, ...], left: str) -> None:
    group = of(without=without).round.grid[0]
    assert (group.left, group.count, len(group.rows)) == (left, SIZES["1"], len(without))


def test_points_not_given_are_none_lost() -> None:
    page = of(unjudged=("1.2",))
    assert page.round.mark.word == "Chưa tính được mức"
    assert page.round.roadmap is None
    assert [(row.number, row.mark.word) for row in page.round.grid[0].rows] == [("1.2", "Chưa đánh giá")]


@pytest.mark.parametrize(("without", "mark"), [((), "1/1 điểm"), (("1.2",), "0/1 điểm")])
def test_a_criterion_shows_its_points_on_every_page(without: tuple[str, ...], mark: str) -> None:
    assert of("tieu-chi-1.2", without=without).mark.word == mark
    assert of("tieu-chuan-1", without=without).group.rows[1].mark.word == mark
    rows = of("/th", without=without).round.grid[0].rows
    assert [(row.number, row.mark.word) for row in rows] == [(one, mark) for one in without]
    got = SIZES["1"] - len(without)
    assert of("tieu-chuan-1", without=without).group.tally == f"{got}/{SIZES['1']} điểm"


def test_the_way_on_names_what_is_missing() -> None:
    page = of(without=some("2", 5))
    assert page.round.roadmap.target == "Đạt"
    listed = [item.line.number for group in page.round.roadmap.groups for item in group.items]
    assert set(listed) == set(some("2", 5))


def test_two_rounds_of_points_are_compared() -> None:
    rounds = {"b": points(), "a": points(without=("1.2",)) | {"school_year": "2024-2025"}}
    [pair] = view(folder(rounds=rounds, **VOCATIONAL), "lich-su").comparisons
    assert [(row.old[0].mark.word, row.new[0].mark.word, row.change.word) for row in pair.rows] == [
        ("0/1 điểm", "1/1 điểm", "Tăng")
    ]


def test_pages_of_points_render_and_have_titles_of_their_own() -> None:
    school = folder(rounds={"a": points(without=some("2", 5), unjudged=("1.2",))}, **VOCATIONAL)
    pieces = render(school)
    assert len({one.title for one in pieces}) == len(pieces) == len(planned(school)[0])
    assert all("None" not in one.body for one in pieces)
