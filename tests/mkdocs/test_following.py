"""Links of authored pages: what leads nowhere in the finished site is told with its line, everything else is not."""

from pathlib import Path

import pytest
from markdown import markdown
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from kdcl_site.findings.finding import Severity
from kdcl_site.mkdocs.following import link_findings
from kdcl_site.mkdocs.options import build_options
from kdcl_site.mkdocs.reporting import asked
from tests.project import make_project

SITE = {
    "index.html": "",
    "xa/tin/index.html": '<h2 id="muc-1">',
    "truong/th-a/index.html": '<li id="MC.1.1.01"><a name=cu><p id="a&amp;b">',
    "truong/cu/index.html": '<meta http-equiv="refresh" content="0">',
    "tep/ke hoach.pdf": "",
}
"""The page itself stands at `xa/tin/`."""

CASES = {
    "a page": ("[a](../../truong/th-a/)", []),
    "a page without its slash": ("[a](../../truong/th-a)", []),
    "from the root": ("[a](/truong/th-a/#cu)", []),
    "the whole address": ("[a](https://chatluong.example.edu.vn/truong/th-a/#MC.1.1.01)", []),
    "places": ("[a](#muc-1) [b](#) [c](#top) [d](../../truong/th-a/#a%26b) [e](#:~:text=x)", []),
    "a file": ("[a](../../tep/ke%20hoach.pdf#page=2)", []),
    "a former address": ("[a](../../truong/cu/#MC.1.1.01)", []),
    "elsewhere": ("[a](https://a.example/x) <a@a.example> [c](tel:0900) [d](//a.example/x)", []),
    "carried over": ("[a](/.well-known/security.txt)", []),
    "an example": ("`[a](../khong-co/)`", []),
    "no school": ("\n[a](../../truong/th-b/)", ["K623 2:5 ../../truong/th-b/"]),
    "no school, from the root": ("[a](/truong/th-b/)", ["K623 1:5 /truong/th-b/"]),
    "no school, with the site": (
        "[a](https://chatluong.example.edu.vn/truong/th-b/)",
        ["K623 1:5 https://chatluong.example.edu.vn/truong/th-b/"],
    ),
    "written as HTML": ('<a href="../khac/">a</a>', ["K623 1:10 ../khac/"]),
    "no scheme": ("[a](www.a.example) ![b](anh.png)", ["K623 1:5 www.a.example", "K623 1:25 anh.png"]),
    "no such place": ("[a](../../truong/th-a/#MC.1.1)", ["K624 1:5 MC.1.1"]),
    "no such place here": ("xem\n[a](#muc-2)", ["K624 2:5 muc-2"]),
    "a name in another": ("ban-tin.md [a](tin.md)", ["K623 1:16 tin.md"]),
    "a name too long": (f"[a]({'x' * 300})", [f"K623 1:5 {'x' * 79}…"]),
    "no address at all": ("[a](http://[x)", []),
    "the writer's machine": ("[a](file:///C:/a.pdf)", ["K622 1:5 file:///C:/a.pdf"]),
    "a program": ("<a href='JavaScript:x()'>a</a>", ["K622 1:10 JavaScript:x()"]),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("following"))
    for name, text in SITE.items():
        file = project / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (project / "content/xa").mkdir()
    return project


@pytest.mark.parametrize(("text", "told"), CASES.values(), ids=list(CASES))
def test_links(text: str, told: list[str], project: Path) -> None:
    (project / "content/xa/tin.md").write_text(text, encoding="utf-8")
    config = load_config(str(project / "mkdocs.yml"))
    options = build_options(config.plugins["kdcl"].config, config)
    file = File("xa/tin.md", config.docs_dir, config.site_dir, config.use_directory_urls)
    Page("Tin", file, config).content = markdown(text)
    found = list(link_findings(project / "site", Files([file]), options))
    shown = [f"{item.code} {item.place.line}:{item.place.column} {item.args['value']}" for item in found]
    assert shown == told
    assert {item.place.file for item in found} <= {"content/xa/tin.md"}


def test_the_operator_says_how_grave_they_are(project: Path) -> None:
    (project / "content/xa/tin.md").write_text("[a](khong-co/)", encoding="utf-8")
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins["kdcl"].config.severities = {"K623": "error"}
    options = build_options(config.plugins["kdcl"].config, config)
    file = File("xa/tin.md", config.docs_dir, config.site_dir, config.use_directory_urls)
    Page("Tin", file, config).content = '<a href="khong-co/">'
    [told] = asked(link_findings(project / "site", Files([file]), options), options)
    assert told.severity is Severity.ERROR
