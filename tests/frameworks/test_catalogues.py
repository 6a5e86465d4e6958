"""The catalogues of the package: the totals of the law hold, and each says what it rests on."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from kdcl_site.frameworks.framework import Framework, Level
from kdcl_site.frameworks.load import load_frameworks

FRAMEWORKS, FINDINGS = load_frameworks()
FOLDER = Path("kdcl_site/frameworks/data")
MAPS = sorted((FOLDER / "maps").glob("*.yml"))

# What each catalogue must hold: criteria of each standard, and how many of them are mandatory.
CRITERIA = {
    "tt15-2017": ([12, 17, 15, 15, 15, 5, 6, 9, 6], 0),
    "tt17-2018": ([10, 4, 6, 2, 5], 0),
    "tt17-2018-tt22-2024": ([10, 4, 3, 2, 5], 0),
    "tt18-2018": ([10, 4, 6, 2, 6], 0),
    "tt18-2018-tt22-2024": ([10, 4, 6, 2, 6], 0),
    "tt19-2018": ([10, 3, 6, 2, 4], 0),
    "tt19-2018-tt22-2024": ([10, 3, 3, 2, 4], 0),
    "tt57-2026/gdtx": ([4, 3, 5, 3], 8),
    "tt57-2026/mam-non": ([4, 3, 5, 3], 8),
    "tt57-2026/pho-thong": ([4, 3, 5, 3], 8),
}

# Criteria with a text at levels 1, 2, 3, indicators there, and clauses of level 4. For preschools the known figures
# leave out a level's only indicator, which the circular gives no letter.
INDICATORS = {
    "tt17-2018": ([27, 27, 19], [81, 48, 24], 5, False),
    "tt18-2018": ([28, 28, 20], [84, 45, 25], 6, False),
    "tt19-2018": ([25, 25, 19], [75, 37, 12], 6, True),
}
REQUIREMENTS = {"tt57-2026/pho-thong": 71, "tt57-2026/mam-non": 60, "tt57-2026/gdtx": 36}

# What Circular 22/2024 is known to have repealed: catalogue, criterion, level -> letters that are left.
REPEALED = [
    ("tt17-2018-tt22-2024", "1.5", 2, ""),
    ("tt17-2018-tt22-2024", "2.2", 2, "bc"),
    ("tt17-2018-tt22-2024", "2.2", 3, "b"),
    ("tt18-2018-tt22-2024", "1.5", 2, ""),
    ("tt18-2018-tt22-2024", "1.5", 3, ""),
    ("tt18-2018-tt22-2024", "2.2", 2, "bc"),
    ("tt18-2018-tt22-2024", "5.3", 1, ""),
    ("tt18-2018-tt22-2024", "5.4", 1, ""),
    ("tt18-2018-tt22-2024", "5.5", 1, ""),
]

_every = pytest.mark.parametrize("framework", FRAMEWORKS.values(), ids=FRAMEWORKS.keys())


def test_all_load() -> None:
    assert FINDINGS == []
    assert list(FRAMEWORKS) == sorted(CRITERIA)


@pytest.mark.parametrize(("name", "criteria", "mandatory"), [(name, *case) for name, case in CRITERIA.items()])
def test_criteria(name: str, criteria: list[int], mandatory: int) -> None:
    framework = FRAMEWORKS[name]
    assert [len(standard.criteria) for standard in framework.standards] == criteria
    assert len(framework.group("mandatory")) == mandatory
    assert list(framework.criteria) == [
        f"{standard}.{number}" for standard, size in enumerate(criteria, 1) for number in range(1, size + 1)
    ]


@pytest.mark.parametrize(
    ("name", "criteria", "indicators", "clauses", "lettered"), [(name, *case) for name, case in INDICATORS.items()]
)
def test_indicators(name: str, criteria: list[int], indicators: list[int], clauses: int, lettered: bool) -> None:
    framework = FRAMEWORKS[name]
    at = {value: [level for level in _levels(framework) if level.level == value] for value in (1, 2, 3)}
    assert [len(levels) for levels in at.values()] == criteria
    counted = [[len(level.requirements) for level in levels] for levels in at.values()]
    assert [sum(number for number in numbers if number > 1 or not lettered) for numbers in counted] == indicators
    assert framework.clauses is not None
    assert len(framework.clauses.items) == clauses


@pytest.mark.parametrize(("name", "requirements"), REQUIREMENTS.items())
def test_requirements(name: str, requirements: int) -> None:
    assert sum(len(level.requirements) for level in _levels(FRAMEWORKS[name])) == requirements


def test_points() -> None:
    framework = FRAMEWORKS["tt15-2017"]
    [step] = framework.school_level.levels
    assert framework.method == "points"
    assert step.points is not None
    assert max(step.points.values) * len(framework.criteria) == 100
    assert step.points.total == 80
    assert [(item.standards, item.percent) for item in step.points.floors] == [((), 60), (("2", "3", "4", "5"), 80)]
    assert (framework.words.standard.vi, framework.words.criterion.vi) == ("Tiêu chí", "Tiêu chuẩn")


@pytest.mark.parametrize(("name", "number", "value", "left"), REPEALED)
def test_repealed(name: str, number: str, value: int, left: str) -> None:
    level = FRAMEWORKS[name].criteria[number].level(value)
    assert "".join(item.id for item in (level.requirements if level else ())) == left


def test_only_what_is_not_known_well_enough_is_not_derived() -> None:
    shown_only = [name for name, framework in FRAMEWORKS.items() if not framework.derives]
    assert shown_only == [f"{name}-tt22-2024" for name in INDICATORS]
    for name in INDICATORS:
        [amendment] = FRAMEWORKS[name].amended_by
        assert amendment.since == FRAMEWORKS[f"{name}-tt22-2024"].in_force.since


@_every
def test_each_says_what_it_rests_on(framework: Framework) -> None:
    assert framework.source.number
    assert framework.source.issued <= framework.in_force.since
    assert framework.school_level.article
    assert framework.verified or framework.unverified
    for criterion in framework.criteria.values():
        assert any(character.isdigit() for character in criterion.article), criterion.number


@_every
def test_no_requirement_twice(framework: Framework) -> None:
    texts = [item.text.vi for level in _levels(framework) for item in level.requirements]
    texts += [item.text.vi for item in (framework.clauses.items if framework.clauses else ())]
    assert _twice(texts) == []


@_every
def test_every_criterion_has_words_of_its_own(framework: Framework) -> None:
    criteria = framework.criteria.values()
    for texts in ([item.plain.vi for item in criteria], [item.why.vi for item in criteria]):
        assert _twice(texts) == []
    assert [item.number for item in criteria if not item.name.en] == []


@pytest.mark.parametrize("file", sorted(FOLDER.rglob("*.yml")), ids=lambda file: file.relative_to(FOLDER).as_posix())
def test_composed(file: Path) -> None:
    assert unicodedata.is_normalized("NFC", file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_maps_cover_every_criterion(file: Path) -> None:
    data = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for side in ("from", "to"):
        named = {number for pair in data["pairs"] for number in pair[side]}
        assert named == set(FRAMEWORKS[data[side]].criteria)


def test_each_circular_of_2018_has_a_map() -> None:
    assert [file.stem for file in MAPS] == list(INDICATORS)


def _levels(framework: Framework) -> Iterator[Level]:
    return (level for criterion in framework.criteria.values() for level in criterion.levels)


def _twice(texts: list[str]) -> list[str]:
    return [text for text, number in Counter(texts).items() if number > 1]
