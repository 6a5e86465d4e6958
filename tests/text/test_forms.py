"""Dates, sizes and lists in both languages."""

from datetime import date

import pytest

from kdcl_site.text.forms import day_in, list_in, moment_in, size_in
from kdcl_site.text.words import load_words


@pytest.mark.parametrize(
    ("language", "day"), [("vi", "05/03/2026"), ("en", "5 March 2026")], ids=["Vietnamese", "English"]
)
def test_a_day(language: str, day: str) -> None:
    words = load_words(language)
    assert day_in(words, date(2026, 3, 5)) == moment_in(words, "2026-03-05") == day


@pytest.mark.parametrize(
    ("when", "vi", "en"),
    [
        ("2025-09", "09/2025", "September 2025"),
        ("2025", "2025", "2025"),
        ("2025-2026", "2025–2026", "2025–2026"),
        ("2025-09/2026-05", "09/2025–05/2026", "September 2025–May 2026"),
        ("2025-09-01/2025-12-31", "01/09/2025–31/12/2025", "1 September 2025–31 December 2025"),
    ],
)
def test_a_moment(when: str, vi: str, en: str) -> None:
    assert (moment_in(load_words("vi"), when), moment_in(load_words("en"), when)) == (vi, en)


@pytest.mark.parametrize(
    ("size", "vi", "en"), [(1_234_567, "1,2\u00a0MB", "1.2\u00a0MB"), (999, "999\u00a0B", "999\u00a0B")]
)
def test_a_size(size: int, vi: str, en: str) -> None:
    assert (size_in(load_words("vi"), size), size_in(load_words("en"), size)) == (vi, en)


@pytest.mark.parametrize(
    ("items", "vi", "en"),
    [([], "", ""), (["a"], "a", "a"), (["a", "b"], "a và b", "a and b"), (["a", "b", "c"], "a, b và c", "a, b and c")],
)
def test_a_list(items: list[str], vi: str, en: str) -> None:
    assert (list_in(load_words("vi"), items), list_in(load_words("en"), items)) == (vi, en)


def test_one_thing_has_words_of_its_own() -> None:
    words = load_words("en")
    assert (words("counts.schools", count=1), words("counts.schools", count=2)) == ("school", "schools")
    assert load_words("vi")("counts.schools", count=1) == "trường"
