"""Each row of the law, from YAML to page: the samples show what their framework says."""

from html import unescape
from pathlib import Path

import pytest

from kdcl_site.frameworks.load import load_frameworks
from tests.project import SAMPLES, build, make_project
from tests.site.rewrite import save

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
    ("th-thcs-ban-may", "", ["Trường Tiểu học Bản Mây tự đánh giá", "đã hết hạn ngày 15/05/2024"]),
    ("th-thcs-ban-may", "lich-su", ["Cấp cho Trường Tiểu học Bản Mây", "đến 20/06/2028"]),
    ("th-thcs-ban-may", "2022-2023-th-ban-may", ["Trường Tiểu học Bản Mây tự đánh giá", "vùng đặc biệt khó khăn"]),
    ("th-thcs-ban-may", "2022-2023-th-ban-may/tieu-chi-3.1", ["Đây không phải kết quả của", "Sân Nậm Hiu trơn"]),
    ("th-thcs-ban-may", "2026-2027-tieu-hoc/tieu-chi-2.3", ["Ở từng điểm trường", "Điểm trường Nậm Hiu"]),
    ("th-doi-thong", "lich-su", ["Cấp cho Trường Tiểu học số 2 Suối Ngàn", "đến ngày ghi trên giấy"]),
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


def test_the_level_of_a_merged_school_is_its_own(site: Path) -> None:
    """The older school's certificate and level stand below, never on the first screen."""
    text = unescape((site / "truong/th-thcs-ban-may/index.html").read_text(encoding="utf-8"))
    first = text[text.index("<article") : text.index('id="ket-qua"')]
    assert "Bản Mây tự đánh giá" not in first
    assert "Cấp độ" not in first
    assert "Chưa công bố chứng nhận nào." in first


@pytest.mark.parametrize("page", ["", "minh-chung/", "2026-2027-thcs/tieu-chi-1.1/"])
@pytest.mark.parametrize("former", ["th-ban-may", "thcs-ban-may", "ptcs-ban-may"])
def test_former_addresses_lead_on(site: Path, former: str, page: str) -> None:
    text = (site / "truong" / former / page / "index.html").read_text(encoding="utf-8")
    up = "../" * (page.count("/") + 1)
    assert f'content="0; url={up}th-thcs-ban-may/{page}"' in text


@pytest.mark.parametrize(
    "framework",
    [
        "tt57-2026-pho-thong",
        "tt57-2026-mam-non",
        "tt57-2026-gdtx",
        "tt17-2018",
        "tt18-2018",
        "tt19-2018",
        "tt15-2017",
    ],
)
def test_each_framework_in_use_has_its_page_and_says_that_it_is_not_verified(site: Path, framework: str) -> None:
    folder = site / "khung" / framework
    text = (folder / "index.html").read_text(encoding="utf-8")
    assert "đối chiếu" in text


def write_primary(school: Path, framework: str, year: str, published: str) -> None:
    """Write a primary school whose every criterion meets levels 1 and 2 of a framework and misses level 3."""
    catalogue = load_frameworks()[0][framework]
    criteria = {
        number: {
            "levels": {
                str(level.level): {"verdict": "met" if level.level < 3 else "not_met", "findings": f"Thấy ở {number}."}
                for level in criterion.levels
            }
        }
        for number, criterion in catalogue.criteria.items()
    }
    (school / "rounds" / year).mkdir(parents=True)
    save(
        school / "school.yml",
        {
            "format": "1",
            "name": "Trường Tiểu học Lưng Đèo",
            "sample": "true",
            "kind": "primary",
            "stages": ["primary"],
            "province": "Tỉnh Minh Họa",
            "commune": "Xã Lưng Đèo",
        },
    )
    round_ = {
        "framework": framework,
        "kind": "self",
        "school_year": year,
        "concluded_on": published,
        "published": published,
        "claims": "2",
        "criteria": criteria,
    }
    save(school / "rounds" / year / "assessment.yml", round_)


@pytest.mark.parametrize(
    ("framework", "year", "published", "words"),
    [
        ("tt17-2018", "2022-2023", "2023-04-10", ["Mức 2"]),
        ("tt17-2018-tt22-2024", "2025-2026", "2026-04-10", ["văn bản chưa xác minh", "Mức 2"]),
    ],
)
def test_a_primary_school_of_2018_and_as_amended(
    tmp_path: Path, framework: str, year: str, published: str, words: list[str]
) -> None:
    project = make_project(tmp_path)
    write_primary(project / "schools" / "th-lung-deo", framework, year, published)
    site = build(project, strict=True)
    shown = unescape((site / "truong/th-lung-deo/index.html").read_text(encoding="utf-8")).replace("\u00a0", " ")
    assert [word for word in words if word not in shown] == []
    assert (site / "khung" / framework / "index.html").is_file()
