"""What makes a confirmed verdict suspect and what does not, and who says so."""

from datetime import date
from pathlib import Path

import pytest

from kdcl_site.findings.registry import message
from tests.building.confirmed import (
    ASSESSMENT,
    LEVEL_2,
    NAME,
    ROUND,
    confirmed_school,
    confirming,
    edit,
    inspected,
    told,
)
from tests.pages.school import frameworks
from tests.reading.golden import AS_OF

SAME: list[str] = []
CHANGES: dict[str, tuple[str, str, str, list[str]]] = {
    "nothing": (ROUND, "", "", SAME),
    "a byte of a file": ("files/ke-hoach.pdf", "nhat", "hai", ["K711 1.1.1 MC.1.1.01 :12"]),
    "a title": ("evidence.yml", "title: Kế hoạch", "title: Bản kế hoạch", ["K711 1.1.1 MC.1.1.01 :12"]),
    "a withdrawal": (
        "evidence.yml",
        "file: files/ke-hoach.pdf",
        "withdrawn: {on: 2026-11-19, reason: Ghi nhầm}, file: files/ke-hoach.pdf",
        ["K711 1.1.1 MC.1.1.01 :12"],
    ),
    "a last day": (
        "evidence.yml",
        "former_codes",
        "valid_until: 2026-12-01, former_codes",
        ["K711 1.2.1 MC.1.2.01 :20"],
    ),
    "an internal item": ("files/rieng.txt", "rieng", "khac", ["K712 1.1.2 :15"]),
    "another item is cited": (
        ROUND,
        "(MC.1.1.01)",
        "(MC.1.1.01, MC.1.1.02)",
        ["K714 2026-2027 :1", "K711 1.1.1 MC.1.1.02 :12"],
    ),
    "an item is cited no more": (
        ROUND,
        "(MC.1.2.01)",
        "(MC.1.1.02)",
        ["K714 2026-2027 :1", "K711 1.2.1 MC.1.1.02, MC.1.2.01 :20"],
    ),
    "a former code for the same item": (ROUND, "(MC.1.2.01)", "(H1-1.2-01)", ["K714 2026-2027 :1"]),
    "the verdict": (ROUND, '{"1": met}', '{"1": not_met}', ["K714 2026-2027 :1", "K713 1.1.2 :15"]),
    "a verdict is gone": (ROUND, LEVEL_2, "", ["K715 … :15", "K714 2026-2027 :1"]),
    "words of the text": (ROUND, "họp bàn", "họp kỹ", ["K714 2026-2027 :1"]),
    "words of the text, and it says so": (
        ROUND,
        "claims: 1",
        "claims: 2\nchanges: [{on: 2026-11-20, what: Mức tự nhận, why: Ghi nhầm}]",
        SAME,
    ),
    "it says so, but of an earlier day": (
        ROUND,
        "claims: 1",
        "claims: 2\nchanges: [{on: 2026-11-16, what: Mức tự nhận, why: Ghi nhầm}]",
        ["K714 2026-2027 :8"],
    ),
    "an item nobody cites": ("evidence.yml", "title: Biên bản họp", "title: Biên bản", SAME),
    "where an item lies": ("evidence.yml", 'serves: ["1.1"], file', 'kept_at: Tủ 2, serves: ["1.1"], file', SAME),
    "order and form of the YAML": (ROUND, "claims: 1\n", 'claims: "1"   # tự nhận\n', SAME),
    "another school's file": (NAME, 'school: "th-mau"', 'school: "th-khac"', ["K716 … :3"]),
    "an unknown round": (NAME, '"2026-2027":', '"2020-2021":', ["K715 … :6"]),
}


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return confirmed_school(tmp_path)


@pytest.mark.parametrize(("file", "old", "new", "findings"), CHANGES.values(), ids=CHANGES.keys())
def test_a_change(school: Path, file: str, old: str, new: str, findings: list[str]) -> None:
    if old:
        edit(school, file, old, new)
    assert told(school) == findings


def test_a_change_of_the_catalogue(school: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = dict(frameworks())
    data = known["tt57-2026/pho-thong"]
    level = data.criteria["1.1"].levels[0]
    asked = level.requirements[0]
    other = asked.model_copy(update={"text": asked.text.model_copy(update={"vi": "Lời văn khác."})})
    changed = level.model_copy(update={"requirements": (other, *level.requirements[1:])})
    monkeypatch.setitem(data.criteria, "1.1", data.criteria["1.1"].model_copy(update={"levels": (changed,)}))
    assert told(school) == ["K715 … :15", "K710 1.1.1 :12"]


def test_a_file_that_cannot_be_read_any_more(school: Path) -> None:
    (school / "files/ke-hoach.pdf").unlink()
    assert told(school) == ["K711 1.1.1 MC.1.1.01 :12"]
    (school / "files/ke-hoach.pdf").symlink_to("/etc/hostname")
    assert told(school) == ["K711 1.1.1 MC.1.1.01 :12"]


def test_without_a_file_of_confirmations_nothing_is_suspect(school: Path) -> None:
    (school / NAME).unlink()
    edit(school, "evidence.yml", "title: Kế hoạch", "title: Bản kế hoạch")
    assert (told(school), dict(inspected(school).suspects)) == ([], {})


def test_a_round_of_its_own(school: Path) -> None:
    other = ASSESSMENT.replace("2026-2027", "2025-2026").replace("2026-1", "2025-1").replace(LEVEL_2, "")
    (school / "rounds/2025-2026").mkdir()
    (school / "rounds/2025-2026/assessment.yml").write_text(other, encoding="utf-8")
    assert told(school) == [], "a round that was never confirmed is not suspect"
    confirming(school, AS_OF, "2025-2026")
    edit(school, "evidence.yml", "title: Kế hoạch", "title: Bản kế hoạch")
    assert {name: [one.where for one in found] for name, found in inspected(school).suspects.items()} == {
        "2026-2027": ["1.1.1"],
        "2025-2026": ["1.1.1"],
    }
    confirming(school, AS_OF, "2025-2026")
    assert [name for name, found in inspected(school).suspects.items() if found] == ["2026-2027"]


def test_a_round_confirmed_before_its_publication_is_watched_from_then_on(school: Path) -> None:
    (school / NAME).unlink()
    confirming(school, date(2026, 11, 1))
    edit(school, ROUND, "claims: 1", "claims: 2")
    assert told(school) == [], "nobody has read it yet"
    confirming(school, AS_OF)
    edit(school, ROUND, "claims: 2", "claims: 0")
    assert told(school) == ["K714 2026-2027 :1"]


def test_a_round_that_is_not_shown_yet_is_not_told_of(school: Path) -> None:
    assert told(school, date(2026, 11, 9)) == []


def test_messages_name_no_internal_code(school: Path) -> None:
    edit(school, "files/rieng.txt", "rieng", "khac")
    found = inspected(school).findings
    assert any(item.code == "K712" for item in found)
    assert not any("MC.1.1.97" in message(item, language) for item in found for language in ("vi", "en"))
