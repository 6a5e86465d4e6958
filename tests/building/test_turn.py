"""Two builds at once in one project: the second is refused in plain words, and nothing of the first is touched."""

import subprocess
import sys
from pathlib import Path

from kdcl_site.building.turn import Turn
from tests.project import build, failure, make_project

HOLD = """
import sys
from pathlib import Path
from kdcl_site.building.turn import Turn
turn = Turn()
print(turn.take(Path(sys.argv[1])), flush=True)
sys.stdin.read()
"""


def other_process(folder: Path) -> "subprocess.Popen[str]":
    """Take the turn in a process of its own, which keeps it until its input ends or it is killed."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "True\n"
    return process


def test_a_second_build_is_refused_and_touches_nothing(tmp_path: Path) -> None:
    project = make_project(tmp_path, "th-canh-buom")
    half = tmp_path / ".site.kdcl-new" / "index.html"
    work = tmp_path / ".kdcl" / "work" / "th-canh-buom.json"
    with other_process(tmp_path / ".kdcl") as first:
        for file in (half, work):
            file.parent.mkdir(parents=True)
            file.write_text("của lần dựng trước", encoding="utf-8")
        assert "Một lần dựng khác của dự án này đang chạy" in failure(project)
        assert [file.read_text(encoding="utf-8") for file in (half, work)] == ["của lần dựng trước"] * 2
        assert not (tmp_path / "site").exists()
        first.kill()
    assert (build(project) / "truong/th-canh-buom/index.html").is_file()
    assert not half.parent.exists()


def test_a_turn_ends_and_can_be_taken_again(tmp_path: Path) -> None:
    first, second = Turn(), Turn()
    assert first.take(tmp_path / "work")
    assert not second.take(tmp_path / "work")
    assert second.take(tmp_path / "other")
    first.end()
    assert second.take(tmp_path / "work")
    second.end()
