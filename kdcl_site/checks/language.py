"""Language: signs that only look right, and texts for parents that are hard to read or promise nothing."""

import re
from collections.abc import Iterator

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.model.improvement import Commitment
from kdcl_site.nodes.entry import Entry
from kdcl_site.nodes.node import Mapping, Node, Scalar, quote, scalars
from kdcl_site.text.syllables import is_syllable
from kdcl_site.text.usage import usage

LONGEST = 30
"""Syllables of a sentence that parents still read at one go."""

_SAME = "АВЕЅІЈКМНОРСТУХаеѕіјорсух" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρχ"
"""Cyrillic and Greek letters that are drawn like Latin ones; µ, Ω and Δ are signs of measure and are none of them."""

_LATIN = "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
_ALIKE = re.compile(f"(?<={_LATIN})[{_SAME}]|[{_SAME}](?={_LATIN})")
_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_DOUBTFUL = re.compile(f"[{_SAME}]|{_UNSEEN.pattern}")
_END = re.compile(r"(?<=[.!?…;:])\s+|\n")
_SHORT = re.compile(r"(?<![\w./-])[A-Z\u0110]{2,}(?![\w/-]|\.\d)")
_ROMAN = re.compile("[IVX]+")


def language_findings(folder: SchoolFolder) -> Iterator[Finding]:
    """Yield the findings on what a school wrote: of signs one a text at most, of other things one a text or file."""
    for entry in (*folder.entries, *(item.assessment for item in folder.rounds)):
        yield from _signs(entry)
    for entry, key, text in _for_parents(folder):
        longest = max((_length(sentence) for sentence in _END.split(text)), default=0)
        if longest > LONGEST:
            yield finding("K903", entry.place(key), count=str(longest), limit=str(LONGEST))
    yield from _short_forms(folder)
    for item in folder.commitments:
        yield from _empty(item)


def _signs(entry: Entry) -> Iterator[Finding]:
    file, node = entry.located
    if not _DOUBTFUL.search(_whole(node)):
        return
    for item in scalars(node):
        place = Place(file, item.line, item.column)
        if match := _ALIKE.search(item.text):
            word = next(one for one in item.text.split() if _ALIKE.search(one))
            yield finding("K901", place, value=quote(word), sign=_name(match[0]))
        if match := _UNSEEN.search(item.text):
            yield finding("K902", place, sign=_name(match[0]))


def _for_parents(folder: SchoolFolder) -> Iterator[tuple[Entry, str, str]]:
    """Yield the texts that parents read first, each with its entry and key."""
    if folder.school.summary:
        yield folder.school, "summary", folder.school.summary
    for item in folder.rounds:
        for rating in item.assessment.criteria.values():
            if rating.plain:
                yield rating, "plain", rating.plain
    for question in folder.replies.questions if folder.replies else ():
        if question.answer:
            yield question.answer, "text", question.answer.text


def _short_forms(folder: SchoolFolder) -> Iterator[Finding]:
    """One finding a file, at the first; a form that stands in brackets in its file, or before them, is explained."""
    texts = [*_for_parents(folder), *((item, key, text) for item in folder.commitments for key, text in _promise(item))]
    found: dict[str, tuple[Place, dict[str, None]]] = {}
    for entry, key, text in texts:
        for form in _SHORT.findall(text):
            if form not in usage().known and not _ROMAN.fullmatch(form) and not is_syllable(form):
                place = entry.place(key)
                found.setdefault(place.file, (place, {}))[1][form] = None
    files = {entry.located.file: entry for entry in (folder.school, *folder.plans, *filter(None, [folder.replies]))}
    files |= {item.assessment.located.file: item.assessment for item in folder.rounds}
    for file, (place, forms) in found.items():
        whole = _whole(files[file].located.node)
        if left := [form for form in forms if f"({form})" not in whole and f"{form} (" not in whole]:
            yield finding("K904", place, value=", ".join(left))


def _promise(item: Commitment) -> Iterator[tuple[str, str]]:
    for key in ("title", "goal", "action", "measure"):
        if text := getattr(item, key):
            yield key, text


def _empty(item: Commitment) -> Iterator[Finding]:
    for key, text in _promise(item):
        if match := usage().empty.search(text.casefold()):
            yield finding("K905", item.place(key), value=match[0], commitment=item.id)
            return


def _whole(node: Node) -> str:
    """Return all texts below a node, in no order; three times as fast as walking them in theirs."""
    texts: list[str] = []
    left = [node]
    while left:
        item = left.pop()
        if isinstance(item, Scalar):
            texts.append(item.text)
        elif isinstance(item, Mapping):
            left += [value for _, value in item.pairs]
        else:
            left += item.items
    return "\n".join(texts)


def _length(sentence: str) -> int:
    return sum(any(char.isalnum() for char in word) for word in sentence.split())


def _name(sign: str) -> str:
    return f"U+{ord(sign):04X}"
