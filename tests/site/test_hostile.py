"""School text is hostile until proven otherwise: it is shown, and nothing of it lives."""

import csv
import json
import re
from pathlib import Path

import pytest

from tests.project import build, make_project, pages
from tests.site.injection import attack, rotated
from tests.site.links import parse
from tests.site.living import living
from tests.site.rewrite import load, rewrite_school, save

NAME = 'Trường <b>"A" & B</b>: {{ x }} | --8<-- #1'
HOSTILE = (
    '</title></script></style>--><script>alert(1)</script><hostile-x onclick="x()">{{ 7*7 }}{% raw %}'
    "<img src=x onerror=alert(2)> ![a](https://evil.example/p.png) [b](javascript:alert(3)) [c](data:text/html,x) "
    '<a href="javascript:alert(4)">d</a> <https://evil.example/auto> --8<-- "/etc/passwd" | cột | "\' & &lt;i&gt; '
    "\u202e\u200b <svg/onload=alert(5)> [e]: javascript:alert(6)"
)
LIVE_ATTRIBUTES = ("onclick", "onerror", "onload", "onmouseover", "style", "srcdoc", "formaction")


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(
        tmp_path_factory.mktemp("hostile"), "th-doi-thong", use_directory_urls=request.param, site_name="Trang"
    )
    school = project / "schools" / "th-doi-thong"
    rewrite_school(school, lambda key, text: text + " " + HOSTILE)
    attack(school, rotated(7 if request.param else 43))
    data = load(school / "school.yml")
    save(school / "school.yml", data | {"name": NAME})
    return build(project)


def test_no_element_or_attribute_of_it_lives(site: Path) -> None:
    for page in pages(site):
        for tag, attributes in parse(page).elements:
            assert tag not in {"hostile-x", "iframe", "object", "embed", "b"}, page
            assert not set(attributes) & set(LIVE_ATTRIBUTES), (page, tag, attributes)
            for name in ("href", "src", "action"):
                value = attributes.get(name, "").strip().lower()
                assert not value.startswith(("javascript:", "data:", "vbscript:")), (page, value)
            if tag in {"img", "script", "link"}:
                assert "evil.example" not in attributes.get("src", attributes.get("href", "")), page


def test_nothing_of_the_corpus_comes_to_life(site: Path) -> None:
    for page in pages(site):
        assert living(page.read_text(encoding="utf-8")) == [], page


def test_no_cell_of_a_table_for_spreadsheets_begins_a_formula(site: Path) -> None:
    for path in site.rglob("*.csv"):
        for row in csv.reader(path.read_text(encoding="utf-8-sig").splitlines()):
            assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))], path


def test_scripts_are_only_the_themes(site: Path) -> None:
    for page in pages(site):
        text = page.read_text(encoding="utf-8")
        assert "<script>alert" not in text
        assert "<hostile-x" not in text
        drawings = re.findall(r"<svg[^<>]*>(?:<path[^<>]*>)?<title[^<>]*>[^<>]*</title>", text)
        assert text.count("</title>") == 1 + text.count("</title></svg>") + len(drawings), page


def test_it_is_shown_as_text_and_nothing_is_evaluated(site: Path) -> None:
    text = (site / "truong" / "th-doi-thong" / "index.html").read_text(encoding="utf-8")
    assert "Trường &lt;b&gt;&#34;A&#34; &amp; B&lt;/b&gt;: {{ x }} | --8&lt;-- #1" in text
    assert "{{ 7*7 }}" in text
    assert "root:" not in text


def test_the_search_index_holds_text_that_stays_text_as_html(site: Path) -> None:
    for path in sorted(site.rglob("search_index.json")):
        for document in json.loads(path.read_text(encoding="utf-8"))["docs"]:
            assert "<" not in document["title"], document["title"]
            assert "<script" not in document["text"]
            assert "<hostile" not in document["text"]
            if "truong" in path.relative_to(site).parts:
                assert "<" not in document["text"]


def test_the_directory_shows_the_name_and_no_markup_of_it(site: Path) -> None:
    text = (site / "truong" / "index.html").read_text(encoding="utf-8")
    assert "Trường &lt;b&gt;" in text
    assert "Trường <b>" not in text
