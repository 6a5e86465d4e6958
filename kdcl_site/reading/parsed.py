"""One file of a school, read as far as it goes: its node, its typed value, its findings."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import TypeAdapter

from kdcl_site.findings.finding import Finding
from kdcl_site.nodes.compose import LINE_BREAK, read
from kdcl_site.nodes.node import Node
from kdcl_site.nodes.typed import typed

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Parsed(Generic[T]):
    """A file; `node` is None where the text could not be parsed, `value` where the shape is wrong."""

    path: Path
    shown: str
    node: Node | None
    value: T | None
    findings: tuple[Finding, ...]

    def lines(self) -> Sequence[str]:
        """Return the lines of the file as the parser counts them; read anew, for findings only."""
        return lines_of(self.path)


def lines_of(path: Path) -> Sequence[str]:
    """Return the lines of a file as the parser counts them."""
    return LINE_BREAK.split(path.read_bytes().decode("utf-8-sig"))


def parse(path: Path, shown: str, adapter: TypeAdapter[T]) -> Parsed[T]:
    """Read a file and type it; `shown` is its name in findings."""
    node, findings = read(path, shown)
    if node is None:
        return Parsed(path, shown, None, None, tuple(findings))
    result = typed(node, adapter, shown)
    return Parsed(path, shown, node, result[0], (*findings, *result[1]))
