"""The registry of codes: each code of reading and checking is proved by a bad case, and its words hold together."""

import re
import string
from pathlib import Path

import pytest
import yaml

from kdcl_site.findings.registry import LANGUAGES, Code, registry
from tests.frameworks import test_load as frameworks
from tests.nodes import test_compose as nodes
from tests.nodes import test_typed as shape
from tests.reading.golden import cases, load

CODES = [code for name, code in registry().items() if name < "K6"]
ELSEWHERE = {"K101", "K102", "K103", "K109"} | {"K120"} | {"K304", "K338", "K339"}
ELSEWHERE |= {"K401", "K410", "K411"} | {f"K{number}" for number in range(414, 421)}
"""Proved by tests with names of their own: unreadable or full files, links, other schools, catalogues, maps, texts."""


def test_every_code_is_proved_by_a_bad_case() -> None:
    proved = {
        line.split()[0]
        for folder in ("tests/reading", "tests/checks")
        for path in cases(Path(folder))
        for line in load(path)["findings"]
    }
    proved |= {case[1] for module in (nodes, shape) for case in module.CASES.values()}
    proved |= {case[2] for case in frameworks.CASES.values()}
    assert {code.code for code in CODES} - proved - ELSEWHERE == set()


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_words(code: Code) -> None:
    for texts in (code.title, code.message, code.hint):
        assert texts.keys() == set(LANGUAGES)
        assert _fields(texts["vi"]) <= _fields(texts["en"])
        assert all(text.strip() == text and text for text in texts.values())
    for language in LANGUAGES:
        assert code.message[language].endswith((".", "}."))
        assert code.hint[language].endswith((".", "?"))
        assert not code.title[language].endswith(".")
    if code.example:
        assert yaml.safe_load(code.example) is not None


def test_families_stand_in_their_files() -> None:
    folder = Path("kdcl_site/text/words/findings")
    families = {"yaml": "K1", "shape": "K2", "references": "K3", "frameworks": "K4", "checks": "K5"}
    for name, family in families.items():
        keys = re.findall(r"^(K\d+):", (folder / f"{name}.yml").read_text(encoding="utf-8"), re.MULTILINE)
        assert keys == [f"{family}{number:02}" for number in range(1, len(keys) + 1)]


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
