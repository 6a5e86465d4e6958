"""Codes of evidence inside sentences: which become links, and which must not be read by anyone outside."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kdcl_site.frameworks.framework import Framework
from kdcl_site.model.evidence import Evidence
from kdcl_site.pages.disguise import UNSEEN, Disguised, decoded

_GROUP = re.compile(r"\(\?P<\w+>")
_PLAIN = re.compile(r"[A-Za-z0-9._-]+")
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LINK = re.compile(r"\[([^\[\]]*)\]\(((?:[^()]|\([^()]*\))*)\)")
_BARE_LINK = re.compile(r"<((?:https?|mailto):[^<>\s]+)>", re.IGNORECASE)
# Stands for an internal code until it becomes a word; a text that comes in has no such sign.
_SECRET = "\ue000"

BASE = "\ue003"
"""Stands in addresses for the page of evidence until it is known from which page they lead there."""


def anchor(code: str) -> str:
    """Return the fragment of an item's address; a code of any grammar is its own."""
    return code if _PLAIN.fullmatch(code) else _UNSAFE.sub("-", code)


@dataclass(frozen=True, slots=True)
class Cite:
    """Finds the codes in a page's texts; `base` is the page of evidence as that page links to it.

    `hides` tells whether an address holds the code of an internal item. `made` is shared by the pages of a school: what
    was made of each text, with `BASE` in the place of `base`.
    """

    pattern: re.Pattern[str]
    anchors: Mapping[str, str]
    base: str
    hides: Callable[[str], bool] = lambda _: False
    made: dict[str, str] | None = None

    def split(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the text in parts, each with the address it links to, which begins with `BASE`, or an empty text."""
        last = 0
        for match in self.pattern.finditer(text):
            target = self.anchors.get(match[0].casefold())
            if target is not None:
                yield text[last : match.start()], ""
                yield match[0], f"{BASE}#{target}"
                last = match.end()
        yield text[last:], ""


NOTHING_CITED = Cite(re.compile(r"(?!)"), MappingProxyType({}), "")
"""For pages that speak of no school."""


class Citations:
    """The codes of one school: hides those of internal items in texts and knows which codes a text cites."""

    def __init__(
        self, evidence: Iterable[Evidence], frameworks: Iterable[Framework], hidden: str, separator: str
    ) -> None:
        self._shown: dict[str, str] = {}
        self._made: dict[str, str] = {}
        self._seen: dict[str, tuple[str, ...]] = {}
        self._secrets: dict[str, tuple[tuple[int, int], ...]] = {}
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
        self._secret = self._internal | {_SECRET}
        either = rf"(?:{_SECRET}|{code})"
        self._one = re.compile(either, re.IGNORECASE)
        self._runs = re.compile(rf"{either}(?:\s*[,;]\s*{either})*", re.IGNORECASE)
        internal = [item for item in items if item.internal]
        self._disguised = Disguised(
            [item.code for item in internal],
            [former.code for item in internal for former in item.former_codes],
            self._visible,
        )
        self._anchors = MappingProxyType({folded: anchor(code) for folded, code in self._visible.items()})

    def shown(self, text: str) -> str:
        """Return the text as it may leave the build: internal codes replaced, several in one run merged.

        Signs nobody sees go first: they could turn the order of what is read. A link to an address with an internal
        code in it keeps its label alone. A text is looked at once however often it is shown.
        """
        if text not in self._shown:
            self._shown[text] = self._bare(text)
        return self._shown[text]

    def _bare(self, text: str) -> str:
        text = UNSEEN.sub("", text)
        if not self._internal:
            return text
        if "](" in text:
            text = _LINK.sub(lambda link: link[1] if self.hides_address(link[2]) else link[0], text)
        if "<" in text:
            text = _BARE_LINK.sub(lambda link: _SECRET if self.hides_address(link[1]) else link[0], text)
        for start, end in reversed(self._spans(text)):
            text = text[:start] + _SECRET + text[end:]
        return self._runs.sub(self._hide, text) if _SECRET in text or self._cites_internal(text) else text

    def codes(self, text: str) -> list[str]:
        """Return the codes of visible items the text cites, in order, each once."""
        return [self._visible[code] for code in self._found(text) if code in self._visible]

    def hides(self, text: str) -> bool:
        """Whether the text cites an internal item, however its code is spelled."""
        return bool(self._internal) and (self._cites_internal(text) or bool(self._spans(text)))

    def hides_address(self, url: str) -> bool:
        """Whether an address holds the code of an internal item, plain or encoded."""
        return self.hides(url) or ("%" in url and self.hides(decoded(decoded(url))))

    def only_internal(self, text: str) -> bool:
        """Whether the text cites evidence, and all of it internal."""
        return self.hides(text) and self._internal.issuperset(self._found(text))

    def cite(self, base: str) -> Cite:
        """Return what a page needs to link codes."""
        return Cite(self.pattern, self._anchors, base, self.hides_address, self._made)

    def _cites_internal(self, text: str) -> bool:
        return not self._internal.isdisjoint(self._found(text))

    def _spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where internal codes stand in a text, in order; what is the code of a visible item is none."""
        if text not in self._secrets:
            spans = self._disguised.spans(text)
            codes = self.pattern.finditer(text) if spans else ()
            seen = [one.span() for one in codes if one[0].casefold() in self._visible]
            self._secrets[text] = tuple(
                (start, end) for start, end in spans if not any(low <= start and end <= high for low, high in seen)
            )
        return self._secrets[text]

    def _found(self, text: str) -> tuple[str, ...]:
        """The codes in a text, folded, each once; a text is searched once however often it is shown."""
        if text not in self._seen:
            found = self.pattern.finditer(text)
            self._seen[text] = tuple(dict.fromkeys(match[0].casefold() for match in found))
        return self._seen[text]

    def _hide(self, run: re.Match[str]) -> str:
        codes = [match[0] for match in self._one.finditer(run[0])]
        if self._secret.isdisjoint(map(str.casefold, codes)):
            return run[0]
        names = (self._hidden if code.casefold() in self._secret else code for code in codes)
        return self._separator.join(dict.fromkeys(names))


def _anonymous(grammar: str) -> str:
    """Two grammars may name their groups alike."""
    return _GROUP.sub("(?:", grammar)


def _names(item: Evidence) -> Iterator[str]:
    yield item.code.casefold()
    # A former code without a letter ("1.3.2") is a number like any other in a sentence.
    yield from (former.code.casefold() for former in item.former_codes if any(map(str.isalpha, former.code)))
