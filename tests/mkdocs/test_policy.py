"""The policy of pages: the theme's scripts become one file, and what it stops in an operator's pages is told."""

import re
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config

from kdcl_site.mkdocs.inline import Scripts, aligned
from kdcl_site.mkdocs.options import build_options
from kdcl_site.mkdocs.policy import stopped
from kdcl_site.mkdocs.reporting import feature_findings
from kdcl_site.rendering.render import ASSETS
from tests.project import build, logged, make_project

STYLES = '<link rel="stylesheet" href="{root}assets/kdcl/kdcl.css">'
PAGE = STYLES + '<script>scope=new URL("{base}",location)</script><p><script>two()</script><script>two()</script></p>'
CALL = '<script src="{root}assets/javascripts/inline.{hash}.min.js" data-part="{part}"{more}></script>'


def written(scripts: Scripts, site: Path) -> dict[str, str]:
    scripts.write(site)
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*") if path.is_file()}


def test_scripts_are_parts_of_one_file_for_pages_of_every_depth(tmp_path: Path) -> None:
    scripts = Scripts()
    pages = [scripts.taken_out(PAGE.format(root=root, base=base)) for root, base in (("", "."), ("../../", "../.."))]
    [(name, text)] = written(scripts, tmp_path).items()
    assert text == (
        'if (document.currentScript.dataset.part === "0") {\n'
        "scope=new URL(document.currentScript.dataset.scope,location)\n}\n"
        'if (document.currentScript.dataset.part === "1") {\ntwo()\n}\n'
    )
    digest = name.split(".")[1]
    for page, root, base in zip(pages, ("", "../../"), (".", "../.."), strict=True):
        scope = f' data-scope="{base}"'
        first, second = (CALL.format(root=root, hash=digest, part=n, more="" if n else scope) for n in (0, 1))
        assert page == f"{STYLES.format(root=root)}{first}<p>{second}{second}</p>"


@pytest.mark.parametrize(
    "script",
    [
        '<script src="assets/kdcl/kdcl.js" defer></script>',
        '<script type="application/json" id="__config">{"base": "."}</script>',
        '<script type="application/ld+json">{}</script>',
    ],
)
def test_files_and_data_stay_where_they_are(script: str, tmp_path: Path) -> None:
    scripts, page = Scripts(), STYLES.format(root="") + script
    assert scripts.taken_out(page) == page
    assert written(scripts, tmp_path) == {}


@pytest.mark.parametrize("kind", ["", ' type="text/javascript"', " type=application/javascript", ' id="a>b"'])
def test_every_script_that_would_run_is_taken_out(kind: str) -> None:
    page = Scripts().taken_out(f"{STYLES.format(root='')}<script{kind}>one()</script>")
    assert "one()" not in page
    assert f"<script{kind} src=" in page


def test_a_page_with_a_frame_of_its_own_is_left_alone() -> None:
    assert Scripts().taken_out("<script>one()</script>") == "<script>one()</script>"


def test_aligned_tables_have_no_style() -> None:
    html = aligned('<th style="text-align: right;">A</th><td style="text-align: center;">B</td>')
    assert html == '<th class="kdcl-right">A</th><td class="kdcl-center">B</td>'


@pytest.mark.parametrize(
    ("html", "told"),
    [
        (
            '<p><img src="anh.png" alt=""><img src="data:image/png;base64,AA=="><a href="https://a.example">b</a></p>',
            [],
        ),
        (
            '<img src="https://a.example/p.png"> <img src="//a.example/p.png">',
            ["https://a.example/p.png", "//a.example/p.png"],
        ),
        ('<p style="color: red">a</p><p style="color: red">b</p>', ['style="color: red"']),
        ('<button onclick="go()">a</button>', ['onclick="go()"']),
        ('<iframe src="https://video.example"></iframe><style>p {}</style>', ["<iframe", "<style"]),
        ("<code>&lt;iframe&gt; style=</code>", []),
        ('<form action="https://a.example"><button formaction="b">', ['action="https://a.example"', 'formaction="b"']),
        ("<form><input></form>", []),
        ('<img src="a.png" srcset="b.png 1x, https://a.example/c.png 2x">', ["https://a.example/c.png"]),
        ('<video poster="//a.example/p.png"></video><input type="image" src="a.png">', ["//a.example/p.png"]),
        ('<svg><use href="//a.example/a.svg#x"/><image xlink:href="a.png"/></svg>', ["//a.example/a.svg#x"]),
        ('<script src="data:text/javascript,1"></script>', ["data:text/javascript,1"]),
    ],
)
def test_what_the_policy_stops_in_an_authored_page(html: str, told: list[str]) -> None:
    assert stopped(html) == told


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"extra_css": ["a.css"], "extra_javascript": ["b.js"]}, []),
        ({"extra_javascript": ["https://cdn.example/b.js"]}, ["https://cdn.example/b.js"]),
        ({"extra_css": ["//cdn.example/a.css"]}, ["//cdn.example/a.css"]),
        ({"theme": {"name": "material", "language": "vi"}}, ["theme.font"]),
        ({"extra": {"analytics": {"provider": "google"}}}, ["extra.analytics"]),
    ],
)
def test_what_the_policy_stops_in_the_configuration(changes: dict[str, Any], told: list[str], tmp_path: Path) -> None:
    config = load_config(str(make_project(tmp_path, **changes) / "mkdocs.yml"))
    found = feature_findings(config, build_options(config.plugins["kdcl"].config, config))
    assert [(item.code, item.args["value"]) for item in found] == [("K630", value) for value in told]


def test_an_authored_page_is_told_of_with_its_line(tmp_path: Path) -> None:
    project = make_project(tmp_path, "th-doi-thong", nav=None)
    page = "# Trang\n\n| A | B |\n| --- | --: |\n| 1 | 2 |\n\n<iframe src='https://video.example'></iframe>\n"
    (project / "content" / "xa.md").write_text(page, encoding="utf-8")
    with logged() as lines:
        site = build(project)
    said = "\n".join(lines)
    assert "content/xa.md:7:1" in said
    assert said.count("K630") == 1
    html = (site / "xa" / "index.html").read_text("utf-8")
    assert '<td class="kdcl-right">2</td>' in html
    assert html.index("Content-Security-Policy") < html.index("<link")


@pytest.mark.parametrize("path", sorted(ASSETS.glob("*.js")), ids=lambda path: path.name)
def test_our_scripts_write_text_and_never_html(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "srcdoc"):
        assert word not in text
    assert not re.search(r"setAttribute\(\s*[\"'`](on|style)", text)
    assert not re.search(r"set(Timeout|Interval)\(\s*[\"'`]", text)
