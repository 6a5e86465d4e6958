"""What of a school is not to be shown: internal evidence, drafts, and what has not been published.

It fails closed: where a file cannot be parsed, or an item does not clearly tell that it may be shown, it is private.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from kdcl_site.findings.finding import HIDDEN
from kdcl_site.model.assessment import Assessment
from kdcl_site.model.evidence import Evidence
from kdcl_site.model.improvement import Commitment
from kdcl_site.model.scalars import bare_code
from kdcl_site.nodes.entry import Entry
from kdcl_site.nodes.node import Mapping, Node, Scalar, below, position, scalars
from kdcl_site.nodes.node import Sequence as SequenceNode

_SHOWN = ("public", "summary", "onsite")
_SHORTEST = 5
"""Characters of a title, a number or a file's name that tell something when they stand elsewhere."""


def no_lines() -> Sequence[str]:
    """Return nothing, for a file whose lines cannot be had."""
    return ()


class Source(NamedTuple):
    """A file by its name in findings, with its node, or None where it could not be parsed, and a way to its lines."""

    file: str
    node: Node | None
    lines: Callable[[], Sequence[str]] = no_lines


@dataclass
class Private:
    """Files and lines that are private, what internal items are called, and the ids of drafts."""

    everything: bool = False
    files: set[str] = field(default_factory=set)
    lines: dict[str, list[range]] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    drafts: set[str] = field(default_factory=set)


def private_parts(
    evidence: Source | None, rounds: Sequence[Source], plans: Sequence[Source], as_of: date | None
) -> Private:
    """Return what is private; a round whose day of publication lies after `as_of` is."""
    private = Private()
    if evidence:
        _index(evidence, private)
    for source in rounds:
        if source.node is None or not _published(source.node, as_of):
            private.files.add(source.file)
    for source in plans:
        _drafts(source, private)
    return private


def _index(source: Source, private: Private) -> None:
    if not isinstance(source.node, SequenceNode):
        private.everything = True
        return
    for item, lines in _items(source.node):
        if _tells(item, Evidence) and _text(item, "access", "summary") in _SHOWN:
            continue
        private.lines.setdefault(source.file, []).append(lines)
        code = below(item, ("code",))
        if not isinstance(code, Scalar) or not bare_code(code.text.strip()):
            # Its code may be cited anywhere, and nobody can tell which it is.
            private.everything = True
            continue
        former = below(item, ("former_codes",))
        names = [code, *(scalars(former) if former else ())]
        private.codes |= {bare_code(name.text.strip()) for name in names} - {"", "same", "split", "merged", "renamed"}
        private.names |= {name for name in _names(item) if len(name) >= _SHORTEST}


def _names(item: Node) -> Iterator[str]:
    """Yield what else an item is known by: its title, its number, and the name of its file without its ending."""
    yield _text(item, "title", "").strip()
    if issued := below(item, ("issued",)):
        yield _text(issued, "number", "").strip()
    yield _text(item, "file", "").replace("\\", "/").rpartition("/")[2].rpartition(".")[0].strip()


def _published(node: Node, as_of: date | None) -> bool:
    day = _text(node, "published", "")
    if not (_tells(node, Assessment) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", day) and _no_draft(node)):
        return False
    return as_of is None or day <= as_of.isoformat()


def _drafts(source: Source, private: Private) -> None:
    listed = below(source.node, ("commitments",)) if source.node else None
    if listed is not None and not isinstance(listed, SequenceNode | Scalar):
        private.files.add(source.file)
    for item, lines in _items(listed) if isinstance(listed, SequenceNode) else ():
        if not (_tells(item, Commitment) and _no_draft(item)):
            private.lines.setdefault(source.file, []).append(lines)
            private.drafts.add(_text(item, "id", ""))


def _tells(node: Node, model: type[Entry]) -> bool:
    """Tell whether all keys are known: a mistyped one may be the one that says what is private."""
    return isinstance(node, Mapping) and all(key.text in model.model_fields for key, _ in node.pairs)


def _no_draft(node: Node) -> bool:
    return _text(node, "draft", "false") == "false"


def _text(node: Node, key: str, default: str) -> str:
    """Return the text under a key, the default where nothing stands, and no sense where there is no text."""
    found = below(node, (key,))
    if found is None:
        return default
    if not isinstance(found, Scalar):
        return HIDDEN
    return default if found.empty else found.text


def _items(node: SequenceNode) -> Iterator[tuple[Node, range]]:
    """Yield the items of a list with the lines each may reach over; the last reaches to the end."""
    starts = [position(item, ())[0] for item in node.items]
    for index, item in enumerate(node.items):
        inner = max((scalar.line for scalar in scalars(item, keys=True)), default=starts[index])
        last = max(inner, starts[index + 1] - 1) if index + 1 < len(starts) else 10**9
        yield item, range(starts[index], last + 1)
