"""Personal data that can be told by their form: numbers of identity, accounts, telephones, addresses, days of birth.

Numbers of decisions (123/QĐ-UBND), years, codes of evidence and sums of money have other forms and are none of these.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from kdcl_site.text.searched import Searched, searched

MASK = "•••"
"""What stands where personal data are not to be shown."""

CAPITALS = "".join(
    chr(n) for n in (*range(0x41, 0x5B), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)) if chr(n).isupper()
)
"""The capital letters of Vietnamese, and some more."""

Kind = Literal["id", "account", "birth", "phone", "email"]


class Found(NamedTuple):
    """One piece of personal data in a text; `start` and `end` reach over the data without the word before them."""

    kind: Kind
    start: int
    end: int


_ALONE, _OVER = r"(?<![\w/.,-])", r"(?![ .-]?\d|[\w/]|\.\w)"
_PHONE_ALONE, _PHONE_OVER = r"(?<![\w.,-])(?<!\D/)", r"(?![ .-]?\d|\w|/(?! ?[(+]?\d{3})|\.\w)"
"""Two telephones are often told with a slash between them."""
_DAY = r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}|\d{4}-\d{2}-\d{2}"
_PAPER = "CCCD|CMND|CMTND|căn cước|chứng minh nhân dân|chứng minh thư|hộ chiếu|định danh"
_NAME = rf"(?-i:\b(?!Học |Tuyển |Vệ |Thí |Phát |Khai |Giáo )[{CAPITALS}][^\W\d_]* )"
_BORN = rf"(?<![^\W\d_] )|(?<=trẻ )|(?<=cháu )|(?<=em )|{_NAME}"
_AT, _DOT = r"(?:@| ?[\[({] ?(?:at|a còng) ?[\])}] ?)", r"(?:\.| ?[\[({] ?(?:dot|chấm) ?[\])}] ?)"
_FORMS: dict[Kind, str] = {
    "id": (
        rf"(?:{_PAPER})[^\d\n]{{0,30}}?(?P<a>\d{{10}}|\d{{3}}(?:[ .]?\d{{3}}){{2,3}}){_OVER}"
        rf"|{_ALONE}(?P<b>0(?:0[1-9]|[1-9]\d)[ .-]?[0-3](?:[ .-]?\d){{8}}){_OVER}"
    ),
    "account": (
        r"(?:tài khoản|\bS?TK\b)[^\d\n.;]{0,40}(?P<c>\d{4}\.\d\.\d{7}|\d(?:[ -]?\d){8,18})"
        r"(?!\d|[ .,-]\d| *(?:đồng|đ\b|VN|triệu))"
    ),
    "birth": rf"(?:ngày sinh|năm sinh|(?:{_BORN})sinh(?: ngày| năm|:|(?= \d)))\s?(?:là|:)?\s?(?P<d>{_DAY})",
    "phone": (
        rf"{_PHONE_ALONE}(?!\d\d?[./-]\d\d?[./-]\d{{4}})"
        rf"(?P<e>\(?(?:\+ ?84|0084|84(?=\d{{9}}(?! *(?:đồng|đ\b)))|0)[ .-]?\(?0?\)?[ .-]?"
        rf"(?:[35789](?:[ .-]?\d){{8}}|2\d\d?\d?\)?(?:[ .-]?\d){{7,8}})){_PHONE_OVER}"
    ),
    "email": rf"(?P<f>(?<![\w.+-])[\w.+-]++{_AT}[\w-]++(?:{_DOT}[\w-]++)++)",
}
_PATTERNS: dict[Kind, re.Pattern[str]] = {kind: re.compile(form, re.IGNORECASE) for kind, form in _FORMS.items()}
_DIGITS = re.compile(r"\d(?:[ .()-]{0,2}\d){8}")
_WRITTEN_AT = re.compile(r"[\[({] ?(?:at|a còng) ?[\])}]")
_BIRTH = re.compile(r"sinh(?: ngày| năm|:| \d|(?<=ngày sinh)|(?<=năm sinh))")


def possible(within: Searched) -> Iterator[int]:
    """Yield places near which personal data may stand; quick where there are none, however long the text."""
    yield from (match.start() for match in _DIGITS.finditer(within.text))
    yield from (match.start() for match in _BIRTH.finditer(within.lower))
    yield from (match.start() for match in _WRITTEN_AT.finditer(within.lower))
    yield from within.places("@")


def personal(text: str) -> tuple[Found, ...]:
    """Return the personal data of a text by kind; a number that is told as one kind is not told as another."""
    taken: list[Found] = []
    within = searched(text)
    if next(possible(within), None) is None:
        return ()
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(within.text):
            start, end = match.span(match.lastgroup or 0)
            if not any(start < other.end and other.start < end for other in taken):
                taken.append(Found(kind, start, end))
    return tuple(taken)


def masked(text: str) -> str:
    """Return the text with personal data taken out."""
    for found in sorted(personal(text), key=lambda one: one.start, reverse=True):
        text = f"{text[: found.start]}{MASK}{text[found.end :]}"
    return text
