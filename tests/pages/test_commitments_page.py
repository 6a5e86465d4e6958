"""What the page of commitments says."""

from typing import Any

import pytest

from tests.pages.school import commitment, folder, item, view


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
    assert page.counts == "Trường đã công bố 1 cam kết: 0 đã xong, 1 đang mở."
    assert [one.status for one in page.groups[0].items[0].log] == ["Đang làm"]
    assert [[review.on for review in plan.reviews] for plan in page.plans] == [["20/11/2026"]]
