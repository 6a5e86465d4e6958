"""Golden cases: a small school as files, what reading (or checking) finds in it, and what must never be shown.

A case is a YAML file:
  name:     what it is about
  files:    path -> text, laid over the base school; null takes it away, {repeat, times, before, after} makes it long
  edit:     path -> [old, new] pairs, each found once in the base school's file
  as:       path -> crlf | bom | latin-1 | utf-16 | nfd | null-byte, how the file is written
  folder:   the school's folder, th-mau unless told
  as_of:    the day of the check, 2026-11-20 unless told
  findings: each "CODE path:line:column", with " hidden" where nothing an author wrote may be shown; sorted
  says:     words the Vietnamese messages and hints must hold
  never:    words no report may hold, in no language, snippets included
"""

import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from kdcl_site.checks.school import check_school
from kdcl_site.checks.waivers import waive
from kdcl_site.findings.finding import Finding, in_order
from kdcl_site.findings.registry import hint, message
from kdcl_site.findings.report import FORMATS, report
from kdcl_site.findings.source import lines_below
from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.judging.judge import judge
from kdcl_site.reading.school import read_school
from kdcl_site.text.words import load_words

BASE = {
    "school.yml": """\
format: 1
name: Trường Tiểu học Mẫu
kind: primary
stages: [primary]
province: Tỉnh Minh Họa
commune: Xã Mẫu
""",
    "evidence.yml": """\
- code: MC.1.1.01
  title: Kế hoạch phát triển nhà trường
  serves: ["1.1"]
""",
    "rounds/2026-2027/assessment.yml": """\
framework: tt57-2026/pho-thong
kind: self
school_year: 2026-2027
concluded_on: 2026-10-28
approved: {on: 2026-11-05, by: Hiệu trưởng}
published: 2026-11-10
criteria:
  "1.1":
    levels:
      1: {verdict: met, findings: Nhà trường có kế hoạch (MC.1.1.01).}
standards:
  "1":
    weaknesses: [{id: Y1, text: Kế hoạch chậm, commitments: [CT-2026-01]}]
""",
    "improvement/2026-2027.yml": """\
plan: {school_year: 2026-2027, answers: 2026-2027}
commitments:
  - id: CT-2026-01
    title: Lập kế hoạch sớm hơn
    criteria: ["1.1"]
    measure: Kế hoạch ký trước ngày khai giảng
    due: 2027-08-31
    owner: Hiệu trưởng
""",
}

FRAMEWORKS, _ = load_frameworks(Path("tests/frameworks/own"))
WORDS = [load_words(language) for language in ("vi", "en")]
AS_OF = date(2026, 11, 20)


def cases(folder: Path) -> list[Path]:
    """Return the files of cases below a folder."""
    return sorted((folder / "cases").glob("*.yml"))


def load(path: Path) -> dict[str, Any]:
    """Return a case."""
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return case


def lay_out(case: dict[str, Any], root: Path) -> Path:
    """Write the case's school below `root`; return its folder."""
    texts: dict[str, Any] = BASE | case.get("files", {})
    for path, pairs in case.get("edit", {}).items():
        for old, new in pairs:
            assert texts[path].count(old) == 1, f"{path}: {old!r} must stand there once"
            texts[path] = texts[path].replace(old, new)
    folder = root / "schools" / str(case.get("folder", "th-mau"))
    folder.mkdir(parents=True)
    for path, text in texts.items():
        if text is not None:
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(_bytes(text, case.get("as", {}).get(path, "")))
    return folder


def findings(case: dict[str, Any], root: Path, checked: bool = False) -> list[Finding]:
    """Lay out the case, read it, check it when asked to, and return the findings in order."""
    folder = lay_out(case, root)
    school, found = read_school(folder, f"schools/{folder.name}", FRAMEWORKS)
    if checked:
        assert school is not None, in_order(found)
        judgements = {item.id: judge(item.framework, item.assessment) for item in school.rounds}
        as_of = case.get("as_of", AS_OF)
        found = list(waive(check_school(school, judgements, as_of), school, as_of).findings)
    return in_order(found)


def shown(item: Finding) -> str:
    """Return a finding as cases write it."""
    place = item.place
    path = "/".join(place.file.split("/")[2:]) or "."
    return f"{item.code} {path}:{place.line}:{place.column}" + (" hidden" if item.private else "")


def verify(path: Path, root: Path, checked: bool = False) -> None:
    """Assert that a case holds."""
    case = load(path)
    found = findings(case, root, checked)
    assert [shown(item) for item in found] == case["findings"], "\n".join(message(item) for item in found)
    told = "\n".join(f"{message(item)} {hint(item)}" for item in found)
    for saying in case.get("says", []):
        assert saying in told
    reports = [report(found, form, words, lines_below(root)) for form in FORMATS for words in WORDS]
    for secret in case.get("never", []):
        assert not any(secret in text for text in reports)


def _bytes(told: str | dict[str, Any], way: str) -> bytes:
    if isinstance(told, dict):
        return str(told.get("before", "") + told["repeat"] * told["times"] + told.get("after", "")).encode()
    text = told
    if way == "crlf":
        return text.replace("\n", "\r\n").encode()
    if way == "bom":
        return text.encode("utf-8-sig")
    if way == "nfd":
        return unicodedata.normalize("NFD", text).encode()
    if way == "null-byte":
        return text.encode().replace(b"@", b"\0")
    return text.encode(way or "utf-8")
