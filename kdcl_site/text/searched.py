"""A long text that is looked through for many words at once, whichever case they are written in."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

_PLAIN = str.maketrans(
    "\xad\u200b\u200c\u200d\u2060\ufeff\xa0\u2007\u2008\u2009\u200a\u202f\u2010\u2011\u2012\u2013\u2014\u2212\uff20\uff0b\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19",
    "            ------@+0123456789",
)
"""Spaces (those of no width too), dashes and wide signs that programs write, as a keyboard has them."""


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
    """Return a text ready to be searched, with the spaces, dashes and digits of a keyboard."""
    text = text if text.isascii() else text.translate(_PLAIN)
    # The one letter whose lower case is longer would move all places after it.
    return Searched(text, text.replace("\u0130", "I").lower())
