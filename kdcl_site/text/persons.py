"""Persons in a text: names where a post should stand, names after a title, groups so small that all know who is meant.

All of it is guessing by form; it rather misses a name than takes a school's or a street's name for a person's.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from kdcl_site.text.personal import CAPITALS
from kdcl_site.text.searched import Searched
from kdcl_site.text.word_lists import word_lists

_WORD = rf"[{CAPITALS}]['’]?[^\W\d_]*"
_FORM = re.compile(rf"\b(?i:họ (?:và )?tên) *:? *((?:{_WORD} ){{1,4}}{_WORD})")
_FORMS = ("họ và tên", "họ tên")
_SENTENCE = re.compile(r"(?:^|[.!?;:\n(–-]\s*)$")
_STOP = re.compile(r"[.!?;\n]")
_MORE = re.compile(r"(?:[^\W_]|\d[.,]0?|[lL]ớp (?:\d+, ?)*|%|(?:quá|tối đa|dưới|hơn|ít nhất|mười|mươi|trăm|linh|lẻ) )$")
"""What before a number says that it is a part of another, the name of a class, or a bound."""

_NEAR = 200
"""Characters around a match that are looked at."""


@dataclass(frozen=True, slots=True)
class _Usage:
    families: frozenset[str]
    many: frozenset[str]
    no_given_names: frozenset[str]
    no_names: tuple[str, ...]
    learners: tuple[str, ...]
    titles: tuple[str, ...]
    titled: re.Pattern[str]
    posted: re.Pattern[str]
    few: tuple[str, ...]
    pupils: re.Pattern[str]
    counted: re.Pattern[str]
    sensitive: re.Pattern[str]


@cache
def _usage() -> _Usage:
    """What `persons.yml` tells; read once."""
    told = word_lists("persons.yml")
    before = (*told["titles"], *told["learners"])
    titles = "|".join(form for word in before for form in (word, word.capitalize(), word.upper()))
    roles, pupils = "|".join(told["roles"]), "|".join(told["pupils"])
    posts = "|".join(sorted(told["posts"], key=len, reverse=True))
    return _Usage(
        frozenset(word.casefold() for word in told["families"]),
        frozenset(told["many"]),
        frozenset(word.casefold() for word in told["no_given_names"]),
        told["no_names"],
        told["learners"],
        tuple(f"{word} " for word in before),
        re.compile(rf"\b({titles}) (?:(?:{roles}) )?({_WORD}(?: {_WORD}){{0,4}})"),
        re.compile(rf"(?:^|[,;:(/–-] *|\b(?i:{posts}) +(?:là +)?)({_WORD}(?: {_WORD}){{1,4}})"),
        tuple(f"{word} " for word in told["few"]),
        re.compile(rf"\w+ (?:{pupils})\b"),
        re.compile(rf"[1-4] (?:{pupils})\b"),
        re.compile(rf"\b(?:{'|'.join(told['sensitive'])})\b", re.IGNORECASE),
    )


def names_in_prose(within: Searched, allowed: Collection[str] = ()) -> Iterator[int]:
    """Yield where a person is named after a title (thầy Hùng, bà Trần Thị Lan) or after “Họ và tên”.

    `allowed`: words in lower case that begin what is no person's name.
    """
    for at in within.places(_usage().titles):
        match = _usage().titled.match(within.text, at)
        if match and _titled(within.text, match, allowed):
            yield at
    for at in within.places(_FORMS):
        match = _FORM.match(within.text, at)
        if match and not _letter(match[1]):
            yield at


def named_as_post(text: str, allowed: Collection[str] = ()) -> bool:
    """Tell whether a person is named, without a title, where a post or a body should stand; `allowed` as for prose."""
    return any(_full_name(match[1], allowed) for match in _usage().posted.finditer(text))


def small_groups(within: Searched) -> Iterator[int]:
    """Yield where a sentence counts fewer than five pupils together with something sensitive about them."""
    text = within.text
    written = (_usage().pupils.match(within.lower, at) for at in within.places(_usage().few))
    for match in (*_usage().counted.finditer(text), *filter(None, written)):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if _MORE.search(before.removesuffix("0")):
            continue
        start = max((stop.end() for stop in _STOP.finditer(before)), default=0)
        after = _STOP.split(text[match.end() : match.end() + _NEAR], maxsplit=1)[0]
        if _usage().sensitive.search(before[start:] + match[0] + after):
            yield match.start()


def _titled(text: str, match: re.Match[str], allowed: Collection[str]) -> bool:
    title, name = match[1], match[2]
    before = text[max(0, match.start() - _NEAR) : match.start()]
    last = before.rstrip(" ,").rpartition(" ")[2].casefold()
    first = name.split()[0]
    if last in _usage().many or first.casefold() in _usage().no_given_names or _allowed(name, allowed):
        return False
    if title.casefold() in _usage().learners:
        return name.count(" ") > 1 and _full_name(name, allowed)
    if title[0].isupper() and not _SENTENCE.search(before):
        return _full_name(name, allowed)
    if " " not in name:
        return len(first) > 1 and not first.isupper()
    return not _letter(name)


def _full_name(name: str, allowed: Collection[str]) -> bool:
    words = name.split()
    if len(words) < 2 or words[0].casefold() not in _usage().families or _letter(name):
        return False
    return not _allowed(name, (*_usage().no_names, *allowed))


def _letter(name: str) -> bool:
    """Tell whether a name ends in a letter alone, as made-up ones do: Nguyễn Văn A."""
    return len(name.rpartition(" ")[2]) == 1


def _allowed(name: str, allowed: Collection[str]) -> bool:
    folded = f"{name.casefold()} "
    return any(folded.startswith(f"{phrase} ") for phrase in allowed)
