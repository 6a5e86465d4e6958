"""Maps between frameworks: ours are sound; each way to break one is a finding at its place."""

from pathlib import Path

import pytest

from kdcl_site.findings.registry import message
from kdcl_site.frameworks.catalogues import load_catalogues
from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.frameworks.maps import load_map, load_maps

FRAMEWORKS, _ = load_frameworks()
OURS = Path("kdcl_site/frameworks/data/maps/tt17-2018.yml")
TEXT = OURS.read_text(encoding="utf-8")

# name: (what stands there once, what stands there instead, code, the words the place must begin with)
CASES = {
    "unknown old framework": ("from: tt17-2018\n", "from: tt16-2018\n", "K414", "tt16-2018"),
    "unknown new framework": ("to: tt57-2026/pho-thong\n", "to: tt58-2026\n", "K414", "tt58-2026"),
    "unknown old criterion": ('from: ["1.9"]', 'from: ["1.99"]', "K415", '["1.99"]'),
    "unknown new criterion": ('to: ["3.5"]', 'to: ["9.9"]', "K415", '["9.9"]'),
    "dropped, but it went somewhere": ("to: []\n    how: dropped", 'to: ["1.2"]\n    how: dropped', "K416", "dropped"),
    "merged, but it is one": ('from: ["4.1", "4.2"]', 'from: ["4.1"]', "K416", "merged"),
    "split, but into one": ('["1.3", "4.1"]\n    how: split', '["1.3"]\n    how: split', "K416", "split"),
    "old criterion left out": ('from: ["4.1", "4.2"]', 'from: ["4.1", "4.1"]', "K417", "tt17-2018"),
    "new criterion left out": ('to: ["3.5"]', 'to: ["3.4"]', "K417", "tt57-2026/pho-thong"),
    "no way of corresponding": ("to: []\n    how: dropped", "to: []\n    how: gone", "K203", "gone"),
    "unknown key": ("\nverified: false", "\nchecked: false", "K202", "checked"),
}


def test_ours() -> None:
    maps, findings = load_maps(FRAMEWORKS)
    assert findings == []
    assert [(item.from_, item.to) for item in maps] == [
        ("tt17-2018", "tt57-2026/pho-thong"),
        ("tt18-2018", "tt57-2026/pho-thong"),
        ("tt19-2018", "tt57-2026/mam-non"),
    ]
    assert not any(item.verified for item in maps)


@pytest.mark.parametrize(("old", "new", "code", "at"), CASES.values(), ids=CASES.keys())
def test_broken(old: str, new: str, code: str, at: str, tmp_path: Path) -> None:
    assert TEXT.count(old) == 1, f"{old!r} must stand in the map once"
    text = TEXT.replace(old, new)
    file = tmp_path / "a.yml"
    file.write_text(text, encoding="utf-8")
    found, findings = load_map(file, "a.yml", FRAMEWORKS)
    assert found is None
    named = [item for item in findings if item.code == code]
    assert named, [item.code for item in findings]
    assert all(message(item, language) for item in findings for language in ("vi", "en"))
    place = named[0].place
    assert text.split("\n")[place.line - 1][place.column - 1 :].startswith(at)


def test_every_shape_of_a_pair(tmp_path: Path) -> None:
    """How many criteria may stand on either side of each way of corresponding."""
    fits = {
        "same": {(1, 1)},
        "merged": {(2, 1)},
        "split": {(1, 2)},
        "partly": {(1, 1), (1, 2), (2, 1), (2, 2)},
        "dropped": {(1, 0), (2, 0)},
        "new": {(0, 1), (0, 2)},
    }
    head = "from: tt17-2018\nto: tt57-2026/pho-thong\nverified: false\npairs:\n"
    rows = [(how, old, new) for how in fits for old in range(3) for new in range(3)]
    lines = [f"  - {{from: {_list(old)}, to: {_list(new)}, how: {how}, reason: {{vi: Chữ}}}}" for how, old, new in rows]
    file = tmp_path / "a.yml"
    file.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    _, findings = load_map(file, "a.yml", FRAMEWORKS)
    wrong = {item.place.line - 5 for item in findings if item.code == "K416"}
    assert wrong == {place for place, (how, old, new) in enumerate(rows) if (old, new) not in fits[how]}


def _list(size: int) -> str:
    return "[" + ", ".join(f'"1.{number}"' for number in range(1, size + 1)) + "]"


def test_an_operators_map_and_one_given_twice(tmp_path: Path) -> None:
    folder = tmp_path / "khung"
    (folder / "maps").mkdir(parents=True)
    back = TEXT.replace("from: tt17-2018", "from: so/rieng")
    (folder / "maps/tt17.yml").write_text(TEXT, encoding="utf-8")
    (folder / "maps/rieng.yml").write_text(back, encoding="utf-8")
    known = {**FRAMEWORKS, "so/rieng": FRAMEWORKS["tt17-2018"]}
    maps, findings = load_maps(known, folder)
    assert [item.from_ for item in maps] == ["tt17-2018", "tt18-2018", "tt19-2018", "so/rieng"]
    assert [(item.code, item.place.file) for item in findings] == [("K418", "khung/maps/tt17.yml")]


def test_a_map_is_no_catalogue_and_shows_its_place_in_the_project(tmp_path: Path) -> None:
    folder = tmp_path / "du-lieu/khung"
    (folder / "maps").mkdir(parents=True)
    (folder / "maps/hong.yml").write_text(TEXT.replace("to: tt57-2026/pho-thong", "to: tt58"), encoding="utf-8")
    law = load_catalogues(folder, project=tmp_path)
    assert list(law.frameworks) == list(FRAMEWORKS)
    assert len(law.maps) == 3
    assert [(item.code, item.place.file) for item in law.findings] == [("K414", "du-lieu/khung/maps/hong.yml")]


def test_a_map_that_cannot_be_read(tmp_path: Path) -> None:
    found, findings = load_map(tmp_path / "khong-co.yml", "khong-co.yml", FRAMEWORKS)
    assert found is None
    assert findings
