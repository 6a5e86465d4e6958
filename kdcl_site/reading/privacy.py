"""What findings may show of a school: nothing of internal evidence, drafts, or what has not been published.

It fails closed: where a file cannot be parsed, or an item does not clearly tell that it may be shown, it is private.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from kdcl_site.findings.finding import HIDDEN, Finding
from kdcl_site.model.assessment import Assessment
from kdcl_site.model.evidence import Evidence
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.model.improvement import Commitment
from kdcl_site.model.scalars import bare_code
from kdcl_site.nodes.entry import Entry
from kdcl_site.nodes.node import Mapping, Node, Scalar, below, position, scalars
from kdcl_site.nodes.node import Sequence as SequenceNode

_HARMLESS = ("K115", "K116", "K119")
"""Codes of the text that leave nothing in doubt; any other of their family puts the whole file in doubt."""

_OF_KEYS = ("K114", "K202")
"""Codes whose `value` is a key."""

_SHOWN = ("public", "summary", "onsite")


class Source(NamedTuple):
    """A file by its name in findings, with its node, or None where it could not be parsed."""

    file: str
    node: Node | None


@dataclass
class _Private:
    everything: bool
    files: set[str]
    lines: dict[str, list[range]]
    codes: set[str]


def guard(
    findings: Iterable[Finding],
    evidence: Source | None,
    rounds: Sequence[Source],
    plans: Sequence[Source],
    others: Sequence[Source] = (),
) -> list[Finding]:
    """Return the findings of one school, each without what must not be shown."""
    items = list(findings)
    if not items:
        return []
    private = _Private(False, set(), {}, set())
    if evidence:
        _index(evidence, private)
    for source in rounds:
        if source.node is None or not _published(source.node):
            private.files.add(source.file)
    for source in plans:
        _drafts(source, private)
    private.files |= {source.file for source in (*rounds, *plans, *others) if source.node is None}
    doubtful = {item.place.file for item in items if item.code.startswith("K1") and item.code not in _HARMLESS}
    private.files |= doubtful & {source.file for source in (*rounds, *plans)}
    private.everything |= bool(evidence and evidence.file in doubtful)
    mention = _mention(private.codes)
    if mention:
        for source in (*rounds, *plans, *others, *([evidence] if evidence else [])):
            private.lines.setdefault(source.file, []).extend(_mentioning(source, mention))
    return [_guarded(item, private, mention) for item in items]


def guard_checked(findings: Iterable[Finding], folder: SchoolFolder) -> list[Finding]:
    """Return the findings on a school that could be read, each without what must not be shown."""
    index = [item.located for item in folder.evidence.values()]
    return guard(
        findings,
        Source(index[0].file, SequenceNode(tuple(item.node for item in index), 1, 1)) if index else None,
        [Source(*item.assessment.located) for item in folder.rounds],
        [Source(*item.located) for item in folder.plans],
        [Source(*folder.school.located)],
    )


def _guarded(item: Finding, private: _Private, mention: re.Pattern[str] | None) -> Finding:
    named = {key for key, text in item.args.items() if mention and mention.search(text)}
    place = item.place
    inside = place.file in private.files or any(place.line in lines for lines in private.lines.get(place.file, ()))
    if not (private.everything or inside or named):
        return item
    shown = {**item.hide().args, **dict.fromkeys(named, HIDDEN)}
    if _is_key(item) and "value" not in named:
        shown["value"] = item.args["value"]
    return replace(item, private=True, args=shown)


def _is_key(item: Finding) -> bool:
    """Of a private node its key may be shown, if it is a key and no words of an author."""
    return item.code in _OF_KEYS and bool(re.fullmatch("[a-z_]{1,30}", item.args["value"]))


def _index(source: Source, private: _Private) -> None:
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


def _published(node: Node) -> bool:
    day = _text(node, "published", "")
    return _tells(node, Assessment) and bool(re.fullmatch(r"\d{4}-\d\d-\d\d", day)) and _no_draft(node)


def _drafts(source: Source, private: _Private) -> None:
    listed = below(source.node, ("commitments",)) if source.node else None
    if listed is not None and not isinstance(listed, SequenceNode | Scalar):
        private.files.add(source.file)
    for item, lines in _items(listed) if isinstance(listed, SequenceNode) else ():
        if not (_tells(item, Commitment) and _no_draft(item)):
            private.lines.setdefault(source.file, []).append(lines)


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


def _mention(codes: Collection[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(map(re.escape, sorted(codes))), re.IGNORECASE) if codes else None


def _mentioning(source: Source, mention: re.Pattern[str]) -> Iterator[range]:
    """Yield the lines of texts that name an internal item."""
    found = list(scalars(source.node, keys=True)) if source.node else []
    for scalar, following in zip(found, [*found[1:], None], strict=False):
        if mention.search(scalar.text):
            last = max(scalar.line, following.line - 1) if following else 10**9
            yield range(scalar.line, last + 1)
