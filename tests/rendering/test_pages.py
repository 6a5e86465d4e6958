"""Bodies of pages as HTML: hostile text stays text, headings and ids are in order, pages stay light."""

import gzip
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from kdcl_site.pages.piece import Piece
from kdcl_site.rendering.render import TEMPLATES, Renderer
from tests.pages.school import OPTIONS, folder, framework, planned, words
from tests.rendering.schools import FILES, SCHOOLS, Reader, render

LIVE = {"b", "script", "img", "iframe", "style", "object"}
FILTER = {
    "form": {"class", "role", "aria-label", "data-kdcl-filter", "data-found"},
    "form of files": {"class", "data-kdcl-verify", "data-working", "data-found", "data-unknown", "data-failed"},
    "input": {"type", "name", "autocomplete", "spellcheck"},
}
"""A filter asks the page alone: its form has no address to send anything to."""


@pytest.fixture(scope="module", params=SCHOOLS)
def pieces(request: pytest.FixtureRequest) -> list[Piece]:
    return render(SCHOOLS[request.param], files=FILES)


def test_bodies_are_well_formed_and_nothing_in_them_lives(pieces: list[Piece]) -> None:
    for piece in pieces:
        for tag, attributes in Reader(piece.body).elements:
            assert tag not in LIVE, (piece.title, tag)
            name = f"{tag} of files" if "data-kdcl-verify" in attributes else tag
            assert tag not in ("form", "input") or set(attributes) <= FILTER[name], (piece.title, attributes)
            assert tag != "svg" or attributes["class"].startswith("kdcl-"), piece.title
            assert not [name for name in attributes if name == "style" or name.startswith("on")], piece.title
            href = attributes.get("href", "#")
            assert re.match(r"https?://a\.example/|mailto:a@b\.example$|tel:[0-9+]+$|#|\.\.?/|[\w.-]+/", href), href


def test_hostile_text_is_shown_as_text() -> None:
    body = render(SCHOOLS["hostile"])[0].body
    assert "Trường &lt;b&gt;&#34;A&#34; &amp; B&lt;/b&gt;: {{ x }} | --8&lt;-- #1" in body


def test_ids_are_unique_and_the_contents_and_search_lead_to_them(pieces: list[Piece]) -> None:
    for piece in pieces:
        ids = Reader(piece.body).ids
        assert [name for name, times in Counter(ids).items() if times > 1] == [], piece.title
        assert {heading.id for heading in piece.toc} <= set(ids), piece.title
        assert {entry.fragment for entry in piece.search} - {""} <= set(ids), piece.title


def test_one_h1_and_no_heading_is_skipped(pieces: list[Piece]) -> None:
    for piece in pieces:
        levels = [int(tag[1]) for tag, _ in Reader(piece.body).elements if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1
        assert levels[0] == 1
        for above, below in pairwise(levels):
            assert below <= above + 1, piece.title


def test_each_page_has_its_way_back_its_foot_and_its_label(pieces: list[Piece]) -> None:
    for piece in pieces:
        assert 'aria-label="Đường dẫn"' in piece.body
        assert "Dữ liệu tính đến 20/11/2026." in piece.body
        assert f"<code>{piece.source}</code>" in piece.body
        assert ("Trường mẫu" in piece.body) == ("Ẩn danh" in pieces[0].body)


def test_links_of_a_page_are_told_apart_by_their_words(pieces: list[Piece]) -> None:
    for piece in pieces:
        named: dict[str, str] = {}
        for href, inner in re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', piece.body):
            name = " ".join(re.sub("<[^>]*>", " ", inner).split())
            assert name, (piece.title, href)
            assert named.setdefault(name, href) == href, (piece.title, name)


@pytest.mark.parametrize(
    ("school", "end", "sentence"),
    [
        ("empty", "th", "Trường chưa công bố kết quả tự đánh giá"),
        ("empty", "th", "Chưa công bố chứng nhận nào."),
        ("empty", "th", "Chưa công bố kế hoạch cải tiến."),
        ("empty", "minh-chung", "Chưa công bố danh mục minh chứng."),
        ("empty", "cam-ket", "Chưa công bố kế hoạch cải tiến."),
        ("unfinished", "th", "Còn 2 tiêu chí chưa đánh giá (1.1, 3.2)."),
        ("unfinished", "tieu-chi-1.1", "Mức này chưa được đánh giá."),
        ("bare", "th", "Trường chưa nêu điểm yếu."),
        ("bare", "tieu-chi-1.1", "Chưa công bố minh chứng nào cho tiêu chí này."),
        ("full", "tieu-chi-2.3", "Chưa có cam kết cải tiến nào cho tiêu chí này."),
        ("full", "tieu-chuan-2", "Trường chưa nêu cam kết và cũng chưa nói vì sao."),
        ("full", "cam-ket", "Ghi là xong nhưng chưa nêu minh chứng."),
    ],
)
def test_what_is_absent_is_written(school: str, end: str, sentence: str) -> None:
    body = next(one.body for one in render(SCHOOLS[school]) if one.address.path.endswith(end))
    assert sentence in body.replace("\u00a0", " ")


def test_a_table_has_caption_scopes_and_roles() -> None:
    body = render(SCHOOLS["bare"])[0].body
    assert body.count("<table") == body.count("<caption>") == len(framework().standards)
    assert body.count('scope="row"') == len(framework().criteria)
    assert body.count('role="row"') == len(framework().criteria) + len(framework().standards)


def test_pages_stay_light(pieces: list[Piece]) -> None:
    for piece in pieces:
        if "evil.example" not in piece.body:
            times = 3 if piece.kind == "report" else 1  # a report holds a whole round
            assert len(piece.body.encode()) <= times * 120_000
            assert len(gzip.compress(piece.body.encode())) <= times * 20_000
            assert len(Reader(piece.body).elements) <= times * 1_200


def test_every_template_renders_in_english(pieces: list[Piece]) -> None:
    for piece in render(SCHOOLS["full"], "en"):
        assert "{{" not in piece.body


def test_overrides_win(tmp_path: Path) -> None:
    (tmp_path / "kdcl").mkdir()
    (tmp_path / "kdcl" / "school.html").write_text("<h1>{{ data.name }}</h1>", encoding="utf-8")
    views, _ = planned(folder(name="<A>"))
    renderer = Renderer(words(), tmp_path)
    assert renderer.piece(views[0]).body == "<h1>&lt;A&gt;</h1>"
    assert "kdcl-crumbs" in renderer.piece(views[1]).body


def test_the_directory_is_in_vietnamese_order_and_says_how_each_school_stands() -> None:
    names = [("Xã Đông", "Trường Ơ"), ("Xã Ấp", "Trường Đào"), ("Xã Ấp", "Trường Dừa"), ("Xã Dương", "Trường A")]
    rows = [planned(folder(commune=commune, name=name, sample="true"))[1] for commune, name in names]
    html = Renderer(words()).directory(rows, OPTIONS)
    assert re.findall(r"Trường [^<]*(?=</a>)|Xã \w+(?= <span)", html) == [
        "Xã Ấp", "Trường Dừa", "Trường Đào", "Xã Dương", "Trường A", "Xã Đông", "Trường Ơ",
    ]  # fmt: skip
    for text in ("Mức\u00a02", "Nhà trường tự đánh giá, 28/10/2026", "trường mẫu", "chưa công bố cam kết"):
        assert html.count(text) == 4
    places = [f"xa-xa-{one}-tinh-minh-hoa" for one in ("ap", "duong", "dong")]
    assert Reader(html).ids == ["cac-truong", "kdcl-list", *places]


def test_counts_tell_levels_and_commitments() -> None:
    rows = [planned(one)[1] for one in (SCHOOLS["full"], SCHOOLS["bare"], SCHOOLS["unfinished"], SCHOOLS["empty"])]
    html = Renderer(words()).counts(rows, OPTIONS, "truong/")
    text = " ".join(re.sub("<[^>]*>", " ", html).split())
    assert "trường 4 Cam kết cải tiến 1/4 xong · 1 quá hạn" in text
    assert "Mức 2 1 trường Mức 1 1 trường Chưa công bố tự đánh giá 1 trường Chưa tính được mức 1 trường" in text
    assert 'href="truong/"' in html
    Reader(html)


def test_no_schools_is_said() -> None:
    renderer = Renderer(words())
    assert "Chưa có trường nào công bố." in renderer.directory([], OPTIONS)
    assert "Chưa có trường nào công bố." in renderer.counts([], OPTIONS, "truong/")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_templates_use_words_that_exist(language: str) -> None:
    used = {
        key
        for path in TEMPLATES.glob("*.html")
        for key in re.findall(r"""["']([a-z_.]+\.[a-z_]+)["'] \| w|w\(["']([a-z_.]+)["'],""", path.read_text("utf-8"))
        for key in key
        if key
    }
    assert len(used) > 50
    assert [key for key in sorted(used) if not words(language).has(key)] == []
