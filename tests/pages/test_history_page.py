"""A school over the years: what changed, what cannot be compared, certificates, former names."""

from typing import Any

from tests.pages.school import assessment, assessment_2018, folder, view


def of(rounds: dict[str, Any], **parts: Any) -> Any:
    return view(folder(rounds=rounds, **parts), "lich-su")


def test_under_one_framework_what_changed_is_listed() -> None:
    before = assessment({"1.1": 1, "1.2": 1}, school_year="2025-2026", concluded_on="2025-10-01")
    [pair] = of({"b": assessment({"1.2": 1, "3.1": 1}), "a": before}).comparisons
    assert pair.tally == "Tăng: 1 · Giảm: 1 · Giữ nguyên: 13"
    assert [(row.new[0].link.href, row.change.word) for row in pair.rows] == [
        ("../b/tieu-chi-1.1/", "Tăng"),
        ("../b/tieu-chi-3.1/", "Giảm"),
    ]


def test_without_a_map_nothing_is_compared() -> None:
    older = assessment_2018("tt17-2018")
    [pair] = of({"b": assessment(), "a": older}).comparisons
    assert "không so sánh được" in pair.whole
    assert pair.rows == ()


def test_other_judges_and_names_and_an_empty_school() -> None:
    page = of(
        {"b": assessment(kind="appraisal"), "a": assessment()}, former_names=[{"name": "Cũ", "until": "2025-07-01"}]
    )
    assert (len(page.rounds), page.comparisons, page.former_names) == (2, (), ("Cũ (đến 01/07/2025)",))
    assert of({}).rounds == ()


def test_the_outlook_decides_only_what_data_decide() -> None:
    outlooks = view(folder(), "/th").round.outlooks
    assert [one.title for one in outlooks] == ["Kết quả này mở đường tới: Đạt chuẩn quốc gia Mức độ 2"]
    states = [one.state.word for one in outlooks[0].conditions]
    assert states.count("Dữ liệu chưa cho biết") == len(states) - 1
