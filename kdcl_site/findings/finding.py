"""What a finding is: a code of the registry, a place in a file, and the words to fill its message with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

HIDDEN = "…"
"""What stands in a message where the text of a private node would stand."""

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

    `args` fill the message. By convention the argument `value` is the only one that may quote what an author wrote
    as a value, and `private` says that it must not be shown: then the message hides it and no source line is printed.
    """

    code: str
    severity: Severity
    place: Place
    args: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    private: bool = False

    def hide(self) -> "Finding":
        """Return the same finding without anything an author wrote as a value."""
        return replace(self, private=True, args={k: HIDDEN if k == "value" else v for k, v in self.args.items()})

    @property
    def sort_key(self) -> tuple[Place, int, str, tuple[tuple[str, str], ...]]:
        """Order of a report: by place, then gravity, then code."""
        return self.place, self.severity.rank, self.code, tuple(sorted(self.args.items()))


def count(findings: Iterable[Finding], severity: Severity) -> int:
    """Return how many of the findings are of this severity."""
    return sum(1 for finding in findings if finding.severity is severity)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings as a report lists them."""
    return sorted(findings, key=lambda finding: finding.sort_key)
