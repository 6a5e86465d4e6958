"""Codes of evidence cited in prose and in logs, held against the index."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from kdcl_site.findings.finding import HIDDEN, Finding, Place
from kdcl_site.findings.limit import LIMIT
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.codes import CodeGrammar
from kdcl_site.frameworks.framework import Framework
from kdcl_site.model.scalars import bare_code
from kdcl_site.nodes.node import Mapping, Node, Scalar, quote, scalars
from kdcl_site.nodes.node import Sequence as SequenceNode
from kdcl_site.nodes.typed import suggestion
from kdcl_site.reading.evidence import right_form
from kdcl_site.reading.files import Files
from kdcl_site.reading.parsed import Parsed


class Citation(NamedTuple):
    """What looks like a code in a text: the words themselves, where they begin, and whether they have a code's form."""

    text: str
    start: int
    sound: bool


class _Patterns(NamedTuple):
    """How a grammar's codes begin and look, and how many numbers one has; without letters every number begins so."""

    start: re.Pattern[str]
    code: re.Pattern[str]
    numbers: int
    letters: bool


_COMPARED = 10_000
"""Comparisons of wrong codes with codes of the index, in one file; the wrong codes after that get no suggestion."""

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[\w.-]*\w")
_GOES_ON = re.compile(r"\w|[.-]\d")


@lru_cache(maxsize=64)
def _patterns(pattern: str, example: str) -> _Patterns:
    letters = re.split(r"[\W\d_]", example)[0]
    start = re.compile(rf"(?<![\w.-]){letters}[._-]?(?=\d)", re.IGNORECASE)
    return _Patterns(start, re.compile(pattern, re.IGNORECASE), len(_NUMBER.findall(example)), bool(letters))


def citations(text: str, grammar: CodeGrammar) -> Iterator[Citation]:
    """Yield what looks like a code of the grammar, in order; case does not count as a matter of form.

    What begins with a code's letters and has nearly as many numbers, but is none, is not sound.
    """
    patterns = _patterns(grammar.pattern, grammar.example)
    end = 0
    for begin in patterns.start.finditer(text):
        if begin.start() < end:
            continue
        whole = patterns.code.match(text, begin.start())
        if whole and not _GOES_ON.match(text, whole.end()):
            end = whole.end()
            yield Citation(whole[0], begin.start(), True)
        elif patterns.letters and (word := _WORD.match(text, begin.start())):
            end = word.end()
            if len(_NUMBER.findall(word[0])) >= patterns.numbers - 1:
                yield Citation(word[0], begin.start(), False)


def _inside(text: str, grammars: Sequence[CodeGrammar]) -> list[Citation]:
    """Return what looks like a code of any grammar, wherever it begins; a code of one is no mistake of another."""
    found = [item for grammar in grammars for item in citations(text, grammar)]
    codes = {item.start for item in found if item.sound}
    return [item._replace(start=0) for item in found if item.sound or item.start not in codes]


class Cited(NamedTuple):
    """A citation in a file: the text it stands in, the text that follows, and whether that text is only a code."""

    citation: Citation
    scalar: Scalar
    following: Scalar | None
    listed: bool


def cited(node: Node, grammars: Sequence[CodeGrammar]) -> Iterator[Cited]:
    """Yield what a file cites, each code once a text: the items of lists called `evidence`, and codes in prose."""
    listed = set(_listed(node))
    found = list(scalars(node))
    for scalar, following in zip(found, [*found[1:], None], strict=False):
        if scalar in listed:
            yield Cited(Citation(bare_code(scalar.text.strip()), 0, True), scalar, following, True)
            continue
        for item in dict.fromkeys(_inside(scalar.text, grammars)):
            yield Cited(item, scalar, following, False)


def all_codes(node: Node, grammars: Sequence[CodeGrammar]) -> frozenset[Citation]:
    """Return what a file cites, without places: one search over all texts at once, much faster than `cited`."""
    text = "\n".join(scalar.text for scalar in scalars(node))
    listed = (Citation(bare_code(scalar.text.strip()), 0, True) for scalar in _listed(node))
    return frozenset((*_inside(text, grammars), *listed))


def grammars(frameworks: Iterable[Framework]) -> list[CodeGrammar]:
    """Return the different grammars of codes of the frameworks, in their order, then the former ones."""
    known = list(frameworks)
    every = (*(item.evidence_code for item in known), *(one for item in known for one in item.former_evidence_codes))
    return list({item.pattern: item for item in every}.values())


def citation_findings(files: Files, frameworks: Sequence[Framework]) -> Iterator[Finding]:
    """Yield what is wrong with codes cited in rounds, plans and replies; nothing where the index cannot be known.

    Prose of an earlier round may cite an item by a former code; a list of evidence gives the code it has now.
    """
    codes = files.codes()
    if codes is None:
        return
    known, former = grammars(frameworks), files.former_codes()
    citing: tuple[Parsed[Any], ...] = (*files.rounds.values(), *files.plans.values(), *filter(None, [files.replies]))
    for parsed in citing:
        if parsed.node is not None:
            yield from _file(parsed, parsed.node, codes, former, known)


def _file(
    parsed: Parsed[Any], node: Node, codes: frozenset[str], former: frozenset[str], known: Sequence[CodeGrammar]
) -> Iterator[Finding]:
    if all(item.sound and item.text in codes for item in all_codes(node, known)):
        return
    folded = {code.casefold() for code in codes}
    likely = sorted(codes)
    meant: dict[str, str] = {}
    lines = parsed.lines()
    found = 0
    for item, scalar, following, listed in cited(node, known):
        if (item.sound and item.text in codes) or (item.text in former and not listed):
            continue
        found += 1
        # What is beyond the limit will not be listed, and needs no exact place.
        exact = found <= LIMIT
        place = _place(parsed.shown, lines, scalar, following, item.text) if exact else _begin(parsed.shown, scalar)
        form = _form(item.text, known)
        if item.text.casefold() in folded:
            yield finding("K318", place, value=quote(item.text), form=form)
        elif item.sound:
            if item.text not in meant and len(meant) * len(likely) < _COMPARED:
                meant[item.text] = suggestion(item.text, likely)
            yield finding("K316", place, value=quote(item.text), meant=meant.get(item.text) or HIDDEN)
        else:
            yield finding("K317", place, value=quote(item.text), form=form)


def _form(text: str, known: Sequence[CodeGrammar]) -> str:
    """Return the right form of a code by the grammar it begins like, else by the first."""
    likely = (item for item in known if _patterns(item.pattern, item.example).start.match(text))
    grammar = next(likely, known[0] if known else None)
    return right_form(text, grammar) if grammar else text


def _listed(node: Node) -> Iterator[Scalar]:
    """Yield the items of all lists called `evidence`: each is a code and nothing else."""
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            if key.text == "evidence" and isinstance(value, SequenceNode):
                yield from (item for item in value.items if isinstance(item, Scalar))
            else:
                yield from _listed(value)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _listed(item)


def _place(shown: str, lines: Sequence[str], scalar: Scalar, following: Scalar | None, code: str) -> Place:
    """Return where the code itself stands in the file; a text may be folded over many lines."""
    alone = re.compile(rf"(?<![\w.-]){re.escape(code)}(?!\w|[.-]\d)")
    last = following.line if following else len(lines)
    for number in range(scalar.line, last + 1):
        start = scalar.column - 1 if number == scalar.line else 0
        end = following.column - 1 if following and number == following.line else len(lines[number - 1])
        if match := alone.search(lines[number - 1], start, end):
            return Place(shown, number, match.start() + 1)
    return _begin(shown, scalar)


def _begin(shown: str, scalar: Scalar) -> Place:
    return Place(shown, scalar.line, scalar.column)
