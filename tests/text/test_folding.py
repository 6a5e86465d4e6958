"""Search and addresses do not depend on marks, case or normal form."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.text.folding import fold, is_nfc, slug


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Cơ sở vật chất", "co so vat chat"),
        ("ĐƯỜNG LÂM", "duong lam"),
        ("Thuỷ, Thủy", "thuy, thuy"),
        ("Krông Búk 25 m²", "krong buk 25 m²"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Đội ngũ", "doi-ngu"),
        ("Tiêu chí 1.10: Quản lý", "tieu-chi-1-10-quan-ly"),
        ("  Mức\u00a02 – đạt ", "muc-2-dat"),
        ("2025–2026", "2025-2026"),
        ("25 m²", "25-m2"),
        ("…", "x"),
        ("", "x"),
    ],
)
def test_slug(text: str, address: str) -> None:
    assert slug(text) == address


def test_is_nfc() -> None:
    assert is_nfc("Đường")
    assert not is_nfc(unicodedata.normalize("NFD", "Đường"))


@given(st.text())
def test_fold_twice_is_fold_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_normal_form_makes_no_difference(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(composed) == fold(decomposed)
    assert slug(composed) == slug(decomposed)


@given(st.text())
def test_slug_is_ascii_words_and_stays(text: str) -> None:
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug(text))
    assert slug(slug(text)) == slug(text)
