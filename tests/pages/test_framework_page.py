"""What the pages of a framework say: what it is, how to read it, what each criterion asks, and how schools stand."""

from typing import Any

import pytest

from kdcl_site.frameworks.maps import load_maps
from kdcl_site.frameworks.official import Official
from tests.pages.library import pages, row
from tests.pages.school import OWN, frameworks, typed_data

NAMES = sorted(frameworks())


def whole(name: str, **parts: Any) -> Any:
    return pages(name, **parts)[0].data


def one(name: str, number: str, **parts: Any) -> Any:
    return next(view.data for view in pages(name, **parts) if view.address.path.endswith(f"tieu-chi-{number}"))


@pytest.mark.parametrize("name", NAMES)
def test_every_framework_has_a_page_for_itself_and_for_each_criterion(name: str) -> None:
    framework = frameworks()[name]
    first, *rest = pages(name)
    assert [view.data.label.replace("\u00a0", " ") for view in rest] == [  # type: ignore[union-attr] # all of one kind
        f"{framework.words.criterion.vi} {number}" for number in framework.criteria
    ]
    data: Any = first.data
    assert [line.plain for group in data.groups for line in group.lines] == [
        criterion.plain.vi for criterion in framework.criteria.values()
    ]
    *glosses, unjudged = (gloss for _, gloss in data.scale)
    assert glosses == [step.gloss.vi for step in framework.scale]
    assert unjudged == "Chưa có kết luận; không bị coi là không đạt."
    assert [rule.text for rule in data.rules][-1:] == [framework.school_level.text.vi]
    assert (data.verified, data.derives) == (framework.verified, framework.derives)
    assert data.unverified == tuple(text.vi for text in framework.unverified)
    assert [text.text for text in data.clauses] == (
        [clause.text.vi for clause in framework.clauses.items] if framework.clauses else []
    )


@pytest.mark.parametrize(
    ("name", "source", "force", "schools"),
    [
        (
            "tt57-2026/pho-thong",
            "Thông tư 57/2026/TT-BGDĐT của Bộ Giáo dục và Đào tạo",
            "Dùng từ 07/07/2026.",
            "tiểu học, trung học cơ sở, trung học phổ thông",
        ),
        (
            "tt17-2018",
            "Thông tư 17/2018/TT-BGDĐT của Bộ Giáo dục và Đào tạo",
            "Dùng từ 10/10/2018. Hết hiệu lực sau 06/07/2026.",
            "tiểu học",
        ),
        ("tt15-2017", "Thông tư 15/2017/TT-BLĐTBXH", "Dùng từ", "giáo dục nghề nghiệp"),
    ],
)
def test_where_it_stands_in_the_law(name: str, source: str, force: str, schools: str) -> None:
    page = whole(name)
    assert page.source.startswith(source)
    assert page.force.startswith(force)
    assert page.schools.startswith(schools)


@pytest.mark.parametrize(
    ("name", "upper", "lower"),
    [
        ("tt57-2026/pho-thong", "Tiêu chuẩn", "Tiêu chí"),
        ("tt15-2017", "Tiêu chí", "Tiêu chuẩn"),
        ("so-minh-hoa/bon-bac", "Lĩnh vực", "Nội dung"),
    ],
)
def test_its_own_words_for_the_tiers(name: str, upper: str, lower: str) -> None:
    page, first = whole(name), pages(name)[0]
    assert [word.name for word in page.words[:2]] == [upper, lower]
    assert page.groups[0].name.replace("\u00a0", " ").startswith(f"{upper} 1: ")
    assert f"Các {lower.lower()}" in [heading.title for heading in first.toc]


def test_what_a_criterion_asks_level_by_level() -> None:
    page = one("tt18-2018", "1.3")
    assert [level.name for level in page.levels] == ["Mức\u00a01", "Mức\u00a02", "Mức\u00a03"]
    assert [asked.letter for asked in page.levels[0].requirements] == ["a", "b", "c"]
    assert [asked.if_any for asked in page.levels[0].requirements] == [
        asked.if_any for asked in frameworks()["tt18-2018"].criteria["1.3"].levels[0].requirements
    ]
    assert one("tt15-2017", "1.1").levels == ()


def test_mandatory_ones_are_those_of_the_catalogue() -> None:
    lines = [line for group in whole("tt57-2026/pho-thong").groups for line in group.lines]
    assert [line.link.title[:3] for line in lines if line.mandatory] == [
        "1.3",
        "1.4",
        "2.1",
        "2.2",
        "3.1",
        "3.2",
        "4.1",
        "4.2",
    ]


def test_how_the_schools_of_the_site_do() -> None:
    rows = row("tt57-2026/pho-thong", *({"1.1": level} for level in (2, 1, 2, 0, None)))
    rows += row("tt18-2018", {"1.1": 3})
    counts = one("tt57-2026/pho-thong", "1.1", rows=rows).counts
    assert [(mark.word, count) for mark, count in counts] == [
        ("Mức\u00a02", 2),
        ("Mức\u00a01", 1),
        ("Không đạt Mức\u00a01", 1),
        ("Chưa đánh giá", 1),
    ]
    assert one("tt57-2026/mam-non", "1.1", rows=rows).counts == ()


def test_where_a_criterion_came_from() -> None:
    maps, findings = load_maps(frameworks())
    assert findings == []
    bridge = next(item for item in maps if (item.from_, item.to) == ("tt19-2018", "tt57-2026/mam-non"))
    pair = next(item for item in bridge.pairs if item.from_ and item.to)
    origins = one("tt57-2026/mam-non", pair.to[0], maps=maps).origins
    found = next(item for item in origins if item.reason == pair.reason.vi)
    assert [link.title.split(" ")[0] for link in found.criteria] == list(pair.from_)
    assert {link.href for link in found.criteria} == {""}
    used = one("tt57-2026/mam-non", pair.to[0], maps=maps, rows=row("tt19-2018", {pair.from_[0]: 1}))
    found = next(item for item in used.origins if item.reason == pair.reason.vi)
    assert found.criteria[0].href == f"../../tt19-2018/tieu-chi-{pair.from_[0]}/"


def test_official_wording_stands_beside_ours_where_the_operator_has_it() -> None:
    data = {"format": 1, "framework": "tt57-2026/pho-thong", "criteria": {"1.1": {"2": {"1": "Nguyên văn."}}}}
    official = {"tt57-2026/pho-thong": typed_data(Official, data, "o.yml")}
    levels = one("tt57-2026/pho-thong", "1.1", official=official).levels
    assert [asked.official for asked in levels[1].requirements] == ["Nguyên văn.", ""]
    assert {asked.official for asked in levels[0].requirements} == {""}


def test_previous_and_next_go_through_all_criteria() -> None:
    found = [view.data for view in pages("so-minh-hoa/bon-bac")[1:]]
    around: list[Any] = [(page.previous, page.next) for page in found]  # type: ignore[union-attr] # all of one kind
    assert [(back.title[:3] if back else "", on.title[:3] if on else "") for back, on in around] == [
        ("", "1.2"),
        ("1.1", "2.1"),
        ("1.2", ""),
    ]


def test_the_operators_own_framework_is_among_them() -> None:
    assert OWN.is_dir()
    assert "so-minh-hoa/bon-bac" in NAMES
    page = whole("so-minh-hoa/bon-bac")
    assert [mark.word for mark, _ in page.scale] == [
        "Cần giúp đỡ",
        "Đang tiến bộ",
        "Vững vàng",
        "Dẫn đường",
        "Chưa đánh giá",
    ]
