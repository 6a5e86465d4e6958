"""The command `kdcl`: what it says and with which exit status it ends."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kdcl_site.cli.main import main
from kdcl_site.findings.registry import registry
from tests.project import SAMPLES, make_project

Run = Callable[..., Result]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path, *SAMPLES[:3])


@pytest.fixture
def run(project: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(project)
    return lambda *arguments: CliRunner().invoke(main, list(arguments))


def spoil(project: Path) -> None:
    path = project / "schools/th-doi-thong/school.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("kind: primary", "kind: tieu-hoc"), encoding="utf-8")


def test_the_samples_have_nothing_to_mend_but_notices(run: Run) -> None:
    done = run("check")
    assert done.exit_code == 0
    assert done.output.splitlines()[-1].startswith("0 lỗi, 0 cảnh báo")


def test_an_error_is_shown_with_its_place_and_ends_with_1(run: Run, project: Path) -> None:
    spoil(project)
    done = run("check")
    assert done.exit_code == 1
    assert "--> schools/th-doi-thong/school.yml:" in done.output
    assert "kind: tieu-hoc" in done.output
    assert "1 lỗi" in done.output


def test_only_the_named_schools_are_checked(run: Run, project: Path) -> None:
    spoil(project)
    assert run("check", "schools/thcs-ben-da").exit_code == 0
    assert run("check", "schools/th-doi-thong").exit_code == 1
    assert run("check", "schools").exit_code == 1


def test_json_is_json_and_nothing_else(run: Run, project: Path) -> None:
    spoil(project)
    done = run("check", "--format", "json")
    [error] = [item for item in json.loads(done.stdout) if item["severity"] == "error"]
    assert done.stderr.startswith("1 lỗi")
    assert error["file"] == "schools/th-doi-thong/school.yml"
    assert error["code"] == "K203"


@pytest.mark.parametrize(("form", "start"), [("concise", "schools/th-doi-thong/school.yml:"), ("github", "::error ")])
def test_other_forms_have_one_line_a_finding(run: Run, project: Path, form: str, start: str) -> None:
    spoil(project)
    done = run("check", "schools/th-doi-thong", "--format", form)
    [line] = done.stdout.splitlines()
    assert line.startswith(start)
    assert done.stderr.startswith("1 lỗi")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "khong-co"),
        ("check", "content"),
        ("check", "--format", "xml"),
        ("check", "-f", "khong-co.yml"),
        ("kiem-tra",),
    ],
)
def test_called_wrongly_it_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_broken_configuration_is_told(run: Run, project: Path) -> None:
    (project / "mkdocs.yml").write_text("plugins: [kdcl: {as_of: 31/12/2026}", encoding="utf-8")
    done = run("check")
    assert done.exit_code == 2
    assert "mkdocs.yml" in done.output


@pytest.mark.parametrize("option", ["as_of: 20261120", "schools: 5", "frameworks: [a]", "as_of: 2026-13-01"])
def test_an_option_of_the_wrong_type_ends_with_2(run: Run, project: Path, option: str) -> None:
    (project / "mkdocs.yml").write_text(f"plugins:\n  - kdcl:\n      {option}\n", encoding="utf-8")
    assert run("check").exit_code == 2


def test_tags_of_other_plugins_do_not_disturb(run: Run, project: Path) -> None:
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(text + "\nextra: {x: !ENV [HOME, y], f: !!python/name:os.path }\n", "utf-8")
    assert run("check").exit_code == 0


def test_without_a_configuration_the_defaults_hold(run: Run, project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    assert run("check").exit_code == 0


def test_schemas_are_written_where_the_schools_files_look_for_them(run: Run, project: Path) -> None:
    assert run("schema").exit_code == 0
    assert sorted(path.name for path in (project / "schools/.schema").iterdir()) == [
        "assessment.json",
        "council.json",
        "evidence.json",
        "figures.json",
        "framework.json",
        "improvement.json",
        "map.json",
        "official.json",
        "recognitions.json",
        "replies.json",
        "school.json",
        "waivers.json",
    ]


def test_a_project_of_no_schools_is_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(make_project(tmp_path))
    done = CliRunner().invoke(main, ["check", "--format", "concise"])
    assert done.exit_code == 0
    assert "K606" in done.output


def test_severities_of_the_project_count(run: Run, project: Path) -> None:
    index = project / "schools/th-doi-thong/evidence.yml"
    index.write_text(index.read_text(encoding="utf-8") + "- {code: MC.1.1.09, title: Sổ}\n", encoding="utf-8")
    assert run("check", "schools/th-doi-thong").exit_code == 0
    config = project / "mkdocs.yml"
    own = "plugins:\n  - kdcl:\n      as_of: 2026-11-20\n      severities: {K505: error}\n"
    config.write_text(own, encoding="utf-8")
    done = run("check", "schools/th-doi-thong", "--format", "concise")
    assert done.exit_code == 1
    assert "lỗi K505" in done.output


def test_every_code_is_listed_and_explained(run: Run) -> None:
    lines = run("check", "--list-codes").output.splitlines()
    assert [line.split()[0] for line in lines] == list(registry())
    for code, entry in registry().items():
        done = run("check", "--explain", code.lower())
        assert done.exit_code == 0
        assert entry.title["vi"] in done.output
    assert run("check", "--explain", "K999").exit_code == 2
