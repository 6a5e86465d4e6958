"""Each row of the law, from YAML to page: the samples show what their framework says."""

from html import unescape
from pathlib import Path

import pytest

from tests.project import SAMPLES, build, make_project

ROWS = [
    # school, page below the school, what stands there
    ("th-doi-thong", "", ["Mức 1", "Còn ít nhất 7 tiêu chí lên Mức 2"]),
    ("thcs-ben-da", "", ["Mức 2"]),
    ("th-canh-buom", "", ["Chưa tính được mức"]),
    ("mn-hoa-ban", "", ["Mức 1", "Đạt chuẩn quốc gia Mức độ 1"]),
    ("mn-hoa-ban", "lich-su", ["Mức 2", "không so sánh được"]),
    ("mn-hoa-ban", "2022-2023/tieu-chi-5.4", ["Không áp dụng"]),
    ("thpt-nui-voi", "", ["Mức 3", "Mức 2", "Mức 4"]),
    ("thpt-nui-voi", "2023-2024/tieu-chi-3.6", ["Mức 3"]),
    ("th-thcs-ban-may", "", ["Tiểu học", "Trung học cơ sở", "Mức 1", "Mức 2"]),
    ("gdtx-minh-hoa", "", ["Mức 1"]),
    ("tc-nghe-song-xanh", "", ["Đạt", "84/100"]),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(make_project(tmp_path_factory.mktemp("law"), *SAMPLES), strict=True)


@pytest.mark.parametrize(("school", "page", "words"), ROWS, ids=[f"{row[0]}/{row[1]}" for row in ROWS])
def test_the_page_says_what_the_law_makes_of_the_data(site: Path, school: str, page: str, words: list[str]) -> None:
    text = (site / "truong" / school / page / "index.html").read_text(encoding="utf-8")
    shown = unescape(text[text.index("<article") : text.index("</article>\n</div>")]).replace("\u00a0", " ")
    assert [word for word in words if word.casefold() not in shown.casefold()] == []


@pytest.mark.parametrize(
    "framework",
    [
        "tt57-2026-pho-thong",
        "tt57-2026-mam-non",
        "tt57-2026-gdtx",
        "tt18-2018",
        "tt19-2018",
        "tt15-2017",
    ],
)
def test_each_framework_in_use_has_its_page_and_says_that_it_is_not_verified(site: Path, framework: str) -> None:
    folder = site / "khung" / framework
    text = (folder / "index.html").read_text(encoding="utf-8")
    assert "đối chiếu" in text
