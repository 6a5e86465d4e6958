"""No word a reader sees stands outside the catalogue of words: not in templates, nor in Python, scripts or styles."""

import ast
import re
import string
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, nodes

PACKAGE = Path(__file__).parents[2] / "kdcl_site"
WORDS = sorted((PACKAGE / "text" / "words").rglob("*.yml"))
TEMPLATES = sorted(PACKAGE.rglob("*.html"))
SCRIPTS = sorted(PACKAGE.rglob("*.js"))
STYLES = sorted(PACKAGE.rglob("*.css"))
PYTHON = sorted(PACKAGE.rglob("*.py"))

VIETNAMESE = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
PHRASE = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")
SHOWN = {"title", "alt", "aria-label", "aria-description", "placeholder", "label", "content", "value"}
CLASS = re.compile(r"\[[^\]]*\]")
"""The letters of a pattern are no words."""

ABOUT_THE_LANGUAGE = {
    "exchange/former_codes.py",
    "text/folding.py",
    "text/formats.py",
    "text/legacy.py",
    "text/ordering.py",
    "text/personal.py",
    "text/persons.py",
    "text/syllables.py",
    "text/words.py",
}
"""Modules whose data are Vietnamese itself: its letters and syllables, what to find in lists, the catalogue."""
HOLE = "\x00"
"""Stands where a template puts something in."""


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def entries() -> Iterator[tuple[str, dict[str, str]]]:
    for path in WORDS:
        if path.parent.name != "findings":
            yield from yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader).items()


def test_every_word_is_used() -> None:
    """By its whole name, or by one into which code puts something."""
    written = "\n".join(path.read_text(encoding="utf-8") for path in (*PYTHON, *TEMPLATES, *SCRIPTS))
    known = set(re.findall(r"[\"']([\w.]+)[\"']", written))
    forms = {f"{start}.+" for start in re.findall(r"[\"']([\w.]+\.)[\"'] ?[+~%]", written)}
    filled = re.findall(r"f[\"']([\w.]*(?:\{[^}]*\}[\w.]*)+)[\"']", written)
    forms |= {form for form in (re.sub(r"\{[^}]*\}", ".+", one) for one in filled) if re.search(r"\w{3}", form)}
    used = re.compile("|".join(sorted(forms)))
    assert [key for key, _ in entries() if key not in known and not used.fullmatch(key)] == []


def test_every_word_is_there_in_both_languages_with_fields_the_first_has() -> None:
    for key, texts in entries():
        assert {"vi", "en"} <= set(texts) <= {"vi", "en", "en.one"}, key
        assert texts["en"].strip() or not texts["vi"].strip(), key
        for language in set(texts) - {"vi"}:
            assert fields(texts[language]) <= fields(texts["vi"]), key


def holes(source: str) -> str:
    """A template's own HTML, with a hole for all that Jinja puts in."""
    tree = Environment(autoescape=True).parse(source)
    parts: list[str] = []

    def walk(node: nodes.Node) -> None:
        if isinstance(node, nodes.Block) and node.name == "kind":  # the page's kind, within a class
            return
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.TemplateData):
                parts.append(child.data)
            elif isinstance(node, nodes.Output):
                parts.append(HOLE)
            else:
                walk(child)

    walk(tree)
    return "".join(parts)


class Letters(HTMLParser):
    """Collects what is not a hole: text, and attributes that are shown or read out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.found += [value for name, value in attrs if name in SHOWN and value and re.search("[^\\W\\d_]", value)]

    def handle_data(self, data: str) -> None:
        self.found += re.findall(r"\w*[^\W\d_]\w*", data)


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_has_no_words_of_its_own(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    reader = Letters()
    reader.feed(holes(source))
    assert [word for word in reader.found if word not in ("SHA-256", "SHA")] == []
    for literal in re.findall(r"\"[^\"]*\"|'[^']*'", re.sub(r"\{#.*?#\}", "", source, flags=re.DOTALL)):
        assert not VIETNAMESE.search(literal), literal
    for output in Environment(autoescape=True).parse(source).find_all(nodes.Output):
        for said in output.nodes:
            assert not (isinstance(said, nodes.Const) and re.search("[^\\W\\d_]", str(said.value))), said


def literals(tree: ast.AST) -> Iterator[str]:
    """Every text in Python code but docstrings."""
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Constant) and isinstance(child.value, str) and not isinstance(node, ast.Expr):
                yield child.value


def raised(tree: ast.AST) -> set[str]:
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Raise | ast.Assert))
    return {text for node in found for text in literals(node)}


@pytest.mark.parametrize("path", PYTHON, ids=named)
def test_python_has_no_vietnamese(path: Path) -> None:
    if named(path) not in ABOUT_THE_LANGUAGE:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert [text for text in literals(tree) if VIETNAMESE.search(CLASS.sub("", text))] == []


MAKING_PAGES = [path for path in PYTHON if named(path).startswith(("pages/", "rendering/", "outputs/", "mkdocs/"))]


@pytest.mark.parametrize("path", MAKING_PAGES, ids=named)
def test_what_makes_pages_has_no_english_sentence(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    meant_for_us = raised(tree)
    found = [text for text in literals(tree) if PHRASE.search(text) and text not in meant_for_us]
    assert [text for text in found if not re.search(r"[<>{}\\|=]", text)] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=named)
def test_a_script_has_no_words_of_its_own(path: Path) -> None:
    code = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    for literal in re.findall(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`", code):
        assert not VIETNAMESE.search(literal), literal
        assert not PHRASE.search(literal) or literal == '"use strict"', literal


@pytest.mark.parametrize("path", STYLES, ids=named)
def test_a_style_sheet_shows_no_words(path: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for shown in re.findall(r"content:([^;}]*)", css):
        for literal in re.findall(r"\"([^\"]*)\"", shown):
            assert not re.search("[^\\W\\d_]{2}", literal), literal
