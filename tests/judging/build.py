"""Typed objects for tests of judging, from plain tables instead of files."""

from collections.abc import Mapping as Map
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter

from kdcl_site.frameworks.framework import Framework
from kdcl_site.model.assessment import Assessment, CriterionRating
from kdcl_site.nodes.compose import compose
from kdcl_site.nodes.entry import LOCATED, Entry
from kdcl_site.nodes.node import Located, Mapping
from kdcl_site.nodes.typed import typed

MANDATORY = ("1.3", "1.4", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2")
OTHER = ("1.1", "1.2", "2.3", "3.3", "3.4", "3.5", "4.3")
"""Criteria of Thông tư 57/2026, phổ thông, as the articles name them."""

E = TypeVar("E", bound=Entry)

_NOWHERE = Located("test.yml", Mapping((), 1, 1))
_CASES = Path(__file__).parent / "cases"


def cases(name: str) -> Any:
    """The cases of a file, as they stand there."""
    return yaml.safe_load((_CASES / name).read_text(encoding="utf-8"))


def entry(kind: type[E], data: Map[str, Any]) -> E:
    """A typed object from plain data, without a file."""
    return kind.model_validate(_stamped(data))


def _stamped(data: Any) -> Any:
    if isinstance(data, Map):
        return {key: _stamped(value) for key, value in data.items()} | {LOCATED: _NOWHERE}
    return [_stamped(item) for item in data] if isinstance(data, list) else data


@cache
def tt57() -> Framework:
    """The framework of general schools under Thông tư 57/2026, from its catalogue."""
    file = resources.files("kdcl_site.frameworks").joinpath("data", "tt57-2026", "pho-thong.yml")
    node, _ = compose(file.read_text(encoding="utf-8"), "pho-thong.yml")
    assert node is not None
    framework, findings = typed(node, TypeAdapter(Framework), "pho-thong.yml")
    assert framework is not None, findings
    return framework


def small(
    mandatory: Map[str, bool],
    steps: list[dict[str, Any]] | None = None,
    *,
    top: int = 2,
    requirements: int = 2,
    verdicts: tuple[str, ...] = ("met", "not_met", "not_judged"),
) -> Framework:
    """A framework of one standard; `mandatory` says of each criterion whether it is."""
    word = {"vi": "Chữ"}
    levels = [
        {
            "level": level,
            "plain": word,
            "requirements": [
                {"id": str(number), "text": word, "if_any": "not_applicable" in verdicts}
                for number in range(1, requirements + 1)
            ],
        }
        for level in range(1, top + 1)
    ]
    criteria = [
        {
            "number": number,
            "name": word,
            "mandatory": flag,
            "article": "x",
            "plain": word,
            "why": word,
            "levels": levels,
        }
        for number, flag in mandatory.items()
    ]
    data = {
        "format": 1,
        "id": "small",
        "name": word,
        "short": word,
        "source": {"number": "1", "kind": "x", "issuer": "x", "issued": "2026-01-01"},
        "in_force": {"since": "2026-01-01"},
        "applies_to": ["primary"],
        "verified": False,
        "words": dict.fromkeys(("standard", "criterion", "level", "requirement"), word),
        "judges": ["self"],
        "verdicts": list(verdicts),
        "strengths_at": "standard",
        "scale": [{"level": level, "name": word, "gloss": word} for level in range(top + 1)],
        "criterion_level": {"text": word},
        "school_level": {
            "article": "x",
            "text": word,
            "several_stages": {"rule": "lowest", "verified": False, "text": word},
            "levels": steps or [],
        },
        "evidence_code": {"pattern": "x", "example": "x", "open": "(", "close": ")", "separator": ", "},
        "standards": [{"number": "1", "name": word, "criteria": criteria}],
    }
    return entry(Framework, data)


def assessment(verdicts: Map[str, Map[int, Any]], claims: int | None = None) -> Assessment:
    """A round with these verdicts: criterion, level, then one verdict or one per requirement."""
    criteria = {
        number: {"levels": {str(level): {"verdict": verdict} for level, verdict in levels.items()}}
        for number, levels in verdicts.items()
    }
    head = {"framework": "x", "kind": "self", "school_year": "2026-2027", "claims": claims}
    return entry(Assessment, head | {"criteria": criteria})


def at_levels(framework: Framework, levels: Map[str, int | None], claims: int | None = None) -> Assessment:
    """A round whose criteria come out at these levels; None leaves a criterion out."""
    criteria = {
        number: _rating(tuple(item.level for item in criterion.levels), level)
        for number, criterion in framework.criteria.items()
        if (level := levels.get(number)) is not None
    }
    return assessment({}, claims).model_copy(update={"criteria": criteria})


@cache
def _rating(texts: tuple[int, ...], level: int) -> CriterionRating:
    """A criterion with texts at these levels that comes out at a level."""
    levels = {str(one): {"verdict": "met" if level >= one else "not_met"} for one in texts}
    return entry(CriterionRating, {"levels": levels})


def literal(found: dict[str, int]) -> int:
    """The level of a school by khoản 3 Điều 5, counted out apart from the product and its catalogue."""
    first = sum(found[key] >= 1 for key in OTHER)
    second = sum(found[key] == 2 for key in OTHER)
    if all(found[key] == 2 for key in MANDATORY) and second >= 5 and first == 7:
        return 2
    return 1 if all(found[key] >= 1 for key in MANDATORY) and first >= 5 else 0
