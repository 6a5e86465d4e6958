"""The guide to writing a framework is true: its example is none of ours, loads, and a school is read under it."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from kdcl_site.cli.main import main
from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.frameworks.official import load_official
from kdcl_site.frameworks.schemas import catalogue_schemas
from kdcl_site.reading.school import read_school
from kdcl_site.text.words import load_words

GUIDE = Path("docs/frameworks.md").read_text(encoding="utf-8")
OWN = Path("tests/frameworks/own")
ID = "so-minh-hoa/bon-bac"
CATALOGUE, ROUND, OFFICIAL, MAP = re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
SCHOOL = """\
format: 1
name: Trường Tiểu học Mẫu
kind: primary
stages: [primary]
province: Tỉnh Minh Họa
commune: Xã Mẫu
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "mkdocs.yml": "plugins: [{kdcl: {frameworks: khung, as_of: 2026-11-20}}]\n",
        f"khung/{ID}.yml": CATALOGUE,
        "schools/th-mau/school.yml": SCHOOL,
        "schools/th-mau/evidence.yml": "- {code: BB-1.1-01, title: Lịch trực}\n- {code: BB-1.2-01, title: Sổ bếp}\n",
        "schools/th-mau/rounds/2025-2026/assessment.yml": ROUND,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


def test_the_example_of_the_guide_is_the_one_of_the_tests() -> None:
    assert (OWN / f"{ID}.yml").read_text(encoding="utf-8") == CATALOGUE


def test_it_loads_with_four_named_grades_and_areas_without_levels() -> None:
    frameworks, findings = load_frameworks(OWN)
    assert findings == []
    own = frameworks[ID]
    assert own.method == "grades"
    assert [step.name.vi for step in own.scale] == ["Cần giúp đỡ", "Đang tiến bộ", "Vững vàng", "Dẫn đường"]
    assert own.words.standard.vi == "Lĩnh vực"
    assert [item.levels for item in own.criteria.values()] == [(), (), ()]


def test_a_school_is_read_under_it(project: Path) -> None:
    frameworks, _ = load_frameworks(project / "khung")
    school, findings = read_school(project / "schools/th-mau", "schools/th-mau", frameworks)
    assert findings == []
    assert school
    told = school.rounds[0].assessment
    assert [frameworks[ID].step(item.grade or 0).name.vi for item in told.criteria.values()] == [
        "Dẫn đường",
        "Đang tiến bộ",
        "Cần giúp đỡ",
    ]
    assert [item.id for item in told.strengths] == ["M1"]


def test_the_project_of_the_guide_passes_the_check(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    done = CliRunner().invoke(main, ["check"])
    assert (done.exit_code, done.output) == (0, "Không có gì phải sửa.\n")
    done = CliRunner().invoke(main, ["frameworks", "validate", f"khung/{ID}.yml"])
    assert (done.exit_code, done.output) == (0, "Không có gì phải sửa.\n")


def test_the_official_text_of_the_guide_is_sound(tmp_path: Path) -> None:
    name = yaml.safe_load(OFFICIAL)["framework"]
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / f"{name}.official.yml").write_text(OFFICIAL, encoding="utf-8")
    frameworks, found = load_frameworks(tmp_path)
    official, findings = load_official(frameworks, tmp_path)
    assert (found, findings) == ([], [])
    assert official[name].text("1.1", 1, "1") == "Nguyên văn yêu cầu thứ nhất của Mức 1."


def test_the_map_of_the_guide_is_sound(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From an older framework with three topics, of which nothing but their numbers counts here."""
    older = CATALOGUE.replace(f"id: {ID}", "id: so-minh-hoa/ba-viec").replace('number: "2.1"', 'number: "1.3"')
    older = re.sub(r'  - number: "2"\n    name: .*\n    criteria:\n', "", older)
    (project / "khung/so-minh-hoa/ba-viec.yml").write_text(older, encoding="utf-8")
    (project / "khung/maps").mkdir()
    (project / "khung/maps/sang-bon-bac.yml").write_text(MAP, encoding="utf-8")
    monkeypatch.chdir(project)
    listed = CliRunner().invoke(main, ["frameworks"])
    assert listed.exit_code == 0, listed.output
    assert "so-minh-hoa/ba-viec → so-minh-hoa/bon-bac" in listed.output
    checked = CliRunner().invoke(main, ["frameworks", "validate", "khung/maps/sang-bon-bac.yml"])
    assert (checked.exit_code, checked.output) == (0, "Không có gì phải sửa.\n")


def test_the_guide_names_every_field() -> None:
    made = catalogue_schemas(load_words("vi"))
    schemas = [*made.values(), *(part for one in made.values() for part in one.get("$defs", {}).values())]
    expected = {
        (name, item["title"], name in schema.get("required", ()))
        for schema in schemas
        for name, item in schema["properties"].items()
    }
    rows = re.findall(r"^\| `(\w+)` \| (.*?)(; \*\*bắt buộc\*\*)? \|$", GUIDE.partition("## Mọi mục")[2], re.MULTILINE)
    assert {(name, title, bool(required)) for name, title, required in rows} == expected
