"""What a finding is: a code of the registry, a place in a file, and the words to fill its message with."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

HIDDEN = "…"
"""What stands in a message where the text of a private node would stand."""

_HARMLESS = frozenset(
    (
        "earlier",
        "expected",
        "file",
        "first",
        "first_file",
        "font",
        "kinds",
        "later",
        "limit",
        "problem",
        "reason",
        "size",
    )
)
"""Arguments that come from us or from the law, or only say where something stands."""

_PATHS = ("key", "where")
"""Arguments that name keys; a key below a mapping may be an author's own word."""

_KEY = re.compile(r"([0-9]+\.)?[a-z_]{1,30}")
"""The key of an entry, or of one in a list."""

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Severity(StrEnum):
    """How grave a finding is: an error stops the build, a warning counts in strict mode, a notice never stops."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: `file` relative to the project, with forward slashes; line and column from 1 (0: the file)."""

    file: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; its texts live in the registry of codes under `code`.

    `args` fill the message. `private` says that what an author wrote must not be shown: then only harmless arguments
    are given and no source line is printed.
    """

    code: str
    severity: Severity
    place: Place
    args: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    private: bool = False

    def hide(self) -> "Finding":
        """Return the same finding without anything an author wrote, nor what follows from it."""
        args = {key: text if _harmless(key, text) else HIDDEN for key, text in self.args.items()}
        return replace(self, private=True, args=args)

    @property
    def sort_key(self) -> tuple[Place, int, str, tuple[tuple[str, str], ...]]:
        """Order of a report: by place, then gravity, then code."""
        return self.place, self.severity.rank, self.code, tuple(sorted(self.args.items()))


def _harmless(key: str, text: str) -> bool:
    return key in _HARMLESS or (key in _PATHS and bool(_KEY.fullmatch(text)))


def count(findings: Iterable[Finding], severity: Severity) -> int:
    """Return how many of the findings are of this severity."""
    return sum(1 for finding in findings if finding.severity is severity)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings as a report lists them."""
    return sorted(findings, key=lambda finding: finding.sort_key)
