"""How grave an operator wants findings to be."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kdcl_site.findings.finding import Finding, Place, Severity
from kdcl_site.findings.registry import finding, registry

Severities = Mapping[str, Severity]
"""Severities by code, where they differ from the registry's."""


def read_severities(told: Mapping[str, str], place: Place) -> tuple[Severities, list[Finding]]:
    """Return the severities an operator asks for, and findings on those that cannot be; `place` is the option's."""
    severities: dict[str, Severity] = {}
    findings: list[Finding] = []
    for code, name in told.items():
        if code not in registry():
            findings.append(finding("K612", place, value=code))
        elif name not in list(Severity):
            findings.append(finding("K614", place, value=str(name), expected=", ".join(Severity)))
        elif registry()[code].locked and Severity(name).rank > registry()[code].severity.rank:
            findings.append(finding("K613", place, value=code))
        else:
            severities[code] = Severity(name)
    return severities, findings


def as_asked(findings: Iterable[Finding], severities: Severities) -> list[Finding]:
    """Return the findings with the severities an operator asks for."""
    return [replace(item, severity=severities[item.code]) if item.code in severities else item for item in findings]
