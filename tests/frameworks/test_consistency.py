"""Rules, points and codes of a catalogue: each way to write what cannot be judged is a finding at its place."""

from pathlib import Path
from typing import get_args

import pytest

from kdcl_site.findings.registry import message
from kdcl_site.frameworks.framework import Framework, SchoolKind
from kdcl_site.frameworks.load import load_framework, load_frameworks
from kdcl_site.frameworks.texts import Vouched
from kdcl_site.model.scalars import Kind

DATA = Path("kdcl_site/frameworks/data")
POINTS, LEVELS, CLAUSES = "tt15-2017", "tt57-2026/pho-thong", "tt17-2018"

_STEP_0 = "scale:\n  - level: 0\n"
_MORE = "scale:\n  - level: -1\n    name: {vi: Kém}\n    gloss: {vi: Kém hẳn}\n  - level: 0\n"
_POINTS_TEXT = (DATA / f"{POINTS}.yml").read_text(encoding="utf-8")
_RULE = _POINTS_TEXT[_POINTS_TEXT.index("      points:\n") : _POINTS_TEXT.index("evidence_code:")]
_CONDITION = "      conditions: [{of: all, at_least: 80, level: 1}]\n"
_TWO, _THREE = "{school_level: 2, level: 2}", "{school_level: 3, level: 2}"
_OUTSIDER = "kind: level\n      judged_by: external"
_KINDS = "[primary, lower_secondary,"
_LEVEL_4 = "- {of: clauses, at_least: all, level: 4}"

# name: (catalogue, what stands there once, what stands there instead, code, the words the place begins with)
CASES = {
    "total above all points": (POINTS, "total: 80", "total: 101", "K425", "101"),
    "total of nothing": (POINTS, "total: 80", "total: 0", "K425", "0"),
    "floor above all points": (POINTS, "{percent: 60}", "{percent: 101}", "K425", "101}"),
    "floor of nothing": (POINTS, "{percent: 60}", "{percent: 0}", "K425", "0}"),
    "floor of an unknown standard": (POINTS, '["2", "3", "4", "5"]', '["2", "3", "4", "10"]', "K426", '"10"'),
    "one value only": (POINTS, "values: [0, 1]", "values: [1]", "K424", "[1]"),
    "values that fall": (POINTS, "values: [0, 1]", "values: [1, 0]", "K424", "[1, 0]"),
    "a value twice": (POINTS, "values: [0, 1]", "values: [1, 1]", "K424", "[1, 1]"),
    "a value below nought": (POINTS, "values: [0, 1]", "values: [-1, 1]", "K424", "[-1, 1]"),
    "points on a scale of three": (POINTS, _STEP_0, _MORE, "K422", "- level: -1"),
    "points without their rule": (POINTS, _RULE, _CONDITION, "K423", "level: 1"),
    "a rule of points without points": (POINTS, "method: points", "method: grades", "K423", "values"),
    "all of no criterion": (CLAUSES, _LEVEL_4, _LEVEL_4.replace("clauses", "all"), "K406", "all, level: 4"),
    "recognition of a level nobody reaches": (LEVELS, _TWO, _THREE, "K405", "3,"),
    "recognition by a judge who is not": (LEVELS, "kind: level", _OUTSIDER, "K427", "external"),
    "condition of recognition twice": (LEVELS, "- id: b\n", "- id: a\n", "K409", "a"),
    "form twice": (LEVELS, "- id: mau-5\n", "- id: mau-4\n", "K409", "mau-4"),
    "figure twice": (LEVELS, "- id: 1.3.CS2\n", "- id: 1.3.CS1\n", "K409", "1.3.CS1"),
    "a kind of school that is not": (LEVELS, _KINDS, _KINDS.replace("dary", "day"), "K203", "lower_seconday"),
    "former code that does not compile": (CLAUSES, r"(?P<criterion>\d-\d{2})", r"(?P<criterion>\d-\d{2}", "K407", "'H"),
    "former code without its groups": (CLAUSES, r"(?P<criterion>\d-\d{2})", r"(\d-\d{2})", "K407", "'H"),
    "example of a former code": (CLAUSES, "example: H1-1-01-01", "example: H1-1.1-01", "K408", "H1-1.1-01"),
    "clauses of a level that is not": (CLAUSES, "clauses:\n  level: 4", "clauses:\n  level: 5", "K405", "5"),
    "clause twice": (CLAUSES, '    - id: "2"\n      text', '    - id: "1"\n      text', "K409", '"1"'),
}  # fmt: skip


def text_of(name: str) -> str:
    return (DATA / f"{name}.yml").read_text(encoding="utf-8")


def load(text: str, name: str, folder: Path) -> tuple[Framework | None, list[tuple[str, str]]]:
    """Return the catalogue and its findings: the code, and the line from the finding's place on."""
    file = folder / "a.yml"
    file.write_text(text, encoding="utf-8")
    framework, findings = load_framework(file, "a.yml", name)
    assert all(message(item, language) for item in findings for language in ("vi", "en"))
    lines = text.split("\n")
    return framework, [(item.code, lines[item.place.line - 1][item.place.column - 1 :]) for item in findings]


@pytest.mark.parametrize(("name", "old", "new", "code", "at"), CASES.values(), ids=CASES.keys())
def test_broken(name: str, old: str, new: str, code: str, at: str, tmp_path: Path) -> None:
    text = text_of(name)
    assert text.count(old) == 1, f"{old!r} must stand in the catalogue once"
    framework, found = load(text.replace(old, new), name, tmp_path)
    assert framework is None
    assert [place for other, place in found if other == code and place.startswith(at)], found


@pytest.mark.parametrize(
    "pattern", [r"MC\.(?P<criterion>\d{1,2}\.\d{1,2})\.(?P<number>\d{2,3})", r"(?P<criterion>[\d.]+)-(?P<number>\w+)"]
)
def test_digits_of_a_code_are_those_of_ascii(pattern: str, tmp_path: Path) -> None:
    text = text_of(LEVELS)
    start = text.index("  pattern: ")
    end = text.index("\n", start)
    example = "MC.1.1.01" if pattern.startswith("MC") else "1.1-01"
    text = text[:start] + f"  pattern: '{pattern}'" + text[end:].replace("example: MC.1.1.01", f"example: {example}", 1)
    framework, found = load(text, LEVELS, tmp_path)
    assert found == []
    assert framework is not None
    grammar = framework.evidence_code
    other = example.translate({ord("0") + digit: 0x0660 + digit for digit in range(10)})
    assert grammar.regex.fullmatch(example)
    assert other != example
    assert not grammar.regex.fullmatch(other)


def test_kinds_of_schools_are_those_a_school_may_have() -> None:
    assert set(get_args(SchoolKind)) == set(get_args(Kind))


def test_verified_is_inherited_from_what_holds_an_entry(tmp_path: Path) -> None:
    text = text_of(CLAUSES)
    number = 'number: "1.2"\n'
    first = text.index("requirements:", text.index(number))
    at = text.index('- id: "', first) if '- id: "' in text[first : first + 60] else text.index("- id: ", first)
    text = text[:at] + "- verified: false\n                " + text[at + 2 :]
    text = text.replace(number, f"{number}        verified: true\n", 1)
    text = text.replace("clauses:\n  level: 4", "clauses:\n  verified: true\n  level: 4", 1)
    framework, found = load(text, CLAUSES, tmp_path)
    assert found == []
    assert framework is not None
    one, two = framework.criteria["1.1"], framework.criteria["1.2"]
    level = two.levels[0]
    clause = framework.clauses.items[0] if framework.clauses else None
    cases: dict[tuple[Vouched | None, ...], bool] = {
        (): False,
        (one,): False,
        (one.levels[0], one): False,
        (two,): True,
        (level, two): True,
        (level.requirements[0], level, two): False,
        (level.requirements[1], level, two): True,
        (framework.school_level,): False,
        (clause, framework.clauses): True,
        (None,): False,
    }
    assert {entries: framework.vouched(*entries) for entries in cases} == cases


def test_ours_say_it_for_the_whole_and_so_for_every_entry() -> None:
    """Nobody has yet held any of our catalogues against the gazette; this test is to be changed when somebody has."""
    for framework in load_frameworks()[0].values():
        assert framework.verified is False
        for criterion in framework.criteria.values():
            for level in criterion.levels:
                assert not any(framework.vouched(item, level, criterion) for item in level.requirements)
            assert not framework.vouched(criterion)
