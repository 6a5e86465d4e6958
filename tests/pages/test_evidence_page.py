"""What the index of evidence says."""

from typing import Any

import pytest

from kdcl_site.pages.options import PublishedFile
from tests.pages.school import folder, item, met, planned, round_with, view


def evidence_items(school: Any, **files: PublishedFile) -> dict[str, Any]:
    views, _ = planned(school, files=files)
    page: Any = next(one.data for one in views if one.kind == "evidence")
    return {one.code: (group.id, one) for group in page.groups for one in group.items}


def test_evidence_stands_under_its_criterion_and_names_all_it_supports() -> None:
    school = folder(
        rounds=round_with("3.1", {"levels": {"1": met("Có (MC.1.1.01)."), "2": met()}}),
        evidence=[
            item("MC.1.1.01", serves=["1.1", "2.2"], former_codes=[{"code": "H1-1.1-01"}, {"code": "1.3.2"}]),
            item("SO-1"),
            item("MC.3.4.02", access="internal", serves=["1.1"]),
        ],
    )
    found = evidence_items(school)
    assert list(found) == ["MC.1.1.01", "SO-1"]
    group, one = found["MC.1.1.01"]
    assert group == "muc--tieu-chi-1.1"
    (here,) = one.supports
    assert (here.label, [link.title for link in here.criteria]) == ("", ["1.1", "2.2", "3.1"])
    assert here.criteria[2].href == "../2026-2027/tieu-chi-3.1/"
    assert one.former == "mã cũ H1-1.1-01, 1.3.2"
    assert found["SO-1"][0] == "muc--khac"
    assert found["SO-1"][1].supports == ()


@pytest.mark.parametrize(
    ("changes", "access", "notes"),
    [
        ({}, "không đăng tệp", ()),
        ({"access": "public", "url": "https://a.example/"}, "công khai", ()),
        ({"access": "onsite", "kept_at": "Tủ 2"}, "xem tại trường", ("Xem tại: Tủ 2.",)),
        (
            {"access": "onsite", "kept_at": "Tủ 2", "kept_by": "Văn thư"},
            "xem tại trường",
            ("Xem tại: Tủ 2. Hỏi: Văn thư.",),
        ),
        ({"state": "planned"}, "dự kiến", ("Dự kiến, chưa có – chưa chứng minh điều gì.",)),
        ({"valid_until": "2026-11-20"}, "không đăng tệp", ("Có giá trị đến 20/11/2026.",)),
        ({"valid_until": "2026-11-19"}, "không đăng tệp", ("Đã hết hạn ngày 19/11/2026.",)),
        (
            {
                "withdrawn": {"on": "2026-11-01", "reason": "Có tên học sinh."},
                "access": "public",
                "url": "https://a.example/",
            },
            "đã rút",
            ("Đã rút ngày 01/11/2026. Lý do: Có tên học sinh.",),
        ),
    ],
)
def test_how_an_item_can_be_seen(changes: dict[str, Any], access: str, notes: tuple[str, ...]) -> None:
    one = evidence_items(folder(evidence=[item("MC.1.1.01", **changes)]))["MC.1.1.01"][1]
    assert (one.access.word, one.notes) == (access, notes)
    assert bool(one.url) is ("url" in changes and "withdrawn" not in changes)


def test_a_published_file_shows_type_size_and_hash() -> None:
    file = PublishedFile("MC.1.1.01.pdf", 1_234_567, "ab" * 32, "PDF", 12)
    school = folder(evidence=[item("MC.1.1.01", access="public", file="files/a.pdf")])
    one = evidence_items(school, **{"MC.1.1.01": file})["MC.1.1.01"][1]
    assert (one.file.href, one.file.about) == ("../tep/MC.1.1.01.pdf", "PDF, 12 trang, 1,2\u00a0MB")
    assert one.access.word == "công khai PDF"


def test_planned_withdrawn_and_internal_items_are_counted_apart() -> None:
    gone = {"on": "2026-11-01", "reason": "Lỗi."}
    school = folder(
        evidence=[
            item("MC.1.1.01"),
            item("MC.1.1.02", state="planned"),
            item("MC.1.1.03", withdrawn=gone),
            item("MC.1.1.04", access="internal"),
        ]
    )
    assert view(school, "minh-chung").counts == "1 minh chứng hiện có · 1 dự kiến, chưa có · 1 đã rút"
