"""What a school's page of checks tells: counts by code, waivers with their reasons, and nothing of what is private."""

from typing import Any

import pytest

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding, registry
from kdcl_site.judging.judge import judge
from kdcl_site.model.waiver import Waiver
from kdcl_site.pages.checks_page import ChecksPage, all_checks
from kdcl_site.pages.options import Checked
from kdcl_site.pages.school_site import plan_school
from kdcl_site.pages.view import PageView
from tests.pages.school import OPTIONS, folder, item, planned, typed_data, words

OPEN = ("lưu ý", "Minh chứng chưa được dùng")
UNUSED = finding("K505", Place("schools/th/evidence.yml", 3, 1), value="MC.1.1.09")
CLAIM = finding("K501", Place("schools/th/rounds/2026-2027/assessment.yml", 7, 1), value="2")
REMINDER = finding("K555", Place("schools/th/waivers.yml"), count="1")
REASON = "Dùng ở học kỳ II, xem MC.1.1.77"


def waiver(**changes: Any) -> Waiver:
    data = {"code": "K506", "reason": "Công bố từng đợt", "until": "2027-01-31"} | changes
    one: Waiver = typed_data(Waiver, data, "schools/th/waivers.yml")
    return one


def page_of(checked: Checked, language: str = "vi", **school: Any) -> PageView:
    told = folder(**school)
    judgements = {one.id: judge(one.framework, one.assessment) for one in told.rounds}
    views, _ = plan_school(told, judgements, OPTIONS, words(language), {}, (), checked)
    return next(one for one in views if one.kind == "checks")


def data_of(*findings: Finding, waived: tuple[tuple[Waiver, int], ...] = ()) -> ChecksPage:
    data = page_of(Checked(findings, waived)).data
    assert isinstance(data, ChecksPage)
    return data


@pytest.mark.parametrize(
    ("findings", "told"),
    [
        ((), []),
        ((UNUSED, UNUSED), [(*OPEN, 2)]),
        (
            (UNUSED, CLAIM),
            [("cảnh báo", "Mức tự nhận khác mức tính được", 1), ("lưu ý", "Minh chứng chưa được dùng", 1)],
        ),
        ((UNUSED.hide(),), []),
        ((UNUSED, UNUSED.hide()), [(*OPEN, 1)]),
        ((REMINDER,), []),
    ],
    ids=["nothing", "counted", "the gravest first", "private", "one of two private", "a reminder of waivers"],
)
def test_what_stands_open(findings: tuple[Finding, ...], told: list[tuple[str, str, int]]) -> None:
    assert [(one.severity.word, one.code.title, one.count) for one in data_of(*findings).open] == told


def test_a_waiver_is_told_with_its_reason_and_last_day() -> None:
    [one] = data_of(waived=((waiver(), 2),)).waived
    assert (one.code.title, one.reason, one.until, one.count) == (
        "Vòng đánh giá chưa đủ",
        "Công bố từng đợt",
        "31/01/2027",
        2,
    )
    assert one.code.href == "../../../kiem-tra/#K506"


def test_a_reason_never_names_an_internal_item() -> None:
    checked = Checked(waived=((waiver(reason=REASON), 1),))
    page = page_of(checked, evidence=[item("MC.1.1.77", access="internal")])
    assert "MC.1.1.77" not in str(page)
    assert "MC.1.1.77" in str(page_of(checked, evidence=[item("MC.1.1.77")]))


def test_every_code_is_counted_once() -> None:
    families = data_of().families
    assert sum(one.count for one in families) == len(registry())
    assert [one.link.href.partition("#")[2] for one in families] == sorted(
        {code.family for code in registry().values()}
    )


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_list_of_all_says_why(language: str) -> None:
    named = {id: one for family in all_checks(words(language)) for id, one in family.codes}
    assert list(named) == list(registry())
    assert all(one.name and one.text for one in named.values())
    assert named["K505"].text == registry()["K505"].why[language]


def test_every_page_of_the_school_but_itself_leads_to_it() -> None:
    views, _ = planned(folder())
    assert {one.kind for one in views if one.shell.checks is None} == {"checks"}


def test_what_is_waived_is_part_of_the_state_of_the_data() -> None:
    versions = {
        page_of(Checked(waived=told)).shell.version for told in ((), ((waiver(), 1),), ((waiver(reason="Khác"), 1),))
    }
    assert len(versions) == 3
