"""How dates, sizes and lists are written in the language of the words."""

import re
from collections.abc import Sequence
from datetime import date

from kdcl_site.text.formats import date_vi, list_vi, size_vi
from kdcl_site.text.words import FIRST_LANGUAGE, Words

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")


def day_in(words: Words, day: date) -> str:
    """Return a date as 05/03/2026, or as 5 March 2026 where months have names."""
    if words.language == FIRST_LANGUAGE:
        return date_vi(day)
    return words("form.day", day=day.day, month=words(f"form.month.{day.month}"), year=day.year)


def short_day_in(words: Words, day: date) -> str:
    """Return a date as 05/03/2026, or as 5 Mar 2026 where months have names: for where a phone has little room."""
    if words.language == FIRST_LANGUAGE:
        return date_vi(day)
    return words("form.day", day=day.day, month=words(f"form.month.{day.month}")[:3], year=day.year)


def moment_in(words: Words, when: str) -> str:
    """Return a day, month, year, school year or period, each in its ISO form, as it is written."""
    if "/" in when:
        return "–".join(moment_in(words, part) for part in when.split("/"))
    if match := _DAY.fullmatch(when):
        return day_in(words, date(int(match[1]), int(match[2]), int(match[3])))
    if match := _MONTH.fullmatch(when):
        month = match[2] if words.language == FIRST_LANGUAGE else words(f"form.month.{int(match[2])}")
        return words("form.month_of", month=month, year=match[1])
    return when.replace("-", "–")


def size_in(words: Words, size: int) -> str:
    """Return a size given in bytes as 1,2 MB, or as 1.2 MB where the decimal sign is a point."""
    text = size_vi(size)
    return text if words.language == FIRST_LANGUAGE else text.translate(_SWAPPED)


_SWAPPED = str.maketrans(",.", ".,")


def list_in(words: Words, items: Sequence[str]) -> str:
    """Return items as a phrase: "a, b và c"; nothing for no items."""
    if words.language == FIRST_LANGUAGE:
        return list_vi(items)
    return words("form.and").join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)
