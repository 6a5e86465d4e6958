"""Thông tư 57/2026, Điều 5, from the verdict on each paragraph to the level of the school, counted out in every way."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.judging.judge import judge
from kdcl_site.reading.ratings import rating_findings
from tests.judging.build import MANDATORY, assessment, at_levels, literal
from tests.judging.shapes import by_verdicts, ours, told

NAMES = ("tt57-2026/pho-thong", "tt57-2026/mam-non", "tt57-2026/gdtx")
NUMBERS = tuple(ours()[NAMES[0]].criteria)
PLACES = [(number, level, place) for number in NUMBERS for level in (1, 2) for place in range(3)]

Key = tuple[str, int, str]

# Most is met, so that all levels come up: some criteria stay below their second level, and some paragraphs stand apart.
held = st.sets(st.sampled_from(NUMBERS), max_size=4)
apart = st.dictionaries(st.sampled_from(PLACES), st.sampled_from(["not_met", "not_judged"]), max_size=5)


def verdicts(name: str, below: set[str], odd: dict[tuple[str, int, int], str]) -> dict[Key, str]:
    """A verdict for every paragraph of a catalogue; `odd` names some of them by their place in the level."""
    found: dict[Key, str] = {}
    for number, criterion in ours()[name].criteria.items():
        for level in criterion.levels:
            usual = "not_met" if level.level == 2 and number in below else "met"
            for place, one in enumerate(level.requirements):
                found[number, level.level, one.id] = odd.get((number, level.level, place), usual)
    return found


def level_of(number: str, given_: dict[Key, str]) -> int:
    """A level is reached when all its paragraphs are met, and those of the level below."""
    missed = [key[1] for key, verdict in given_.items() if key[0] == number and verdict == "not_met"]
    return min(missed, default=3) - 1


def oracle_criterion(number: str, given_: dict[Key, str]) -> int | None:
    """Fill in all that is open in every way: there is a level where all ways lead to the same."""
    mine = {key: verdict for key, verdict in given_.items() if key[0] == number}
    unknown = [key for key, verdict in mine.items() if verdict == "not_judged"]
    ways = product(("met", "not_met"), repeat=len(unknown))
    found = {level_of(number, mine | dict(zip(unknown, way, strict=True))) for way in ways}
    return found.pop() if len(found) == 1 else None


def open_criteria(given_: dict[Key, str]) -> tuple[str, ...]:
    """The criteria of which a paragraph up to the first missed level is not judged."""
    level = {number: level_of(number, given_) for number in NUMBERS}
    left = {key[0] for key, verdict in given_.items() if verdict == "not_judged" and key[1] <= level[key[0]] + 1}
    return tuple(number for number in NUMBERS if number in left)


@pytest.mark.parametrize("name", NAMES)
def test_the_articles_name_the_same_mandatory_criteria(name: str) -> None:
    assert tuple(item.number for item in ours()[name].group("mandatory")) == MANDATORY
    assert tuple(ours()[name].criteria) == NUMBERS


@pytest.mark.parametrize("name", NAMES)
@given(below=held, odd=apart)
def test_oracle(name: str, below: set[str], odd: dict[tuple[str, int, int], str]) -> None:
    given_ = verdicts(name, below, odd)
    judgement = judge(ours()[name], told(by_verdicts(given_)))
    levels = {number: oracle_criterion(number, given_) for number in NUMBERS}
    assert {number: result.level for number, result in judgement.criteria.items()} == levels
    assert judgement.unjudged == open_criteria(given_)
    known = {number: level for number, level in levels.items() if level is not None}
    assert judgement.level == (None if judgement.unjudged else literal(known))


def test_a_criterion_the_framework_does_not_have_changes_nothing_and_is_a_finding() -> None:
    framework = ours()[NAMES[0]]
    known = at_levels(framework, dict.fromkeys(NUMBERS, 1))
    strange = assessment({"9.9": {1: "not_met"}})
    both = known.model_copy(update={"criteria": {**known.criteria, **strange.criteria}})
    assert judge(framework, both) == judge(framework, known)
    assert [item.code for item in rating_findings(both, framework)] == ["K308"]
