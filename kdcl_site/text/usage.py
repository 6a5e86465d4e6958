"""What is known of usage: short forms that need no explaining, and words that promise nothing."""

import re
from dataclasses import dataclass
from functools import cache

from kdcl_site.text.word_lists import word_lists


@dataclass(frozen=True, slots=True)
class Usage:
    """`known`: short forms everybody knows, in capitals; `empty` finds words that promise nothing in lower case."""

    known: frozenset[str]
    empty: re.Pattern[str]


@cache
def usage() -> Usage:
    """Return what `usage.yml` tells; read once."""
    told = word_lists("usage.yml")
    empty = re.compile(rf"\b(?:{'|'.join(map(re.escape, told['empty']))})\b")
    return Usage(frozenset(told["known"]), empty)
