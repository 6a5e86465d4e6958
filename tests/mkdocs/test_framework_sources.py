"""Frameworks in a site: where each comes from, the operator's own texts, and a navigation that leaves them out."""

import re
from datetime import date
from pathlib import Path

import pytest

from kdcl_site.pages.framework_site import VERSION
from tests.project import build, logged, make_project

OWN = Path("tests/frameworks/own/so-minh-hoa/bon-bac.yml").read_text(encoding="utf-8")
SCHOOL = """\
format: 1
name: Trường Tiểu học Mẫu
kind: primary
stages: [primary]
province: Tỉnh Minh Họa
commune: Xã Mẫu
"""
ROUND = """\
framework: so-minh-hoa/bon-bac
kind: self
school_year: 2025-2026
published: 2026-06-20
criteria:
  "1.1": {grade: 4, findings: Giờ tan học có người đứng gác ở cổng.}
  "1.2": {grade: 2, findings: Bếp sạch.}
  "2.1": {grade: 1, findings: Chưa có hòm thư.}
"""
OFFICIAL = """\
format: 1
framework: so-minh-hoa/bon-bac
criteria: {"1.2": Nguyên văn nội dung về bữa ăn.}
"""
VOCATIONAL = 'format: 1\nframework: tt15-2017\ncriteria: {"2.1": Nguyên văn tiêu chuẩn 2.1.}\n'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a vocational school, a school under the operator's own framework, and no page of ours in `nav`."""
    project = make_project(
        tmp_path_factory.mktemp("project"),
        "tc-nghe-song-xanh",
        nav=[{"Trang chủ": "index.md"}, {"Cách đọc": "cach-doc.md"}],
        plugins=["search", {"kdcl": {"as_of": date(2026, 11, 20), "frameworks": "du-lieu/khung"}}],
        repo_url="https://git.example/nhom/trang",
        edit_uri="edit/main/content/",
        theme={
            "name": "material",
            "language": "vi",
            "font": False,
            "custom_dir": "overrides",
            "features": ["navigation.tabs", "content.action.edit"],
        },
    )
    for name, text in {
        "du-lieu/khung/so-minh-hoa/bon-bac.yml": OWN,
        "du-lieu/khung/so-minh-hoa/bon-bac.official.yml": OFFICIAL,
        "du-lieu/khung/tt15-2017.official.yml": VOCATIONAL,
        "schools/th-mau/school.yml": SCHOOL,
        "schools/th-mau/rounds/2025-2026/assessment.yml": ROUND,
        "content/index.md": "# Chào\n",
        "content/cach-doc.md": "# Cách đọc\n",
    }.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with logged() as lines:
        built = build(project, strict=True)
    assert [line for line in lines if line.startswith(("WARNING", "ERROR"))] == []
    return built


def page(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text(encoding="utf-8").replace("\u00a0", " ")


@pytest.mark.parametrize("path", ["khung/tt15-2017", "khung/tt15-2017/tieu-chi-2.1"])
def test_a_framework_of_the_package_names_its_version_and_offers_no_edit(site: Path, path: str) -> None:
    html = page(site, path)
    assert f"phiên bản {VERSION}, tệp tt15-2017.yml" in html
    assert "edit/main" not in html
    assert "kdcl_site/frameworks" not in html


@pytest.mark.parametrize("path", ["khung/so-minh-hoa-bon-bac", "khung/so-minh-hoa-bon-bac/tieu-chi-1.2"])
def test_an_operators_own_names_its_file_and_leads_to_it(site: Path, path: str) -> None:
    html = page(site, path)
    assert "<code>du-lieu/khung/so-minh-hoa/bon-bac.yml</code>" in html
    assert 'href="https://git.example/nhom/trang/edit/main/du-lieu/khung/so-minh-hoa/bon-bac.yml"' in html


@pytest.mark.parametrize(
    ("path", "wording"),
    [
        ("khung/tt15-2017/tieu-chi-2.1", "Nguyên văn tiêu chuẩn 2.1."),
        ("khung/so-minh-hoa-bon-bac/tieu-chi-1.2", "Nguyên văn nội dung về bữa ăn."),
    ],
)
def test_official_wording_of_criteria_without_levels_is_shown_and_marked(site: Path, path: str, wording: str) -> None:
    assert re.search(rf"<summary>Nguyên văn</summary>\s*<p>{re.escape(wording)}", page(site, path))
    other = path.replace("2.1", "2.2").replace("1.2", "1.1")
    assert "<summary>Nguyên văn" not in page(site, other)


def test_pages_that_nav_leaves_out_are_there_and_reached_from_each_other(site: Path) -> None:
    assert "so-minh-hoa-bon-bac/" in page(site, "khung")
    assert "th-mau/" in page(site, "truong")
    assert re.search(
        r'href="(\.\./|\.\./\.\./khung/)"[^>]*>\s*(<[^>]*>\s*)*Tất cả các khung', page(site, "khung/tt15-2017")
    )
    assert "Tất cả các khung" not in page(site, ".")
