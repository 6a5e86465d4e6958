"""Small frameworks of any shape for tests of judging, and the package's own by id."""

from collections.abc import Mapping as Map
from functools import cache
from typing import Any

from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.model.assessment import Assessment
from kdcl_site.model.folder import Round
from tests.judging.build import entry

WORD = {"vi": "Chữ"}
VERDICTS = ("met", "not_met", "not_judged", "not_applicable")

Texts = Map[str, Map[int, str]]
"""Of each criterion, of each level, its requirements by letter; a capital one may not apply."""


@cache
def ours() -> Map[str, Framework]:
    """All catalogues of the package."""
    return load_frameworks()[0]


def shape(texts: Texts, steps: list[dict[str, Any]], top: int, **more: Any) -> Framework:
    """A framework whose standards are the first parts of the criteria's numbers; `more` goes into the catalogue."""
    mandatory = more.pop("mandatory", ())
    standards: dict[str, list[dict[str, Any]]] = {}
    for number, levels in texts.items():
        standards.setdefault(number.partition(".")[0], []).append(
            {
                "number": number,
                "name": WORD,
                "mandatory": number in mandatory,
                "article": "x",
                "plain": WORD,
                "why": WORD,
                "levels": [
                    {
                        "level": level,
                        "plain": WORD,
                        "requirements": [{"id": one, "text": WORD, "if_any": one.isupper()} for one in letters],
                    }
                    for level, letters in levels.items()
                ],
            }
        )
    data = {
        "format": 1,
        "id": "shape",
        "name": WORD,
        "short": WORD,
        "source": {"number": "1", "kind": "x", "issuer": "x", "issued": "2018-01-01"},
        "in_force": {"since": "2018-01-01"},
        "applies_to": ["primary"],
        "verified": False,
        "words": dict.fromkeys(("standard", "criterion", "level", "requirement"), WORD),
        "judges": ["self", "external"],
        "verdicts": list(VERDICTS),
        "strengths_at": "criterion",
        "scale": [{"level": level, "name": WORD, "gloss": WORD} for level in range(top + 1)],
        "criterion_level": {"text": WORD},
        "school_level": {"article": "x", "text": WORD, "levels": steps},
        "evidence_code": {"pattern": "x", "example": "x", "open": "(", "close": ")", "separator": ", "},
        "standards": [{"number": key, "name": WORD, "criteria": found} for key, found in standards.items()],
    }
    return entry(Framework, data | more)


def told(criteria: Map[str, Any], clauses: Map[str, str] | None = None, **more: Any) -> Assessment:
    """A round with these ratings of criteria, and one verdict for each clause."""
    given = {key: {"verdict": verdict} for key, verdict in (clauses or {}).items()}
    head = {"framework": "shape", "kind": "self", "school_year": "2023-2024"}
    return entry(Assessment, head | {"criteria": criteria, "clauses": given} | more)


def by_verdicts(verdicts: Map[tuple[str, int, str], str]) -> dict[str, Any]:
    """Ratings of criteria from a verdict for each requirement."""
    found: dict[str, Any] = {}
    for (number, level, letter), verdict in verdicts.items():
        levels = found.setdefault(number, {"levels": {}})["levels"]
        levels.setdefault(str(level), {"verdict": {}})["verdict"][letter] = verdict
    return found


def by_levels(framework: Framework, levels: Map[str, int | None]) -> dict[str, Any]:
    """Ratings under which the criteria come out at these levels; None leaves one out."""
    return {
        number: {
            "levels": {
                str(one.level): {"verdict": "met" if one.level <= level else "not_met"}
                for one in framework.criteria[number].levels
            }
        }
        for number, level in levels.items()
        if level is not None
    }


def a_round(framework: Framework, assessment: Assessment) -> Round:
    """A round of a school."""
    return Round("2023-2024", assessment, framework)
