"""Dates, numbers, sizes and bound spaces as Vietnamese readers expect them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.text.formats import bind, date_vi, list_vi, number_vi, percent_vi, school_year, size_vi


def test_date() -> None:
    assert date_vi(date(2026, 3, 5)) == "05/03/2026"


def test_school_year() -> None:
    assert school_year("2026-2027") == school_year("2026–2027") == "2026–2027"
    with pytest.raises(ValueError, match="2026-2027"):
        school_year("2026")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (999, "999"),
        (1234, "1.234"),
        (1234.5, "1.234,5"),
        (10.0, "10"),
        (-1234567, "-1.234.567"),
        (0.1, "0,1"),
        (1e21, "1.000.000.000.000.000.000.000"),
        (Decimal("8.50"), "8,50"),
        (Decimal("1E+3"), "1.000"),
    ],
)
def test_number(value: int | float | Decimal, shown: str) -> None:
    assert number_vi(value) == shown


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [(2 / 3, 2, "0,67"), (0.25, 1, "0,3"), (12, 1, "12"), (100, 0, "100"), (-0.01, 1, "0"), (1999.96, 1, "2.000")],
)
def test_number_rounded(value: float, decimals: int, shown: str) -> None:
    assert number_vi(value, decimals) == shown


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("-Infinity")])
def test_no_number(value: float | Decimal) -> None:
    with pytest.raises(ValueError, match="finite"):
        number_vi(value)


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1 kB"),
        (1_234_567, "1,2 MB"),
        (999_949, "999,9 kB"),
        (999_950, "1 MB"),
        (20_000_000_000, "20 GB"),
        (5_000_000_000_000_000, "5.000 TB"),
    ],
)
def test_size(size: int, shown: str) -> None:
    assert size_vi(size) == shown.replace(" ", "\u00a0")


def test_percent() -> None:
    assert percent_vi(92.54) == "92,5%"
    assert percent_vi(100) == "100%"
    assert percent_vi(Decimal("33.333"), 2) == "33,33%"


# "~" stands for the no-break space.
@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("đạt Mức 2", "đạt Mức~2"),
        ("kiểm định Mức độ 1.", "kiểm định Mức~độ~1."),
        ("khoản 3 Điều 8 Thông tư 57/2026", "khoản~3 Điều~8 Thông~tư~57/2026"),
        ("Thông tư số 57/2026/TT-BGDĐT", "Thông~tư~số~57/2026/TT-BGDĐT"),
        ("tiêu chí 1.1 của Tiêu chuẩn 2", "tiêu~chí~1.1 của Tiêu~chuẩn~2"),
        ("CHƯƠNG II, Phụ lục IV", "CHƯƠNG~II, Phụ~lục~IV"),
        ("học kỳ I, năm học 2026–2027", "học~kỳ~I, năm~học~2026–2027"),
        ("mức độ hài lòng", "mức độ hài lòng"),
        ("12 tiêu chí có 3 mức", "12 tiêu chí có 3 mức"),
        ("bảng Ivan", "bảng Ivan"),
    ],
)
def test_bind(text: str, bound: str) -> None:
    assert bind(text) == bound.replace("~", "\u00a0")


PHRASES = st.lists(st.sampled_from(["Mức", "mức độ", "số", "Thông tư", "1.1", "II", " ", "\u00a0", "là", "(", "năm"]))


@given(PHRASES.map(" ".join) | PHRASES.map("".join) | st.text())
def test_bind_twice_is_bind_once_and_keeps_the_length(text: str) -> None:
    bound = bind(text)
    assert bind(bound) == bound
    assert bound.replace("\u00a0", " ") == text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("items", "phrase"),
    [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")],
)
def test_list(items: list[str], phrase: str) -> None:
    assert list_vi(items) == phrase
