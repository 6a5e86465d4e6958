"""All pages of a school together: titles, navigation, and what must not be in any of them."""

from datetime import date

import pytest

from kdcl_site.pages.options import SiteOptions
from tests.pages.school import OPTIONS, assessment, commitment, folder, item, met, planned, round_with

SECRET = "XQZVBIMAT"


def test_nothing_internal_or_unpublished_is_in_any_view() -> None:
    hidden = assessment(published=None, changes=[{"on": "2026-11-01", "what": SECRET, "why": SECRET}])
    school = folder(
        rounds={"a": hidden, "b": hidden | {"draft": "true", "published": "2026-11-10"}}
        | round_with("3.4", {"levels": {"1": met("Có (MC.3.4.02)."), "2": met("Có (MC.3.4.02).")}}),
        evidence=[
            item("MC.1.1.01", note="Rút từ MC.3.4.02."),
            item(
                "MC.3.4.02",
                title=SECRET,
                access="internal",
                serves=["3.4"],
                kept_at=SECRET,
                kept_by=SECRET,
                note=SECRET,
                issued={"number": SECRET, "by": SECRET},
                former_codes=[{"code": SECRET}],
            ),
        ],
        plans=[
            {
                "commitments": [
                    commitment(
                        log=[
                            {
                                "on": "2026-11-01",
                                "status": "done",
                                "note": f"Xem MC.3.4.02, {SECRET}.",
                                "evidence": ["MC.3.4.02"],
                            }
                        ]
                    ),
                    commitment(id="CT-2026-02", title=SECRET, draft="true"),
                ]
            }
        ],
    )
    views, row = planned(school)
    said = repr([(one.title, one.description, one.nav, one.toc, one.search, one.shell, one.data) for one in views])
    for secret in (SECRET, "MC.3.4.02", "CT-2026-02"):
        assert secret not in said + repr(row)
    assert "minh chứng nội bộ" in said


def test_titles_are_unique_and_say_the_school() -> None:
    rounds = {
        "2026-2027": assessment(),
        "td": assessment(kind="appraisal"),
        "2025-2026": assessment(school_year="2025-2026"),
    }
    views, row = planned(folder(rounds=rounds))
    titles = [one.title for one in views]
    assert len(set(titles)) == len(titles) == row.pages == 10 + 3 * 19
    assert "Tiêu chí 2.2: Giáo viên – Trường Tiểu học Đồi Thông" in titles
    assert all(title.endswith("Trường Tiểu học Đồi Thông") for title in titles)


@pytest.mark.parametrize("directory_urls", [True, False])
def test_each_page_is_one_line_of_its_own_navigation(directory_urls: bool) -> None:
    views, _ = planned(folder(), SiteOptions(directory_urls, date(2026, 11, 20)))
    for one in views:
        assert [line.active for line in one.nav].count(True) == 1, one.address
        assert len({line.href for line in one.nav}) == len(one.nav)


def test_english_words_and_vietnamese_facts() -> None:
    views, row = planned(folder(), SiteOptions(True, OPTIONS.as_of, "en"), language="en")
    assert row.level_name == "Level\u00a02" or row.level_name == "Level 2"
    assert any(one.title.startswith("Criterion 2.2: ") for one in views)
