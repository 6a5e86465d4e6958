"""The English side of the sample site: every page is there, says which words are Vietnamese, and leads to its twin."""

import json
import posixpath
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from kdcl_site.text.passages import CLOSE, OPEN
from tests.project import build, make_project, pages
from tests.site.links import broken_links, parse

SITE = "https://chatluong.example.edu.vn/"
VIETNAMESE = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
OWN = "gioi-thieu.md"
SCHOOLS = ("th-doi-thong", "thpt-nui-voi", "th-thcs-ban-may")


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(project(tmp_path_factory.mktemp("english"), request.param, english=True), strict=True)


def project(folder: Path, directory_urls: bool, english: bool) -> Path:
    """Three schools, and a page of the operator's that nobody has translated."""
    nav = [{"Trang chủ": "index.md"}, {"Các trường": "truong/index.md"}, "khung/index.md", "cach-doc.md", OWN]
    found = make_project(folder, *SCHOOLS, english=english, use_directory_urls=directory_urls, nav=nav)
    (found / "content" / OWN).write_text("# Giới thiệu\n\nMột trang của địa phương.\n", encoding="utf-8")
    return found


def below(site: Path, english: bool) -> list[str]:
    names = [path.relative_to(site).as_posix() for path in pages(site)]
    return [name for name in names if name.startswith("en/") == english and name != "404.html"]


class Unspoken(HTMLParser):
    """Collects the Vietnamese of a page's content that does not say that it is."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str, bool]] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        _, language, inside = self.open[-1] if self.open else ("", "", False)
        inside = inside or "kdcl" in values.get("class", "").split()
        if tag not in VOID:
            self.open.append((tag, values.get("lang", language), inside))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, language, inside = self.open[-1] if self.open else ("", "", False)
        # Documents and files have numbers with Vietnamese letters (57/2026/TT-BGDĐT), and drawings hold text alone.
        words = " ".join(word for word in data.split() if "/" not in word)
        if inside and language == "en" and tag not in ("title", "desc", "text", "code", "script"):
            self.found += [words] if VIETNAMESE.search(words) else []


def test_vietnamese_on_english_pages_says_so(site: Path) -> None:
    missing: dict[str, list[str]] = {}
    for name in below(site, english=True):
        reader = Unspoken()
        reader.feed((site / name).read_text(encoding="utf-8"))
        missing |= {name: reader.found} if reader.found else {}
    assert missing == {}


def test_every_page_of_ours_has_its_twin(site: Path) -> None:
    vietnamese = {name for name in below(site, english=False) if not name.startswith("gioi-thieu")}
    assert {name.removeprefix("en/") for name in below(site, english=True)} == vietnamese


@cache
def alternates(site: Path, name: str) -> dict[str, str]:
    elements = parse(site / name).elements
    links = [values for tag, values in elements if tag == "link" and values.get("rel", "").split() == ["alternate"]]
    return {one["hreflang"]: one["href"] for one in links if "hreflang" in one}


def file_of(url: str) -> str:
    path = unquote(url.removeprefix(SITE))
    return path + "index.html" if path == "" or path.endswith("/") else path


def test_hreflang_is_reciprocal_and_names_the_page_itself(site: Path) -> None:
    for english in (True, False):
        for name in below(site, english):
            links = alternates(site, name)
            if name.startswith("gioi-thieu"):
                assert links == {}
                continue
            assert list(links) == ["vi", "en", "x-default"], name
            assert file_of(links["en" if english else "vi"]) == name
            assert links["x-default"] == links["vi"]
            assert alternates(site, file_of(links["vi" if english else "en"])) == links


def test_the_switch_leads_to_the_twin_and_html_says_its_language(site: Path) -> None:
    for english in (True, False):
        for name in below(site, english):
            elements = parse(site / name).elements
            assert next(values["lang"] for tag, values in elements if tag == "html") == ("en" if english else "vi")
            [switch] = [values for _, values in elements if "kdcl-language" in values.get("class", "")]
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), switch["href"]))
            file = target if target.endswith(".html") else posixpath.normpath(f"{target}/index.html")
            twin = name.removeprefix("en/") if english else f"en/{name}"
            assert file == ("en/index.html" if name.startswith("gioi-thieu") else twin)


def test_no_link_is_broken_and_no_mark_is_left(site: Path) -> None:
    assert broken_links(site) == []
    for path in site.rglob("*"):
        if path.suffix in (".html", ".json", ".xml", ".js"):
            text = path.read_text(encoding="utf-8")
            assert OPEN not in text, path
            assert CLOSE not in text, path


def test_vietnamese_pages_do_not_change_with_english(site: Path, tmp_path: Path) -> None:
    alone = build(project(tmp_path, (site / "gioi-thieu" / "index.html").is_file(), english=False))
    for name in below(site, english=False):
        body = re.search("<article.*</article>", (site / name).read_text("utf-8"), re.DOTALL)
        other = re.search("<article.*</article>", (alone / name).read_text("utf-8"), re.DOTALL)
        assert body is not None
        assert other is not None
        assert body[0] == other[0], name


def test_english_pages_search_their_own_index(site: Path) -> None:
    for name in below(site, english=True):
        html = (site / name).read_text(encoding="utf-8")
        base = re.search(r'"base":\s*"([^"]*)"', html)
        assert base is not None
        root = posixpath.normpath(posixpath.join(posixpath.dirname(name), base[1]))
        assert root.startswith("en"), name
        index = json.loads((site / root / "search" / "search_index.json").read_text(encoding="utf-8"))
        for document in index["docs"]:
            target = posixpath.normpath(posixpath.join(root, document["location"].partition("#")[0]))
            file = site / target if target.endswith(".html") else site / target / "index.html"
            assert file.is_file(), (name, document["location"])


def test_the_sitemap_has_both(site: Path) -> None:
    tree = ElementTree.parse(site / "sitemap.xml")  # our own file
    listed = {file_of(element.text or "") for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert listed == {*below(site, english=True), *below(site, english=False)}


def test_forms_are_english(site: Path) -> None:
    text = (site / "en/truong/th-doi-thong/index.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    for said in ("Level 1", "28 October 2026", "3 of 7 done", "2026–2027", "Primary school, public"):
        assert said in text
    assert "Tự đánh giá" not in text


def test_an_operators_own_english_pages_speak_english(tmp_path: Path) -> None:
    told = make_project(tmp_path, "th-doi-thong", english=True)
    (told / "content" / "en").mkdir()
    (told / "content" / "en" / "index.md").write_text("# Our schools\n\n<!-- kdcl: counts -->\n", encoding="utf-8")
    (told / "content" / "en" / "cach-doc.md").write_text("# How to read\n\nWords.\n", encoding="utf-8")
    config = (told / "mkdocs.yml").read_text(encoding="utf-8")
    assert "- Cách đọc: cach-doc.md" in config
    config = config.replace("- Cách đọc: cach-doc.md", "- Cách đọc: cach-doc.md\n- en/index.md\n- en/cach-doc.md")
    (told / "mkdocs.yml").write_text(config, encoding="utf-8")
    site = build(told, strict=True)
    home = (site / "en" / "index.html").read_text(encoding="utf-8")
    assert 'lang="en"' in home
    assert "Our schools" in home
    assert "school</dt>" in home
    assert "How to read" in home
    assert "Cách đọc" not in home
    assert list(alternates(site, "en/cach-doc/index.html")) == ["vi", "en", "x-default"]
    assert alternates(site, "cach-doc/index.html") == alternates(site, "en/cach-doc/index.html")
    assert "How to read" not in (site / "index.html").read_text(encoding="utf-8")
    index = (site / "en" / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "How to read" in index
    assert "How to read" not in (site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert broken_links(site) == []
