"""The report of a round: the order is the framework's own, and nothing of the round is left out."""

from typing import Any

import pytest

from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.pages.report_page import Report, ReportPage
from kdcl_site.pages.view import PageView
from tests.pages.school import assessment, assessment_2018, commitment, folder, frameworks, item, planned


def reports(school: Any) -> dict[str, PageView]:
    return {view.address.path: view for view in planned(school)[0] if view.kind == "report"}


def only(school: Any, end: str = "th/bao-cao") -> Report:
    page = reports(school)[f"truong/{end}"].data
    assert isinstance(page, ReportPage)
    assert page.report is not None
    return page.report


def rows(report: Report, number: str) -> tuple[str, ...]:
    return next(row.cells for row in report.table.rows if row.head == number)


@pytest.mark.parametrize("name", sorted(load_frameworks()[0]))
def test_every_framework_tells_its_order_and_leaves_nothing_out(name: str) -> None:
    order = frameworks()[name].report
    assert order is not None
    held = [block for part in order.parts for block in part.holds]
    assert len(held) == len(set(held))
    clauses = {"clauses"} if frameworks()[name].clauses else set()
    assert {"facts", "context", "process", "standards", "totals", "outcome", "plan", "evidence"} | clauses <= set(held)
    assert order.criterion[0] == "findings"
    assert order.criterion[-1] == "verdict"
    told = set(order.criterion) | set(order.standard)
    assert {"strengths", "weaknesses"} <= told
    assert ("strengths" in order.criterion) == (frameworks()[name].strengths_at == "criterion")


def test_the_parts_stand_in_the_order_of_the_form() -> None:
    report = only(folder())
    assert [part.title[:9] for part in report.parts] == ["Phần I. T", "Phần II. ", "Phần III.", "Phần IV. "]
    assert [block.kind for block in report.parts[0].blocks] == ["facts", "context", "process"]
    assert report.criterion == ("findings", "verdict")
    older = only(folder({"2023-2024": assessment_2018()}))
    assert [block.kind for block in older.parts[0].blocks] == ["table"]
    assert older.criterion == ("findings", "strengths", "weaknesses", "plan", "verdict")
    assert "clauses" in [block.kind for part in older.parts for block in part.blocks]


def test_a_framework_without_an_order_has_a_plain_one() -> None:
    school = folder({"2026-2027": assessment()})
    told = school.rounds[0]
    bare = told.framework.model_copy(update={"report": None})
    plain = type(told)(told.id, told.assessment, bare)
    report = only(type(school)(**{**{name: getattr(school, name) for name in school.__slots__}, "rounds": (plain,)}))
    assert [part.title for part in report.parts] == ["Tổng quan", "Tự đánh giá", "Kết luận", "Phụ lục"]
    assert report.form == ""


def test_every_criterion_stands_once_with_its_findings() -> None:
    data = assessment()
    for number, rating in data["criteria"].items():
        rating["levels"]["1"]["findings"] = f"Tìm thấy ở {number}."
    report = only(folder({"2026-2027": data}))
    told = [one for standard in report.standards for one in standard.criteria]
    assert [one.id for one in told] == [f"tieu-chi-{number}" for number in frameworks()["tt57-2026/pho-thong"].criteria]
    assert [one.page.levels[0].findings for one in told] == [
        f"Tìm thấy ở {number}." for number in frameworks()["tt57-2026/pho-thong"].criteria
    ]


def test_the_table_has_a_sign_for_every_level_that_is_reached() -> None:
    report = only(folder({"2026-2027": assessment({"1.1": 0, "1.2": 1, "1.3": None})}))
    assert report.table.heads == ("Không đạt Mức\u00a01", "Mức\u00a01", "Mức\u00a02", "Chưa đánh giá")
    assert rows(report, "1.1") == ("×", "", "", "")
    assert rows(report, "1.2") == ("", "×", "", "")
    assert rows(report, "1.3") == ("", "", "", "×")
    assert rows(report, "1.4") == ("", "×", "×", "")


def test_a_level_without_a_text_has_a_sign_of_its_own() -> None:
    framework = frameworks()["tt18-2018"]
    number = next(one.number for one in framework.criteria.values() if one.level(3) is None)
    report = only(folder({"2023-2024": assessment_2018()}))
    assert rows(report, number) == ("", "×", "×", "–")


def test_the_totals_add_up() -> None:
    report = only(folder({"2026-2027": assessment({"1.1": 0, "1.2": 1})}))
    assert report.totals.heads == ("Tổng số", "Không đạt Mức\u00a01", "Mức\u00a01", "Mức\u00a02")
    assert report.totals.rows[0].cells == ("4", "1 (25%)", "1 (25%)", "2 (50%)")
    assert report.totals.rows[-1].cells == ("15", "1 (7%)", "1 (7%)", "13 (87%)")


def test_evidence_is_listed_once_under_the_criterion_that_names_it_first() -> None:
    data = assessment()
    data["criteria"]["1.2"]["levels"]["1"]["findings"] = "Có (MC.1.1.01, MC.1.2.01, MC.1.2.02)."
    evidence = [
        item("MC.1.1.01", serves=["1.1", "1.2"]),
        item("MC.1.2.01"),
        item("MC.1.2.02", access="internal"),
        item("MC.4.1.01"),
    ]
    report = only(folder({"2026-2027": data}, evidence))
    assert [(one.title, [line.code for line in one.items]) for one in report.evidence] == [
        ("Tiêu\u00a0chí\u00a01.1", ["MC.1.1.01"]),
        ("Tiêu\u00a0chí\u00a01.2", ["MC.1.2.01"]),
    ]


@pytest.mark.parametrize(
    ("plan", "listed"),
    [
        ({"school_year": "2026-2027"}, True),
        ({"school_year": "2027-2028", "answers": "2026-2027"}, True),
        ({"school_year": "2025-2026"}, False),
    ],
)
def test_the_plan_is_the_one_that_answers_the_round(plan: dict[str, str], listed: bool) -> None:
    report = only(folder(plans=[{"plan": plan, "commitments": [commitment()]}]))
    assert [row.id for row in report.plan] == (["CT-2026-01"] if listed else [])


def test_each_round_has_a_report_and_other_bodies_have_none() -> None:
    older = assessment_2018(published="2024-04-01")
    outside = assessment_2018(kind="external", published="2024-06-01", concluded_on="2024-05-20")
    school = folder({"2026-2027": assessment(), "2023-2024-dgn": outside, "2023-2024": older})
    assert sorted(reports(school)) == ["truong/th/2023-2024/bao-cao", "truong/th/bao-cao"]


def test_every_stage_has_a_report_and_the_schools_address_leads_to_them() -> None:
    rounds = {f"2026-2027-{stage}": assessment(stage=stage) for stage in ("primary", "lower_secondary")}
    found = reports(folder(rounds, kind="multi_level", stages=["primary", "lower_secondary"]))
    assert sorted(found) == [
        "truong/th/2026-2027-lower_secondary/bao-cao",
        "truong/th/2026-2027-primary/bao-cao",
        "truong/th/bao-cao",
    ]
    page = found["truong/th/bao-cao"].data
    assert isinstance(page, ReportPage)
    assert page.report is None
    assert [link.href for link, _ in page.others] == [
        "../2026-2027-primary/bao-cao/",
        "../2026-2027-lower_secondary/bao-cao/",
    ]


def test_a_school_that_published_nothing_has_the_page_all_the_same() -> None:
    page = reports(folder({}))["truong/th/bao-cao"].data
    assert isinstance(page, ReportPage)
    assert page.report is None
    assert page.others == ()


def test_points_stand_as_points() -> None:
    framework = frameworks()["tt15-2017"]
    data = {number: {"points": 1} for number in framework.criteria}
    data["1.1"] = {"points": 0}
    told = assessment() | {"framework": framework.id, "criteria": data, "school_year": "2025-2026"}
    report = only(folder({"2025-2026": told}, kind="vocational", stages=["vocational"]))
    assert rows(report, "1.1") == ("0/1 điểm",)
    assert report.totals.rows[-1].cells == (f"{len(data) - 1}/{len(data)} điểm",)
