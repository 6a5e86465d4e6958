"""Official texts beside a catalogue: loaded by id, strict, never taken for catalogues."""

from pathlib import Path

import pytest

from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.frameworks.official import load_official

ID = "tt17-2018"
SOUND = """\
format: 1
framework: tt17-2018
criteria:
  "1.1": {"1": {a: Nguyên văn một, b: Nguyên văn hai}}
clauses: {"1": Nguyên văn ba}
"""
LEVELS = '{"1": {a: Nguyên văn một, b: Nguyên văn hai}}'
FRAMEWORKS, _ = load_frameworks()

# name: (what stands there, what stands there instead, code, the words the place must begin with)
CASES = {
    "not its path": ("framework: tt17-2018", "framework: tt18-2018", "K401", "tt18-2018"),
    "unknown framework": ("framework: tt17-2018", "framework: tt17-2081", "K419", "tt17-2081"),
    "unknown criterion": ('"1.1"', '"9.9"', "K420", '"9.9"'),
    "unknown level": ('{"1": {a', '{"7": {a', "K420", '"7"'),
    "unknown requirement": ("b: Nguyên", "z: Nguyên", "K420", "z: Nguyên"),
    "one text for a criterion with levels": (LEVELS, "Nguyên văn tất cả", "K421", "Nguyên văn tất cả"),
    "unknown clause": ('clauses: {"1"', 'clauses: {"8"', "K420", '"8"'),
    "unknown key": ("clauses:", "clause:", "K202", "clause:"),
    "blank text": ("Nguyên văn ba", '" "', "K210", '" "'),
    "two lines for one key": ("format: 1", "format: 1\nformat: 1", "K114", "format"),
}


def lay(folder: Path, text: str, name: str = ID) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.official.yml").write_text(text, encoding="utf-8")
    return folder


def test_texts_by_number(tmp_path: Path) -> None:
    found, findings = load_official(FRAMEWORKS, lay(tmp_path / "khung", SOUND))
    assert findings == []
    assert list(found) == [ID]
    assert found[ID].text("1.1", 1, "b") == "Nguyên văn hai"
    assert found[ID].text("1.1", 2, "b") is None
    assert found[ID].text("1.2", 1, "a") is None
    assert found[ID].clauses["1"] == "Nguyên văn ba"


def test_one_text_for_a_criterion_without_levels(tmp_path: Path) -> None:
    text = 'format: 1\nframework: tt15-2017\ncriteria: {"2.1": "Nguyên văn 2.1"}\n'
    found, findings = load_official(FRAMEWORKS, lay(tmp_path / "khung", text, "tt15-2017"))
    assert findings == []
    official = found["tt15-2017"]
    assert official.whole("2.1") == "Nguyên văn 2.1"
    assert official.whole("2.2") is None
    assert official.text("2.1", 1, "a") is None
    levelled, _ = load_official(FRAMEWORKS, lay(tmp_path / "khac", SOUND))
    assert levelled[ID].whole("1.1") is None


def test_levels_of_a_criterion_without_any(tmp_path: Path) -> None:
    text = 'format: 1\nframework: tt15-2017\ncriteria: {"2.1": {"1": {"1": Nguyên văn}}}\n'
    found, findings = load_official(FRAMEWORKS, lay(tmp_path / "khung", text, "tt15-2017"))
    assert not found
    assert [item.code for item in findings] == ["K420"]


def test_they_are_no_catalogues(tmp_path: Path) -> None:
    frameworks, findings = load_frameworks(lay(tmp_path / "khung", SOUND))
    assert (list(frameworks), findings) == (list(FRAMEWORKS), [])


@pytest.mark.parametrize(("old", "new", "code", "at"), CASES.values(), ids=CASES.keys())
def test_broken(old: str, new: str, code: str, at: str, tmp_path: Path) -> None:
    assert SOUND.count(old) == 1
    text = SOUND.replace(old, new)
    found, findings = load_official(FRAMEWORKS, lay(tmp_path / "khung", text))
    assert not found
    [item] = [item for item in findings if item.code == code]
    assert item.place.file == f"khung/{ID}.official.yml"
    assert text.split("\n")[item.place.line - 1][item.place.column - 1 :].startswith(at)


def test_texts_twice(tmp_path: Path) -> None:
    found, findings = load_official(FRAMEWORKS, lay(tmp_path / "a", SOUND), lay(tmp_path / "b", SOUND))
    assert found[ID].located.file == f"a/{ID}.official.yml"
    assert [(item.code, item.place.file) for item in findings] == [("K410", f"b/{ID}.official.yml")]
