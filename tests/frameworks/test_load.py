"""Catalogues: ours is sound; each way to break one is a finding with line and column."""

from pathlib import Path

import pytest

from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.load import load_framework, load_frameworks

ID = "tt57-2026/pho-thong"
OURS = Path("kdcl_site/frameworks/data") / f"{ID}.yml"
TEXT = OURS.read_text(encoding="utf-8")

_CONDITIONS = TEXT[TEXT.index("    - level: 2\n      conditions:") : TEXT.index("evidence_code:")] + "evidence_code"
_FORCE = "in_force: {since: 2026-07-07}"
_OF_1_1 = TEXT[TEXT.index('number: "1.1"') : TEXT.index('number: "1.2"')]
_OF_1_1 = _OF_1_1[: _OF_1_1.index('id: "2"') + len('id: "2"')]

# name: (what stands there once, what stands there instead, code, the words the place must begin with)
CASES = {
    "not its path": (f"id: {ID}\n", "id: tt57/khac\n", "K401", "tt57/khac"),
    "criterion of another standard": ('number: "1.2"', 'number: "2.9"', "K402", '"2.9"'),
    "criterion without its standard": ('number: "1.2"', 'number: "12"', "K402", '"12"'),
    "criterion with a nought": ('number: "1.2"', 'number: "1.02"', "K402", '"1.02"'),
    "criterion twice": ('number: "1.2"', 'number: "1.1"', "K403", '"1.1"'),
    "scale out of order": ("- level: 0\n", "- level: 7\n", "K404", "- level: 7"),
    "scale with a level twice": ("- level: 0\n", "- level: 1\n", "K404", "- level: 1"),
    "condition of a level that is not": ("at_least: 5, level: 2}", "at_least: 5, level: 9}", "K405", "9}"),
    "condition of the lowest level": ("at_least: 5, level: 2}", "at_least: 5, level: 0}", "K405", "0}"),
    "condition nobody can meet": ("at_least: 5, level: 2}", "at_least: 8, level: 2}", "K406", "8, level"),
    "condition of nothing": ("at_least: 5, level: 2}", "at_least: 0, level: 2}", "K406", "0, level"),
    "pattern that does not compile": (r"\.(?P<number>\d{2,3})", r"\.(?P<number>\d{2,3}", "K407", "'MC"),
    "pattern without its groups": (r"\.(?P<number>\d{2,3})", r"\.(\d{2,3})", "K407", "'MC"),
    "example that does not match": ("example: MC.1.1.01", "example: MC.1.1", "K408", "MC.1.1"),
    "end before the beginning": (_FORCE, _FORCE[:-1] + ", until: 2026-07-06}", "K413", "2026-07-06"),
    "requirement twice": (_OF_1_1, _OF_1_1.replace('"2"', '"1"'), "K409", '"1"'),
    "level without conditions": (_CONDITIONS, "    - level: 2\n      conditions: []\nevidence_code", "K412", "level"),
    "unknown key": ("judges:", "judge:", "K202", "judge"),
    "no such day": ("issued: 2026-07-07", "issued: 2026-07-37", "K208", "2026-07-37"),
    "two lines for one key": ("\nverified: false", "\nverified: false\nverified: false", "K114", "verified"),
}


@pytest.mark.parametrize(("old", "new", "code", "at"), CASES.values(), ids=CASES.keys())
def test_broken(old: str, new: str, code: str, at: str, tmp_path: Path) -> None:
    assert TEXT.count(old) == 1, f"{old!r} must stand in the catalogue once"
    text = TEXT.replace(old, new)
    file = tmp_path / "a.yml"
    file.write_text(text, encoding="utf-8")
    framework, findings = load_framework(file, "a.yml", ID)
    assert framework is None
    found = [item for item in findings if item.code == code]
    assert found, [item.code for item in findings]
    place = found[0].place
    assert text.split("\n")[place.line - 1][place.column - 1 :].startswith(at)


def test_ours() -> None:
    frameworks, findings = load_frameworks()
    assert findings == []
    ours = frameworks[ID]
    assert [len(standard.criteria) for standard in ours.standards] == [4, 3, 5, 3]
    levels = [level for criterion in ours.criteria.values() for level in criterion.levels]
    assert sum(len(level.requirements) for level in levels) == 71
    assert len(ours.group("mandatory")) == 8


def test_an_operators_folder(tmp_path: Path) -> None:
    folder = tmp_path / "khung"
    (folder / "so").mkdir(parents=True)
    (folder / "so" / "rieng.yml").write_text(TEXT.replace(f"id: {ID}", "id: so/rieng"), encoding="utf-8")
    frameworks, findings = load_frameworks(folder)
    assert findings == []
    assert list(frameworks) == ["so/rieng", *load_frameworks()[0]]
    assert isinstance(frameworks["so/rieng"], Framework)


def test_a_catalogue_twice_and_a_folder_that_is_not_there(tmp_path: Path) -> None:
    folder = tmp_path / "khung"
    (folder / "tt57-2026").mkdir(parents=True)
    (folder / "tt57-2026" / "pho-thong.yml").write_text(TEXT, encoding="utf-8")
    frameworks, findings = load_frameworks(folder, tmp_path / "khong-co")
    assert list(frameworks) == list(load_frameworks()[0])
    assert [(item.code, item.place.file) for item in findings] == [
        ("K410", "khung/tt57-2026/pho-thong.yml"),
        ("K411", "khong-co"),
    ]
