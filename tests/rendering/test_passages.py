"""Vietnamese within English pages: each passage says its language, and no mark of ours is ever seen."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.rendering.passages import spoken
from kdcl_site.rendering.prose import prose
from kdcl_site.text.passages import CLOSE, OPEN, passage, unmarked
from tests.rendering.schools import FILES, SCHOOLS, Reader, render

TEN = passage("Tên")


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (f"<h1>{TEN}</h1>", '<h1 lang="vi">Tên</h1>'),
        (f'<a class="x" href="#">{TEN}</a>', '<a class="x" href="#" lang="vi">Tên</a>'),
        (f"<p>By {TEN}, 2026</p>", '<p>By <span lang="vi">Tên</span>, 2026</p>'),
        (f"<p>{TEN} and {TEN}</p>", '<p><span lang="vi">Tên</span> and <span lang="vi">Tên</span></p>'),
        (f'<a title="Go to {TEN}" href="#">x</a>', '<a title="Go to Tên" href="#">x</a>'),
        (f"<title>About {TEN}</title>", "<title>About Tên</title>"),
        (f'<svg><text x="1">{TEN} 3</text></svg>', '<svg><text x="1">Tên 3</text></svg>'),
        ("<p>English</p>", "<p>English</p>"),
    ],
)
def test_a_passage_says_its_language_where_it_can(html: str, said: str) -> None:
    assert spoken(html) == said


def test_prose_is_one_block_with_its_own_lists() -> None:
    assert spoken(str(prose(passage("Một.\n\n- a\n- b")))) == (
        '<div lang="vi"><p>Một.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul></div>'
    )


@given(st.text(), st.text())
def test_marking_twice_is_marking_once(one: str, two: str) -> None:
    assert passage(passage(one)) == passage(one)
    assert unmarked(passage(one) + two) == unmarked(one + two)


@pytest.mark.parametrize("school", SCHOOLS)
def test_english_pages_are_well_formed_and_hold_no_mark(school: str) -> None:
    for piece in render(SCHOOLS[school], "en"):
        Reader(piece.body)
        heads = [piece.title, piece.description, *(one.title for one in piece.nav), *(one.title for one in piece.toc)]
        found = [*heads, *(text for one in piece.search for text in (one.title, one.text)), piece.body]
        assert not [text for text in found if OPEN in text or CLOSE in text]
        assert piece.address.path.startswith("en/")


@pytest.mark.parametrize("school", SCHOOLS)
def test_only_the_words_around_the_schools_differ(school: str) -> None:
    """An English page has what the Vietnamese one has: the same ids and the same links, in the same order."""
    for ours, theirs in zip(render(SCHOOLS[school]), render(SCHOOLS[school], "en"), strict=True):
        assert Reader(ours.body).ids == Reader(theirs.body).ids
        links = [
            [link for link in re.findall(r'href="([^"]*)"', one.body) if "/tep/" not in link] for one in (ours, theirs)
        ]
        assert links[0] == links[1]


def test_files_are_not_there_twice() -> None:
    [page] = [one for one in render(SCHOOLS["full"], "en", FILES) if one.kind == "evidence"]
    assert page.address.path == "en/truong/th/minh-chung"
    assert 'href="../../../../truong/th/tep/MC.1.1.01.pdf"' in page.body
