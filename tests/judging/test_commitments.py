from datetime import date
from typing import Any

import pytest

from kdcl_site.judging.commitments import CommitmentCounts, CommitmentState, counts, state
from kdcl_site.model.evidence import Evidence
from kdcl_site.model.improvement import Commitment
from tests.judging.build import cases, entry

CASES = cases("commitments.yml")
AS_OF = date(2026, 11, 20)
WITHDRAWN = {"on": "2026-10-01", "reason": "Có dữ liệu cá nhân"}
EVIDENCE = {
    "MC.1.1.01": entry(Evidence, {"code": "MC.1.1.01", "title": "Kế hoạch"}),
    "MC.1.1.02": entry(Evidence, {"code": "MC.1.1.02", "title": "Biên bản", "state": "planned"}),
    "MC.1.1.03": entry(Evidence, {"code": "MC.1.1.03", "title": "Danh sách", "withdrawn": WITHDRAWN}),
}


def stands(case: dict[str, Any]) -> CommitmentState:
    log = [{"on": on, "status": status, "evidence": codes} for on, status, *codes in case.get("log", [])]
    moved = [{"due": case["moved_from"]}] if "moved_from" in case else []
    head = {"id": "CT-1", "title": "Việc", "measure": "Có", "owner": "Hiệu trưởng"}
    commitment = entry(Commitment, head | {"due": case["due"], "due_history": moved, "log": log})
    return state(commitment, EVIDENCE, AS_OF)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_table(case: dict[str, Any]) -> None:
    assert stands(case) == CommitmentState(
        status=case["status"],
        on=case.get("on"),
        overdue="overdue_since" in case,
        overdue_since=case.get("overdue_since"),
        slipped=case.get("slipped", False),
        proved=case.get("proved", False),
    )


def test_counts_of_the_table() -> None:
    wanted = [case["status"] for case in CASES]
    found = counts(stands(case) for case in CASES)
    assert found == CommitmentCounts(
        total=len(CASES),
        done=wanted.count("done"),
        overdue=sum("overdue_since" in case for case in CASES),
        open=sum(status not in ("done", "dropped") for status in wanted),
        dropped=wanted.count("dropped"),
    )
    assert found.done + found.open + found.dropped == found.total


def test_counts_of_nothing() -> None:
    assert counts([]) == CommitmentCounts(0, 0, 0, 0, 0)
