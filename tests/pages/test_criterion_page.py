"""What the pages of standards and criteria say."""

import pytest

from tests.pages.school import Data, assessment, commitment, folder, framework, item, met, round_with, view


def test_a_criterion_says_what_it_lacks_and_who_answers() -> None:
    levels = {"1": met("Đủ."), "2": {"verdict": {"1": "met", "2": "not_met"}, "findings": {"1": "Có.", "2": "Thiếu."}}}
    school = folder(
        rounds=round_with("2.2", {"levels": levels, "plain": "Trường còn thiếu một thầy dạy Tin."}),
        plans=[{"commitments": [commitment()]}],
    )
    page = view(school, "tieu-chi-2.2")
    level = framework().criteria["2.2"].level(2)
    assert level is not None
    assert page.lead == "Trường còn thiếu một thầy dạy Tin."
    assert (page.mark.word, page.mark.filled, page.mark.steps) == ("Mức\u00a01", 1, 2)
    assert [one.state.word for one in page.levels] == ["Đạt", "Chưa đạt"]
    assert page.levels[1].lacking == (level.requirements[1].text.vi,)
    assert [one.verdict.word for one in page.levels[1].requirements] == ["Đạt", "Chưa đạt"]
    assert [one.id for one in page.commitments] == ["CT-2026-01"]
    assert (page.previous.title[:3], page.next.title[:3]) == ("2.1", "2.3")


def test_a_level_is_not_considered_below_one_that_failed() -> None:
    page = view(folder(rounds={"2026-2027": assessment({"2.2": 0})}), "tieu-chi-2.2")
    assert [one.state.word for one in page.levels] == ["Chưa đạt", "Chưa xét"]
    assert page.mark.word == "Không đạt Mức\u00a01"


def test_a_level_says_what_its_verdict_rests_on_where_the_school_does() -> None:
    levels = {"1": met("Đủ.") | {"grounds": ["documents", "figures"]}, "2": met("Đủ.")}
    page = view(folder(rounds=round_with("2.2", {"levels": levels})), "tieu-chi-2.2")
    assert [one.grounds for one in page.levels] == ["Căn cứ: hồ sơ, số liệu", ""]


@pytest.mark.parametrize(
    ("levels", "log", "mark", "promise"),
    [
        ({"1": met("Đủ.")}, None, "Chưa xét xong (đã đạt Mức\u00a01)", "criterion.no_promise_unjudged"),
        ({"1": met("Đủ."), "2": met("Đủ.")}, None, "Mức\u00a02", "criterion.no_promise_needed"),
        ({"1": met("Đủ."), "2": {"verdict": "not_met"}}, None, "Mức\u00a01", "criterion.no_promise"),
        ({"1": met("Đủ."), "2": {"verdict": "not_met"}}, [], "Mức\u00a01", ""),
        (
            {"1": met("Đủ."), "2": {"verdict": "not_met"}},
            [{"on": "2026-11-01", "status": "done"}],
            "Mức\u00a01",
            "criterion.no_promise_open",
        ),
    ],
)
def test_what_is_said_of_missing_commitments(levels: Data, log: list[Data] | None, mark: str, promise: str) -> None:
    plans = [] if log is None else [{"commitments": [commitment(log=log)]}]
    page = view(folder(rounds=round_with("2.2", {"levels": levels}), plans=plans), "tieu-chi-2.2")
    assert (page.mark.word, page.promise) == (mark, promise)
    assert not any(one.lacking for one in page.levels)


def test_the_evidence_of_a_criterion_is_what_is_cited_then_what_serves_it() -> None:
    school = folder(
        rounds=round_with("1.1", {"levels": {"1": met("Có (MC.1.1.02, MC.3.4.02)."), "2": met("Có (MC.3.4.02).")}}),
        evidence=[
            item("MC.1.1.01", serves=["1.1"], access="onsite"),
            item("MC.1.1.02", state="planned"),
            item("MC.3.4.02", serves=["1.1"], access="internal"),
        ],
    )
    page = view(school, "tieu-chi-1.1")
    assert [(one.code, one.access.word) for one in page.evidence] == [
        ("MC.1.1.02", "dự kiến"),
        ("MC.1.1.01", "xem tại trường"),
    ]
    assert page.internal_cited
    assert [one.only_internal for one in page.levels] == [False, True]
    assert page.levels[0].findings == "Có (MC.1.1.02, minh chứng nội bộ)."


def test_a_weakness_has_its_commitments_or_its_reason_or_silence() -> None:
    weaknesses = [
        {"id": "Y1", "text": "Một.", "commitments": ["CT-2026-01", "CT-2026-99"]},
        {"id": "Y2", "text": "Hai.", "not_planned": "Chưa ưu tiên."},
        {"id": "Y3", "text": "Ba."},
    ]
    plans = [{"commitments": [commitment(), commitment(id="CT-2026-99", draft="true")]}]
    data = assessment(standards={"2": {"weaknesses": weaknesses}})
    page = view(folder(rounds={"2026-2027": data}, plans=plans), "tieu-chuan-2")
    assert [([line.id for line in one.commitments], one.not_planned) for one in page.weaknesses] == [
        (["CT-2026-01"], ""),
        ([], "Chưa ưu tiên."),
        ([], ""),
    ]
