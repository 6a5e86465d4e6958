"""Two rounds side by side: under one framework, across a map, and where nothing can be compared."""

from typing import Any

import pytest

from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.maps import FrameworkMap, load_maps
from kdcl_site.judging.comparison import Comparison, compare
from kdcl_site.judging.judge import judge
from tests.judging.build import entry
from tests.judging.shapes import WORD, a_round, by_levels, ours, shape, told

TEXTS = {number: {1: "a", 2: "a"} for number in ("1.1", "1.2", "1.3", "1.4", "1.5")}
STEPS = [{"level": level, "conditions": [{"of": "all", "at_least": "all", "level": level}]} for level in (1, 2)]
OLD = shape(TEXTS, STEPS, 2, id="old")
NEW = shape(TEXTS, STEPS, 2, id="new")
LONGER = shape(TEXTS, STEPS, 3, id="new")
Levels = dict[str, int | None]


def compared(old: Framework, before: Levels, new: Framework, after: Levels, *maps: FrameworkMap) -> Comparison:
    first, second = told(by_levels(old, before)), told(by_levels(new, after))
    return compare(a_round(old, first), judge(old, first), a_round(new, second), judge(new, second), maps)


def mapped(*pairs: tuple[list[str], list[str], str]) -> FrameworkMap:
    rows: list[dict[str, Any]] = [{"from": old, "to": new, "how": how, "reason": WORD} for old, new, how in pairs]
    return entry(FrameworkMap, {"from": "old", "to": "new", "verified": False, "pairs": rows})


BEFORE: Levels = {"1.1": 1, "1.2": 2, "1.3": 0, "1.4": None, "1.5": 1}
AFTER: Levels = {"1.1": 2, "1.2": 1, "1.3": 0, "1.4": 2, "1.5": None}


def test_under_one_framework_everything_is_comparable() -> None:
    found = compared(OLD, BEFORE, OLD, AFTER)
    assert [(row.old, row.new, row.how) for row in found.rows] == [((key,), (key,), "same") for key in TEXTS]
    assert all(row.comparable for row in found.rows)
    assert [row.change for row in found.rows] == [1, -1, 0, None, None]
    assert (found.rows[0].old_levels, found.rows[0].new_levels) == ((1,), (2,))
    assert (found.comparable, found.verified, found.old_level, found.new_level, found.change) == (
        True, True, None, None, None,
    )  # fmt: skip


def test_the_schools_level_under_one_framework() -> None:
    found = compared(OLD, dict.fromkeys(TEXTS, 1), OLD, dict.fromkeys(TEXTS, 2))
    assert (found.old_level, found.new_level, found.change) == (1, 2, 1)


def test_across_a_map_only_one_to_one_same_is_comparable() -> None:
    pairs = mapped(
        (["1.1"], ["1.1"], "same"),
        (["1.2"], ["1.2"], "partly"),
        (["1.3", "1.4"], ["1.3"], "merged"),
        (["1.5"], ["1.4", "1.5"], "split"),
    )
    found = compared(OLD, BEFORE, NEW, AFTER, pairs)
    assert [(row.how, row.comparable, row.change) for row in found.rows] == [
        ("same", True, 1),
        ("partly", False, None),
        ("merged", False, None),
        ("split", False, None),
    ]
    assert [(row.old_levels, row.new_levels) for row in found.rows][2:] == [((0, None), (0,)), ((1,), (2, None))]
    assert all(row.reason and row.reason.vi == "Chữ" for row in found.rows)
    assert (found.comparable, found.change, found.verified) == (False, None, False)


@pytest.mark.parametrize(
    "other", [(["1.1", "1.3"], ["1.2"], "merged"), (["1.2"], ["1.1", "1.3"], "split")], ids=["old", "new"]
)
def test_same_is_not_comparable_where_another_pair_has_a_part_in_it(other: tuple[list[str], list[str], str]) -> None:
    found = compared(OLD, BEFORE, NEW, AFTER, mapped((["1.1"], ["1.1"], "same"), other))
    assert [(row.comparable, row.change) for row in found.rows] == [(False, None), (False, None)]


def test_nothing_is_comparable_on_another_scale() -> None:
    found = compared(OLD, BEFORE, LONGER, AFTER, mapped((["1.1"], ["1.1"], "same")))
    assert [(row.how, row.comparable, row.change) for row in found.rows] == [("same", False, None)]


def test_dropped_and_new_stand_alone() -> None:
    found = compared(OLD, BEFORE, NEW, AFTER, mapped((["1.1"], [], "dropped"), ([], ["1.2"], "new")))
    assert [(row.old_levels, row.new_levels, row.comparable) for row in found.rows] == [
        ((1,), (), False),
        ((), (1,), False),
    ]


def test_without_a_map_from_old_to_new_nothing_is_said() -> None:
    back = entry(FrameworkMap, {"from": "new", "to": "old", "verified": True, "pairs": []})
    found = compared(OLD, BEFORE, NEW, AFTER, back)
    assert (found.rows, found.comparable, found.verified) == ((), False, False)


@pytest.mark.parametrize("name", ["tt17-2018", "tt18-2018", "tt19-2018"])
def test_no_criterion_of_2018_is_comparable_with_one_of_2026(name: str) -> None:
    maps, _ = load_maps(ours())
    to = next(item.to for item in maps if item.from_ == name)
    found = compared(ours()[name], {}, ours()[to], {}, *maps)
    assert {number for row in found.rows for number in row.old} == set(ours()[name].criteria)
    assert {number for row in found.rows for number in row.new} == set(ours()[to].criteria)
    assert not any(row.comparable for row in found.rows)
