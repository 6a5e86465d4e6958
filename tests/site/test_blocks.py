"""Authored pages show data of schools and link by id; what is wrong is told with file and line, all at once."""

from pathlib import Path

import pytest

from tests.project import build, failure, make_project
from tests.site.links import broken_links

SCHOOLS = ("th-doi-thong", "th-thcs-ban-may")
INTERNAL, WITHDRAWN, NEVER = "MC.3.4.04", "MC.3.3.04", "MC.3.9.04"

PAGE = """# Trường của xã

Xem [trường](kdcl:th-doi-thong), [tiêu chí 2.2](kdcl:th-doi-thong/2.2), [minh chứng](kdcl:th-doi-thong/MC.2.2.01),
[cam kết](kdcl:th-doi-thong/CT-2025-02), [khung](kdcl:tt57-2026/pho-thong), [tiêu chí của khung][khung].

[khung]: kdcl:tt57-2026/pho-thong/2.2

<!-- kdcl: counts -->

<!-- kdcl: counts th-doi-thong -->

<!-- kdcl: grid th-doi-thong -->

<!-- kdcl: grid th-thcs-ban-may -->

* Một mục:

    <!-- kdcl: commitments th-doi-thong -->

<!-- kdcl: directory -->

```
<!-- kdcl: grid khong-co -->
[một ví dụ](kdcl:khong-co)
```
"""


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(
        tmp_path_factory.mktemp("blocks"), *SCHOOLS, english=True, use_directory_urls=request.param, nav=None
    )
    for name in ("xa/truong.md", "en/xa/truong.md"):
        file = project / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE, encoding="utf-8")
    return build(project, strict=True)


def text_of(site: Path, name: str) -> str:
    folder = site / f"{name}/index.html"
    return (folder if folder.exists() else site / f"{name}.html").read_text(encoding="utf-8")


def test_every_link_leads_somewhere_in_its_own_language(site: Path) -> None:
    assert broken_links(site) == []
    for name, up in (("xa/truong", 1), ("en/xa/truong", 2)):
        text = text_of(site, name)
        folders = (site / "index.html").exists() and (site / f"{name}/index.html").exists()
        root = "../" * (up + folders - (up - 1))
        for target in ("truong/th-doi-thong/2026-2027/tieu-chi-2.2", "khung/tt57-2026-pho-thong/tieu-chi-2.2"):
            assert f'href="{root}{target}{"/" if folders else ".html"}"' in text
        assert "#MC.2.2.01" in text
        assert "#CT-2025-02" in text
        assert 'href="kdcl:' not in text


def test_blocks_show_what_the_schools_pages_show(site: Path) -> None:
    text = text_of(site, "xa/truong")
    assert text.count('class="kdcl-grid') >= 5
    assert "kdcl-counts" in text
    assert "CT-2026" in text
    assert 'data-kdcl-filter="kdcl-list"' in text
    assert text.count("<h1") == 1
    assert "<p><section" not in text
    english = text_of(site, "en/xa/truong")
    assert "Open commitments" in english
    assert 'lang="vi"' in english


def test_an_example_in_code_stays_as_it_is(site: Path) -> None:
    assert "&lt;!-- kdcl: grid khong-co --&gt;" in text_of(site, "xa/truong")


WRONG = f"""---
title: Thử
---

Một câu <!-- kdcl: counts --> dài.

`kdcl:th-doi-thong/9.9` là một ví dụ.

<!-- kdcl: countz -->

<!-- kdcl: grid -->

<!-- kdcl: grid khong-co -->

[a](kdcl:th-doi-thong/9.9) [b](kdcl:th-doi-tong)
[c](kdcl:th-doi-thong/{INTERNAL}) [d](kdcl:th-doi-thong/MC.9.9.99)
[e](kdcl:tt57-2026/pho-thong/9.9) [g](kdcl:th-doi-thong/9.9)

<!-- kdcl: directory th-doi-thong -->
"""


def test_everything_wrong_is_told_at_once_with_its_line_and_the_old_site_stands(tmp_path: Path) -> None:
    project = make_project(tmp_path, SCHOOLS[0], nav=None)
    before = sorted(path.name for path in build(project).rglob("*"))
    (project / "content/thu.md").write_text(WRONG, encoding="utf-8")
    report = failure(project)
    codes = [line.split()[1].rstrip(":") for line in report.splitlines() if line.startswith("lỗi K")]
    assert codes == ["K616", "K615", "K616", *["K617"] * 7, "K616"]
    found = [line.strip() for line in report.splitlines() if "--> content/thu.md" in line]
    assert [line.split(":", 1)[1] for line in found] == [
        "5:9", "9:1", "11:1", "13:1", "15:5", "15:32", "16:5", "16:38", "17:5", "17:39", "19:1"
    ]  # fmt: skip
    assert "11 lỗi" in report
    assert "gần giống nhất là «th-doi-thong»" in report
    assert sorted(path.name for path in (project / "site").rglob("*")) == before


def test_what_is_not_public_is_as_unknown_as_what_never_was(tmp_path: Path) -> None:
    project = make_project(tmp_path, SCHOOLS[0], nav=None)
    (project / "content/thu.md").write_text(
        "".join(f"[c](kdcl:th-doi-thong/{code})\n" for code in (INTERNAL, WITHDRAWN, NEVER)), encoding="utf-8"
    )
    report = failure(project)
    said = [line for line in report.splitlines() if "K617" in line]
    alike = {line.replace(code, "") for line, code in zip(said, (INTERNAL, WITHDRAWN, NEVER), strict=True)}
    assert len(alike) == 1
    hints = [line for line in report.splitlines() if "cách sửa" in line]
    assert not any(code in line for line in hints for code in (INTERNAL, WITHDRAWN))


def test_a_link_that_leads_nowhere_stops_a_strict_build_and_the_old_site_stands(tmp_path: Path) -> None:
    project = make_project(tmp_path, SCHOOLS[0], nav=None, validation={"links": {"not_found": "ignore"}})
    (project / "site").mkdir()
    (project / "site/index.html").write_text("cũ", encoding="utf-8")
    (project / "content/thu.md").write_text(
        "[a](kdcl:th-doi-thong/CT-2025-02) [b](../truong/th-doi-thong/)\n"
        "[c](truong/th-doi-thong/cam-ket.md)\n"
        "[d](../truong/th-doi-thong/cam-ket/#CT-1999-01) [e](index.md#khong-co)\n",
        encoding="utf-8",
    )
    report = failure(project, strict=True)
    found = [line.strip() for line in report.splitlines() if "--> content/thu.md" in line]
    assert [line.split(":", 1)[1] for line in found] == ["2:5", "3:5", "3:61"]
    assert [line.split()[2] for line in report.splitlines() if "cảnh báo K62" in line] == ["K623:", "K624:", "K624:"]
    assert (project / "site/index.html").read_text(encoding="utf-8") == "cũ"
