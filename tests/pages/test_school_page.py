"""What a school's page says, read as a parent reads it."""

from typing import Any

import pytest

from kdcl_site.pages.round_page import first_sentence
from tests.pages.school import assessment, commitment, folder, planned, view


def of(**parts: Any) -> Any:
    return view(folder(**parts), "truong/th")


@pytest.mark.parametrize(
    ("levels", "mark", "roadmap"),
    [
        ({}, "Mức\u00a02", None),
        ({"1.3": 1}, "Mức\u00a01", "Để đạt Mức\u00a02, trường còn 1.3."),
        (
            {"1.3": 1, "3.3": 1, "3.4": 1, "3.5": 1, "4.3": 1},
            "Mức\u00a01",
            "Để đạt Mức\u00a02, trường còn 1.3 và ít nhất 2 trong 3.3, 3.4, 3.5, 4.3.",
        ),
        ({"2.3": 0}, "Mức\u00a01", "Để đạt Mức\u00a02, trường còn 2.3 (lên Mức\u00a01)."),
        ({"1.3": 0}, "Không đạt Mức\u00a01", "Để đạt Mức\u00a01, trường còn 1.3."),
    ],
)
def test_mark_and_way_to_the_next_level(levels: dict[str, int | None], mark: str, roadmap: str | None) -> None:
    page = of(rounds={"2026-2027": assessment(levels)})
    assert page.round.mark.word == mark
    assert (page.round.mark.judge, page.round.mark.on) == ("Nhà trường tự đánh giá", "28/10/2026")
    assert (page.round.roadmap.sentence if page.round.roadmap else None) == roadmap


def test_an_incomplete_round_has_no_level_and_says_what_is_missing() -> None:
    page = of(rounds={"2026-2027": assessment({"3.4": None, "4.2": None}, claims=1)})
    assert page.round.mark.word == "Chưa tính được mức"
    assert page.round.unfinished == "Còn 2 tiêu chí chưa đánh giá (3.4, 4.2)."
    assert page.round.roadmap is None
    assert "chưa đủ kết quả" in page.round.claim


@pytest.mark.parametrize(
    ("claims", "agrees", "words"),
    [("1", True, "khớp"), ("2", False, "nhưng dữ liệu công bố chỉ cho thấy"), (None, True, "chưa nêu mức")],
)
def test_what_is_claimed_stands_beside_what_follows(claims: str | None, agrees: bool, words: str) -> None:
    page = of(rounds={"2026-2027": assessment({"1.3": 1}, claims=claims)})
    assert page.round.claim_agrees is agrees
    assert words in page.round.claim


@pytest.mark.parametrize(
    ("rounds", "published"),
    [
        ({"a": assessment()}, True),
        ({"a": assessment(published=None)}, False),
        ({"a": assessment(draft="true")}, False),
        ({"a": assessment(kind="appraisal")}, False),
        ({}, False),
    ],
)
def test_only_a_published_self_assessment_is_shown(rounds: dict[str, Any], published: bool) -> None:
    school = folder(rounds=rounds)
    views, row = planned(school)
    page = view(school, "truong/th")
    assert (page.round is not None) is published
    assert row.level_name == ("Mức\u00a02" if published else "Chưa công bố tự đánh giá")
    assert {"th", "minh-chung", "cam-ket"} <= {one.address.path.rsplit("/", 1)[1] for one in views}


def test_groups_with_something_below_the_claim_are_open() -> None:
    page = of(rounds={"2026-2027": assessment({"2.3": 0, "3.1": 1}, claims="1")})
    assert [group.open for group in page.round.grid] == [False, True, False, False]
    assert page.round.grid[2].tally == "4 tiêu chí Mức\u00a02 · 1 tiêu chí Mức\u00a01"


def test_strength_of_the_best_standard_and_weakness_of_the_worst() -> None:
    standards = {
        number: {
            "strengths": [{"id": f"M{number}", "text": f"Mạnh {number}. Thêm."}],
            "weaknesses": [{"id": f"Y{number}", "text": f"Yếu {number}. Thêm."}],
        }
        for number in "1234"
    }
    page = of(rounds={"2026-2027": assessment({"1.1": 1, "3.1": 1, "3.2": 1, "3.3": 1}, standards=standards)})
    assert (page.strength.text, page.weakness.text) == ("Mạnh 2.", "Yếu 3.")
    assert page.weakness.link.href == "2026-2027/tieu-chuan-3/"


@pytest.mark.parametrize(
    ("log", "due", "text"),
    [
        ([], "2027-03-31", "0/1 xong"),
        ([], "2026-06-30", "0/1 xong · 1 quá hạn"),
        ([{"on": "2026-11-19", "status": "done"}], "2026-06-30", "1/1 xong"),
        ([{"on": "2026-11-21", "status": "done"}], "2026-06-30", "0/1 xong · 1 quá hạn"),
    ],
)
def test_commitments_in_a_line(log: list[Any], due: str, text: str) -> None:
    assert of(plans=[{"commitments": [commitment(log=log, due=due)]}]).commitments == text


def test_no_plan_is_said() -> None:
    assert of().commitments == "Chưa công bố kế hoạch cải tiến."


@pytest.mark.parametrize(
    ("expires", "word", "valid"),
    [
        ("2028-05-10", "đến 10/05/2028", True),
        ("2026-11-20", "sắp hết hạn, đến 20/11/2026", True),
        ("2026-11-19", "đã hết hạn ngày 19/11/2026", False),
        (None, "không ghi ngày hết hạn", True),
    ],
)
def test_certificates_on_the_day_of_the_data(expires: str | None, word: str, valid: bool) -> None:
    data = {
        "kind": "national_standard",
        "framework": "tt17-2018",
        "level": 1,
        "issuer": "UBND tỉnh",
        "issued": "2023-05-10",
    }
    page = of(recognitions=[data | ({"expires": expires} if expires else {})])
    assert (page.recognitions[0].state.word, page.recognitions[0].valid) == (word, valid)
    assert page.recognitions[0].title == "Đạt chuẩn quốc gia Mức độ 1"


@pytest.mark.parametrize(
    ("phone", "tel"),
    [
        ("0000 000 412", "0000000412"),
        ("(+84) 24-38251234", "+842438251234"),
        ("javascript:x", ""),
        ("024 3825 1234, 0912 345 678", ""),
    ],
)
def test_a_number_to_call(phone: str, tel: str) -> None:
    assert of(contact={"phone": phone}).contact.tel == tel


@pytest.mark.parametrize(("email", "mailto"), [("a@b.example", "a@b.example"), ("a@b.example?cc=x", ""), ("a b", "")])
def test_an_address_to_write_to(email: str, mailto: str) -> None:
    assert of(contact={"email": email}).contact.mailto == mailto


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Một câu.", "Một câu."),
        ("Một câu. Hai câu.", "Một câu."),
        ("Theo TT. Đúng vậy", "Theo TT."),
        ("Đạt 1.5 điểm. Hết", "Đạt 1.5 điểm."),
        ("không có dấu chấm", "không có dấu chấm"),
    ],
)
def test_first_sentences(text: str, first: str) -> None:
    assert first_sentence(text) == first
