"""A text mentions a name wherever it stands, in any case, with signs of Markdown inside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.reading.mention import Mentions


@pytest.mark.parametrize(
    "text", ["MC.1.1.07", "xem mc.1.1.07b", "(MC.1.*1*.07)", "`MC`.1.1.07", "M\\C.1.1.07", "MC.MC.1.1.07"]
)
def test_a_code_is_seen(text: str) -> None:
    assert Mentions(["MC.2.1.01", "MC.1.1.07"]).within(text)


@pytest.mark.parametrize("text", ["", "MC.1.1.0", "MC.1.1.17", "C.1.1.07"])
def test_another_is_not(text: str) -> None:
    assert not Mentions(["MC.2.1.01", "MC.1.1.07", ""]).within(text)


def test_the_beginning_of_a_long_title_is_enough() -> None:
    assert Mentions(["x" * 500]).within("y" + "x" * 60 + "z")


@given(st.lists(st.text("ab.", max_size=4)), st.text("ab.", max_size=12))
def test_it_finds_what_a_plain_search_finds(names: list[str], text: str) -> None:
    assert Mentions(names).within(text) == any(name in text for name in names if name)
