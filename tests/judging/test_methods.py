"""Grades, frameworks that are only shown, and frameworks without a rule for the whole school."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.judging.judge import judge
from kdcl_site.judging.result import Choice, Rise
from tests.judging.shapes import by_levels, ours, shape, told

NUMBERS = ("1.1", "1.2", "1.3")
BARE: dict[str, dict[int, str]] = {number: {} for number in NUMBERS}
STEPS = [
    {"level": 1, "conditions": [{"of": "all", "at_least": "all", "level": 1}]},
    {"level": 2, "conditions": [{"of": "all", "at_least": 2, "level": 2}]},
    {"level": 3, "conditions": [{"of": "all", "at_least": "all", "level": 3}]},
]
GRADES = shape(BARE, STEPS, 3, method="grades")


def literal(grades: tuple[int, ...]) -> int:
    if min(grades) < 1:
        return 0
    if sum(grade >= 2 for grade in grades) < 2:
        return 1
    return 3 if min(grades) == 3 else 2


def test_every_mixture_of_grades() -> None:
    for given_ in product((0, 1, 2, 3, None, 7), repeat=3):
        judgement = judge(GRADES, told({n: {"grade": one} for n, one in zip(NUMBERS, given_, strict=True)}))
        known = [one if one != 7 else None for one in given_]
        assert [item.level for item in judgement.criteria.values()] == known
        sound = tuple(one for one in known if one is not None)
        assert judgement.level == (literal(sound) if len(sound) == 3 else None)
        assert judgement.why_none == (None if len(sound) == 3 else "incomplete")
        assert judgement.unjudged == tuple(n for n, one in zip(NUMBERS, known, strict=True) if one is None)


def test_the_way_by_grades() -> None:
    judgement = judge(GRADES, told({"1.1": {"grade": 1}, "1.2": {"grade": 3}, "1.3": {"grade": 1}}))
    assert judgement.standards["1"].counts == {0: 0, 1: 2, 2: 0, 3: 1}
    way = judgement.roadmap
    assert way is not None
    assert (way.level, way.must, way.choose, way.fewest) == (2, (), (Choice(1, 2, ("1.1", "1.3")),), 1)


def test_without_a_rule_there_is_no_level_for_the_school() -> None:
    framework = shape(BARE, [], 3, method="grades")
    judgement = judge(framework, told({number: {"grade": 3} for number in NUMBERS}))
    assert (judgement.level, judgement.why_none, judgement.steps) == (None, "no_rule", ())
    assert [item.level for item in judgement.criteria.values()] == [3, 3, 3]


TEXTS = {"1.1": {1: "ab", 2: "a"}, "1.2": {1: "a"}}
TWO = [{"level": level, "conditions": [{"of": "all", "at_least": "all", "level": level}]} for level in (1, 2)]


@pytest.mark.parametrize("levels", [{"1.1": 2, "1.2": 1}, {"1.1": 0, "1.2": None}], ids=["all judged", "not all"])
def test_display_only_shows_verdicts_and_claim_and_derives_nothing(levels: dict[str, int | None]) -> None:
    framework = shape(TEXTS, TWO, 2, derives=False)
    same = shape(TEXTS, TWO, 2)
    rating = by_levels(framework, levels)
    shown, derived = judge(framework, told(rating, claims=2)), judge(same, told(rating, claims=2))
    assert (shown.level, shown.claimed, shown.roadmap, shown.steps) == (None, 2, None, ())
    assert shown.why_none == "unverified"
    assert shown.unjudged == derived.unjudged
    for number, result in shown.criteria.items():
        assert (result.level, result.levels) == (None, derived.criteria[number].levels)
    assert (shown.standards["1"].counts, shown.standards["1"].unjudged) == ({0: 0, 1: 0, 2: 0}, 2)


def test_display_only_keeps_what_the_school_itself_gave() -> None:
    rule = [{"level": 1, "points": {"values": [0, 1], "total": 1}}]
    by_points = judge(shape(BARE, rule, 1, method="points", derives=False), told({"1.1": {"points": 1}}))
    assert (by_points.criteria["1.1"].points, by_points.criteria["1.1"].level) == (1, None)
    assert (by_points.standards["1"].points, by_points.standards["1"].points_max) == (None, None)
    graded = judge(shape(BARE, STEPS, 3, method="grades", derives=False), told({"1.1": {"grade": 2}}))
    assert (graded.criteria["1.1"].level, graded.level) == (2, None)


@pytest.mark.parametrize("name", [name for name, item in ours().items() if not item.derives])
def test_the_amended_circulars_are_only_shown(name: str) -> None:
    framework = ours()[name]
    levels = {
        number: max((one.level for one in item.levels), default=None) for number, item in framework.criteria.items()
    }
    judgement = judge(framework, told(by_levels(framework, levels), claims=2))
    assert (judgement.level, judgement.claimed, judgement.why_none) == (None, 2, "unverified")


# Criteria that lack one text or another, under conditions of every kind.
SPARSE = {
    "1.1": {1: "a", 2: "a", 3: "a"},
    "1.2": {1: "a", 3: "a"},
    "1.3": {1: "a", 2: "a"},
    "1.4": {2: "a"},
    "1.5": {1: "a"},
}
MANDATORY = ("1.1", "1.3")
GROUPS = {"all": tuple(SPARSE), "mandatory": MANDATORY, "other": tuple(key for key in SPARSE if key not in MANDATORY)}
conditions = st.sampled_from(list(GROUPS)).flatmap(
    lambda of: st.fixed_dictionaries(
        {"of": st.just(of), "at_least": st.just("all") | st.integers(1, len(GROUPS[of])), "level": st.integers(1, 3)}
    )
)
standings = st.fixed_dictionaries({key: st.sampled_from([0, *texts]) for key, texts in SPARSE.items()})


def holds(rule: list[dict[str, object]], levels: dict[str, int]) -> bool:
    """A criterion holds up to a level when it has no text up to there that it does not reach."""
    for one in rule:
        group = GROUPS[str(one["of"])]
        fine = [key for key in group if not any(levels[key] < text <= int(str(one["level"])) for text in SPARSE[key])]
        if one["at_least"] == "all":
            asked = [key for key in group if int(str(one["level"])) in SPARSE[key]]
            if not asked or len(fine) < len(group):
                return False
        elif len(fine) < int(str(one["at_least"])):
            return False
    return True


@given(st.lists(conditions, min_size=1, max_size=3), standings)
def test_criteria_without_a_text_at_a_level(rule: list[dict[str, object]], levels: dict[str, int]) -> None:
    framework = shape(SPARSE, [{"level": 1, "conditions": rule}], 3, mandatory=MANDATORY)
    judgement = judge(framework, told(by_levels(framework, dict(levels))))
    assert judgement.level == int(holds(rule, levels))
    top = dict.fromkeys(levels, 3)
    way = judgement.roadmap
    if holds(rule, levels) or not holds(rule, top):
        assert way is None
        return
    assert way is not None
    sizes = [
        sum(chosen)
        for chosen in product((False, True), repeat=len(levels))
        if holds(rule, levels | {key: 3 for key, one in zip(levels, chosen, strict=True) if one})
    ]
    assert way.fewest == min(sizes)
    must = {rise.criterion: rise.level for rise in way.must}
    assert list(must) == [key for key in SPARSE if not holds(rule, top | {key: levels[key]})]
    assert all(level in SPARSE[key] for key, level in must.items())
    ready = levels | must
    for choice in way.choose:
        ready |= {key: max(ready[key], choice.level) for key in choice.among[-choice.count :]}
    assert holds(rule, ready)


def test_a_criterion_rises_to_the_highest_level_it_has() -> None:
    rule = [{"level": 3, "conditions": [{"of": "all", "at_least": "all", "level": 3}]}]
    framework = shape({"1.1": {1: "a", 3: "a"}, "1.2": {1: "a", 2: "a"}}, rule, 3)
    judgement = judge(framework, told(by_levels(framework, {"1.1": 1, "1.2": 1})))
    condition = judgement.steps[0].conditions[0]
    assert (condition.needed, condition.reached, condition.below, condition.met) == (1, 0, ("1.1", "1.2"), False)
    assert judgement.roadmap is not None
    assert judgement.roadmap.must == (Rise("1.1", 3), Rise("1.2", 2))


@pytest.mark.parametrize("more", [[], [{"of": "all", "at_least": 2, "level": 2}]], ids=["alone", "beside another"])
@pytest.mark.parametrize("level", [0, 1])
def test_all_of_none_is_never_enough(level: int, more: list[dict[str, object]]) -> None:
    """Not even where a criterion without a text at the level could rise to its highest, or another want is met."""
    asked = [{"of": "all", "at_least": "all", "level": 3}, *more]
    framework = shape({"1.1": {1: "a"}, "1.2": {1: "a", 2: "a"}}, [{"level": 3, "conditions": asked}], 3)
    for second in (1, 2):
        judgement = judge(framework, told(by_levels(framework, {"1.1": level, "1.2": second})))
        assert (judgement.level, judgement.roadmap) == (0, None)
