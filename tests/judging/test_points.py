"""Points: a table on the circular for vocational schools, an oracle on every round of a small framework."""

from collections.abc import Mapping
from itertools import combinations, product
from typing import Any

import pytest

from kdcl_site.judging.judge import judge
from kdcl_site.judging.result import Judgement
from tests.judging.build import cases
from tests.judging.shapes import ours, shape, told

CASES = cases("points.yml")
REAL = ours()["tt15-2017"]

NUMBERS = ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3")
RULE = {"values": [0, 1], "total": 4, "floors": [{"percent": 30}, {"standards": ["2"], "percent": 60}]}
SMALL = shape({number: {} for number in NUMBERS}, [{"level": 1, "points": RULE}], 1, method="points")


def passes(points: dict[str, int]) -> bool:
    """Four of six points, one of three in the first standard, two of three in the second."""
    first = sum(points[number] for number in NUMBERS[:3])
    second = sum(points[number] for number in NUMBERS[3:])
    return first + second >= 4 and first >= 1 and second >= 2


def judged(points: Mapping[str, int | None]) -> Judgement:
    return judge(SMALL, told({number: {"points": one} for number, one in points.items()}))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_table(case: dict[str, Any]) -> None:
    given: dict[str, Any] = {}
    for standard in REAL.standards:
        lost = case.get("lost", {}).get(standard.number, 0)
        for place, criterion in enumerate(standard.criteria):
            given[criterion.number] = {"points": 0 if place < lost else 1}
    for number in case.get("without", []):
        del given[number]
    judgement = judge(REAL, told(given))
    points = judgement.steps[0].points
    assert points is not None
    assert judgement.level == {"pass": 1, "fail": 0, "none": None}[case["school"]]
    assert (points.reached, points.needed, points.maximum) == (case["total"], 80, 100)
    assert [item.standard for item in points.floors if not item.met] == case.get("low", [])
    assert [(item.percent, item.needed) for item in points.floors] == [
        (60, 8), (80, 14), (80, 12), (80, 12), (80, 12), (60, 3), (60, 4), (60, 6), (60, 4),
    ]  # fmt: skip
    for standard in REAL.standards:
        result = judgement.standards[standard.number]
        assert result.points_max == len(standard.criteria)
        assert result.points == sum(given.get(one.number, {"points": 0})["points"] for one in standard.criteria)
    way = judgement.roadmap
    assert (way.fewest if way else None) == case.get("fewest")
    if way:
        assert [(one.count, len(one.among)) for one in way.choose] == [tuple(one) for one in case.get("choose", [])]


def test_every_round_of_a_small_framework() -> None:
    for given in product((0, 1, None), repeat=len(NUMBERS)):
        points = dict(zip(NUMBERS, given, strict=True))
        judgement = judged(points)
        known = {number: one for number, one in points.items() if one is not None}
        assert judgement.unjudged == tuple(number for number in NUMBERS if number not in known)
        assert {number: result.level for number, result in judgement.criteria.items()} == points
        if len(known) < len(NUMBERS):
            assert (judgement.level, judgement.why_none, judgement.roadmap) == (None, "incomplete", None)
            assert judgement.steps[0].met == passes(dict.fromkeys(NUMBERS, 0) | known)
        else:
            assert judgement.level == int(passes(known))


def test_the_way_of_every_round_is_the_shortest() -> None:
    for given in product((0, 1), repeat=len(NUMBERS)):
        points = dict(zip(NUMBERS, given, strict=True))
        way = judged(points).roadmap
        assert (way is None) == passes(points)
        if way is None:
            continue
        lost = [number for number in NUMBERS if not points[number]]
        subsets = [subset for size in range(len(lost) + 1) for subset in combinations(lost, size)]
        assert way.fewest == next(len(one) for one in subsets if passes(points | dict.fromkeys(one, 1)))
        needed = [number for number in lost if not passes(dict.fromkeys(NUMBERS, 1) | {number: 0})]
        assert [rise.criterion for rise in way.must] == needed
        ready = points | dict.fromkeys(needed, 1)
        picks = [list(combinations(choice.among, choice.count)) for choice in way.choose]
        for picked in product(*picks):
            assert passes(ready | {number: 1 for pick in picked for number in pick})
        for choice in way.choose:
            for fewer in combinations(choice.among, choice.count - 1):
                others = dict.fromkeys(set(NUMBERS) - set(choice.among), 1)
                assert not passes(ready | others | dict.fromkeys(fewer, 1))


def test_points_the_framework_does_not_give_judge_nothing() -> None:
    judgement = judged(dict.fromkeys(NUMBERS, 1) | {"2.3": 2})
    assert (judgement.criteria["2.3"].points, judgement.unjudged, judgement.level) == (None, ("2.3",), None)


def test_points_worth_more_than_one() -> None:
    """Of 2, 1 and 0 points, any two criteria bring the three that are missing; one never does."""
    rule = {"values": [0, 1, 2], "total": 5}
    framework = shape({"1.1": {}, "1.2": {}, "1.3": {}}, [{"level": 1, "points": rule}], 1, method="points")
    judgement = judge(framework, told({"1.1": {"points": 2}, "1.2": {"points": 0}, "1.3": {"points": 0}}))
    assert [item.level for item in judgement.criteria.values()] == [1, 0, 0]
    assert judgement.level == 0
    way = judgement.roadmap
    assert way is not None
    assert ([rise.criterion for rise in way.must], way.choose, way.fewest) == (["1.2", "1.3"], (), 2)


def test_the_way_of_every_round_where_a_criterion_has_up_to_two_points() -> None:
    """Any so many of a choice suffice; of one fewer there are some that do not."""
    numbers = ("1.1", "1.2", "2.1", "2.2")
    rule = {"values": [0, 1, 2], "total": 6, "floors": [{"standards": ["2"], "percent": 70}]}
    framework = shape({number: {} for number in numbers}, [{"level": 1, "points": rule}], 1, method="points")

    def enough(points: dict[str, int]) -> bool:
        return sum(points.values()) >= 6 and points["2.1"] + points["2.2"] >= 3

    for given in product((0, 1, 2), repeat=len(numbers)):
        points = dict(zip(numbers, given, strict=True))
        judgement = judge(framework, told({number: {"points": one} for number, one in points.items()}))
        assert judgement.level == int(enough(points))
        way = judgement.roadmap
        assert (way is None) == enough(points)
        if way is None:
            continue
        tried = [one for size in range(1, 5) for one in combinations(numbers, size)]
        assert way.fewest == next(len(one) for one in tried if enough(points | dict.fromkeys(one, 2)))
        needed = [one for one in numbers if not enough(dict.fromkeys(numbers, 2) | {one: points[one]})]
        assert [rise.criterion for rise in way.must] == needed
        ready = points | dict.fromkeys(needed, 2)
        for picked in product(*(combinations(choice.among, choice.count) for choice in way.choose)):
            assert enough(ready | {number: 2 for pick in picked for number in pick})
        for choice in way.choose:
            others = dict.fromkeys(set(numbers) - set(choice.among), 2)
            fewer = list(combinations(choice.among, choice.count - 1))
            assert not all(enough(ready | others | dict.fromkeys(one, 2)) for one in fewer)


def test_points_beside_conditions() -> None:
    step = {"level": 1, "points": {"values": [0, 1], "total": 2},
            "conditions": [{"of": "mandatory", "at_least": "all", "level": 1}]}  # fmt: skip
    framework = shape({"1.1": {}, "1.2": {}, "1.3": {}}, [step], 1, method="points", mandatory=("1.3",))
    for given in product((0, 1), repeat=3):
        judgement = judge(framework, told({f"1.{n}": {"points": one} for n, one in enumerate(given, start=1)}))
        assert judgement.level == int(sum(given) >= 2 and given[2] == 1)
        if judgement.roadmap:
            assert judgement.roadmap.fewest == max(2 - sum(given), 1 - given[2])
