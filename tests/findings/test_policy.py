"""Severities an operator asks for: which are taken, which are refused, and what they change."""

import pytest

from kdcl_site.findings.finding import Place, Severity
from kdcl_site.findings.policy import as_asked, read_severities
from kdcl_site.findings.registry import finding

CONFIG = Place("mkdocs.yml")


@pytest.mark.parametrize(
    ("asked", "taken", "refused"),
    [
        ({}, {}, []),
        ({"K505": "warning"}, {"K505": Severity.WARNING}, []),
        ({"K501": "notice"}, {"K501": Severity.NOTICE}, []),
        ({"K505": "error", "K608": "error"}, {"K505": Severity.ERROR, "K608": Severity.ERROR}, []),
        ({"K608": "warning"}, {}, ["K613"]),
        ({"K203": "notice", "K324": "warning"}, {}, ["K613", "K613"]),
        ({"K999": "notice"}, {}, ["K612"]),
        ({"K505": "off"}, {}, ["K614"]),
    ],
)
def test_severities(asked: dict[str, str], taken: dict[str, Severity], refused: list[str]) -> None:
    severities, findings = read_severities(asked, CONFIG)
    assert severities == taken
    assert [item.code for item in findings] == refused
    assert all(item.place == CONFIG for item in findings)


def test_only_the_asked_codes_change() -> None:
    items = [finding("K505", Place("a", 1, 1), value="x"), finding("K503", Place("a", 2, 1), value="y")]
    assert [item.severity for item in as_asked(items, {"K505": Severity.ERROR})] == [Severity.ERROR, Severity.NOTICE]
