"""Whom to ask, what was asked and answered, and the school's reply to what others judged."""

from typing import Any

from kdcl_site.pages.view import PageView
from tests.pages.school import assessment, assessment_2018, commitment, folder, item, planned, view

ANSWER = {"on": "2026-11-15", "by": "Hiệu trưởng", "text": "Vì thế (MC.1.1.01)."}
ASKED: list[dict[str, Any]] = [
    {"id": "H1", "on": "2026-11-12", "text": "Bao giờ có giáo viên Tin học?", "criteria": ["2.2"], "answer": ANSWER},
    {"id": "H2", "on": "2026-11-14", "text": "Thư viện mở mấy buổi?"},
]
REPLIES: dict[str, Any] = {"ask": {"post": "Văn thư", "within": "5 ngày làm việc"}, "questions": ASKED}


def pages(school: Any, language: str = "vi") -> dict[str, PageView]:
    views, _ = planned(school, language=language)
    return {one.address.path.removeprefix("truong/th").removeprefix("/"): one for one in views}


def test_the_block_is_the_same_on_every_page() -> None:
    blocks = [one.shell.ask for one in pages(folder(replies=REPLIES, contact={"phone": "0200 000 0000"})).values()]
    assert {(one.post, one.within, one.contact.tel, one.questions is None) for one in blocks if one} == {
        ("Văn thư của trường", "Trường trả lời trong 5 ngày làm việc.", "02000000000", False)
    }
    assert None not in blocks


def test_without_replies_the_head_answers_and_there_is_no_page() -> None:
    found = pages(folder(leaders=[{"post": "Hiệu trưởng"}]))
    block = found[""].shell.ask
    assert block
    assert (block.post, block.questions) == ("Hiệu trưởng của trường", None)
    assert "hoi-dap" not in found


def test_questions_stand_newest_first_and_say_when_they_wait() -> None:
    page = view(folder(replies=REPLIES), "/hoi-dap")
    assert [(one.anchor, one.answer and one.answer.name) for one in page.questions] == [
        ("H2", None),
        ("H1", "Hiệu trưởng trả lời ngày 15/11/2026"),
    ]
    assert page.lead == "2 câu hỏi, 1 đã trả lời. Trường không nêu tên người hỏi."
    block = pages(folder(replies=REPLIES))["cam-ket"].shell.ask
    assert block
    assert block.questions
    assert (block.questions.title, block.questions.href) == ("Cha mẹ đã hỏi gì (1/2 câu đã trả lời)", "../hoi-dap/")


def test_what_lies_after_the_day_of_the_data_is_not_there_yet() -> None:
    late = [ASKED[0] | {"answer": ANSWER | {"on": "2026-11-21"}}, ASKED[1] | {"on": "2026-11-21"}]
    page = view(folder(replies={"questions": late}), "/hoi-dap")
    assert [(one.anchor, one.answer) for one in page.questions] == [("H1", None)]


def test_a_criterion_links_to_what_was_asked_about_it() -> None:
    found = pages(folder(replies=REPLIES))
    links = {path: one.data.asked for path, one in found.items() if one.kind == "criterion"}  # type: ignore[union-attr]  # by kind
    assert [(path, [link.href for link in asked]) for path, asked in links.items() if asked] == [
        ("2026-2027/tieu-chi-2.2", ["../../hoi-dap/#H1"])
    ]


def two_judges(**changes: Any) -> Any:
    reply = {
        "round": "dgn",
        "on": "2024-06-10",
        "by": "Hiệu trưởng",
        "criteria": ["1.1"],
        "text": "Trường không đồng ý.",
    }
    return folder(
        rounds={
            "dgn": assessment_2018(kind="external", levels={"1.1": 2}, concluded_on="2024-05-02"),
            "tdg": assessment_2018(),
        },
        replies={"responses": [reply | changes]},
        kind="upper_secondary",
        stages=["upper_secondary"],
    )


def test_the_schools_reply_stands_beside_the_result_it_answers() -> None:
    found = pages(two_judges())
    for path in ("", "dgn"):  # on the school's page, where both results stand, and on that of the others' round
        [reply] = found[path].data.round.responses  # type: ignore[union-attr]  # by kind
        assert (reply.text, reply.by) == ("Trường không đồng ý.", "Hiệu trưởng, ngày 10/06/2024")
    [criterion] = view(two_judges(), "/hoi-dap").responses[0].criteria
    assert (criterion.title, criterion.href) == ("1.1", "../dgn/tieu-chi-1.1/")


def test_a_reply_to_a_round_that_is_not_published_is_not_shown() -> None:
    draft = assessment(published=None, school_year="2025-2026")
    reply = {"round": "2025-2026", "on": "2026-11-10", "by": "Hiệu trưởng", "text": "Có."}
    found = pages(folder(rounds={"2026-2027": assessment(), "2025-2026": draft}, replies={"responses": [reply]}))
    assert "hoi-dap" not in found


def test_internal_evidence_is_not_named_in_an_answer() -> None:
    secret = item("MC.1.1.01", access="internal")
    page = view(folder(replies=REPLIES, evidence=[secret]), "/hoi-dap")
    assert page.questions[1].answer.text == "Vì thế (minh chứng nội bộ)."


def versions(school: Any, language: str = "vi") -> set[tuple[str, str]]:
    return {(one.shell.version, one.shell.updated) for one in pages(school, language).values()}


def test_every_page_tells_the_same_version_and_day() -> None:
    [(version, updated)] = versions(folder(replies=REPLIES))
    assert len(version) == 12
    assert updated == "15/11/2026"


def test_the_version_is_that_of_what_is_published() -> None:
    plain = versions(folder())
    assert plain == versions(folder())
    assert plain != versions(folder(name="Trường Tiểu học Đồi Thông 2"))
    secret = [item("MC.1.1.01", access="internal")]
    draft = [{"commitments": [commitment(draft="true")]}]
    hidden = {"2026-2027": assessment(), "2025-2026": assessment(published=None)}
    assert (
        plain == versions(folder(evidence=secret)) == versions(folder(plans=draft)) == versions(folder(rounds=hidden))
    )


def test_the_version_is_the_same_in_every_language() -> None:
    school = folder(replies=REPLIES, evidence=[item("MC.1.1.01", access="internal")])
    assert {one for one, _ in versions(school)} == {one for one, _ in versions(school, "en")}
