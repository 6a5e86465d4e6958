"""Confirming: what makes a verdict suspect and what does not, who says so, and what the file must never give away."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kdcl_site.building.compile import Inspected, inspect_school
from kdcl_site.building.confirm import Confirming, confirm
from kdcl_site.findings.finding import Finding, Severity, count, in_order
from kdcl_site.findings.registry import message
from kdcl_site.findings.report import FORMATS, report
from kdcl_site.findings.source import lines_below
from kdcl_site.pages.options import SiteOptions
from kdcl_site.reading.school import read_school
from tests.pages.school import frameworks
from tests.reading.golden import AS_OF, BASE, WORDS

NAME = "confirmed.yml"
ROUND = "rounds/2026-2027/assessment.yml"
EVIDENCE = """\
- {code: MC.1.1.01, title: Kế hoạch phát triển nhà trường, serves: ["1.1"], file: files/ke-hoach.pdf}
- {code: MC.1.1.02, title: Biên bản họp, serves: ["1.1"], note: Bản giấy}
- {code: MC.1.1.97, title: Hồ sơ riêng, serves: ["1.1"], access: internal, file: files/rieng.txt}
- {code: MC.1.2.01, title: Quyết định thành lập, serves: ["1.2"], former_codes: [{code: H1-1.2-01}]}
"""
ASSESSMENT = """\
framework: tt57-2026/pho-thong
kind: self
school_year: 2026-2027
concluded_on: 2026-10-28
approved: {on: 2026-11-05, by: Hiệu trưởng}
published: 2026-11-10
claims: 1
criteria:
  "1.1":
    levels:
      1:
        verdict: met
        findings: Nhà trường có kế hoạch (MC.1.1.01).
      2:
        verdict: {"1": met}
        findings: {"1": "Nhà trường họp bàn (MC.1.1.97)."}
  "1.2":
    levels:
      1:
        verdict: met
        findings: Nhà trường đủ bộ máy (MC.1.2.01).
"""
FILES = BASE | {
    "evidence.yml": EVIDENCE,
    ROUND: ASSESSMENT,
    "improvement/2026-2027.yml": "plan: {school_year: 2026-2027}\n",
    "files/ke-hoach.pdf": "%PDF-1.4 ban thu nhat",
    "files/rieng.txt": "rieng",
}
LEVEL_2 = '      2:\n        verdict: {"1": met}\n        findings: {"1": "Nhà trường họp bàn (MC.1.1.97)."}\n'
FOUND = re.compile("K71[0-9]")


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A small school that was confirmed after its publication."""
    root = tmp_path / "schools" / "th-mau"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    confirming(root)
    return root


def confirming(root: Path, on: date = AS_OF, *rounds: str) -> Confirming:
    folder, found = read_school(root, f"schools/{root.name}", frameworks())
    assert folder is not None, in_order(found)
    return confirm(folder, root, rounds or [item.id for item in folder.rounds], on, "Lệnh ghi.")


def inspected(root: Path, on: date = AS_OF) -> Inspected:
    return inspect_school(root, f"schools/{root.name}", frameworks(), SiteOptions(True, on))


def edit(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, (name, old)
    (root / name).write_text(text.replace(old, new), encoding="utf-8")


def told(root: Path, on: date = AS_OF) -> list[str]:
    """The findings on what was confirmed, as "CODE line what"."""
    found = [item for item in in_order(inspected(root, on).findings) if FOUND.fullmatch(item.code)]
    return [_line(item) for item in found]


def _line(item: Finding) -> str:
    parts = (item.code, item.args.get("where", ""), item.args.get("value", ""))
    return " ".join([*filter(None, parts), f":{item.place.line}"])


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


def test_confirming_again_settles_it_and_keeps_the_salt(school: Path) -> None:
    before = (school / NAME).read_bytes()
    assert not confirming(school, date(2026, 12, 1)).written
    assert (school / NAME).read_bytes() == before
    edit(school, "evidence.yml", "title: Kế hoạch", "title: Bản kế hoạch")
    done = confirming(school, date(2026, 12, 1))
    assert done.written
    assert [(name, one.where) for name, one in done.suspects] == [("2026-2027", "1.1.1")]
    assert told(school) == []
    after = (school / NAME).read_bytes()
    assert after.splitlines()[3] == before.splitlines()[3]
    assert b"on: 2026-12-01" in after
    assert not list(school.glob(".confirmed*"))


def test_salts_differ_and_so_do_all_fingerprints(school: Path) -> None:
    before = set(re.findall('"[0-9a-f]{32,}"', (school / NAME).read_text(encoding="utf-8")))
    (school / NAME).unlink()
    confirming(school)
    assert before.isdisjoint(re.findall('"[0-9a-f]{32,}"', (school / NAME).read_text(encoding="utf-8")))


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


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("format: 1", "format: 2", "K203"),
        ("salt: ", "salt: x", "K219"),
        ("salt: ", "salz: ", "K202"),
        ("    content: ", "    content: [", "K1"),
        ("rounds:", "rounds: &a", "K1"),
        ("on: 2026-11-20", "on: hôm qua", "K207"),
        ('verdicts:\n      "1.1.1":', 'verdicts:\n      "1.1.1":\n      "1.1.1":', "K114"),
    ],
)
def test_a_broken_file_stops_the_school_and_tells_nothing(school: Path, old: str, new: str, code: str) -> None:
    secrets = re.findall("[0-9a-f]{32,}", (school / NAME).read_text(encoding="utf-8"))
    edit(school, NAME, old, new)
    found = inspected(school).findings
    assert count(found, Severity.ERROR) > 0
    assert any(item.code.startswith(code) and item.private for item in found)
    for form in FORMATS:
        for words in WORDS:
            text = report(found, form, words, lines_below(school.parents[1]))
            assert not [one for one in secrets if one in text]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"[]", b"{}", b"a: *a", b"\x00" * 100, b"format: 1\n" * 5])
def test_any_bytes_end_in_findings(school: Path, data: bytes) -> None:
    (school / NAME).write_bytes(data)
    found = inspected(school).findings
    assert any(item.place.file.endswith(NAME) and item.severity is Severity.ERROR for item in found)


def test_messages_name_no_internal_code(school: Path) -> None:
    edit(school, "files/rieng.txt", "rieng", "khac")
    found: Callable[[], tuple[Finding, ...]] = lambda: inspected(school).findings  # noqa: E731
    assert any(item.code == "K712" for item in found())
    assert not any("MC.1.1.97" in message(item, language) for item in found() for language in ("vi", "en"))


def test_a_link_laid_beside_it_is_not_written_through(school: Path) -> None:
    other = school.parents[1] / "mkdocs.yml"
    other.write_text("site_name: A\n", encoding="utf-8")
    for name in (f".{NAME}.new", f".{NAME}"):
        (school / name).symlink_to(other)
    edit(school, ROUND, "claims: 1", "claims: 2")
    assert confirming(school).written
    assert other.read_text(encoding="utf-8") == "site_name: A\n"
    assert sorted(path.name for path in school.glob(".*")) == [f".{NAME}", f".{NAME}.new"]
