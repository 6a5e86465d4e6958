"""Renamed and merged schools: what was given stays with the name it was given to, and is never the school's own."""

from typing import Any

import pytest

from tests.pages.school import Data, assessment, assessment_2018, folder, item, planned, view
from tests.rendering.schools import render

OLD = {"id": "th-cu", "name": "Trường Tiểu học Cũ", "kind": "primary", "until": "2024-07-31"}
OTHER = {"id": "thcs-cu", "name": "Trường Trung học cơ sở Cũ", "kind": "lower_secondary"}
CERTIFICATE = {
    "kind": "national_standard",
    "framework": "tt17-2018",
    "level": 1,
    "issuer": "UBND tỉnh",
    "issued": "2023-05-10",
    "expires": "2028-05-10",
}


def merged(**changes: Any) -> Any:
    """A school that was judged itself, with a round and a certificate of a school that was merged into it."""
    rounds: dict[str, Data] = {
        "2026-2027": assessment({"1.3": 1}),
        "2022-2023-th-cu": assessment_2018("tt17-2018", school="th-cu", school_year="2022-2023"),
    }
    parts: Data = {
        "rounds": rounds,
        "predecessors": [OLD, OTHER],
        "recognitions": [CERTIFICATE | {"school": "th-cu"}],
    }
    return folder(**(parts | changes))


def test_a_predecessor_stands_under_its_own_name() -> None:
    for end in ("/th", "lich-su"):
        old, other = view(merged(), end).predecessors
        assert (old.name, old.until) == ("Trường Tiểu học Cũ", "Đến ngày 31/07/2024")
        assert [(one.mark.word, one.mark.judge) for one in old.rounds] == [
            ("Mức\u00a03", "Trường Tiểu học Cũ tự đánh giá")
        ]
        assert [(one.title, one.holder) for one in old.recognitions] == [
            ("Đạt chuẩn quốc gia Mức độ 1", "Cấp cho Trường Tiểu học Cũ")
        ]
        assert (other.until, other.rounds, other.recognitions) == ("", (), ())


def test_it_is_never_the_schools_own() -> None:
    views, row = planned(merged())
    page = view(merged(), "/th")
    assert (page.round.mark.word, row.level_name, row.framework) == ("Mức\u00a01", "Mức\u00a01", "tt57-2026/pho-thong")
    assert (page.recognitions, page.other_rounds, page.round.sides) == ((), (), None)
    history = view(merged(), "lich-su")
    assert [one.mark.word for one in history.rounds] == ["Mức\u00a01"]
    assert (history.recognitions, history.comparisons) == ((), ())
    beside = [one for one in views if "/2022-2023-th-cu" not in one.address.path]
    assert all("2022-2023" not in line.href for one in beside for line in one.nav)


def test_only_a_predecessors_round_leaves_the_school_without_a_level() -> None:
    rounds = {"a": assessment_2018("tt17-2018", school="th-cu")}
    page = view(merged(rounds=rounds), "/th")
    assert page.round is None
    assert planned(merged(rounds=rounds))[1].level_name == "Chưa công bố tự đánh giá"


def test_another_body_stands_beside_the_school_it_judged() -> None:
    later: Data = {"kind": "external", "concluded_on": "2024-05-02", "published": "2024-05-20"}
    rounds = {
        "dgn": assessment_2018("tt17-2018", levels={"1.1": 2}, school="th-cu", **later),
        "cu": assessment_2018("tt17-2018", school="th-cu"),
        "khac": assessment_2018("tt17-2018"),
    }
    school = merged(rounds=rounds)
    assert view(school, "/cu").round.sides.link.href == "../dgn/"
    assert view(school, "/th").round.sides is None
    assert view(school, "/dgn").round.mark.judge == "Đoàn đánh giá ngoài tại Trường Tiểu học Cũ"


def test_every_page_of_its_rounds_says_whose_it_is() -> None:
    bodies = {one.address.path: one for one in render(merged())}
    for path, piece in bodies.items():
        theirs = "/2022-2023-th-cu" in path
        assert ("Đây không phải kết quả của Trường Tiểu học Đồi Thông." in piece.body) is theirs, path
        assert not theirs or "Trường Tiểu học Cũ" in piece.title


def test_old_names_and_ids_lead_on() -> None:
    school = merged(former_ids=["th-xua"], former_names=[{"name": "Trường Tiểu học Xưa"}])
    row = planned(school)[1]
    assert row.former_ids == ("th-xua", "th-cu", "thcs-cu")
    assert row.former_names == ("Trường Tiểu học Xưa", "Trường Tiểu học Cũ", "Trường Trung học cơ sở Cũ")
    found = next(one for one in planned(school)[0] if one.kind == "school").search[0].text
    assert all(name in found for name in row.former_names)


NAMES = [{"name": "Tên Hai", "until": "2024-06-30"}, {"name": "Tên Một", "until": "2020-06-30"}, {"name": "Chưa rõ"}]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2019-05-01", "Tên Một"),
        ("2020-06-30", "Tên Một"),
        ("2020-07-01", "Tên Hai"),
        ("2024-06-30", "Tên Hai"),
        ("2024-07-01", ""),
    ],
)
def test_what_a_renamed_school_was_given_keeps_the_name_of_that_day(day: str, name: str) -> None:
    rounds = {"b": assessment(), "a": assessment_2018("tt17-2018", concluded_on=day)}
    school = folder(rounds=rounds, former_names=NAMES, recognitions=[CERTIFICATE | {"issued": day}])
    history = view(school, "lich-su")
    assert history.rounds[1].under == (f"khi mang tên {name}" if name else "")
    assert history.recognitions[0].holder == (f"Cấp cho {name}" if name else "")
    pages = {one.address.path: one.shell.past for one in planned(school)[0]}
    said = f"Khi được đánh giá, trường mang tên {name}." if name else ""
    assert (pages["truong/th/a/tieu-chi-1.1"], pages["truong/th/b/tieu-chi-1.1"]) == (said, "")


def test_codes_of_a_predecessors_round_are_found_in_the_index() -> None:
    data = assessment_2018("tt17-2018", school="th-cu")
    data["criteria"]["1.1"]["levels"]["1"]["findings"] = "Có kế hoạch (H1-1.1-01)."
    school = merged(rounds={"b": assessment(), "a": data}, evidence=[item("H1-1.1-01")])
    [line] = view(school, "a/tieu-chi-1.1").evidence
    assert line.href.endswith("minh-chung/#H1-1.1-01")


def test_notes_on_sites_stand_on_one_assessment() -> None:
    data = assessment()
    data["criteria"]["4.1"]["sites"] = {"Điểm Hai": "Chưa có sân (MC.4.1.01).", "Điểm Một": "Đủ phòng."}
    campuses = [{"name": "Điểm Một"}, {"name": "Điểm Hai"}, {"name": "Điểm Ba"}]
    school = folder(rounds={"a": data}, campuses=campuses, evidence=[item("MC.4.1.01")])
    page = view(school, "tieu-chi-4.1")
    assert [(one.name, one.text) for one in page.sites] == [
        ("Điểm Một", "Đủ phòng."),
        ("Điểm Hai", "Chưa có sân (MC.4.1.01)."),
    ]
    assert (page.mark.word, [one.code for one in page.evidence]) == ("Mức\u00a02", ["MC.4.1.01"])
    piece = next(one for one in render(school) if one.address.path.endswith("tieu-chi-4.1"))
    assert ("diem-truong", "Ở từng điểm trường") in [(one.id, one.title) for one in piece.toc]
    assert 'minh-chung/#MC.4.1.01"' in piece.body[piece.body.index('id="diem-truong"') :]


@pytest.mark.parametrize(
    ("area", "said"),
    [("normal", None), ("difficult", "vùng khó khăn"), ("extremely_difficult", "vùng đặc biệt khó khăn")],
)
def test_a_difficult_area_is_told(area: str, said: str | None) -> None:
    school = folder(rounds={"b": assessment(area=area), "a": assessment(area=area)})
    facts = {one.name: one.text for one in view(school, "/th").contact.facts}
    assert facts.get("Địa bàn") == said
    assert view(school, "/a").area == (f"Địa bàn lúc đánh giá: {said}." if said else "")


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        ({"phone": "0000 000 001"}, "Hiệu trưởng và Kế toán (hỏi qua văn phòng trường)"),
        (None, "Hiệu trưởng và Kế toán"),
    ],
)
def test_posts_without_a_name_are_asked_through_the_office(contact: Data | None, said: str) -> None:
    leaders = [{"post": "Hiệu trưởng"}, {"post": "Phó Hiệu trưởng", "name": "Ẩn danh"}, {"post": "Kế toán"}]
    parts: Data = {"contact": contact} if contact else {}
    found = view(folder(leaders=leaders, **parts), "/th").contact
    assert [(one.name, one.text) for one in found.posts] == [("Phó Hiệu trưởng", "Ẩn danh")]
    assert {one.name: one.text for one in found.facts}["Lãnh đạo trường"] == said
