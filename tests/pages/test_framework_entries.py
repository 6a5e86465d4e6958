"""What pages of frameworks say of documents, papers and figures, and of what was held against the gazette."""

from dataclasses import replace
from typing import Any

import pytest

from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.official import Official
from kdcl_site.pages.framework_site import VERSION, plan_framework
from kdcl_site.pages.library import Library
from tests.pages.school import OPTIONS, frameworks, typed_data, words

YES, NO = "Đã đối chiếu với bản chính thức.", "Chưa đối chiếu với bản chính thức."


def planned(framework: Framework, official: Official | None = None, language: str = "vi") -> list[Any]:
    """The pages of a framework: the whole, then each criterion."""
    texts = {framework.id: official} if official else {}
    options = replace(OPTIONS, language=language)
    library = Library({framework.id: framework}, (framework.id,), (), (), texts, options, words(language))
    return plan_framework(library, framework)


def told(framework: Framework) -> Any:
    return planned(framework)[0].data


@pytest.mark.parametrize(
    ("name", "history"),
    [
        (
            "tt17-2018",
            [
                "Thay thế: 42/2012/TT-BGDĐT, 59/2012/TT-BGDĐT.",
                "Được 22/2024/TT-BGDĐT sửa đổi từ 25/01/2025.",
                "Được thay bằng 57/2026/TT-BGDĐT.",
            ],
        ),
        (
            "tt57-2026/mam-non",
            ["Thay thế: 17/2018/TT-BGDĐT, 18/2018/TT-BGDĐT, 19/2018/TT-BGDĐT, 22/2024/TT-BGDĐT."],
        ),
        ("tt15-2017", []),
    ],
)
def test_its_place_among_other_documents(name: str, history: list[str]) -> None:
    assert list(told(frameworks()[name]).history) == history


def test_how_evidence_is_numbered_now_and_was_before() -> None:
    now, before = told(frameworks()["tt57-2026/pho-thong"]).codes
    assert "(MC.1.1.01)" in now
    assert "[H1-1.1-01], [H1-1-01-01]" in before
    assert len(told(frameworks()["tt15-2017"]).codes) == 1


def test_forms_and_tables_with_their_years() -> None:
    page = told(frameworks()["tt18-2018"])
    assert page.tables_title == "Bảng số liệu, mỗi bảng 5 năm học"
    assert page.tables[:2] == ("Số lớp theo khối", "Cơ cấu khối công trình")
    assert "Báo cáo tự đánh giá" in page.forms
    assert told(frameworks()["tt57-2026/pho-thong"]).tables_title == "Bảng số liệu, mỗi bảng 3 năm học"
    none = told(frameworks()["tt15-2017"])
    assert (none.tables_title, none.tables) == ("", ())


def test_figures_of_a_criterion() -> None:
    pages = {view.data.label[-3:]: view.data for view in planned(frameworks()["tt15-2017"])[1:]}
    assert pages["9.6"].figures == ("Tỷ lệ người tốt nghiệp có việc hợp nghề sau 6 tháng",)
    assert pages["9.5"].figures == ()


def test_official_wording_of_a_criterion_without_levels() -> None:
    framework = frameworks()["so-minh-hoa/bon-bac"]
    data = {"format": 1, "framework": framework.id, "criteria": {"1.2": "Nguyên văn."}}
    pages = planned(framework, typed_data(Official, data, "o.yml"))[1:]
    assert [view.data.official for view in pages] == ["", "Nguyên văn.", ""]


def test_what_was_verified_is_said_where_it_differs_from_what_holds_it() -> None:
    framework = frameworks()["tt17-2018"]
    assert not framework.verified
    first = framework.standards[0]
    one = first.criteria[0]
    low, high = one.levels[:2]
    asked = low.requirements[0].model_copy(update={"verified": False})
    low = low.model_copy(update={"requirements": (asked, *low.requirements[1:])})
    high = high.model_copy(update={"verified": False})
    one = one.model_copy(update={"verified": True, "levels": (low, high, *one.levels[2:])})
    first = first.model_copy(update={"criteria": (one, *first.criteria[1:])})
    rule = framework.school_level.model_copy(update={"verified": True})
    changed = framework.model_copy(update={"standards": (first, *framework.standards[1:]), "school_level": rule})
    changed.__dict__.pop("criteria", None)  # a copy keeps what was worked out of the first
    whole, page, other, *_ = (view.data for view in planned(changed))
    assert page.verified
    assert [level.vouched for level in page.levels] == ["", NO, ""]
    assert [item.vouched for item in page.levels[0].requirements] == [NO, "", ""]
    assert {item.vouched for item in page.levels[1].requirements} == {""}
    assert not other.verified
    assert {level.vouched for level in other.levels} == {""}
    assert [rule.name.endswith(YES) for rule in whole.rules] == [False, True]


def test_a_framework_of_the_package_is_no_file_of_the_project() -> None:
    for view in planned(frameworks()["tt17-2018"])[:2]:
        assert (view.source, view.shell.source) == ("", "")
        assert view.shell.origin.endswith(f"phiên bản {VERSION}, tệp tt17-2018.yml.")
    for view in planned(frameworks()["so-minh-hoa/bon-bac"])[:2]:
        assert view.source == view.shell.source
        assert view.source.endswith("so-minh-hoa/bon-bac.yml")
        assert view.shell.origin == ""


@pytest.mark.parametrize("name", ["tt15-2017", "tt17-2018"])
def test_english_pages_are_english(name: str) -> None:
    whole, first, *_ = (view.data for view in planned(frameworks()[name], language="en"))
    assert first.plain == next(iter(frameworks()[name].criteria.values())).plain.en
    assert whole.codes[0].startswith("Evidence codes")
