"""The registry of codes: each code of reading and checking is proved by a bad case, and its words hold together."""

import re
import string
from pathlib import Path

import pytest

from kdcl_site.findings.registry import LANGUAGES, Code, registry
from tests.frameworks import test_consistency as rules
from tests.frameworks import test_load as frameworks
from tests.frameworks import test_official as official
from tests.nodes import test_compose as nodes
from tests.nodes import test_typed as shape
from tests.reading.golden import cases, load

CODES = list(registry().values())
ELSEWHERE = {
    "tests/nodes/test_compose.py": ("K101", "K102", "K103", "K109"),
    "tests/findings/test_limit.py": ("K120",),
    "tests/reading/test_school.py": ("K304",),
    "tests/building/test_former_ids.py": ("K338", "K339"),
    "tests/frameworks/test_load.py": ("K410", "K411"),
    "tests/frameworks/test_maps.py": ("K414", "K415", "K416", "K417", "K418"),
    "tests/building/test_files.py": ("K601", "K602", "K603", "K604", "K605", "K609", "K610", "K631", "K632", "K633"),
    "tests/building/test_leaks.py": ("K608",),
    "tests/building/test_confirm.py": ("K219",),
    "tests/building/test_suspects.py": ("K710", "K711", "K712", "K713", "K714", "K715", "K716"),
    "tests/mkdocs/test_reporting.py": ("K607",),
    "tests/mkdocs/test_following.py": ("K623", "K624"),
    "tests/mkdocs/test_places.py": ("K625", "K626"),
    "tests/mkdocs/test_policy.py": ("K630",),
    "tests/site/test_failures.py": ("K606", "K611"),
    "tests/site/test_blocks.py": ("K615", "K616", "K617"),
    "tests/mkdocs/test_overriding.py": ("K618", "K619", "K620", "K621"),
    "tests/checks/test_file_privacy.py": ("K810", "K811"),
    "tests/findings/test_policy.py": ("K612", "K613", "K614"),
}
"""Codes that tests with names of their own prove: unreadable or full files, links, other schools, maps, the site."""
FAMILIES: dict[str, str | tuple[str, ...]] = {
    "yaml": "K1",
    "shape": "K2",
    "references": "K3",
    "frameworks": "K4",
    "checks": "K50",
    "consistency": ("K52", "K53"),
    "waivers": "K55",
    "files": "K63",
    "site": "K6",
    "evidence": "K7",
    "privacy": "K8",
    "language": "K9",
}
"""What the codes of each file of the registry begin with."""


def test_every_code_is_proved_by_a_bad_case() -> None:
    proved = {
        line.split()[0]
        for folder in ("tests/reading", "tests/checks")
        for path in cases(Path(folder))
        for line in load(path)["findings"]
    }
    proved |= {case[1] for module in (nodes, shape) for case in module.CASES.values()}
    proved |= {case[2] for module in (frameworks, official) for case in module.CASES.values()}
    proved |= {case[3] for case in rules.CASES.values()}
    for file, codes in ELSEWHERE.items():
        text = Path(file).read_text(encoding="utf-8")
        proved |= {code for code in codes if code in text}
    assert {code.code for code in CODES} - proved == set()


def test_every_check_has_a_case_in_which_it_is_silent() -> None:
    """A case of another code, or of none, lays out a whole school too."""
    told = [{line.split()[0] for line in load(path)["findings"]} for path in cases(Path("tests/checks"))]
    for code in CODES:
        if "K500" < code.code < "K600" or code.code > "K700":
            assert any(code.code not in codes for codes in told)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.code)
def test_words(code: Code) -> None:
    for texts in (code.title, code.message, code.hint, code.why):
        assert texts.keys() == set(LANGUAGES)
        assert _fields(texts["vi"]) <= _fields(texts["en"])
        assert all(text and text.strip() == text for text in texts.values())
    for language in LANGUAGES:
        assert code.message[language].endswith((".", "}."))
        assert code.hint[language].endswith((".", "?"))
        assert code.why[language].endswith(".")
        assert not _fields(code.why[language])
        assert not code.title[language].endswith(".")


def test_families_stand_in_their_files() -> None:
    for file in Path("kdcl_site/text/words/findings").glob("*.yml"):
        keys = re.findall(r"^(K\d+):", file.read_text(encoding="utf-8"), re.MULTILINE)
        assert keys == sorted(set(keys))
        assert all(key.startswith(FAMILIES[file.stem]) for key in keys)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
