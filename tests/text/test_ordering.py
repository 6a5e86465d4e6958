"""The order of Vietnamese dictionaries, and of numbers."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.text.ordering import number_key, sort_key

IN_ORDER = [
    # the alphabet
    ["an", "ăn", "ân", "ba", "ca", "da", "đa", "em", "êm", "ga", "on", "ôn", "ơn", "pa", "un", "ưn", "va", "xa", "ya"],
    ["a", "f", "g", "j", "k", "v", "w", "x", "z"],
    # tones decide only between syllables of the same letters
    ["ma", "mà", "mả", "mã", "má", "mạ", "mai", "màn"],
    ["tiên", "tiền", "tiển", "tiễn", "tiến", "tiện", "tiêng"],
    # syllable by syllable, as dictionaries do
    ["ba", "ba lô", "ba zan", "bà", "bà ba", "bả", "bá", "bạ"],
    ["Đại Lộc", "Đại Từ", "Đan Phượng", "Đàn", "Đông Anh", "Đường Lâm"],
    ["Hà Giang", "Hà Nội", "Hạ Long", "Hải Dương", "Hải Phòng"],
    # digits by value, before letters
    ["Lớp 1A", "Lớp 2A", "Lớp 2B", "Lớp 10A", "Lớp chọn"],
    ["1.2", "1.9", "1.10", "2.1"],
    # case last
    ["hòa bình", "Hòa bình", "Hòa Bình", "hòa bình 2"],
    ["", "a"],
]


@pytest.mark.parametrize("words", IN_ORDER)
def test_order(words: list[str]) -> None:
    mixed = list(words)
    random.Random(1).shuffle(mixed)
    assert sorted(mixed, key=sort_key) == words


@pytest.mark.parametrize(
    ("number", "key"), [("1.10", (1, 10)), ("1.2", (1, 2)), ("10", (10,)), ("01.1", (1, 1)), ("", ())]
)
def test_number_key(number: str, key: tuple[int, ...]) -> None:
    assert number_key(number) == key


def test_numbers_sort_by_value_and_words_after() -> None:
    numbers = ["1", "1.2", "1.2a", "1.10", "1.a", "2", "2.1", "a", "b"]
    assert sorted(set(numbers), key=number_key) == numbers


def test_codes_sort_by_value() -> None:
    codes = ["MC.1.1.01", "MC.1.2.09", "MC.1.2.10", "MC.1.10.01", "MC.10.1.01"]
    assert sorted(set(codes), key=number_key) == codes


@given(st.text(), st.text())
def test_total_order(one: str, other: str) -> None:
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (sort_key(one) == sort_key(other)) == same
    assert (sort_key(one) < sort_key(other)) + (sort_key(other) < sort_key(one)) == (not same)


@given(st.text())
def test_normal_form_makes_no_difference(text: str) -> None:
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(text)
