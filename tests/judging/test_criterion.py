from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.judging.criterion import criterion_result
from kdcl_site.judging.judge import judge
from kdcl_site.judging.result import CriterionResult
from tests.judging.build import assessment, cases, small

CASES = cases("criterion.yml")
VERDICTS = ("met", "not_met", "not_judged")


def judged(verdicts: dict[int, Any], allowed: tuple[str, ...] = VERDICTS) -> CriterionResult:
    framework = small({"1.1": False}, verdicts=allowed)
    return judge(framework, assessment({"1.1": verdicts})).criteria["1.1"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_table(case: dict[Any, Any]) -> None:
    result = judged({level: case[level] for level in (1, 2) if level in case}, tuple(case.get("allowed", VERDICTS)))
    opened = case.get("open", [])
    assert str(result.level).lower() == str(case["level"])
    assert [item.state for item in result.levels] == case["states"]
    assert [f"{item.level}.{key}" for item in result.levels for key in item.unjudged] == opened
    assert [f"{item.level}.{key}" for item in result.levels for key in item.unmet] == case.get("failed", [])
    assert result.complete == (case["level"] != "none" and not opened)


def test_a_criterion_the_round_does_not_name_is_not_judged() -> None:
    framework = small({"1.1": False})
    result = criterion_result(framework, framework.criteria["1.1"], None)
    assert (result.level, result.complete) == (None, False)
    assert result == judged({})


@pytest.mark.parametrize(("top", "requirements"), [(0, 2), (2, 0)], ids=["no levels", "no requirements"])
def test_an_empty_list_is_never_a_level(top: int, requirements: int) -> None:
    framework = small({"1.1": False}, top=top, requirements=requirements)
    result = judge(framework, assessment({"1.1": {1: "met", 2: "met"}})).criteria["1.1"]
    assert (result.level, result.complete) == (None, False)


each = st.dictionaries(st.sampled_from(["1", "2"]), st.sampled_from(VERDICTS))
rounds = st.fixed_dictionaries({}, optional={1: each, 2: each})


@given(rounds)
def test_not_judged_counts_neither_as_met_nor_as_not_met(verdicts: dict[int, dict[str, str]]) -> None:
    """A level is given exactly when it does not depend on what is not judged yet."""
    filled = {
        verdict: judged(
            {
                level: {
                    key: given if (given := verdicts.get(level, {}).get(key, "not_judged")) != "not_judged" else verdict
                    for key in ("1", "2")
                }
                for level in (1, 2)
            }
        ).level
        for verdict in ("met", "not_met")
    }
    level = judged(verdicts).level
    assert (level is None) == (filled["met"] != filled["not_met"])
    assert level is None or level == filled["met"]
