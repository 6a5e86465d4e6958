"""One finding in every form; what is private stays private in each."""

import json
from xml.etree import ElementTree as ET

import pytest

from kdcl_site.findings.finding import Finding, Place, Severity, in_order
from kdcl_site.findings.registry import finding, registry
from kdcl_site.findings.report import FORMATS, Format, by_code, report, summary
from kdcl_site.text.words import load_words

WORDS = load_words("vi")
LINES = ["- code: MC.1.1.01", "  file: files/bí-mật.pdf   # ghi chú"]
ITEM = finding("K601", Place("schools/a/evidence.yml", 2, 9), value="files/bí-mật.pdf")


def source(name: str) -> list[str]:
    return LINES if name == "schools/a/evidence.yml" else []


def show(form: Format, *items: Finding) -> str:
    return report(items, form, WORDS, source)


def test_text_points_at_the_place_and_says_how_to_mend_it() -> None:
    assert show("text", ITEM).splitlines() == [
        "lỗi K601: Minh chứng ghi là công khai nhưng không thấy tệp «files/bí-mật.pdf» trong thư mục của trường.",
        "  --> schools/a/evidence.yml:2:9",
        "  |",
        "2 |   file: files/bí-mật.pdf",
        "  |         ^",
        "  = cách sửa: " + registry()["K601"].hint["vi"],
        "  = ví dụ:",
        "      file: files/ke-hoach.pdf",
    ]


def test_concise_is_one_line() -> None:
    assert show("concise", ITEM).startswith("schools/a/evidence.yml:2:9: lỗi K601 Minh chứng")
    assert "\n" not in show("concise", ITEM)


def test_json_holds_both_languages() -> None:
    [data] = json.loads(show("json", ITEM))
    assert (data["code"], data["severity"], data["file"], data["line"], data["column"]) == (
        "K601",
        "error",
        "schools/a/evidence.yml",
        2,
        9,
    )
    assert set(data["message"]) == set(data["hint"]) == {"vi", "en"}


def test_github_escapes_what_its_syntax_needs() -> None:
    item = finding("K601", Place("schools/a,b/evidence.yml", 2, 9), value="50%\nx")
    line = show("github", item)
    assert line.startswith("::error file=schools/a%2Cb/evidence.yml,line=2,col=9,title=K601::")
    assert "50%25%0Ax" in line
    assert "\n" not in line


def test_sarif_names_the_rule_the_file_and_the_place() -> None:
    notice = finding("K120", Place("schools/a b/x.yml"), count="3")
    log = json.loads(show("sarif", ITEM, notice))
    assert (log["version"], log["runs"][0]["tool"]["driver"]["name"]) == ("2.1.0", "kdcl")
    [run] = log["runs"]
    rules = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in run["tool"]["driver"]["rules"]}
    assert rules == {"K120": "note", "K601": "error"}
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    whole, exact = (result["locations"][0]["physicalLocation"] for result in run["results"])
    assert whole == {"artifactLocation": {"uri": "schools/a%20b/x.yml"}}
    assert exact["region"] == {"startLine": 2, "startColumn": 9}
    assert "bí-mật.pdf" in run["results"][1]["message"]["text"]


def test_junit_fails_for_errors_and_warnings_and_tells_notices() -> None:
    odd = finding("K601", Place("schools/a/evidence.yml", 3, 1), value="<a>\x0b&")
    notice = finding("K120", Place("schools/a/x.yml"), count="3")
    suites = ET.fromstring(show("junit", ITEM, odd, notice))
    [suite] = suites
    assert (suite.get("tests"), suite.get("failures")) == ("3", "2")
    assert [[part.tag for part in case] for case in suite] == [["failure"], ["failure"], ["system-out"]]
    assert "<a>\ufffd&" in (suite[1][0].get("message") or "")


@pytest.mark.parametrize("form", FORMATS)
def test_a_private_finding_shows_the_key_and_the_line_only(form: Format) -> None:
    text = show(form, ITEM.hide())
    assert "bí-mật" not in text
    assert "ghi chú" not in text
    assert "evidence.yml" in text


def test_the_snippet_of_a_private_list_item_is_its_key() -> None:
    item = finding("K601", Place("schools/a/evidence.yml", 1, 1), value="x").hide()
    assert "1 | code: …" in show("text", item)
    assert "MC.1.1.01" not in show("text", item)


def test_a_private_finding_keeps_only_what_comes_from_us() -> None:
    args = {"value": "x", "meant": "x", "form": "x", "criteria": "x", "count": "x", "framework": "x"}
    shown = {"limit": "1", "kinds": ".pdf", "expected": "a, b", "first": "3", "key": "2.title"}
    hidden = finding("K601", Place("f"), **args, **shown, where="criteria.mật.plain").hide()
    assert hidden.args == dict.fromkeys((*args, "where"), "…") | shown


def test_the_key_of_a_private_line_is_no_word_of_an_author() -> None:
    item = finding("K601", Place("f", 1, 1), value="x").hide()
    assert "1 | …" in report([item], "text", WORDS, lambda name: ["Mật: x"])


def test_a_long_line_is_cut_around_the_place() -> None:
    long = ["x" * 300 + "đây" + "y" * 300]
    item = finding("K601", Place("f", 1, 301), value="x")
    lines = report([item], "text", WORDS, lambda name: long).splitlines()
    assert lines[3].startswith("1 | …")
    assert lines[3].endswith("…")
    assert lines[4].index("^") == lines[3].index("đây")


def test_findings_are_listed_by_place_and_counted() -> None:
    first, second = (finding("K606", Place("a.yml", line)) for line in (2, 10))
    assert in_order([second, ITEM, first]) == [first, second, ITEM]
    assert summary([ITEM, first, second], WORDS) == "1 lỗi, 2 cảnh báo, 0 lưu ý"


def test_no_findings_are_no_text() -> None:
    assert show("text") == show("concise") == show("github") == ""
    assert json.loads(show("json")) == []
    assert json.loads(show("sarif"))["runs"][0]["results"] == []
    [case] = ET.fromstring(show("junit")).iter("testcase")
    assert len(case) == 0


def test_every_code_has_its_texts_in_both_languages() -> None:
    for code in registry().values():
        assert isinstance(code.severity, Severity)
        for texts in (code.title, code.message, code.hint):
            assert all(texts[language].strip() for language in ("vi", "en")), code.code


def test_a_long_report_counts_by_code_the_gravest_and_the_most_first() -> None:
    place = Place("schools/a/evidence.yml")
    few = [finding("K505", place, value="x")] * 6 + [finding("K503", place, value="x")] * 3
    assert by_code([*few, ITEM], WORDS) == ""
    assert by_code([*few, ITEM, finding("K502", place, value="x")], WORDS).splitlines() == [
        "1 × K601 Không thấy tệp minh chứng",
        "6 × K505 Minh chứng chưa được dùng",
        "3 × K503 Cam kết xong mà chưa có minh chứng",
        "1 × K502 Điểm yếu chưa có cam kết",
    ]
