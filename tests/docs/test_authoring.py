"""Every example for authors is built, and the list of what can be overridden is the list of what there is."""

import re
from pathlib import Path

import yaml

from kdcl_site.rendering.render import TEMPLATES
from kdcl_site.text.words import fields_of, load_words
from tests.project import ROOT, build, failure, make_project

AUTHORING = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
OVERRIDING = (ROOT / "docs" / "overriding.md").read_text(encoding="utf-8")
WORDS = ROOT / "kdcl_site" / "text" / "words"
_FENCE = re.compile(r"^```([\w-]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ROW = re.compile(r"^\| `([^`]+)` \| .+ \|$", re.MULTILINE)


def examples(text: str, language: str) -> list[str]:
    return [example for named, example in _FENCE.findall(text) if named == language]


def test_every_example_shows_what_it_says(tmp_path: Path) -> None:
    project = make_project(tmp_path, "th-doi-thong", nav=None)
    found = examples(AUTHORING, "markdown")
    for number, example in enumerate(found):
        (project / f"content/vi-du-{number}.md").write_text(f"# Ví dụ\n\n{example}", encoding="utf-8")
    site = build(project, strict=True)
    for number, example in enumerate(found):
        html = (site / f"vi-du-{number}/index.html").read_text(encoding="utf-8")
        shown = html.partition("<article")[2].partition("</article>")[0]
        assert "kdcl:" not in shown
        assert shown.count('href="../') >= max(1, example.count("kdcl:")), example


def test_the_example_of_a_mistake_is_what_the_build_says(tmp_path: Path) -> None:
    project = make_project(tmp_path, "th-doi-thong", nav=None)
    [wrong] = examples(AUTHORING, "markdown-wrong")
    (project / "content/thu.md").write_text(wrong, encoding="utf-8")
    [promised] = examples(AUTHORING, "text")
    assert promised in failure(project)


def test_every_template_and_every_file_of_words_is_listed() -> None:
    words, templates = OVERRIDING.split("\n## Thay mẫu\n")
    assert _ROW.findall(templates) == sorted(path.name for path in TEMPLATES.glob("*.html"))
    assert _ROW.findall(words) == sorted(path.name for path in WORDS.glob("*.yml"))


def test_the_words_of_the_example_are_ours() -> None:
    ours = load_words("vi")
    [example] = examples(OVERRIDING, "yaml")
    for key, texts in yaml.safe_load(example).items():
        assert ours.has(key)
        assert {name for text in texts.values() for name in fields_of(text)} <= fields_of(ours.texts[key])
