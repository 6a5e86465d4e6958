"""`kdcl confirm`: what it says, what it refuses, and with which exit status it ends."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kdcl_site.cli.main import main
from tests.project import make_project

SCHOOL = Path("schools/th-canh-buom")
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(make_project(tmp_path, SCHOOL.name))
    return lambda *arguments: CliRunner().invoke(main, ["confirm", *arguments])


def test_it_says_what_was_to_be_reviewed_and_settles_it(run: Run) -> None:
    first = run(str(SCHOOL))
    assert (first.exit_code, first.output.splitlines()[0]) == (0, "th-canh-buom: đã xác nhận 22 kết quả.")
    assert first.output.splitlines()[1:] == ["Trước đó 1 kết quả cần xem lại:", "  2026-2027  1.2.1"]
    data = (SCHOOL / "confirmed.yml").read_bytes()
    assert data.startswith("# Lệnh `kdcl confirm` ghi tệp này".encode())
    again = run()
    assert again.output == "th-canh-buom: 22 kết quả không đổi từ lần xác nhận trước.\n"
    assert (SCHOOL / "confirmed.yml").read_bytes() == data


def test_a_school_with_errors_is_left_as_it_was(run: Run) -> None:
    data = (SCHOOL / "confirmed.yml").read_bytes()
    (SCHOOL / "school.yml").write_text("format: 1\n", encoding="utf-8")
    done = run(str(SCHOOL))
    assert done.exit_code == 1
    assert "chưa xác nhận" in done.output
    assert "confirmed.yml" not in done.output
    assert (SCHOOL / "confirmed.yml").read_bytes() == data


def test_a_broken_file_is_not_written_over(run: Run) -> None:
    (SCHOOL / "confirmed.yml").write_text("salt: [", encoding="utf-8")
    done = run(str(SCHOOL))
    assert done.exit_code == 1
    assert "xóa tệp ấy rồi xác nhận lại" in done.output
    assert (SCHOOL / "confirmed.yml").read_text(encoding="utf-8") == "salt: ["


def test_a_draft_is_confirmed_only_by_name(run: Run) -> None:
    path = SCHOOL / "rounds" / "2026-2027" / "assessment.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("published:", "draft: true\npublished:"), encoding="utf-8")
    assert "0 kết quả" in run().output
    assert "22 kết quả" in run("--round", "2026-2027").output


@pytest.mark.parametrize("arguments", [("khong-co",), ("--round", "2019-2020"), ("--vong", "2026-2027")])
def test_called_wrongly_it_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2
