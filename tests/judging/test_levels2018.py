"""Levels by lettered indicators and separate clauses: a table on the real catalogues, an oracle on a small one."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.judging.judge import judge
from kdcl_site.judging.result import Judgement
from tests.judging.build import cases
from tests.judging.shapes import VERDICTS, by_levels, by_verdicts, ours, shape, told

CASES = cases("levels2018.yml")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_table(case: dict[str, Any]) -> None:
    framework = ours()[case["framework"]]
    levels = {
        number: min(case["all"], max(one.level for one in criterion.levels))
        for number, criterion in framework.criteria.items()
    } | case.get("except", {})
    assert framework.clauses is not None
    given = dict(case.get("clauses", {}))
    usual = given.pop("all", None)
    clauses = ({item.id: usual for item in framework.clauses.items} if usual else {}) | given
    found = {number: None if level == "none" else level for number, level in levels.items()}
    judgement = judge(framework, told(by_levels(framework, found), clauses))

    assert judgement.level == (None if case["school"] == "none" else case["school"])
    assert judgement.why_none == ("incomplete" if case["school"] == "none" else None)
    third = judgement.steps[2].conditions[0]
    assert f"{third.reached} of {third.needed}" == case["counted"]
    if "clause_states" in case:
        assert {item.state for item in judgement.clauses.values()} == {case["clause_states"]}
    way = judgement.roadmap
    assert (way.level if way else None) == case.get("to")
    if way:
        assert {rise.criterion: rise.level for rise in way.must} == case.get("must", {})
        assert (way.choose, way.fewest) == ((), len(way.must))
        assert list(way.clauses) == case.get("open", [])


@pytest.mark.parametrize(
    ("framework", "criteria", "indicators", "lettered"),
    [
        ("tt17-2018", [27, 27, 19], [81, 48, 24], [81, 38, 10]),
        ("tt18-2018", [28, 28, 20], [84, 45, 25], [84, 32, 10]),
        ("tt19-2018", [25, 25, 19], [75, 46, 25], [75, 37, 12]),
    ],
)
def test_totals_of_the_circulars(
    framework: str, criteria: list[int], indicators: list[int], lettered: list[int]
) -> None:
    """A level without letters is one indicator; for preschools the known counts leave those out."""
    for place, level in enumerate((1, 2, 3)):
        texts = [found for item in ours()[framework].criteria.values() if (found := item.level(level))]
        sizes = [len(one.requirements) for one in texts]
        with_letters = sum(size for size in sizes if size > 1)
        assert (len(texts), sum(sizes), with_letters) == (criteria[place], indicators[place], lettered[place])


TEXTS = {"1.1": {1: "aB", 2: "a", 3: "a"}, "1.2": {1: "a", 2: "b"}, "2.1": {1: "a", 3: "Ab"}}
CLAUSES = ("1", "2")
STEPS = [{"level": level, "conditions": [{"of": "all", "at_least": "all", "level": level}]} for level in (1, 2, 3)]
LAST = {"level": 4, "conditions": [{"of": "clauses", "at_least": "all", "level": 4}]}
SMALL = shape(
    TEXTS,
    [*STEPS, LAST],
    4,
    clauses={"level": 4, "items": [{"id": one, "text": {"vi": "Chữ"}} for one in CLAUSES]},
)
ASKED = [
    (number, level, one) for number, levels in TEXTS.items() for level, letters in levels.items() for one in letters
]
Key = tuple[str, int, str]


def known(key: Key, verdict: str) -> bool:
    """Whether a verdict says anything of a requirement: "not applicable" only of one that may not apply."""
    return verdict in ("met", "not_met") or (verdict == "not_applicable" and key[2].isupper())


def plain_level(number: str, verdicts: dict[Key, str]) -> int:
    """The level of a criterion of which everything is judged: up, until something is not met."""
    level = 0
    for one in sorted(TEXTS[number]):
        if any(verdict == "not_met" for key, verdict in verdicts.items() if key[:2] == (number, one)):
            return level
        level = one
    return level


def oracle_criterion(number: str, verdicts: dict[Key, str]) -> int | None:
    """Fill in all that is open in every way: there is a level where all ways lead to the same."""
    mine = {key: verdict for key, verdict in verdicts.items() if key[0] == number}
    unknown = [key for key, verdict in mine.items() if not known(key, verdict)]
    ways = product(("met", "not_met"), repeat=len(unknown))
    found = {plain_level(number, mine | dict(zip(unknown, way, strict=True))) for way in ways}
    return found.pop() if len(found) == 1 else None


def oracle_complete(number: str, verdicts: dict[Key, str]) -> bool:
    for level in sorted(TEXTS[number]):
        here = {key: verdict for key, verdict in verdicts.items() if key[:2] == (number, level)}
        if not all(known(key, verdict) for key, verdict in here.items()):
            return False
        if "not_met" in here.values():
            return True
    return True


def oracle_school(verdicts: dict[Key, str], clauses: dict[str, str]) -> int | None:
    if not all(oracle_complete(number, verdicts) for number in TEXTS):
        return None
    level = 0
    for step in (1, 2, 3):
        if any(verdict == "not_met" for key, verdict in verdicts.items() if key[1] <= step):
            return level
        level = step
    said = [verdict for verdict in clauses.values() if verdict in ("met", "not_met")]
    if not said:
        return 3
    if len(said) < len(CLAUSES):
        return None
    return 3 if "not_met" in said else 4


def judged(verdicts: dict[Key, str], clauses: dict[str, str]) -> Judgement:
    return judge(SMALL, told(by_verdicts(verdicts), clauses))


usual = st.sampled_from(["met"] * 6 + list(VERDICTS))
some_verdicts = st.fixed_dictionaries(dict.fromkeys(ASKED, usual))
some_clauses = st.fixed_dictionaries({}, optional={one: st.sampled_from(VERDICTS) for one in CLAUSES})


@given(some_verdicts, some_clauses)
def test_oracle(verdicts: dict[Key, str], clauses: dict[str, str]) -> None:
    judgement = judged(verdicts, clauses)
    for number, result in judgement.criteria.items():
        assert result.level == oracle_criterion(number, verdicts)
        assert result.complete == oracle_complete(number, verdicts)
    assert judgement.level == oracle_school(verdicts, clauses)


def test_every_verdict_of_one_criterion() -> None:
    keys = [key for key in ASKED if key[0] == "1.1"]
    for given_ in product(VERDICTS, repeat=len(keys)):
        verdicts = dict(zip(keys, given_, strict=True))
        result = judged(verdicts, {}).criteria["1.1"]
        assert (result.level, result.complete) == (oracle_criterion("1.1", verdicts), oracle_complete("1.1", verdicts))


def test_every_verdict_of_the_clauses() -> None:
    for level, one, two in product((2, 3), VERDICTS, VERDICTS):
        verdicts = {key: "met" if key[1] <= level else "not_met" for key in ASKED}
        assert judged(verdicts, {"1": one, "2": two}).level == oracle_school(verdicts, {"1": one, "2": two})


@given(some_verdicts, some_clauses, st.sets(st.sampled_from(ASKED)), st.sets(st.sampled_from(CLAUSES)))
def test_what_becomes_met_lowers_nothing(
    verdicts: dict[Key, str], clauses: dict[str, str], mended: set[Key], kept: set[str]
) -> None:
    before = judged(verdicts, clauses)
    now = judged(verdicts | dict.fromkeys(mended, "met"), clauses | dict.fromkeys(kept, "met"))
    pairs = [(before.level, now.level)]
    pairs += [(before.criteria[number].level, now.criteria[number].level) for number in TEXTS]
    assert all(new is None or old is None or new >= old for old, new in pairs)


@given(some_verdicts, some_clauses)
def test_the_way_with_its_clauses_leads_to_the_next_level(verdicts: dict[Key, str], clauses: dict[str, str]) -> None:
    judgement = judged(verdicts, clauses)
    way = judgement.roadmap
    assert (way is None) == (judgement.level in (None, 4))
    if way is None:
        return
    rises = {rise.criterion: rise.level for rise in way.must}
    risen = verdicts | {key: "met" if key[1] <= rises[key[0]] else "not_met" for key in ASKED if key[0] in rises}
    done = clauses | dict.fromkeys(way.clauses, "met") if way.clauses else {}
    assert (oracle_school(risen, done) or 0) >= way.level
    for number in rises:
        less = risen | {key: verdict for key, verdict in verdicts.items() if key[0] == number}
        assert oracle_school(less, done) == judgement.level
    for clause in way.clauses:
        assert oracle_school(risen, done | {clause: "not_met"}) == judgement.level


def test_a_requirement_that_always_applies_cannot_be_declared_away() -> None:
    verdicts = dict.fromkeys(ASKED, "met") | {("1.2", 1, "a"): "not_applicable"}
    judgement = judged(verdicts, {})
    assert (judgement.level, judgement.unjudged, judgement.why_none) == (None, ("1.2",), "incomplete")
