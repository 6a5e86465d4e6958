"""Two schools in which everything is wrong: every line with a comment `# K…` is where those codes must point.

`bad/th-xau` has files that can be read and do not fit together; `bad/th-hong` has files that can hardly be read.
"""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from kdcl_site.cli.main import main
from tests.project import make_project

BAD = Path(__file__).parent / "bad"
CODES = re.compile(r"# (K\d{3}(?: K\d{3})*)$")
OF_FILES = {
    ("schools/th-xau", 0, "K303"),
    ("schools/th-xau/rounds/2025-xau", 0, "K325"),
    ("schools/th-xau/waivers.yml", 0, "K555"),
    ("schools/th-hong/waivers.yml", 0, "K106"),
}
"""What is wrong with a file or folder as a whole points at no line."""


def expected() -> set[tuple[str, int, str]]:
    """Where the comments say that codes stand: file, line, code."""
    return OF_FILES | {
        (f"schools/{path.relative_to(BAD).as_posix()}", number, code)
        for path in sorted(BAD.rglob("*.yml"))
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if (match := CODES.search(line))
        for code in match[1].split()
    }


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    project = make_project(tmp_path)
    shutil.copytree(BAD, project / "schools", dirs_exist_ok=True)
    monkeypatch.chdir(project)
    return project


def test_every_mistake_is_found_at_once_and_at_its_line(project: Path) -> None:
    done = CliRunner().invoke(main, ["check", "--format", "json"])
    assert done.exit_code == 1
    found = {(item["file"], item["line"], item["code"]) for item in json.loads(done.stdout)}
    assert expected() - found == set()
    for school, least in (("th-xau", 60), ("th-hong", 24)):
        assert len({code for file, _, code in found if school in file}) >= least


def test_the_report_shows_each_line_and_ends_with_counts(project: Path) -> None:
    done = CliRunner().invoke(main, ["check"])
    for file, line, code in expected():
        assert f"{file}:{line}:" in done.output or f"--> {file}" in done.output, code
        assert code in done.output
