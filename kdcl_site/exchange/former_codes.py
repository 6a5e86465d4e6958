"""A cell of former codes, as schools spell it (`3.1.1→3.1.5 + 2.2.1`, `1.3.2 (tách)`), to the codes it names."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from kdcl_site.text.folding import fold

How = Literal["same", "split", "merged", "renamed"]

_MARKS: dict[str, How] = {"tach": "split", "doi ten": "renamed", "gop": "merged"}
_NONE = re.compile(r"[—–-]|m(?:oi|ới)(?:[ .-]?[0-9]{1,3})?")
_SEPARATOR = re.compile(r"\s*[+;,\n]\s*|(?<=\])\s*(?=\[)")
_MARKED = re.compile(r"(?P<codes>[^()]+?)\s*\((?P<mark>[^()]+)\)")
_CODE = re.compile(r"[A-Z]{1,3}[0-9]{0,2}(?:[.-][0-9]{1,3}){2,}|[0-9]{1,3}(?:\.[0-9]{1,3})+(?:-[0-9]{1,3})?")
_ARROW = re.compile(r"\s*(?:→|->)\s*")


@dataclass(frozen=True, slots=True)
class FormerRef:
    """A former code without brackets; `how` says what became of its item: kept, split, merged with others, renamed."""

    code: str
    how: How


@dataclass(frozen=True, slots=True)
class FormerCodes:
    """What a cell says: the codes in its order, none twice, and the parts of it that could not be read."""

    refs: tuple[FormerRef, ...] = ()
    unread: tuple[str, ...] = ()


def parse_former_codes(text: str) -> FormerCodes:
    """Return every former code that a cell names, and every part of it that is none.

    Codes joined by `+`, `;`, `,`, a line break or a range, written with an arrow, went into one item: they are merged.
    A range stands for each code in it. A mark in round brackets holds for the code or range it stands behind.
    A dash, nothing, `MỚI` and `MOI.n` name no code. A separator with nothing on one side leaves the whole cell unread,
    since a code may be missing there.
    """
    cell = unicodedata.normalize("NFC", text).strip()
    terms = _SEPARATOR.split(cell) if cell else []
    if not all(terms):
        return FormerCodes(unread=(cell,))
    refs: list[FormerRef] = []
    unread: list[str] = []
    for term in terms:
        if _NONE.fullmatch(term.lower()):
            continue
        codes, mark = _read(term)
        if not codes:
            unread.append(term)
        how = mark or ("merged" if len(terms) > 1 or len(codes) > 1 else "same")
        refs += (FormerRef(code, how) for code in codes)
    return FormerCodes(tuple(dict.fromkeys(refs)), tuple(unread))


def _read(term: str) -> tuple[tuple[str, ...], How | None]:
    """Return the codes of one term and its mark; no codes when any part of it makes no sense."""
    marked = _MARKED.fullmatch(term)
    if not marked:
        return _codes(term), None
    mark = _MARKS.get(" ".join(fold(marked["mark"]).split()))
    return (_codes(marked["codes"]), mark) if mark else ((), None)


def _codes(text: str) -> tuple[str, ...]:
    ends = [end[1:-1] if end.startswith("[") and end.endswith("]") else end for end in _ARROW.split(text)]
    if not all(_CODE.fullmatch(end) for end in ends):
        return ()
    if len(ends) == 1:
        return (ends[0],)
    return _between(*ends) if len(ends) == 2 else ()


def _between(first: str, last: str) -> tuple[str, ...]:
    """Return all codes from first to last, which differ in their last number only and count upwards; else none."""
    head, number = _cut(first)
    other, final = _cut(last)
    codes = tuple(f"{head}{n:0{len(number)}d}" for n in range(int(number), int(final) + 1))
    return codes if head == other and len(codes) > 1 and codes[-1] == last else ()


def _cut(code: str) -> tuple[str, str]:
    number = re.split("[.-]", code)[-1]
    return code[: -len(number)], number
