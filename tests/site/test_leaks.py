"""Nothing internal or unpublished leaves the build: not into the site, not into the work folder, not into a log."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kdcl_site.cli.main import main
from kdcl_site.findings.report import FORMATS
from tests.project import build, failure, logged, make_project
from tests.site.rewrite import load, save

SECRET = "XQZVBIMATQX"
CODE = "MC.3.4.97"


def secret(part: str) -> str:
    return f"{SECRET}{part}"


def internal_item() -> dict[str, Any]:
    return {
        "code": CODE,
        "title": secret("tieude"),
        "issued": {"number": secret("so"), "on": "2026-09-05", "by": secret("noi")},
        "serves": ["3.4"],
        "access": "internal",
        "file": f"files/{secret('tep')}.pdf",
        "kept_at": secret("cho"),
        "kept_by": secret("nguoi"),
        "former_codes": [{"code": secret("macu")}],
        "note": secret("ghichu"),
    }


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A school with an internal item cited in prose, an unpublished round, a draft round and a draft commitment."""
    project = make_project(tmp_path, "th-doi-thong")
    school = project / "schools" / "th-doi-thong"
    evidence = load(school / "evidence.yml")
    save(school / "evidence.yml", [*evidence, internal_item()])
    (school / "files" / f"{secret('tep')}.pdf").write_bytes(b"%PDF-1.4 " + SECRET.encode())
    published = load(school / "rounds" / "2026-2027" / "assessment.yml")
    level = published["criteria"]["3.4"]["levels"]["1"]
    level["findings"] = f"Trường theo dõi từng em ({CODE}). Có sổ tay ({CODE}, MC.1.1.01)."
    save(school / "rounds" / "2026-2027" / "assessment.yml", published)
    for name, extra in (("2025-2026", {"draft": "true"}), ("2024-2025", {"published": None})):
        hidden = published | {"changes": [{"on": "2026-11-16", "what": secret(name), "why": secret("vi")}]} | extra
        hidden["school_year"] = name
        hidden["criteria"] = {"1.1": {"plain": secret(f"plain{name}")}}
        (school / "rounds" / name).mkdir()
        save(school / "rounds" / name / "assessment.yml", {k: v for k, v in hidden.items() if v is not None})
    plan = load(school / "improvement" / "2026-2027.yml")
    draft = plan["commitments"][0] | {"id": secret("CT"), "title": secret("hua"), "draft": "true"}
    plan["commitments"].append(draft)
    save(school / "improvement" / "2026-2027.yml", plan)
    return project


def everything(*folders: Path) -> bytes:
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    assert files
    return b"\n".join(str(path).encode() + b"\n" + path.read_bytes() for path in files)


def test_no_byte_of_site_work_folder_or_log_holds_it(project: Path) -> None:
    with logged() as lines:
        site = build(project)
    data = everything(site, project / ".kdcl") + "\n".join(lines).encode()
    assert SECRET.encode() not in data
    assert CODE.encode() not in data


def test_cited_in_prose_it_is_named_without_its_code(project: Path) -> None:
    page = build(project) / "truong/th-doi-thong/2026-2027/tieu-chi-3.4/index.html"
    text = page.read_text(encoding="utf-8")
    assert "minh chứng nội bộ" in text
    assert "MC.1.1.01" in text


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("evidence.yml", '"on": "2026-09-05"', f'"on": "{SECRET}-31"'),
        ("evidence.yml", f'"{secret("cho")}"', f'"{secret("cho")}"\n  "kepd": "{SECRET}"'),
        ("evidence.yml", f'"{secret("ghichu")}"', f'"{SECRET}'),
        ("rounds/2025-2026/assessment.yml", '"kind": "self"', f'"kind": "{SECRET}"'),
        ("rounds/2024-2025/assessment.yml", '"framework": "tt57-2026/pho-thong"', f'"framework": "{SECRET}"'),
        ("improvement/2026-2027.yml", f'"{secret("CT")}"', f'"{SECRET} x"'),
    ],
)
def test_an_error_in_it_is_reported_by_key_and_line_only(
    project: Path, file: str, old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "schools" / "th-doi-thong" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(new.join(text.rsplit(old, 1)), encoding="utf-8")
    report = failure(project)
    assert f"th-doi-thong/{file}:" in report
    assert SECRET not in report
    monkeypatch.chdir(project)
    for form in FORMATS:
        done = CliRunner().invoke(main, ["check", "--format", form])
        assert done.exit_code == 1
        assert f"th-doi-thong/{file}" in done.output
        assert SECRET not in done.output


def test_a_round_is_not_shown_before_the_day_of_its_publication(project: Path) -> None:
    path = project / "schools" / "th-doi-thong" / "rounds" / "2026-2027" / "assessment.yml"
    save(path, load(path) | {"published": "2026-11-21"})
    site = build(project)
    assert not (site / "truong/th-doi-thong/2026-2027").exists()
    assert "chưa công bố" in (site / "truong/th-doi-thong/index.html").read_text(encoding="utf-8")
