"""What the charts say, in words: levels by standard, change between rounds, commitments in time."""

from typing import Any

import pytest

from tests.pages.school import assessment, assessment_2018, commitment, folder, view


def log(*entries: tuple[str, str]) -> list[dict[str, str]]:
    return [{"on": on, "status": status} for on, status in entries]


def test_levels_are_counted_by_standard_highest_first() -> None:
    chart = view(folder(rounds={"a": assessment({"1.3": 1, "2.3": 0, "3.1": None})}), "/th").round.chart
    assert [(bar.label, [(one.count, one.word, one.lines) for one in bar.segments]) for bar in chart.bars] == [
        ("Tiêu chuẩn 1", [(3, "Mức\u00a02", 2), (1, "Mức\u00a01", 1)]),
        ("Tiêu chuẩn 2", [(2, "Mức\u00a02", 2), (1, "Không đạt Mức\u00a01", 0)]),
        ("Tiêu chuẩn 3", [(4, "Mức\u00a02", 2), (1, "Chưa đánh giá", 0)]),
        ("Tiêu chuẩn 4", [(3, "Mức\u00a02", 2)]),
    ]
    assert [key.word for key in chart.keys] == [
        "Mức\u00a02", "Mức\u00a01", "Không đạt Mức\u00a01", "Chưa đánh giá",
    ]  # fmt: skip
    assert chart.description.startswith("Tiêu chuẩn 1: 3 Mức\u00a02, 1 Mức\u00a01. Tiêu chuẩn 2: 2 Mức\u00a02, 1 Không")
    assert chart.description.endswith("Nhà trường tự đánh giá, 28/10/2026.")


def test_no_level_no_chart() -> None:
    assert view(folder(rounds={"a": assessment() | {"criteria": {}}}), "/th").round.chart is None
    assert view(folder(rounds={}), "/cam-ket").chart is None


@pytest.mark.parametrize("name", ["tt15-2017", "tt17-2018", "tt18-2018", "tt19-2018"])
def test_every_framework_has_its_own_words(name: str) -> None:
    data = assessment_2018(name) if name != "tt15-2017" else assessment(framework=name, criteria={})
    chart = view(folder(rounds={"a": data}), "/th").round.chart
    if name == "tt15-2017":
        assert chart is None
    else:
        assert {len(bar.label.split()) for bar in chart.bars} == {3}


def test_change_is_counted_where_rounds_can_be_compared() -> None:
    before = assessment({"1.1": 1, "1.2": 1}, school_year="2025-2026", concluded_on="2025-10-01")
    [pair] = view(folder(rounds={"b": assessment({"1.2": 1, "3.1": 1}), "a": before}), "lich-su").comparisons
    assert [(bar.label, bar.segments[0].count) for bar in pair.chart.bars] == [
        ("Tăng", 1), ("Giữ nguyên", 13), ("Giảm", 1),
    ]  # fmt: skip
    assert pair.chart.description.endswith("Tăng: 1 tiêu chí. Giữ nguyên: 13 tiêu chí. Giảm: 1 tiêu chí.")


def test_nothing_is_drawn_across_a_change_of_framework() -> None:
    older = assessment_2018("tt17-2018")
    [pair] = view(folder(rounds={"b": assessment(), "a": older}), "lich-su").comparisons
    assert pair.chart is None
    assert "không so sánh được" in pair.whole


CASES: list[tuple[dict[str, Any], str, tuple[str, str | None, str | None, bool]]] = [
    # A commitment; what its row says; from, done on, dropped on, late.
    ({"start": "2026-09-01"}, "hạn 31/03/2027", ("2026-09-01", None, None, False)),
    ({"due": "2026-11-20"}, "hạn 20/11/2026", ("2026-11-20", None, None, False)),
    ({"due": "2026-11-19"}, "quá hạn từ 19/11/2026", ("2026-11-19", None, None, True)),
    (
        {"due": "2026-06-30", "log": log(("2026-05-01", "in_progress"), ("2026-06-30", "done"))},
        "xong 30/06/2026",
        ("2026-05-01", "2026-06-30", None, False),
    ),
    (
        {"due": "2026-06-30", "log": log(("2026-07-01", "done"))},
        "xong 01/07/2026",
        ("2026-06-30", "2026-07-01", None, True),
    ),
    (
        {"due": "2026-06-30", "log": log(("2026-07-01", "dropped"))},
        "dừng 01/07/2026",
        ("2026-06-30", None, "2026-07-01", False),
    ),
    # What comes after the day of the data is not known yet.
    ({"log": log(("2026-11-21", "done"))}, "hạn 31/03/2027", ("2027-03-31", None, None, False)),
    # A start written after the end is no reason to draw backwards.
    ({"start": "2028-01-01"}, "hạn 31/03/2027", ("2027-03-31", None, None, False)),
]


@pytest.mark.parametrize(("changes", "says", "days"), CASES)
def test_a_commitment_in_time(
    changes: dict[str, Any], says: str, days: tuple[str, str | None, str | None, bool]
) -> None:
    chart = view(folder(plans=[{"commitments": [commitment(**changes)]}]), "cam-ket").chart
    [span] = chart.spans
    assert span.says == says
    start, done, dropped, late = days
    assert (span.start.isoformat(), span.late) == (start, late)
    assert [day and day.isoformat() for day in (span.done, span.dropped)] == [done, dropped]


def test_moved_days_stay_and_the_order_is_that_of_the_days() -> None:
    first = commitment(id="B", due="2026-12-01", due_history=[{"due": "2026-03-01"}, {"due": "2026-06-01"}])
    chart = view(folder(plans=[{"commitments": [commitment(id="A"), first]}]), "cam-ket").chart
    assert [span.id for span in chart.spans] == ["B", "A"]
    assert [day.isoformat() for day in chart.spans[0].moved] == ["2026-03-01", "2026-06-01"]
    assert chart.description.startswith("2 cam kết từ 01/12/2026 đến 31/03/2027; 0/2 xong, tính đến 20/11/2026.")


def test_too_many_are_summed_up_open_ones_first() -> None:
    done = [commitment(id=f"X-{n:02}", due="2026-05-01", log=log(("2026-04-01", "done"))) for n in range(30)]
    still = [commitment(id=f"M-{n:02}") for n in range(25)]
    page = view(folder(plans=[{"commitments": done + still}]), "cam-ket")
    drawn = [span.id for span in page.chart.spans]
    assert len(drawn) == 40
    assert {f"M-{n:02}" for n in range(25)} <= set(drawn)
    assert page.chart.note == "15 cam kết không vẽ ở đây; bảng có đủ."
    assert page.counts == "30/55 xong"
    assert sum(len(group.items) for group in page.groups) == 55
