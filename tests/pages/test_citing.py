"""Codes of evidence in sentences: internal ones are never read, visible ones are found."""

import pytest

from kdcl_site.pages.citing import Citations, anchor
from tests.pages.school import folder, framework, item

EVIDENCE = folder(
    evidence=[
        item("MC.1.1.01", former_codes=[{"code": "H1-1.1-01"}]),
        item("MC.1.1.02"),
        item("MC.3.4.02", access="internal", former_codes=[{"code": "H3-3.4-09"}, {"code": "1.3.2"}]),
        item("MC.4.2.03", access="internal"),
        item("HS 12/a"),
        item("HS 13", access="internal"),
    ]
).evidence
CITATIONS = Citations(EVIDENCE.values(), [framework()], "minh chứng nội bộ", ", ")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Có kế hoạch (MC.1.1.01).", "Có kế hoạch (MC.1.1.01)."),
        ("Có sổ (MC.3.4.02).", "Có sổ (minh chứng nội bộ)."),
        ("Theo MC.3.4.02.", "Theo minh chứng nội bộ."),
        ("Có (mc.3.4.02).", "Có (minh chứng nội bộ)."),
        ("(MC.1.1.01, MC.3.4.02)", "(MC.1.1.01, minh chứng nội bộ)"),
        ("(MC.3.4.02, MC.1.1.01, MC.4.2.03)", "(minh chứng nội bộ, MC.1.1.01)"),
        ("(MC.3.4.02; MC.4.2.03)", "(minh chứng nội bộ)"),
        ("(MC.3.4.02) và (MC.4.2.03)", "(minh chứng nội bộ) và (minh chứng nội bộ)"),
        ("MC.3.4.021 là mã khác", "MC.3.4.021 là mã khác"),
        ("Mã cũ H3-3.4-09.", "Mã cũ minh chứng nội bộ."),
        ("Mục 1.3.2 là số, không phải mã.", "Mục 1.3.2 là số, không phải mã."),
        ("Xem HS 13 và HS 12/a.", "Xem minh chứng nội bộ và HS 12/a."),
        ("MC.3.4\u200b.02", "minh chứng nội bộ"),
        ("a\u202eb\x02c\nd", "abc\nd"),
    ],
)
def test_what_may_leave_the_build(text: str, shown: str) -> None:
    assert CITATIONS.shown(text) == shown


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Không có mã.", []),
        ("(MC.1.1.02, MC.1.1.01, MC.1.1.02)", ["MC.1.1.02", "MC.1.1.01"]),
        ("(mc.1.1.01)", ["MC.1.1.01"]),
        ("(MC.3.4.02, MC.1.1.01)", ["MC.1.1.01"]),
        ("(MC.9.9.99)", []),
        ("HS 12/a", ["HS 12/a"]),
    ],
)
def test_codes_of_visible_items(text: str, codes: list[str]) -> None:
    assert CITATIONS.codes(text) == codes


@pytest.mark.parametrize(
    ("text", "only"),
    [("", False), ("MC.9.9.99", False), ("MC.3.4.02", True), ("MC.3.4.02 MC.1.1.01", False), ("không", False)],
)
def test_a_text_that_rests_on_internal_items_alone(text: str, only: bool) -> None:
    assert CITATIONS.only_internal(text) is only


def test_parts_of_a_text_and_where_they_lead() -> None:
    parts = list(CITATIONS.cite("../minh-chung/").split("Có (mc.1.1.01, MC.9.9.99)."))
    assert parts == [("Có (", ""), ("mc.1.1.01", "../minh-chung/#MC.1.1.01"), (", MC.9.9.99).", "")]


@pytest.mark.parametrize(
    ("code", "fragment"), [("MC.1.1.01", "MC.1.1.01"), ("H1-1.1-01", "H1-1.1-01"), ("HS 12/a", "HS-12-a")]
)
def test_fragments(code: str, fragment: str) -> None:
    assert anchor(code) == fragment
