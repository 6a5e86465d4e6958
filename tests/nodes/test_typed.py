"""Nodes to typed objects: each kind of error of the shape has a code, a place and words."""

from typing import Annotated, Any

import pytest
from pydantic import Field, TypeAdapter, ValidationError

from kdcl_site.findings.registry import hint, message
from kdcl_site.model.assessment import Assessment
from kdcl_site.model.evidence import Evidence
from kdcl_site.model.improvement import Improvement
from kdcl_site.model.recognition import Recognition
from kdcl_site.model.scalars import CriteriaRefs, Id, Link, RelativePath, Verdicts, When
from kdcl_site.model.school import School
from kdcl_site.nodes import typed as typed_module
from kdcl_site.nodes.compose import compose
from kdcl_site.nodes.entry import Day, Entry, Flag, Format, SchoolYear, Text, Whole
from kdcl_site.nodes.typed import plain, suggestion, typed


class Inner(Entry):
    """A mapping inside."""

    day: Day


class Thing(Entry):
    """One field of each kind."""

    format: Format = 1
    text: Text | None = None
    day: Day | None = None
    whole: Whole | None = None
    flag: Flag = False
    year: SchoolYear | None = None
    when: When | None = None
    link: Link | None = None
    path: RelativePath | None = None
    id: Id | None = None
    inner: Inner | None = None
    many: Annotated[tuple[Inner, ...], Field(min_length=1)] | None = None
    verdicts: Verdicts | None = None
    refs: CriteriaRefs = ()


CASES = {
    "missing key": ("inner: {}", "K201", 1, 8),
    "missing item": ("many:\n  - {day: 2026-01-01}\n  -", "K201", 3, 4),
    "nothing under a required key": ("inner:\n  day:", "K201", 2, 7),
    "unknown key": ("text: a\ntxt: b", "K202", 2, 1),
    "unknown key far inside": ("many:\n  - day: 2026-01-01\n    dya: x", "K202", 3, 5),
    "our own name for the place": ("located: x", "K202", 1, 1),
    "no choice": ("verdicts: good", "K203", 1, 11),
    "no choice in a map": ("verdicts: {a: met, b: good}", "K203", 1, 23),
    "another format": ("format: 2", "K203", 1, 9),
    "list for a text": ("text: [a]", "K204", 1, 7),
    "group for a day": ("day: {a: b}", "K204", 1, 6),
    "list for a number": ("whole: [1]", "K204", 1, 8),
    "list for a flag": ("flag: [true]", "K204", 1, 7),
    "text for a group": ("inner: a", "K205", 1, 8),
    "text for a list": ("many: a", "K206", 1, 7),
    "text for a list or map": ("refs: a", "K206", 1, 7),
    "day of people": ("day: 05/09/2026", "K207", 1, 6),
    "day with hours": ("day: 2026-09-05 10:00", "K207", 1, 6),
    "no such day": ("day: 2026-02-30", "K208", 1, 6),
    "no whole number": ("whole: 1.5", "K209", 1, 8),
    "whole number too long": ("whole: 12345678901", "K209", 1, 8),
    "blank": ("text: '  '", "K210", 1, 7),
    "empty in quotes": ('text: ""', "K210", 1, 7),
    "no flag": ("flag: yep", "K211", 1, 7),
    "no school year": ("year: 2026", "K212", 1, 7),
    "school year of two years": ("year: 2026-2028", "K212", 1, 7),
    "no moment": ("when: tháng 9", "K213", 1, 7),
    "no such moment": ("when: 2026-13", "K213", 1, 7),
    "script for a link": ("link: 'javascript:alert(1)'", "K214", 1, 7),
    "quote in a link": ("link: 'https://a.vn/\"onclick'", "K214", 1, 7),
    "path out": ("path: ../a", "K215", 1, 7),
    "path with a drive": ("path: 'c:/a'", "K215", 1, 7),
    "path with a trailing dot": ("path: a./b", "K215", 1, 7),
    "no id": ("id: a b", "K216", 1, 5),
    "id that leads up": ("id: ..", "K216", 1, 5),
    "no item": ("many: []", "K217", 1, 7),
    "no number": ("refs: [a]", "K218", 1, 8),
    "no number in a map": ("refs: {x: [a]}", "K218", 1, 12),
}


@pytest.mark.parametrize(("text", "code", "line", "column"), CASES.values(), ids=CASES.keys())
def test_finding(text: str, code: str, line: int, column: int) -> None:
    node, found = compose(text, "a.yml")
    assert node is not None
    assert found == []
    value, findings = typed(node, TypeAdapter(Thing), "a.yml")
    assert value is None
    assert [(item.code, item.place.line, item.place.column) for item in findings] == [(code, line, column)]
    for language in ("vi", "en"):
        assert "{value" not in message(findings[0], language) + hint(findings[0], language)


def test_all_at_once_and_nothing_twice() -> None:
    node, _ = compose("day: x\nwhole: x\nunknown: x\ninner: {day: x}", "a.yml")
    assert node is not None
    _, findings = typed(node, TypeAdapter(Thing), "a.yml")
    assert [item.code for item in findings] == ["K207", "K209", "K207", "K202"]


def test_what_is_sound() -> None:
    text = (
        "text:\nday: 2026-02-28\nwhole: 010\nflag: true\nyear: 2026-2027\nwhen: 2026-09-05/2026-09-06\n"
        "link: https://a.vn/kế-hoạch?x=1\npath: a\\b c.pdf\nid: CT-2026-03\nmany: [{day: 2026-01-01}]\n"
        "verdicts: {a: met}\nrefs: {x: ['1.1']}\n"
    )
    node, _ = compose(text, "a.yml")
    assert node is not None
    thing, findings = typed(node, TypeAdapter(Thing), "a.yml")
    assert findings == []
    assert thing is not None
    assert (thing.text, thing.whole, thing.path) == (None, 10, "a/b c.pdf")
    assert thing.place("many", 0, "day").line == 10
    assert thing.key_place("many").column == 1
    assert thing.verdicts == {"a": "met"}
    assert thing.many is not None
    assert thing.many[0].located.node is node.get("many").items[0]  # type: ignore[union-attr]  # seen to be there


_SCALARS = ["", "x", "[]", "{}", "[x]", "{x: y}", "[[x]]", "[{x: y}]", "{x: {x: y}}", "{'1': {x: y}}", "1", "''", "-1"]
_FILES = {
    "school": (School, School),
    "assessment": (Assessment, Assessment),
    "improvement": (Improvement, Improvement),
    "evidence": (tuple[Evidence, ...], Evidence),
    "recognitions": (tuple[Recognition, ...], Recognition),
}


@pytest.mark.parametrize("name", _FILES)
def test_every_kind_of_error_has_a_code(name: str) -> None:
    """Every field of every file with every kind of wrong value: `_CODES` must know each error pydantic then names."""
    whole, model = _FILES[name]
    for field in model.model_fields:  # type: ignore[attr-defined]  # all are entries
        for value in _SCALARS:
            item = f"{field}: {value}"
            text = item if whole is model else f"- {item}"
            node, _ = compose(text, "a.yml")
            assert node is not None
            _assert_known(node, TypeAdapter(whole))


def _assert_known(node: Any, adapter: TypeAdapter[Any]) -> None:
    try:
        adapter.validate_python(plain(node, "a.yml"))
    except ValidationError as error:
        for detail in error.errors():
            assert detail["type"] in {*typed_module._CODES, "extra_forbidden"}
    typed(node, adapter, "a.yml")


def test_suggestion() -> None:
    assert suggestion("provinces", ["province", "commune"]) == "province"
    assert suggestion("xyz", ["province"]) == ""
    assert suggestion("a" * 100_000, ["a" * 50]) != "b"
