"""Order as Vietnamese dictionaries have it, and numbers by value."""

import re
import sys
import unicodedata

from kdcl_site.text.syllables import letters

# The 29 letters, with f, j, w, z where the Latin alphabet has them.
_ALPHABET = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_NUMBER, _WORD = 0, 1

_PartKey = tuple[int, tuple[int, ...], tuple[int, ...]]
SortKey = tuple[tuple[_PartKey, ...], tuple[bool, ...], str]


def number_key(number: str) -> tuple[int, ...]:
    """Return the key that sorts dotted numbers by value: "1.10" gives (1, 10), after "1.2".

    A part that is not a number sorts after every number at its place: "1.10" before "1.a".
    Texts with the same key keep their order under `sorted`.
    """
    key: list[int] = []
    for part in re.findall(r"[0-9]+|[^\W0-9_]+", number):
        key += [int(part)] if part.isdecimal() else [sys.maxsize, *map(ord, part)]
    return tuple(key)


def sort_key(text: str) -> SortKey:
    """Return the key that sorts `text` by the Vietnamese alphabet; only equal texts (in NFC) have equal keys.

    Syllable by syllable: letters first, then the tone (ngang, huyền, hỏi, ngã, sắc, nặng), then the next syllable.
    Digits sort by value and before letters; punctuation and spaces only separate; small letters go before capitals.
    """
    text = unicodedata.normalize("NFC", text)
    parts = re.findall(r"[0-9]+|(?:[^\W0-9_][\u0300-\u036f]*)+", text)
    return tuple(map(_part_key, parts)), tuple(char.isupper() for char in text), text


def _part_key(part: str) -> _PartKey:
    if part[0] in "0123456789":
        digits = part.lstrip("0")
        return _NUMBER, (len(digits), *map(int, digits)), ()
    word = letters(part)
    return _WORD, tuple(_rank(letter) for letter, _ in word), tuple(tone for _, tone in word if tone)


def _rank(letter: str) -> int:
    if letter in _ALPHABET:
        return _ALPHABET[letter]
    plain = unicodedata.normalize("NFD", letter)[0]
    return _ALPHABET.get(plain, len(_ALPHABET) + ord(plain))
