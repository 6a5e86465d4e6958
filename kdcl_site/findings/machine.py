"""Findings for programs: JSON, annotations for a code host, SARIF 2.1.0 and JUnit XML."""

import json
import re
from collections.abc import Sequence
from importlib.metadata import version
from urllib.parse import quote
from xml.etree import ElementTree as ET

from kdcl_site.findings.finding import Finding, Severity, count
from kdcl_site.findings.registry import Code, hint, message, registry

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_json(items: Sequence[Finding], language: str) -> str:
    """Return a list of objects with the texts in both languages."""
    return json.dumps([_data(item) for item in items], ensure_ascii=False, indent=2)


def as_github(items: Sequence[Finding], language: str) -> str:
    """Return one annotation a line."""
    return "\n".join(_annotation(item, language) for item in items)


def as_sarif(items: Sequence[Finding], language: str) -> str:
    """Return a SARIF log of one run, with a rule for each code that occurs."""
    codes = sorted({item.code for item in items})
    driver = {
        "name": "kdcl",
        "version": version("kdcl-site"),
        "rules": [_rule(registry()[code], language) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, codes.index(item.code), language) for item in items],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def as_junit(items: Sequence[Finding], language: str) -> str:
    """Return a suite of tests, a case for each finding; errors and warnings have failed, notices only say something."""
    failures = len(items) - count(items, Severity.NOTICE)
    numbers = {"tests": str(max(1, len(items))), "failures": str(failures), "errors": "0"}
    suite = ET.Element("testsuite", {"name": "kdcl", **numbers})
    for item in items:
        place = item.place
        case = ET.SubElement(suite, "testcase", {"classname": _xml(place.file), "name": _name(item), "time": "0"})
        case.set("file", _xml(place.file))
        case.set("line", str(place.line))
        text = _xml(f"{message(item, language)}\n{hint(item, language)}")
        if item.severity is Severity.NOTICE:
            ET.SubElement(case, "system-out").text = text
        else:
            attributes = {"type": item.severity.value, "message": _xml(message(item, language))}
            ET.SubElement(case, "failure", attributes).text = text
    if not items:
        ET.SubElement(suite, "testcase", {"classname": "kdcl", "name": "check", "time": "0"})
    suites = ET.Element("testsuites")
    suites.append(suite)
    ET.indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suites, encoding="unicode")


def _data(item: Finding) -> dict[str, object]:
    return {
        "code": item.code,
        "severity": item.severity.value,
        "file": item.place.file,
        "line": item.place.line,
        "column": item.place.column,
        "title": registry()[item.code].title,
        "message": {language: message(item, language) for language in ("vi", "en")},
        "hint": {language: hint(item, language) for language in ("vi", "en")},
    }


def _annotation(item: Finding, language: str) -> str:
    place = item.place
    at = f",line={place.line},col={place.column}" if place.line else ""
    head = f"::{_GITHUB[item.severity]} file={_property(place.file)}{at},title={_property(item.code)}"
    return f"{head}::{_escape(message(item, language) + ' ' + hint(item, language))}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def _rule(code: Code, language: str) -> dict[str, object]:
    return {
        "id": code.code,
        "shortDescription": {"text": code.title[language]},
        "defaultConfiguration": {"level": _SARIF[code.severity]},
    }


def _result(item: Finding, rule: int, language: str) -> dict[str, object]:
    place = item.place
    location: dict[str, object] = {"artifactLocation": {"uri": quote(place.file)}}
    if place.line:
        location["region"] = {"startLine": place.line, "startColumn": max(1, place.column)}
    return {
        "ruleId": item.code,
        "ruleIndex": rule,
        "level": _SARIF[item.severity],
        "message": {"text": f"{message(item, language)} {hint(item, language)}"},
        "locations": [{"physicalLocation": location}],
    }


def _name(item: Finding) -> str:
    return f"{item.code} {item.place.line}:{item.place.column}"


def _xml(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)
