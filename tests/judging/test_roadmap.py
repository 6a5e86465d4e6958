"""The way to the next level: under the real rule, and under any conditions a catalogue could hold."""

from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.judging.judge import judge
from kdcl_site.judging.result import Roadmap
from kdcl_site.judging.roadmap import roadmap
from tests.judging.build import at_levels, literal, small, tt57

Levels = dict[str, int]

REAL = tt57()
TOP = 3
MANDATORY = {"1.1": True, "1.2": False, "1.3": True, "1.4": False, "1.5": False, "1.6": True}
GROUPS = {
    "all": list(MANDATORY),
    "mandatory": [key for key, flag in MANDATORY.items() if flag],
    "other": [key for key, flag in MANDATORY.items() if not flag],
}

conditions = st.sampled_from(list(GROUPS)).flatmap(
    lambda of: st.fixed_dictionaries(
        {
            "of": st.just(of),
            "at_least": st.just("all") | st.integers(1, len(GROUPS[of])),
            "level": st.integers(1, TOP),
        }
    )
)
rules = st.lists(conditions, min_size=1, max_size=4)
some_levels = st.fixed_dictionaries({key: st.integers(0, TOP) for key in MANDATORY})


def way_of(rule: list[dict[str, Any]], levels: Levels) -> Roadmap:
    framework = small(MANDATORY, [{"level": 1, "conditions": rule}], top=TOP, requirements=1)
    way = roadmap(framework, 0, levels)
    assert way is not None
    return way


def holds(rule: list[dict[str, Any]], levels: Levels) -> bool:
    """The conditions counted out, apart from the product."""
    for condition in rule:
        group = GROUPS[condition["of"]]
        enough = len(group) if condition["at_least"] == "all" else condition["at_least"]
        if sum(levels[key] >= condition["level"] for key in group) < enough:
            return False
    return True


def risen(levels: Levels, rises: dict[str, int]) -> Levels:
    return {key: max(level, rises.get(key, 0)) for key, level in levels.items()}


def must_of(way: Roadmap) -> dict[str, int]:
    return {rise.criterion: rise.level for rise in way.must}


@given(rules, some_levels)
def test_fewest_is_what_trying_all_subsets_finds(rule: list[dict[str, Any]], levels: Levels) -> None:
    tried = (
        size
        for size in range(len(levels) + 1)
        for subset in combinations(levels, size)
        if holds(rule, risen(levels, dict.fromkeys(subset, TOP)))
    )
    assert way_of(rule, levels).fewest == next(tried)


@given(rules, some_levels, st.data())
def test_must_and_any_choice_reach_the_level(rule: list[dict[str, Any]], levels: Levels, data: st.DataObject) -> None:
    way = way_of(rule, levels)
    reached = risen(levels, must_of(way))
    for choice in way.choose:
        assert 0 < choice.count < len(choice.among)
        assert list(choice.among) == [key for key in MANDATORY if key in choice.among]
        picked = data.draw(st.permutations(choice.among))[: choice.count]
        reached = risen(reached, dict.fromkeys(picked, choice.level))
    assert holds(rule, reached)


@given(rules, some_levels, st.data())
def test_one_fewer_of_a_choice_does_not(rule: list[dict[str, Any]], levels: Levels, data: st.DataObject) -> None:
    """Not even when those that the choice does not name stand at the top."""
    way = way_of(rule, levels)
    for choice in way.choose:
        outside = dict.fromkeys(levels.keys() - set(choice.among), TOP)
        picked = data.draw(st.permutations(choice.among))[: choice.count - 1]
        ready = risen(levels, must_of(way))
        assert not holds(rule, risen(ready, outside | dict.fromkeys(picked, TOP)))


@given(rules, some_levels)
def test_must_is_exactly_what_nothing_else_can_replace(rule: list[dict[str, Any]], levels: Levels) -> None:
    must = must_of(way_of(rule, levels))
    assert list(must) == [key for key in MANDATORY if key in must]
    rest = dict.fromkeys(levels, TOP)
    for key, level in levels.items():
        assert holds(rule, rest | {key: must.get(key, level)})
        if key in must:
            assert must[key] > level
            assert not holds(rule, rest | {key: must[key] - 1})


@given(st.fixed_dictionaries({key: st.integers(0, 2) for key in REAL.criteria}))
def test_real_rule_reaches_with_the_choice_and_not_with_one_fewer(levels: Levels) -> None:
    judgement = judge(REAL, at_levels(REAL, levels))
    way = judgement.roadmap
    assert (way is None) == (judgement.level == 2)
    if way is None:
        return
    ready = risen(levels, must_of(way))
    assert len(way.choose) <= 1
    if not way.choose:
        assert literal(ready) == way.level
    for choice in way.choose:
        for size, reaches in ((choice.count, True), (choice.count - 1, False)):
            for picked in combinations(choice.among, size):
                assert (literal(risen(ready, dict.fromkeys(picked, choice.level))) == way.level) is reaches


def test_what_one_condition_forces_can_leave_another_without_a_choice() -> None:
    rule = [
        {"of": "mandatory", "at_least": "all", "level": 2},
        {"of": "all", "at_least": 4, "level": 2},
        {"of": "other", "at_least": 1, "level": 1},
    ]
    way = way_of(rule, {"1.1": 0, "1.2": 0, "1.3": 1, "1.4": 0, "1.5": 0, "1.6": 2})
    assert must_of(way) == {"1.1": 2, "1.3": 2}
    assert [(choice.count, choice.level, choice.among) for choice in way.choose] == [
        (1, 2, ("1.2", "1.4", "1.5")),
        (1, 1, ("1.2", "1.4", "1.5")),
    ]
    assert way.fewest == 3


def test_no_way_where_a_catalogue_asks_for_more_than_there_is() -> None:
    steps = [{"level": 1, "conditions": [{"of": "other", "at_least": 2, "level": 1}]}]
    assert roadmap(small({"1.1": False}, steps), 0, {"1.1": 0}) is None
