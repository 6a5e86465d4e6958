"""Which spellings are Vietnamese syllables."""

import unicodedata

import pytest

from kdcl_site.text.syllables import is_syllable, letters

RIGHT = """trường tiểu học nghiêng quyết quỳnh quý giếng gì giờ khuya khuỷu thuở hòa hoà thúy thuý oanh yêu ướt ngoằn
    đường xoong ĐỘI ngoài mía mưa muối người lưới rượu huệ quốc quặng cỏ ý à ưu chuẩn kiểm chất đẹp thoát"""
WRONG = "viết1 dôc môt caù tiõng lôùp giaùo duïc hêng tr w ñi görlitz b hỏc nghĩệp krông"


@pytest.mark.parametrize("word", RIGHT.split())
def test_syllable(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", WRONG.split())
def test_no_syllable(word: str) -> None:
    assert not is_syllable(word)


def test_letters_keep_marks_and_give_tones() -> None:
    assert letters("Đấy ổ") == [("đ", 0), ("â", 4), ("y", 0), (" ", 0), ("ô", 2)]
