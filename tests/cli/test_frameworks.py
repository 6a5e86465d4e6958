"""`kdcl frameworks`: the list, one framework in short, and files that are validated."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kdcl_site.cli.main import main
from kdcl_site.frameworks.load import load_frameworks

Run = Callable[..., Result]
OWN = Path("tests/frameworks/own/so-minh-hoa/bon-bac.yml").read_text(encoding="utf-8")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in a project whose `khung/` holds one framework of its own."""
    (tmp_path / "mkdocs.yml").write_text("plugins: [{kdcl: {frameworks: khung}}]\n", encoding="utf-8")
    (tmp_path / "khung/so-minh-hoa").mkdir(parents=True)
    (tmp_path / "khung/so-minh-hoa/bon-bac.yml").write_text(OWN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, ["frameworks", *arguments])


def test_the_list_has_a_line_for_each(run: Run) -> None:
    done = run()
    assert done.exit_code == 0
    catalogues, maps = done.output.split("\n\n")
    lines = catalogues.splitlines()
    assert [line.split()[0] for line in lines] == ["so-minh-hoa/bon-bac", *load_frameworks()[0]]
    own, old = lines[0], next(line for line in lines if line.startswith("tt17-2018 "))
    assert own.split("  ")[-1].strip() == "đã đối chiếu"
    assert "từ 01/09/2025" in own
    assert "10/10/2018 đến 06/07/2026" in old
    assert old.endswith("chưa đối chiếu")
    assert "Thông tư 17/2018, tiểu học" in old

    assert [line.split("  ")[0].strip() for line in maps.splitlines()[1:]] == [
        "tt17-2018 → tt57-2026/pho-thong",
        "tt18-2018 → tt57-2026/pho-thong",
        "tt19-2018 → tt57-2026/mam-non",
    ]


def test_the_list_validates_an_operators_own_files(run: Run) -> None:
    Path("khung/maps").mkdir()
    Path("khung/maps/sai.yml").write_text(
        "from: tt17-2018\nto: tt17-2018\nverified: maybe\npairs: []\n", encoding="utf-8"
    )
    done = run()
    assert done.exit_code == 1
    assert "K211" in done.output
    assert "--> khung/maps/sai.yml:3:11" in done.output
    assert "so-minh-hoa/bon-bac" in done.output


def test_one_is_shown_in_short(run: Run) -> None:
    done = run("show", "so-minh-hoa/bon-bac")
    assert done.exit_code == 0
    for words in ("Quyết định 99/2025/QĐ-SGDĐT", "4  Dẫn đường: ", "Lĩnh vực 2. Học sinh", "  2.1  Hòm thư"):
        assert words in done.output


def test_what_is_mandatory_separate_or_unverified_is_shown(run: Run) -> None:
    assert "(bắt buộc)" in run("show", "tt57-2026/pho-thong").output
    shown = run("show", "tt17-2018").output
    assert "Yêu cầu riêng của Mức 4" in shown
    assert "Điều chưa đối chiếu:" in shown


def test_an_unknown_one_is_a_wrong_call(run: Run) -> None:
    done = run("show", "tt17-2081")
    assert done.exit_code == 2
    assert "tt17-2018" in done.output


def test_files_are_validated_where_they_lie(run: Run) -> None:
    Path("elsewhere.yml").write_text(OWN.replace("so-minh-hoa/bon-bac", "elsewhere"), encoding="utf-8")
    Path("khung/tt17-2018.official.yml").write_text("format: 1\nframework: tt17-2018\n", encoding="utf-8")
    files = ("khung/so-minh-hoa/bon-bac.yml", "elsewhere.yml", "khung/tt17-2018.official.yml")
    done = run("validate", *files)
    assert (done.exit_code, done.output) == (0, "Không có gì phải sửa.\n")


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("bon-bac.yml", OWN.replace("method: grades", "method: stars"), "K203"),
        ("khac.yml", OWN, "K401"),
        ("tt17-2018.official.yml", 'format: 1\nframework: tt17-2018\nclauses: {"9": Chữ}\n', "K420"),
        ("doi-chieu.yml", "from: tt17-2018\nto: tt19-2081\nverified: false\npairs: []\n", "K414"),
        ("hong.yml", "a: [", "K1"),
    ],
)
def test_a_mistake_is_shown_with_its_place_and_ends_with_1(run: Run, name: str, text: str, code: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    done = run("validate", name)
    assert done.exit_code == 1
    assert f"--> {name}:" in done.output
    assert code in done.output


@pytest.mark.parametrize("arguments", [("validate",), ("validate", "khong-co.yml"), ("show",), ("xem",)])
def test_called_wrongly_it_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2
