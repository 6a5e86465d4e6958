"""A draft changes nothing: with drafts and without them a build gives the same bytes, counts and pictures too."""

from pathlib import Path
from typing import Any

from kdcl_site.findings.report import FORMATS, report
from kdcl_site.findings.source import lines_below
from tests.project import build, logged, make_project
from tests.reading.golden import WORDS
from tests.site.rewrite import load, save
from tests.site.test_confirmed import SCHOOL, inspected

SECRET = "XQZNHAPMATQX"


def add_drafts(school: Path) -> None:
    """A draft round, a draft beside a promise that is shown, and a plan that is nothing but a draft."""
    told: dict[str, Any] = load(school / "rounds" / "2026-2027" / "assessment.yml")
    draft = told | {"draft": "true", "school_year": "2025-2026", "published": "2026-11-15", "claims": "1"}
    draft["criteria"] = {
        "1.1": {"plain": SECRET, "levels": {"1": {"verdict": "met", "findings": f"{SECRET} (MC.1.1.01)."}}}
    }
    draft["standards"] = {"1": {"strengths": [{"id": SECRET, "text": SECRET}]}}
    draft["changes"] = [{"on": "2026-11-16", "what": SECRET, "why": SECRET}]
    (school / "rounds" / "2025-2026").mkdir()
    save(school / "rounds" / "2025-2026" / "assessment.yml", draft)
    [path] = (school / "improvement").glob("*.yml")
    plan: dict[str, Any] = load(path)
    log = [{"on": "2026-11-18", "status": "done", "note": SECRET, "evidence": ["MC.1.1.01"], "by": SECRET}]
    promise: dict[str, Any] = {
        "id": SECRET,
        "draft": "true",
        "title": SECRET,
        "criteria": ["1.1"],
        "measure": SECRET,
        "due": "2026-01-31",
    }
    promise |= {"owner": SECRET, "log": log, "due_history": [{"due": "2025-12-31", "why": SECRET}]}
    save(path, plan | {"commitments": [*plan["commitments"], promise]})
    head = {"number": SECRET, "issued": "2025-09-15", "school_year": "2025-2026", "answers": "2025-2026"}
    review = {"on": "2026-01-15", "period": SECRET, "content": SECRET, "by": SECRET}
    alone: dict[str, Any] = {"plan": head, "commitments": [promise | {"id": f"{SECRET}-2"}], "reviews": [review]}
    save(path.with_name("2025-2026.yml"), alone)


def contents(project: Path) -> dict[str, bytes]:
    """Every file of the site and of the work folder."""
    folders = (project / "site", project / ".kdcl")
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    assert files
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in files}


def test_a_site_with_drafts_is_the_same_site(tmp_path: Path) -> None:
    without, drafted = (make_project(tmp_path / name / "du-an", SCHOOL) for name in ("a", "b"))
    for project in (without, drafted):
        path = next((project / "schools" / SCHOOL / "improvement").glob("*.yml"))
        save(path, load(path))  # written alike in both, so that only the drafts differ
    add_drafts(drafted / "schools" / SCHOOL)
    build(without)
    with logged() as lines:
        build(drafted)
    one, other = contents(without), contents(drafted)
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    assert not [name for name, data in other.items() if SECRET.encode() in data or SECRET in name]
    assert SECRET not in "\n".join(lines)


def test_no_finding_on_a_draft_tells_of_it(tmp_path: Path) -> None:
    school = make_project(tmp_path, SCHOOL) / "schools" / SCHOOL
    add_drafts(school)
    found = inspected(school).findings
    assert not [
        form for form in FORMATS for words in WORDS if SECRET in report(found, form, words, lines_below(tmp_path))
    ]
