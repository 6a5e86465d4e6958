"""YAML text to nodes: each scalar a text, each doubtful construct a finding, nothing guessed, nothing lost silently."""

import re
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.nodes.node import Mapping, Node, Scalar, Sequence, quote
from kdcl_site.text.folding import is_nfc
from kdcl_site.text.legacy import old_font

LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What the parser counts as the end of a line."""

_FONTS = {"mojibake": "UTF-8 / Windows-1252"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_CHANGED_ELSEWHERE = re.compile(r"0\d+|\d+\.\d*0|yes|no|on|off|y|n", re.IGNORECASE)
_CHANGED_AS_KEY = re.compile(r"\d+\.\d*0")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a sane file keeps to: bytes of the file, depth of nesting, number of nodes, characters of one text."""

    size: int = 4_000_000
    depth: int = 24
    nodes: int = 100_000
    text: int = 20_000


_Next = Callable[[], Any]
"""Gives the next event of a text, None after the last. The stubs know neither the kinds of events nor what they hold,
and telling them apart by `isinstance` would cost a third of the time of reading a school."""


class _TooMuchError(Exception):
    """A limit is passed; the finding says which."""

    def __init__(self, item: Finding) -> None:
        self.item = item


def read(path: Path, shown: str, limits: Limits = Limits()) -> tuple[Node | None, list[Finding]]:
    """Read a YAML file; `shown` is its name in findings.

    Returns the node of its one document (None when it cannot be read or holds nothing) and the findings.
    """
    whole = Place(shown)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return None, [finding("K101", whole, reason=stat.filemode(status.st_mode))]
        if status.st_size > limits.size:
            return None, [finding("K102", whole, size=str(status.st_size), limit=str(limits.size))]
        data = path.read_bytes()
    except OSError as error:
        return None, [finding("K101", whole, reason=error.strerror or type(error).__name__)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [finding("K103", _after(data[: error.start].decode("utf-8-sig"), shown))]
    return compose(text, shown, limits)


def compose(text: str, shown: str, limits: Limits = Limits()) -> tuple[Node | None, list[Finding]]:
    """Parse YAML text into a node and findings, as `read` does."""
    composer = _Composer(shown, limits)
    try:
        node = composer.document(yaml.CSafeLoader(text).get_event)
    except _TooMuchError as stop:
        return None, [*composer.findings, stop.item]
    except yaml.MarkedYAMLError as error:
        return None, [*composer.findings, _broken(error, text, shown)]
    except yaml.reader.ReaderError as error:
        # The position counts bytes.
        before = text.encode()[: error.position].decode(errors="ignore")
        return None, [*composer.findings, finding("K105", _after(before, shown))]
    if node is None or (isinstance(node, Scalar) and node.empty):
        composer.findings.append(finding("K106", Place(shown)))
        return None, composer.findings
    return node, composer.findings


def _position(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


def _after(text: str, shown: str) -> Place:
    """Return the place right behind the text."""
    lines = LINE_BREAK.split(text)
    return Place(shown, len(lines), len(lines[-1]) + 1)


def _broken(error: yaml.MarkedYAMLError, text: str, shown: str) -> Finding:
    """Return the finding for text the parser gives up on; the two commonest mistakes have their own words."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return finding("K104", Place(shown), problem=error.problem or "")
    place = Place(shown, mark.line + 1, mark.column + 1)
    lines = LINE_BREAK.split(text)
    line = lines[mark.line] if mark.line < len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return finding("K117", place)
    if error.problem == "mapping values are not allowed in this context":
        return finding("K118", place)
    return finding("K104", place, problem=error.problem or "")


@dataclass
class _Composer:
    shown: str
    limits: Limits
    findings: list[Finding] = field(default_factory=list)
    count: int = 0

    def document(self, next_event: _Next) -> Node | None:
        """Return the first document's node; a second document is a finding."""
        node: Node | None = None
        documents = 0
        while (event := next_event()) is not None:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._find("K107", event)
            elif isinstance(event, yaml.NodeEvent):
                parsed = self._node(event, next_event, 1)
                node = node if documents > 1 else parsed
        return node

    def _node(self, event: Any, next_event: _Next, depth: int) -> Node:
        line, column = _position(event)
        self.count += 1
        if depth > self.limits.depth or self.count > self.limits.nodes:
            limit = self.limits.depth if depth > self.limits.depth else self.limits.nodes
            code = "K108" if depth > self.limits.depth else "K109"
            raise _TooMuchError(finding(code, Place(self.shown, line, column), limit=str(limit)))
        kind = type(event)
        if kind is yaml.AliasEvent:
            self._find("K110", event, value=quote(event.anchor or ""))
            return Scalar("", True, line, column)
        if event.anchor is not None:
            self._find("K111", event, value=quote(event.anchor))
        if event.tag is not None:
            self._find("K112", event, value=quote(event.tag))
        if kind is yaml.ScalarEvent:
            return self._scalar(Scalar(event.value, not event.style, line, column))
        if kind is yaml.MappingStartEvent:
            return self._mapping(next_event, depth, line, column)
        items: list[Node] = []
        while type(inner := next_event()) is not yaml.SequenceEndEvent:
            item = self._node(inner, next_event, depth + 1)
            if type(item) is Scalar:
                self._kept(item)
            items.append(item)
        return Sequence(tuple(items), line, column)

    def _mapping(self, next_event: _Next, depth: int, line: int, column: int) -> Mapping:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        while type(inner := next_event()) is not yaml.MappingEndEvent:
            key = self._node(inner, next_event, depth + 1)
            value = self._node(next_event(), next_event, depth + 1)
            if type(key) is Scalar and key.plain and _CHANGED_AS_KEY.fullmatch(key.text):
                self._find("K119", inner, value=quote(key.text))
            if type(value) is Scalar:
                self._kept(value)
            if type(key) is not Scalar:
                self._say("K113", key)
            elif key.text in pairs:
                self._say("K114", key, value=quote(key.text), first=str(pairs[key.text][0].line))
            else:
                pairs[key.text] = (key, value)
        return Mapping(tuple(pairs.values()), line, column)

    def _scalar(self, scalar: Scalar) -> Scalar:
        """Vietnamese must be composed Unicode: what is not finds nothing in search and sorts wrongly."""
        text = scalar.text
        if len(text) > self.limits.text:
            self._say("K121", scalar, size=str(len(text)), limit=str(self.limits.text))
        # The parser lets no control character through but those a quoted text spells out.
        if not scalar.plain and _CONTROL.search(text):
            self._say("K105", scalar)
        if not text.isascii():
            if not is_nfc(text):
                self._say("K115", scalar)
            if font := old_font(text):
                self._say("K116", scalar, font=_FONTS.get(font, font.upper()))
        return scalar

    def _kept(self, value: Scalar) -> None:
        """Say which values other programs would change, though we never do."""
        if value.plain and _CHANGED_ELSEWHERE.fullmatch(value.text):
            self._say("K119", value, value=value.text)

    def _say(self, code: str, node: Node, **args: str) -> None:
        self.findings.append(finding(code, Place(self.shown, node.line, node.column), **args))

    def _find(self, code: str, event: yaml.Event, **args: str) -> None:
        self.findings.append(finding(code, Place(self.shown, *_position(event)), **args))
