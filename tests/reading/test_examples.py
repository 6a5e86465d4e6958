"""The examples of the registry: each can be read, and what it shows as wrong is found where it can be tried alone."""

from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter

from kdcl_site.findings.registry import Code, registry
from kdcl_site.model.assessment import Assessment
from kdcl_site.model.confirmed import Confirmed
from kdcl_site.model.evidence import Evidence
from kdcl_site.model.figures import Figures
from kdcl_site.model.improvement import Commitment, PlanHead
from kdcl_site.model.school import School
from kdcl_site.nodes.compose import compose
from kdcl_site.nodes.typed import typed

CODES = list(registry().values())

ABOUT_FILES = {"K101", "K102", "K103", "K109", "K120", "K121"}
"""Of texts, those whose example describes a file too long or too strange to print."""

NO_YAML = {"K615", "K616", "K617", "K618", "K623", "K624"}
"""Their examples are Markdown or a template."""

SHAPES: dict[str, type[Any]] = {
    "K201": School,
    "K202": Evidence,
    "K203": Evidence,
    "K204": Evidence,
    "K205": Assessment,
    "K206": Evidence,
    "K207": PlanHead,
    "K208": Commitment,
    "K209": Assessment,
    "K210": School,
    "K211": Commitment,
    "K212": Assessment,
    "K213": Evidence,
    "K214": Evidence,
    "K215": Evidence,
    "K216": Commitment,
    "K217": School,
    "K218": Commitment,
    "K219": Confirmed,
    "K220": Figures,
}
"""What the example of each code of the shape is a piece of."""


def named(code: Code) -> str:
    return code.code


@pytest.mark.parametrize("code", CODES, ids=named)
def test_examples_say_something_and_can_be_read(code: Code) -> None:
    assert code.bad.strip()
    assert code.bad != code.good
    assert code.good.strip()
    if code.code not in NO_YAML:
        assert yaml.compose(code.good) is not None
    if code.code not in NO_YAML and code.family != "K1":
        yaml.compose(code.bad)


@pytest.mark.parametrize("code", [item for item in CODES if item.family == "K1"], ids=named)
def test_examples_of_texts_are_what_they_say(code: Code) -> None:
    if code.code in ABOUT_FILES:
        assert code.bad.startswith("#")
    else:
        assert code.code in [item.code for item in compose(code.bad, "a.yml")[1]]
    assert compose(code.good, "a.yml")[1] == []


@pytest.mark.parametrize("code", SHAPES)
def test_examples_of_shapes_are_what_they_say(code: str) -> None:
    """A piece lacks what is required, so of K201 the right example has fewer, and of the others none."""
    bad, good = (found(text, SHAPES[code]).count(code) for text in (registry()[code].bad, registry()[code].good))
    assert bad > good
    assert code == "K201" or good == 0


def test_every_shape_is_tried() -> None:
    assert set(SHAPES) == {code.code for code in CODES if code.family == "K2"}


def found(text: str, model: type[Any]) -> list[str]:
    """Return the codes of what is wrong with a piece of a file."""
    node, _ = compose(text, "a.yml")
    assert node is not None
    return [item.code for item in typed(node, TypeAdapter(model), "a.yml")[1]]
