"""Citations of law and texts of frameworks in English."""

import pytest

from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.pages.speaking import citation, local
from kdcl_site.text.passages import passage
from kdcl_site.text.words import load_words
from tests.pages.school import framework

CASES = [
    ("Thông tư", "Circular"),
    ("Điều 8 khoản 2", "Article 8 clause 2"),
    ("khoản 3 và điểm d khoản 2 Điều 8; Điều 9 và Biểu 1 Phụ lục V",
     "clause 3 and point d clause 2 Article 8; Article 9 and Table 1 Annex V"),
    ("Phụ lục III, tiêu chí 3", "Annex III, criterion 3"),
    ("Công văn 5932/BGDĐT-QLCL", "Official letter 5932/BGDĐT-QLCL"),
    ("Thông tư 15/2017/TT-BLĐTBXH (chưa rõ số điều)", "Circular 15/2017/TT-BLĐTBXH (article not known)"),
    ("Bộ Giáo dục và Đào tạo", "Ministry of Education and Training"),
    ("Bộ Lao động - Thương binh và Xã hội", "Ministry of Labour, Invalids and Social Affairs"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), CASES)
def test_a_citation_is_said_in_english(text: str, said: str) -> None:
    assert citation(load_words("en"), text) == said
    assert citation(load_words("vi"), text) == text


def test_a_word_without_a_translation_leaves_the_citation_vietnamese() -> None:
    assert citation(load_words("en"), "Hướng dẫn 12/HD-SGDĐT") == passage("Hướng dẫn 12/HD-SGDĐT")


def test_every_citation_of_our_catalogues_is_said_in_english() -> None:
    words = load_words("en")
    for one in load_frameworks()[0].values():
        rules = [one.criterion_level.article or "", one.school_level.article, one.source.kind, one.source.issuer]
        levels = [level for criterion in one.criteria.values() for level in criterion.levels]
        found = [*rules, *(one.article for one in one.criteria.values()), *(level.article or "" for level in levels)]
        assert [text for text in found if citation(words, text) == passage(text) != ""] == [], one.id


def test_a_framework_without_english_says_that_it_is_vietnamese() -> None:
    name = framework().name
    bare = name.model_copy(update={"en": None})
    assert local(name, "en") == name.en
    assert local(bare, "en") == passage(name.vi)
    assert local(bare, "vi") == name.vi
