"""Codes of evidence inside sentences: which become links, and which must not be read by anyone outside."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kdcl_site.frameworks.framework import Framework
from kdcl_site.model.evidence import Evidence

_GROUP = re.compile(r"\(\?P<\w+>")
_PLAIN = re.compile(r"[A-Za-z0-9._-]+")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


def anchor(code: str) -> str:
    """Return the fragment of an item's address; a code of any grammar is its own."""
    return code if _PLAIN.fullmatch(code) else _UNSAFE.sub("-", code)


@dataclass(frozen=True, slots=True)
class Cite:
    """Finds the codes in a page's texts; `base` is the page of evidence as that page links to it."""

    pattern: re.Pattern[str]
    anchors: Mapping[str, str]
    base: str

    def split(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the text in parts, each with the address it links to, or an empty text."""
        last = 0
        for match in self.pattern.finditer(text):
            target = self.anchors.get(match[0].casefold())
            if target is not None:
                yield text[last : match.start()], ""
                yield match[0], f"{self.base}#{target}"
                last = match.end()
        yield text[last:], ""


NOTHING_CITED = Cite(re.compile(r"(?!)"), MappingProxyType({}), "")
"""For pages that speak of no school."""


class Citations:
    """The codes of one school: hides those of internal items in texts and knows which codes a text cites."""

    def __init__(
        self, evidence: Iterable[Evidence], frameworks: Iterable[Framework], hidden: str, separator: str
    ) -> None:
        self._seen: dict[str, tuple[str, ...]] = {}
        self._hidden = hidden
        self._separator = separator
        items = tuple(evidence)
        grammars = tuple(dict.fromkeys(_anonymous(item.evidence_code.pattern) for item in frameworks))
        self._visible = {item.code.casefold(): item.code for item in items if not item.internal}
        self._internal = frozenset(name for item in items if item.internal for name in _names(item)) - set(
            self._visible
        )
        known = re.compile("|".join(f"(?:{grammar})" for grammar in grammars) or r"(?!)", re.IGNORECASE)
        odd = sorted({*self._visible, *self._internal}, key=lambda code: (-len(code), code))
        exact = [rf"(?<![\w.]){re.escape(code)}" for code in odd if not known.fullmatch(code)]
        # One code is never read as the beginning of a longer one.
        code = rf"(?:{'|'.join([*exact, *grammars]) or '(?!)'})(?!\d)"
        self.pattern = re.compile(code, re.IGNORECASE)
        self._runs = re.compile(rf"{code}(?:\s*[,;]\s*{code})*", re.IGNORECASE)
        self._anchors = MappingProxyType({folded: anchor(code) for folded, code in self._visible.items()})

    def shown(self, text: str) -> str:
        """Return the text as it may leave the build: internal codes replaced, several in one run merged.

        Signs nobody sees go first: they could hide a code, or turn the order of what is read.
        """
        if not text.isprintable():
            text = _UNSEEN.sub("", text)
        return self._runs.sub(self._hide, text) if self.hides(text) else text

    def codes(self, text: str) -> list[str]:
        """Return the codes of visible items the text cites, in order, each once."""
        return [self._visible[code] for code in self._found(text) if code in self._visible]

    def hides(self, text: str) -> bool:
        """Whether the text cites an internal item."""
        return not self._internal.isdisjoint(self._found(text))

    def only_internal(self, text: str) -> bool:
        """Whether the text cites evidence, and all of it internal."""
        found = self._found(text)
        return bool(found) and self._internal.issuperset(found)

    def cite(self, base: str) -> Cite:
        """Return what a page needs to link codes."""
        return Cite(self.pattern, self._anchors, base)

    def _found(self, text: str) -> tuple[str, ...]:
        """The codes in a text, folded, each once; a text is searched once however often it is shown."""
        if text not in self._seen:
            found = self.pattern.finditer(text)
            self._seen[text] = tuple(dict.fromkeys(match[0].casefold() for match in found))
        return self._seen[text]

    def _hide(self, run: re.Match[str]) -> str:
        codes = [match[0] for match in self.pattern.finditer(run[0])]
        if self._internal.isdisjoint(map(str.casefold, codes)):
            return run[0]
        names = (self._hidden if code.casefold() in self._internal else code for code in codes)
        return self._separator.join(dict.fromkeys(names))


def _anonymous(grammar: str) -> str:
    """Two grammars may name their groups alike."""
    return _GROUP.sub("(?:", grammar)


def _names(item: Evidence) -> Iterator[str]:
    yield item.code.casefold()
    # A former code without a letter ("1.3.2") is a number like any other in a sentence.
    yield from (former.code.casefold() for former in item.former_codes if any(map(str.isalpha, former.code)))
