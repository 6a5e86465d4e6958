"""What judging says beside the level: whose result it is, what stands open, where a choice leads."""

from typing import Any

import pytest

from kdcl_site.judging.judge import judge
from kdcl_site.judging.result import ConditionResult, Judgement
from tests.judging.shapes import by_levels, shape, told

NUMBERS = ("1.1", "1.2", "2.1")
BARE: dict[str, dict[int, str]] = {number: {} for number in NUMBERS}
ALL = {"of": "all", "at_least": "all", "level": 1}


def by_points(points: dict[str, int], rule: dict[str, Any], **more: Any) -> Judgement:
    framework = shape({key: {} for key in points}, [{"level": 1, "points": rule} | more], 1, method="points")
    return judge(framework, told({number: {"points": one} for number, one in points.items()}))


def test_each_result_says_whose_it_is() -> None:
    texts = {number: {1: "a"} for number in NUMBERS}
    steps = [{"level": 1, "conditions": [ALL]}]
    rule = [{"level": 1, "points": {"values": [0, 1], "total": 3}}]
    rounds = [
        judge(shape(texts, steps, 1), told(by_levels(shape(texts, steps, 1), dict.fromkeys(NUMBERS, 1)))),
        judge(shape(BARE, steps, 1, method="grades"), told({number: {"grade": 1} for number in NUMBERS})),
        judge(shape(BARE, rule, 1, method="points"), told({number: {"points": 1} for number in NUMBERS})),
    ]
    for judgement in rounds:
        assert judgement.level == 1
        assert [(key, item.number) for key, item in judgement.criteria.items()] == [(key, key) for key in NUMBERS]
        assert [(key, item.number) for key, item in judgement.standards.items()] == [("1", "1"), ("2", "2")]
    assert [[len(item.levels) for item in judgement.criteria.values()] for judgement in rounds] == [
        [1, 1, 1], [0, 0, 0], [0, 0, 0],
    ]  # fmt: skip


def test_above_a_level_that_is_not_met_none_is_considered() -> None:
    framework = shape({"1.1": {1: "a", 2: "a", 3: "a"}}, [], 3)
    result = judge(framework, told(by_levels(framework, {"1.1": 0}))).criteria["1.1"]
    assert [item.state for item in result.levels] == ["not_met", "not_considered", "not_considered"]
    assert [item.level for item in result.levels] == [1, 2, 3]


@pytest.mark.parametrize(("at_least", "needed"), [("all", 3), (2, 2)])
def test_clauses_are_counted_and_those_not_met_named(at_least: str | int, needed: int) -> None:
    """Of three clauses one is met, one not met, one not judged."""
    clauses = {"level": 2, "items": [{"id": one, "text": {"vi": "Chữ"}} for one in "abc"]}
    asked = {"of": "clauses", "at_least": at_least, "level": 2}
    steps = [{"level": 1, "conditions": [ALL]}, {"level": 2, "conditions": [asked]}]
    framework = shape({"1.1": {1: "a"}}, steps, 2, clauses=clauses)
    rating = told(by_levels(framework, {"1.1": 1}), {"a": "met", "b": "not_met"})
    assert judge(framework, rating).steps[1].conditions == (ConditionResult("clauses", 2, needed, 1, ("b",)),)


def test_the_floor_of_a_standard_is_never_rounded_down() -> None:
    """67 per cent of three points are 2.01 points: two are too few."""
    judgement = by_points({"1.1": 1, "1.2": 1, "1.3": 0}, {"values": [0, 1], "total": 2, "floors": [{"percent": 67}]})
    points = judgement.steps[0].points
    assert points is not None
    assert [(floor.needed, floor.met) for floor in points.floors] == [(3, False)]
    assert judgement.level == 0


@pytest.mark.parametrize("rule", [{"total": 2}, {"total": 0, "floors": [{"percent": 60}]}], ids=["total", "floor"])
def test_a_way_by_points_leads_to_full_points(rule: dict[str, Any]) -> None:
    way = by_points({"1.1": 0, "1.2": 0, "1.3": 0}, {"values": [0, 1]} | rule).roadmap
    assert way is not None
    assert [(choice.count, choice.level) for choice in way.choose] == [(2, 1)]
    way = by_points({"1.1": 0}, {"values": [0, 1], "total": 1}).roadmap
    assert way is not None
    assert [(rise.criterion, rise.level) for rise in way.must] == [("1.1", 1)]


def test_the_shortest_way_by_points_begins_with_who_lacks_most() -> None:
    """Two points are missing: the second criterion brings both, the first only one."""
    way = by_points({"1.1": 1, "1.2": 0}, {"values": [0, 1, 2], "total": 3}).roadmap
    assert way is not None
    assert way.fewest == 1


def test_points_beside_a_condition_still_have_a_way() -> None:
    judgement = by_points({"1.1": 1, "1.2": 0}, {"values": [0, 1], "total": 1}, conditions=[ALL])
    assert judgement.level == 0
    assert judgement.roadmap is not None
    assert judgement.roadmap.fewest == 1


def test_without_a_rule_of_points_nothing_can_be_got() -> None:
    judgement = judge(shape(BARE, [], 1, method="points"), told({"1.1": {"points": 1}}))
    assert [(item.points, item.points_max) for item in judgement.standards.values()] == [(0, 0), (0, 0)]


@pytest.mark.parametrize(
    ("levels", "derives", "states"),
    [
        ({"1.1": 1, "1.2": 1}, True, ["met", "not_met"]),
        ({"1.1": 1, "1.2": 0}, True, ["not_considered", "not_considered"]),
        ({"1.1": 1}, True, ["met", "not_met"]),
        ({"1.1": 1, "1.2": 0}, False, ["met", "not_met"]),
    ],
    ids=["reached", "not reached", "not known yet", "only shown"],
)
def test_clauses_stand_as_given_until_the_level_below_is_known_to_be_missed(
    levels: dict[str, int | None], derives: bool, states: list[str]
) -> None:
    clauses = {"level": 2, "items": [{"id": one, "text": {"vi": "Chữ"}} for one in "ab"]}
    asked = {"of": "clauses", "at_least": "all", "level": 2}
    steps = [{"level": 1, "conditions": [ALL]}, {"level": 2, "conditions": [asked]}]
    framework = shape({"1.1": {1: "a"}, "1.2": {1: "a"}}, steps, 2, clauses=clauses, derives=derives)
    judgement = judge(framework, told(by_levels(framework, levels), {"a": "met", "b": "not_met"}))
    assert [item.state for item in judgement.clauses.values()] == states


def test_a_standard_under_points_counts_its_criteria_too() -> None:
    rule = [{"level": 1, "points": {"values": [0, 1], "total": 3}}]
    framework = shape(BARE, rule, 1, method="points")
    found = judge(framework, told({"1.1": {"points": 1}, "2.1": {"points": 0}})).standards
    assert [(item.counts, item.unjudged) for item in found.values()] == [({0: 0, 1: 1}, 1), ({0: 1, 1: 0}, 0)]
    assert [(item.points, item.points_max) for item in found.values()] == [(1, 2), (0, 1)]
