"""An author's file at an address of ours, or of another file, is told with both names."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from kdcl_site.findings.registry import registry
from kdcl_site.mkdocs.options import build_options
from kdcl_site.mkdocs.places import address_findings
from tests.project import make_project

CASES = {
    "pages of one's own": (["tin.md", "tin/2026.md", "anh/A.png", "anh/a.png", "truong-lang.md"], []),
    "our pages written instead": (["cach-doc.md", "kiem-tra.md", "en/index.md", "en/cach-doc.md"], []),
    "a school's page": (["truong/th-a/index.md"], ["K625 content/truong/th-a/index.md /truong/"]),
    "the directory": (["truong/index.md"], ["K625 content/truong/index.md /truong/"]),
    "a file among schools": (["Truong/so-lieu.csv"], ["K625 content/Truong/so-lieu.csv /truong/"]),
    "a framework's page": (["khung/ghi-chu.md"], ["K625 content/khung/ghi-chu.md /khung/"]),
    "a school's English page": (["en/truong/th-a.md"], ["K625 content/en/truong/th-a.md /truong/"]),
    "our page as a folder": (["kiem-tra/index.md"], ["K625 content/kiem-tra/index.md kiem-tra.md"]),
    "our page in capitals": (["Tiep-can.md"], ["K625 content/Tiep-can.md tiep-can.md"]),
    "the English home page": (["en/README.md"], ["K625 content/en/README.md en/index.md"]),
    "a page and a folder": (["tin.md", "tin/index.md"], ["K626 content/tin/index.md content/tin.md"]),
    "names that differ by case": (["Tin.md", "tin.md"], ["K626 content/tin.md content/Tin.md"]),
    "a finished page": (["tin.md", "tin/index.html"], ["K626 content/tin/index.html content/tin.md"]),
    "left out of the site": (["tin.md", "tin/index.md", "truong/nhap.md"], ["K625 content/truong/nhap.md /truong/"]),
}


@pytest.mark.parametrize(("names", "told"), CASES.values(), ids=list(CASES))
def test_addresses(names: list[str], told: list[str], tmp_path: Path) -> None:
    project = make_project(tmp_path, english=True, exclude_docs="tin/index.md\n" if "truong/nhap.md" in names else "")
    for name in names:
        file = project / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# Trang\n", encoding="utf-8")
    config = load_config(str(project / "mkdocs.yml"))
    options = build_options(config.plugins["kdcl"].config, config)
    found = list(address_findings(get_files(config), config, options))
    assert [f"{item.code} {item.place.file} {item.args['other']}" for item in found] == told
    assert all(item.args["value"] for item in found)


def test_without_folders_a_page_and_a_folder_do_not_meet(tmp_path: Path) -> None:
    project = make_project(tmp_path, use_directory_urls=False)
    for name in ("tin.md", "tin/index.md", "en/truong.md"):
        (project / "content" / name).parent.mkdir(exist_ok=True)
        (project / "content" / name).write_text("# Trang\n", encoding="utf-8")
    config = load_config(str(project / "mkdocs.yml"))
    options = build_options(config.plugins["kdcl"].config, config)
    assert list(address_findings(get_files(config), config, options)) == []


def test_nobody_can_lower_them() -> None:
    assert registry()["K625"].locked
    assert registry()["K626"].locked
