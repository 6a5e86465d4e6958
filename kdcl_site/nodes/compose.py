"""YAML text to nodes: every scalar a text, every doubtful construct a finding, nothing guessed and nothing lost silently."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.nodes.node import Mapping, Node, Scalar, Sequence
from kdcl_site.text.folding import is_nfc
from kdcl_site.text.legacy import old_font


@dataclass(frozen=True, slots=True)
class Limits:
    """What a sane file keeps to: bytes of the file, depth of nesting, number of nodes."""

    size: int = 4_000_000
    depth: int = 24
    nodes: int = 200_000


class _TooMuch(Exception):
    """A limit is passed; the finding says which."""

    def __init__(self, item: Finding) -> None:
        self.item = item


def read(path: Path, shown: str, limits: Limits = Limits()) -> tuple[Node | None, list[Finding]]:
    """Read a YAML file; `shown` is its name in findings.

    Returns the node of its one document (None when it cannot be read or holds nothing) and the findings.
    """
    whole = Place(shown)
    try:
        size = path.stat().st_size
        if size > limits.size:
            return None, [finding("K102", whole, size=str(size), limit=str(limits.size))]
        data = path.read_bytes()
    except OSError as error:
        return None, [finding("K101", whole, reason=error.strerror or type(error).__name__)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [finding("K103", Place(shown, line, error.start - data.rfind(b"\n", 0, error.start)))]
    return compose(text, shown, limits)


def compose(text: str, shown: str, limits: Limits = Limits()) -> tuple[Node | None, list[Finding]]:
    """Parse YAML text into a node and findings, as `read` does."""
    composer = _Composer(shown, limits)
    try:
        node = composer.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except _TooMuch as stop:
        return None, [*composer.findings, stop.item]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(shown, mark.line + 1, mark.column + 1) if mark else Place(shown)
        return None, [*composer.findings, finding("K104", place, problem=error.problem or "")]
    except yaml.reader.ReaderError as error:
        before = text[: error.position] if isinstance(error.position, int) else ""
        place = Place(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return None, [*composer.findings, finding("K105", place)]
    if node is None or (isinstance(node, Scalar) and node.empty):
        composer.findings.append(finding("K106", Place(shown)))
        return None, composer.findings
    return node, composer.findings


@dataclass
class _Composer:
    shown: str
    limits: Limits
    findings: list[Finding] = field(default_factory=list)
    count: int = 0

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        """Return the first document's node; a second document is a finding."""
        node: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._find("K107", event)
            elif isinstance(event, yaml.NodeEvent):
                parsed = self._node(event, events, 1)
                node = node if documents > 1 else parsed
        return node

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self.count += 1
        if depth > self.limits.depth or self.count > self.limits.nodes:
            limit = self.limits.depth if depth > self.limits.depth else self.limits.nodes
            code = "K108" if depth > self.limits.depth else "K109"
            raise _TooMuch(finding(code, Place(self.shown, line, column), limit=str(limit)))
        if isinstance(event, yaml.AliasEvent):
            self._find("K110", event, name=event.anchor)
            return Scalar("", True, line, column)
        if event.anchor is not None:
            self._find("K111", event, name=event.anchor)
        if event.tag is not None:
            self._find("K112", event, tag=event.tag)
        if isinstance(event, yaml.ScalarEvent):
            self._script(event.value, line, column)
            return Scalar(event.value, event.style is None or event.style == "", line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            while not isinstance(inner := next(events), yaml.SequenceEndEvent):
                items.append(self._node(inner, events, depth + 1))
            return Sequence(tuple(items), line, column)
        return self._mapping(events, depth, line, column)

    def _mapping(self, events: Iterator[yaml.Event], depth: int, line: int, column: int) -> Mapping:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(inner := next(events), yaml.MappingEndEvent):
            key = self._node(inner, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                self.findings.append(finding("K113", Place(self.shown, key.line, key.column)))
            elif key.text in pairs:
                first = pairs[key.text][0]
                place = Place(self.shown, key.line, key.column)
                self.findings.append(finding("K114", place, key=key.text, first=str(first.line)))
            else:
                pairs[key.text] = (key, value)
        return Mapping(tuple(pairs.values()), line, column)

    def _script(self, text: str, line: int, column: int) -> None:
        """Vietnamese must be composed Unicode: what is not finds nothing in search and sorts wrongly."""
        if text.isascii():
            return
        if not is_nfc(text):
            self.findings.append(finding("K115", Place(self.shown, line, column)))
        if font := old_font(text):
            self.findings.append(finding("K116", Place(self.shown, line, column), font=font.upper()))

    def _find(self, code: str, event: yaml.Event, **args: str) -> None:
        mark = event.start_mark
        self.findings.append(finding(code, Place(self.shown, mark.line + 1, mark.column + 1), **args))
