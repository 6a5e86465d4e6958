"""The lines beside the pages of a school with several stages: every stage from every page, the one at hand open."""

import re
from typing import Any

import pytest

from tests.pages.school import Data, assessment, folder, planned

STAGES: Data = {"kind": "multi_level", "stages": ["primary", "lower_secondary"]}
ROUNDS = {
    "thcs": assessment(stage="lower_secondary"),
    "th": assessment(stage="primary", concluded_on="2026-10-20"),
    "th-cu": assessment(stage="primary", school_year="2025-2026", concluded_on="2025-10-20"),
}


def lines(path: str, rounds: Any = ROUNDS) -> list[str]:
    """The titles beside a page; the line of the page itself in brackets."""
    page = next(one for one in planned(folder(rounds=rounds, **STAGES))[0] if one.address.path.endswith(path))
    return [f"[{line.title}]" if line.active else line.title for line in page.nav]


BESIDE = [line.title for line in planned(folder())[0][0].nav]
STANDARDS, REST = BESIDE[1:5], BESIDE[5:]
PRIMARY, LOWER = "Cấp tiểu học", "Cấp trung học cơ sở"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/th", ["[Tổng quan]", PRIMARY, LOWER]),
        ("/th/th", ["Tổng quan", f"[{PRIMARY}]", *STANDARDS, LOWER]),
        ("/th/thcs", ["Tổng quan", PRIMARY, f"[{LOWER}]", *STANDARDS]),
    ],
)
def test_stages_by_name_and_the_one_at_hand_open(path: str, expected: list[str]) -> None:
    pages = {one.address.path: one for one in planned(folder(rounds=ROUNDS, **STAGES))[0]}
    page = pages["truong/th" + path.removeprefix("/th")]
    found = [f"[{line.title}]" if line.active else line.title for line in page.nav]
    assert [line for line in found if line not in REST] == expected


def test_an_earlier_round_stands_in_its_stage() -> None:
    label = "năm học 2025–2026, Nhà trường tự đánh giá, tiểu học"
    assert lines("th-cu")[:3] == ["Tổng quan", PRIMARY, f"[{label}]"]
    found = lines("th-cu/tieu-chi-2.1")
    assert found.index(PRIMARY) < found.index(label) < found.index(STANDARDS[0]) < found.index(LOWER)
    assert len([line for line in found if line.startswith("[2.1 ")]) == 1


def test_a_stage_without_results_has_no_line() -> None:
    assert LOWER not in lines("minh-chung", {"th": ROUNDS["th"]})


def test_a_stage_that_only_another_body_judged_is_reached_too() -> None:
    assert LOWER in lines("minh-chung", {"th": ROUNDS["th"], "td": ROUNDS["thcs"] | {"kind": "appraisal"}})


def test_a_predecessors_round_is_open_below_the_stages() -> None:
    school = folder(
        rounds=ROUNDS | {"nhap": assessment(school="th-cu", stage="primary", school_year="2025-2026")},
        predecessors=[{"id": "th-cu", "name": "Trường Cũ", "kind": "primary"}],
        **STAGES,
    )
    page = next(one for one in planned(school)[0] if one.address.path.endswith("nhap/tieu-chuan-1"))
    titles = [line.title for line in page.nav]
    assert titles[:4] == ["Tổng quan", PRIMARY, LOWER, "năm học 2025–2026, Trường Cũ tự đánh giá"]


def test_previous_and_next_stay_within_a_stage() -> None:
    for page in planned(folder(rounds=ROUNDS, **STAGES))[0]:
        if page.kind in ("standard", "criterion"):
            here: Any = page.data
            around = [one.href for one in (here.previous, here.next) if one]
            assert around
            # A sibling folder: one step up from the page's own, never out of the round.
            assert all(re.fullmatch(r"\.\./tieu-(chuan|chi)-[\d.]+/", href) for href in around)


def test_every_line_is_one_page_and_every_stage_is_reached_from_every_page() -> None:
    for page in (one for one in planned(folder(rounds=ROUNDS, **STAGES))[0] if one.kind != "report"):
        assert [line.active for line in page.nav].count(True) == 1, page.address
        assert len({line.href for line in page.nav}) == len(page.nav)
        assert {PRIMARY, LOWER} <= {line.title for line in page.nav}
