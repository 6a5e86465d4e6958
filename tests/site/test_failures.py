"""When something is wrong the message says what, and the old site stands."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.project import SAMPLES, build, failure, logged, make_project, pages


def spoil(project: Path, school: str, file: str, old: str, new: str) -> None:
    path = project / "schools" / school / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def fingerprint(site: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(site.rglob("*")) if path.is_file()
    }


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path, *SAMPLES[:3])


def test_all_errors_of_all_schools_come_at_once_and_the_old_site_stands(project: Path) -> None:
    before = fingerprint(build(project))
    spoil(project, "th-doi-thong", "school.yml", "kind: primary", "kind: tieu-hoc")
    spoil(project, "thcs-ben-da", "evidence.yml", "access:", "acces:")
    report = failure(project)
    assert "schools/th-doi-thong/school.yml:" in report
    assert "schools/thcs-ben-da/evidence.yml:" in report
    assert "2 lỗi" in report
    assert fingerprint(project / "site") == before
    assert sorted(path.name for path in project.iterdir() if "kdcl-" in path.name) == []


def test_a_warning_stops_a_strict_build_and_the_old_site_stands(project: Path) -> None:
    before = fingerprint(build(project))
    spoil(project, "th-doi-thong", "rounds/2026-2027/assessment.yml", "claims: 1", "claims: 2")
    failure(project, strict=True)
    assert fingerprint(project / "site") == before
    with logged() as lines:
        build(project)
    assert any("WARNING" in line and "K501" in line for line in lines)


def test_a_failure_late_in_the_build_leaves_the_old_site(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(build(project))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kdcl_site.building.site.write_text", full)
    assert "No space left" in failure(project)
    assert fingerprint(project / "site") == before
    assert sorted(path.name for path in project.iterdir() if "kdcl-" in path.name) == []


@pytest.mark.parametrize(
    ("options", "folder"),
    [
        ({"schools": "content/truonghoc"}, "content/truonghoc"),
        ({"schools": "overrides/schools"}, "overrides/schools"),
        ({"schools": "site/schools"}, "site/schools"),
        ({"schools": "."}, "."),
        ({"schools": "schools", "frameworks": "content/khung"}, "content/khung"),
    ],
)
def test_data_inside_what_is_published_is_refused(tmp_path: Path, options: dict[str, str], folder: str) -> None:
    project = make_project(tmp_path, plugins=["search", {"kdcl": {"as_of": date(2026, 11, 20), **options}}])
    (project / folder).mkdir(parents=True, exist_ok=True)
    assert "K611" in failure(project)


def test_a_schools_own_words_may_look_like_a_sentinel(project: Path) -> None:
    spoil(project, "th-doi-thong", "school.yml", "summary: >", "summary: >\n  KDCL0BODY0SLOT KDCL0TITLE0SLOT")
    text = (build(project) / "truong/th-doi-thong/index.html").read_text(encoding="utf-8")
    assert "KDCL0BODY0SLOT KDCL0TITLE0SLOT" in text
    assert text.count("<h1") == 1


def test_an_authors_page_under_our_address_is_refused(project: Path) -> None:
    (project / "content" / "truong").mkdir()
    (project / "content" / "truong" / "ghi-chu.md").write_text("# Ghi chú\n", encoding="utf-8")
    assert "truong/ghi-chu.md" in failure(project)


def test_an_unknown_block_of_data_names_the_file(project: Path) -> None:
    with (project / "content" / "index.md").open("a", encoding="utf-8") as file:
        file.write("\n<!-- kdcl: countz -->\n")
    assert re.search(r"countz.*\n.*content/index\.md:\d+", failure(project))


def test_another_theme_is_refused(tmp_path: Path) -> None:
    project = make_project(tmp_path, "th-canh-buom", theme={"name": "readthedocs"})
    assert "material" in failure(project)


def test_a_site_without_schools_is_a_warning_and_still_a_site(tmp_path: Path) -> None:
    with logged() as lines:
        site = build(make_project(tmp_path))
    assert any("K606" in line for line in lines)
    assert (site / "truong" / "index.html").is_file()


def test_a_school_with_the_least_there_is_gets_a_site_that_says_what_is_missing(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    school = project / "schools" / "mn-hoa-ban"
    (school / "rounds" / "2026-2027").mkdir(parents=True)
    (school / "school.yml").write_text(
        "format: 1\nname: Trường Tiểu học Hoa Ban\nkind: primary\nstages: [primary]\n"
        "province: Tỉnh Minh Họa\ncommune: Xã Hoa Ban\n",
        encoding="utf-8",
    )
    (school / "rounds" / "2026-2027" / "assessment.yml").write_text(
        "framework: tt57-2026/pho-thong\nkind: self\nschool_year: 2026-2027\n", encoding="utf-8"
    )
    site = build(project, strict=True)
    own = {path.parent.name: path.read_text(encoding="utf-8") for path in pages(site / "truong" / "mn-hoa-ban")}
    assert set(own) == {"mn-hoa-ban", "minh-chung", "cam-ket", "lich-su", "bao-cao", "phieu-phu-huynh", "kiem-tra"}
    assert "Chưa công bố" in own["mn-hoa-ban"]
    assert "Chưa công bố" in own["cam-ket"]
