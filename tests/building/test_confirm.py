"""The file of confirmations: when it is written and how, and what it must never give away."""

import re
from datetime import date
from pathlib import Path

import pytest

from kdcl_site.findings.finding import Severity, count
from kdcl_site.findings.report import FORMATS, report
from kdcl_site.findings.source import lines_below
from tests.building.confirmed import NAME, ROUND, confirmed_school, confirming, edit, inspected, told
from tests.reading.golden import WORDS


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return confirmed_school(tmp_path)


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


def test_a_link_laid_beside_it_is_not_written_through(school: Path) -> None:
    other = school.parents[1] / "mkdocs.yml"
    other.write_text("site_name: A\n", encoding="utf-8")
    for name in (f".{NAME}.new", f".{NAME}"):
        (school / name).symlink_to(other)
    edit(school, ROUND, "claims: 1", "claims: 2")
    assert confirming(school).written
    assert other.read_text(encoding="utf-8") == "site_name: A\n"
    assert sorted(path.name for path in school.glob(".*")) == [f".{NAME}", f".{NAME}.new"]
