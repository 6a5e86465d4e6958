from itertools import combinations_with_replacement, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.judging.judge import judge
from kdcl_site.judging.result import Choice
from kdcl_site.judging.school import whole_school
from tests.judging.build import MANDATORY, OTHER, assessment, at_levels, cases, literal, small, tt57

FRAMEWORK = tt57()
CASES = cases("levels.yml")


def number(value: Any) -> int | None:
    return None if value == "none" else int(value)


def levels(case: dict[str, Any]) -> dict[str, int | None]:
    given = dict.fromkeys(FRAMEWORK.criteria, case["all"]) | case.get("except", {})
    return {key: number(value) for key, value in given.items()}


@pytest.mark.parametrize("case", CASES["one_stage"], ids=[case["name"] for case in CASES["one_stage"]])
def test_table(case: dict[str, Any]) -> None:
    wanted = levels(case)
    judgement = judge(FRAMEWORK, at_levels(FRAMEWORK, wanted))
    assert {key: item.level for key, item in judgement.criteria.items()} == wanted
    assert judgement.level == number(case["school"])
    assert judgement.unjudged == tuple(key for key, level in wanted.items() if level is None)
    way = judgement.roadmap
    if "to" not in case:
        assert way is None
        return
    assert way is not None
    assert way.level == case["to"]
    assert [(rise.criterion, rise.level) for rise in way.must] == sorted(case.get("must", {}).items())
    chosen = case.get("choose", [])
    assert way.choose == tuple(Choice(item["count"], item["level"], tuple(item["among"])) for item in chosen)
    assert way.fewest == case["fewest"]


@pytest.mark.parametrize("case", CASES["several_stages"], ids=[case["name"] for case in CASES["several_stages"]])
def test_several_stages(case: dict[str, Any]) -> None:
    stages = [judge(FRAMEWORK, at_levels(FRAMEWORK, levels(stage))).level for stage in case["stages"]]
    assert stages == [number(level) for level in case["levels"]]
    assert whole_school(FRAMEWORK, stages) == number(case["school"])


def test_every_mixture_of_levels() -> None:
    """The rule sees only how many mandatory and other criteria stand where: these are all 45 × 36 mixtures."""
    mixtures = list(product(combinations_with_replacement(range(3), 8), combinations_with_replacement(range(3), 7)))
    assert len(mixtures) == 45 * 36
    seen = set()
    for mandatory, other in mixtures:
        found = dict(zip(MANDATORY + OTHER, mandatory + other, strict=True))
        level = judge(FRAMEWORK, at_levels(FRAMEWORK, found)).level
        assert level == literal(found), found
        seen.add(level)
    assert seen == {0, 1, 2}


some_levels = st.fixed_dictionaries({key: st.integers(0, 2) for key in MANDATORY + OTHER})


@given(some_levels)
def test_any_assignment(found: dict[str, int]) -> None:
    assert judge(FRAMEWORK, at_levels(FRAMEWORK, found)).level == literal(found)


@given(some_levels, st.sets(st.sampled_from(MANDATORY + OTHER), min_size=1))
def test_whoever_is_not_judged_there_is_no_level(found: dict[str, int], missing: set[str]) -> None:
    known = {key: level for key, level in found.items() if key not in missing}
    judgement = judge(FRAMEWORK, at_levels(FRAMEWORK, known))
    assert (judgement.level, judgement.roadmap) == (None, None)
    assert judgement.unjudged == tuple(key for key in FRAMEWORK.criteria if key in missing)
    for step in judgement.steps:
        for condition in step.conditions:
            group = [item.number for item in FRAMEWORK.group(condition.of)]
            assert condition.reached + len(condition.below) == sum(key in known for key in group)


REQUIREMENTS = [
    (number, level.level, item.id)
    for number, criterion in FRAMEWORK.criteria.items()
    for level in criterion.levels
    for item in level.requirements
]
Verdicts = dict[tuple[str, int, str], str]


def some_verdicts(*verdicts: str) -> st.SearchStrategy[Verdicts]:
    """Mostly met, so that all levels come up."""
    usual = st.sampled_from(["met"] * 8 + list(verdicts))
    return st.lists(usual, min_size=len(REQUIREMENTS), max_size=len(REQUIREMENTS)).map(
        lambda drawn: dict(zip(REQUIREMENTS, drawn, strict=True))
    )


def all_levels(verdicts: Verdicts) -> dict[str, int | None]:
    nested: dict[str, dict[int, dict[str, str]]] = {}
    for (number, level, item), verdict in verdicts.items():
        nested.setdefault(number, {}).setdefault(level, {})[item] = verdict
    judgement = judge(FRAMEWORK, assessment(nested))
    return {"school": judgement.level} | {key: item.level for key, item in judgement.criteria.items()}


@pytest.mark.parametrize("kinds", [("not_met",), ("not_met", "not_judged")], ids=["all judged", "some not judged"])
@given(data=st.data())
def test_a_requirement_that_becomes_met_lowers_nothing(kinds: tuple[str, ...], data: st.DataObject) -> None:
    verdicts = data.draw(some_verdicts(*kinds))
    mended = data.draw(st.sets(st.sampled_from(REQUIREMENTS)))
    before, after = all_levels(verdicts), all_levels(verdicts | dict.fromkeys(mended, "met"))
    for key, level in before.items():
        now = after[key]
        if len(kinds) == 1:
            assert level is not None
            assert now is not None
        assert level is None or now is None or now >= level


def test_counts_of_standards() -> None:
    found: dict[str, int | None] = dict.fromkeys(FRAMEWORK.criteria, 1)
    found |= {"3.1": 2, "3.2": 2, "3.3": 0, "3.4": None}
    standards = judge(FRAMEWORK, at_levels(FRAMEWORK, found)).standards
    assert list(standards) == ["1", "2", "3", "4"]
    assert (standards["1"].counts, standards["1"].unjudged) == ({0: 0, 1: 4, 2: 0}, 0)
    assert (standards["3"].counts, standards["3"].unjudged) == ({0: 1, 1: 1, 2: 2}, 1)


def test_what_the_school_claims_stands_beside_what_is_derived() -> None:
    judgement = judge(FRAMEWORK, at_levels(FRAMEWORK, dict.fromkeys(FRAMEWORK.criteria, 1), claims=2))
    assert (judgement.level, judgement.claimed) == (1, 2)


def test_not_met_beside_not_judged_gives_the_criterion_a_level_and_the_school_none() -> None:
    found = {key: {1: "met", 2: "met"} for key in FRAMEWORK.criteria}
    judgement = judge(FRAMEWORK, assessment(found | {"1.1": {1: {"1": "not_met"}}}))
    assert judgement.criteria["1.1"].level == 0
    assert (judgement.level, judgement.unjudged) == (None, ("1.1",))


def test_a_framework_without_criteria_gives_no_level() -> None:
    steps = [{"level": 1, "conditions": [{"of": "all", "at_least": "all", "level": 1}]}]
    judgement = judge(small({}, steps), assessment({}))
    assert (judgement.level, judgement.roadmap) == (None, None)


def test_a_level_needs_all_levels_below_it() -> None:
    steps = [
        {"level": 2, "conditions": [{"of": "all", "at_least": 1, "level": 2}]},
        {"level": 1, "conditions": [{"of": "all", "at_least": "all", "level": 1}]},
    ]
    framework = small({"1.1": False, "1.2": False}, steps)
    judgement = judge(framework, at_levels(framework, {"1.1": 2, "1.2": 0}))
    assert [(step.level, step.met) for step in judgement.steps] == [(1, False), (2, True)]
    assert judgement.level == 0
