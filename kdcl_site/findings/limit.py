"""A report that can be read to its end: of each file its gravest findings, and how many more there are."""

from collections.abc import Iterable

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding

LIMIT = 200
"""Findings of one file that are reported."""

MORE = "K120"
"""The code that says how many findings of a file are left out."""


def limited(findings: Iterable[Finding], limit: int = LIMIT) -> list[Finding]:
    """Return at most `limit` findings of each file, the gravest first, then by place; one notice counts the others.

    What an earlier notice left out is counted again.
    """
    files: dict[str, list[Finding]] = {}
    left: dict[str, int] = {}
    for item in findings:
        if item.code == MORE:
            left[item.place.file] = left.get(item.place.file, 0) + int(item.args["count"])
        else:
            files.setdefault(item.place.file, []).append(item)
    kept: list[Finding] = []
    for file, items in files.items():
        if len(items) > limit:
            items.sort(key=lambda item: (item.severity.rank, item.sort_key))
            left[file] = left.get(file, 0) + len(items) - limit
        kept += items[:limit]
    return [*kept, *(more(file, count) for file, count in left.items())]


def more(file: str, count: int) -> Finding:
    """Return the notice that so many findings of a file are left out."""
    return finding(MORE, Place(file), count=str(count))
