"""Whether a text mentions one of many names, in time that does not grow with their number."""

import re
from collections.abc import Iterable
from typing import Any

_LONGEST = 60
"""Characters of a name that count; a text that holds the beginning of a long title is taken to mention it."""

_MARKS = str.maketrans("", "", "*_`\\")
"""Signs of Markdown, which may stand inside a name and are not seen on a page."""

_END = ""
"""The key under which a name ends; no character is empty."""


class Mentions:
    """Names to be looked for; neither case nor the signs of Markdown count."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names; empty ones are left out."""
        self._tree: dict[str, Any] = {}
        for name in sorted({_folded(name)[:_LONGEST] for name in names} - {""}):
            branch = self._tree
            for char in name:
                branch = branch.setdefault(char, {})
            branch[_END] = True
        self._starts = re.compile("|".join(map(re.escape, self._tree)) or "(?!)")

    def within(self, text: str) -> bool:
        """Tell whether the text holds one of the names."""
        folded = _folded(text)
        return any(self._at(folded, start.start()) for start in self._starts.finditer(folded))

    def _at(self, text: str, start: int) -> bool:
        branch = self._tree
        for char in text[start : start + _LONGEST]:
            if char not in branch:
                return False
            branch = branch[char]
            if _END in branch:
                return True
        return False


def _folded(text: str) -> str:
    return text.casefold().translate(_MARKS)
