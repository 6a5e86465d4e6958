"""What the page of commitments says."""

from typing import Any

import pytest

from kdcl_site.pages.promises import promise_text
from tests.pages.school import commitment, folder, item, planned, view, words


@pytest.mark.parametrize(
    ("changes", "group", "status", "due"),
    [
        ({}, "muc--dang-lam", "Chưa bắt đầu", "Hạn 31/03/2027"),
        ({"due": "2026-06-30"}, "muc--qua-han", "Quá hạn từ 30/06/2026", "Hạn 30/06/2026"),
        (
            {"due": "2026-12-31", "due_history": [{"due": "2026-03-31"}, {"due": "2026-06-30"}]},
            "muc--dang-lam",
            "Chưa bắt đầu",
            "Hạn 31/12/2026 (lùi từ 31/03/2026, 30/06/2026)",
        ),
        (
            {"log": [{"on": "2026-11-01", "status": "dropped", "note": "Đổi ưu tiên."}]},
            "muc--da-dung",
            "Đã dừng",
            "Hạn 31/03/2027",
        ),
        ({"log": [{"on": "2026-11-01", "status": "mostly_done"}]}, "muc--dang-lam", "Gần xong", "Hạn 31/03/2027"),
    ],
)
def test_a_commitment_stands_where_its_state_puts_it(
    changes: dict[str, Any], group: str, status: str, due: str
) -> None:
    page = view(folder(plans=[{"commitments": [commitment(**changes)]}]), "cam-ket")
    assert [(one.id, one.items[0].status.word, one.items[0].due) for one in page.groups] == [(group, status, due)]
    assert page.groups[0].items[0].criteria[0].href == "../2026-2027/tieu-chi-2.2/"


@pytest.mark.parametrize(("evidence", "unproved"), [([], True), (["MC.1.1.02"], True), (["MC.1.1.01"], False)])
def test_done_without_evidence_says_so(evidence: list[str], unproved: bool) -> None:
    log = [{"on": "2026-10-01", "status": "in_progress"}, {"on": "2026-11-01", "status": "done", "evidence": evidence}]
    items = [item("MC.1.1.01"), item("MC.1.1.02", state="planned")]
    page = view(folder(evidence=items, plans=[{"commitments": [commitment(log=log)]}]), "cam-ket")
    one = page.groups[0].items[0]
    assert one.unproved is unproved
    assert [entry.on for entry in one.log] == ["01/11/2026", "01/10/2026"]


def test_a_draft_is_not_promised_and_what_is_later_is_not_known() -> None:
    plans = [
        {
            "commitments": [
                commitment(log=[{"on": "2026-11-20", "status": "in_progress"}, {"on": "2026-11-21", "status": "done"}]),
                commitment(id="CT-2026-02", draft="true"),
            ],
            "reviews": [{"on": "2026-11-20", "result": "Tốt."}, {"on": "2026-11-21", "result": "Sau."}],
        },
        {"commitments": [commitment(id="CT-2027-01", draft="true")]},
    ]
    page = view(folder(plans=plans), "cam-ket")
    assert page.counts == "0/1 xong"
    assert [one.status for one in page.groups[0].items[0].log] == ["Đang làm"]
    assert [[review.on for review in plan.reviews] for plan in page.plans] == [["20/11/2026"]]


def test_the_page_says_first_what_is_kept_and_what_comes_next() -> None:
    dropped = [{"on": "2026-11-01", "status": "dropped"}]
    promised = [
        commitment(id="A", due="2026-06-30"),
        commitment(id="B", due="2027-02-28", title="Sửa mái nhà"),
        commitment(id="C", due="2027-05-31"),
        commitment(id="D", log=dropped),
    ]
    page = view(folder(plans=[{"commitments": promised}]), "cam-ket")
    assert page.counts == "0/4 xong · 1 quá hạn"
    assert page.rest == "Còn 3 cam kết đang mở. Hạn sắp tới: 28/02/2027 – Sửa mái nhà. 1 cam kết đã dừng."
    assert [(group.id, [one.closed for one in group.items]) for group in page.groups] == [
        ("muc--qua-han", [False]),
        ("muc--dang-lam", [False, False]),
        ("muc--da-dung", [True]),
    ]
    done = view(folder(plans=[{"commitments": [commitment(log=[{"on": "2026-11-01", "status": "done"}])]}]), "cam-ket")
    assert (done.counts, done.rest) == ("1/1 xong", "Không còn cam kết nào đang mở.")


@pytest.mark.parametrize(
    ("status", "filled", "word"),
    [
        (None, 0, "Chưa bắt đầu"),
        ("in_progress", 1, "Đang làm"),
        ("mostly_done", 2, "Gần xong"),
        ("done", 3, "Đã xong"),
        ("dropped", 0, "Đã dừng"),
    ],
)
def test_a_status_has_its_place_on_the_fixed_scale(status: str | None, filled: int, word: str) -> None:
    log = [{"on": "2026-11-01", "status": status}] if status else []
    page = view(folder(plans=[{"commitments": [commitment(log=log)]}]), "cam-ket")
    mark = page.groups[0].items[0].progress
    assert (mark.filled, mark.steps, mark.word) == (filled, 3, word)
    assert [one.word for one in page.scale] == ["Chưa bắt đầu", "Đang làm", "Gần xong", "Đã xong"]


def test_every_page_counts_commitments_in_the_same_words() -> None:
    school = folder(plans=[{"commitments": [commitment(due="2026-06-30"), commitment(id="B")]}])
    _, row = planned(school)
    text = promise_text(words(), row.done, row.promised, row.overdue)
    assert text == "0/2 xong · 1 quá hạn"
    assert view(school, "/th").commitments == view(school, "cam-ket").counts == text
