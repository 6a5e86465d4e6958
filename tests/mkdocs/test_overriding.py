"""An operator's own templates and words win in both languages, and what is wrong in them is told with its line."""

import re
from pathlib import Path

import pytest

from tests.project import build, failure, logged, make_project
from tests.site.test_failures import fingerprint
from tests.site.test_serve import Server

SCHOOL = "th-canh-buom"
OWN_WORDS = """
foot.as_of: {vi: "Số liệu của ngày {date}.", en: "Figures of {date}."}
ask.title: {vi: "Gọi ai?", en: "Whom to call?"}
"""
MORE_WORDS = 'report.title: {vi: "Bản tự soi", en: "Mirror"}\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", SCHOOL)


def put(project: Path, name: str, text: str) -> Path:
    file = project / "overrides/kdcl" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def page(site: Path, name: str) -> str:
    return (site / name / "index.html").read_text(encoding="utf-8")


def test_templates_and_words_win_in_both_languages(tmp_path: Path) -> None:
    project = make_project(tmp_path, SCHOOL, english=True)
    put(project, "words.yml", OWN_WORDS)
    put(project, "words/them.yml", MORE_WORDS)
    put(project, "_chart.html", '{% macro chart(c) %}<p class="own-chart">{{ c.title }}</p>{% endmacro %}')
    for name in ("sheet", "accessibility", "checks"):
        put(project, f"{name}.html", f'<div class="kdcl own-{name}"><h1>{{{{ "ask.title" | w }}}}</h1></div>')
    site = build(project)
    for root, words in (
        ("", ("Số liệu của ngày", "Gọi ai?", "Bản tự soi")),
        ("en/", ("Figures of", "call?", "Mirror")),
    ):
        school = page(site, f"{root}truong/{SCHOOL}")
        assert words[0] in school
        assert words[1] in school
        assert words[2] in page(site, f"{root}truong/{SCHOOL}/bao-cao")
        assert "own-chart" in school
        assert "own-sheet" in page(site, f"{root}truong/{SCHOOL}/phieu-phu-huynh")
        assert "own-checks" in page(site, f"{root}truong/{SCHOOL}/kiem-tra")
        assert "own-accessibility" in page(site, f"{root}tiep-can")


CASES = {
    "a sign too few": ("school.html", 'a\n{{ "foot.source" | w }', "K618", ":2:"),
    "an unknown filter": ("school.html", "a\n{{ data.name | lon }}", "K618", ":2:"),
    "a name that is not there": ("school.html", "a\nb\n{{ data.nothing }}", "K618", ":3:"),
    "a word that is not there": ("criterion.html", 'a\n{{ w("no.such.word") }}', "K618", ":2:"),
    "a part that lacks a macro": ("_parts.html", "{# nothing #}", "K618", ""),
    "marks that lack a macro": ("_mark.html", "{# nothing #}", "K618", ""),
    "a page of many schools": ("directory.html", "a\n{{ nothing }}", "K618", ":2:"),
    "words that are no YAML": ("words.yml", "a.b: {vi: x, en: y}\nb.c: {vi: [}\n", "K619", ":2:"),
    "words without a language": ("words.yml", "# mine\nhome.heading: Tên\n", "K619", ":2:"),
    "words of their own without Vietnamese": ("words.yml", 'my.own: {en: "Mine"}\n', "K619", ":1:"),
    "words with an unknown field": ("words/a.yml", '\nfoot.as_of: {vi: "Ngày {ngay}"}\n', "K621", ":2:"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_wrong_is_told_with_its_line_and_the_old_site_stands(case: str, project: Path) -> None:
    name, text, code, line = CASES[case]
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("old", encoding="utf-8")
    before = fingerprint(site)
    put(project, name, text)
    report = failure(project)
    assert f"{code}:" in report
    assert f"--> overrides/kdcl/{name}{line}" in report
    assert "Traceback" not in report
    assert fingerprint(site) == before


def test_what_overrides_nothing_is_said_and_stops_nothing(project: Path) -> None:
    put(project, "scool.html", "x")
    put(project, "_mine.html", "x")
    put(project, "words.yml", 'home.headin: {vi: "Tên"}\n')
    with logged() as lines:
        build(project, strict=True)
    [said] = [line for line in lines if "K620" in line]
    assert re.findall("«([^»]+)» không", said) == ["scool.html", "home.headin"]


def test_an_operator_may_want_it_graver(project: Path) -> None:
    put(project, "scool.html", "x")
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    assert config.count("english: false") == 1
    config = config.replace("english: false", "english: false\n    severities: {K620: error}")
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert "K620:" in failure(project)


def test_a_served_site_goes_on_with_our_own(project: Path, tmp_path: Path) -> None:
    server = Server(project, tmp_path / "site")
    server.rebuild()
    before = page(server.site, f"truong/{SCHOOL}")
    for name, text in (("school.html", "{{ data.nothing }}"), ("school.html", "{{"), ("words.yml", "a: b")):
        file = put(project, name, text)
        with logged() as lines:
            server.rebuild()
        assert sum(line.startswith("ERROR") and f"overrides/kdcl/{name}" in line for line in lines) == 1
        assert page(server.site, f"truong/{SCHOOL}") == before
        file.unlink()
    server.config.plugins.on_shutdown()
