"""A long text that is looked through for many words at once, whichever case they are written in."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Searched(NamedTuple):
    """A text and its lower case; a place in one is the same place in the other."""

    text: str
    lower: str

    def places(self, words: Iterable[str]) -> Iterator[int]:
        """Yield where one of the words stands, be it within another word; much faster than a pattern is."""
        for word in words:
            at = self.lower.find(word)
            while at >= 0:
                yield at
                at = self.lower.find(word, at + 1)


def searched(text: str) -> Searched:
    """Return a text ready to be searched."""
    # The one letter whose lower case is longer would move all places after it.
    return Searched(text, text.replace("\u0130", "I").lower())
