"""An author's text as HTML: the small Markdown it may hold, and everything it may not."""

import re
from html import unescape
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdcl_site.pages.citing import Cite
from kdcl_site.rendering.prose import bound, inline, marked_up, prose
from kdcl_site.text.formats import bind

CITE = Cite(
    re.compile(r"MC\.\d\.\d\.\d\d(?!\d)", re.IGNORECASE),
    MappingProxyType({"mc.1.1.01": "MC.1.1.01"}),
    "../minh-chung/",
    lambda url: "secret" in url,
)
LINK = '<a class="kdcl-code" href="../minh-chung/#MC.1.1.01">MC.1.1.01</a>'

CASES = [
    ("Một câu.", "<p>Một câu.</p>"),
    ("Một.\n\nHai.", "<p>Một.</p>\n<p>Hai.</p>"),
    ("Đạt Mức 2 theo Điều 8.", "<p>Đạt Mức\u00a02 theo Điều\u00a08.</p>"),
    ("Có kế hoạch (MC.1.1.01).", f"<p>Có kế hoạch ({LINK}).</p>"),
    ("Có **kế hoạch** (MC.1.1.01).", f"<p>Có <strong>kế hoạch</strong> ({LINK}).</p>"),
    ("Chưa có (MC.9.9.99).", "<p>Chưa có (MC.9.9.99).</p>"),
    ("- một\n- hai", "<ul>\n<li>một</li>\n<li>hai</li>\n</ul>"),
    ("1. một\n2. hai", "<ol>\n<li>một</li>\n<li>hai</li>\n</ol>"),
    ("*nghiêng*", "<p><em>nghiêng</em></p>"),
    (
        "[trang](https://a.example/x?a=1&b=2)",
        '<p><a href="https://a.example/x?a=1&amp;b=2" rel="noopener">trang</a></p>',
    ),
    ("[thư](mailto:a@b.example)", '<p><a href="mailto:a@b.example" rel="noopener">thư</a></p>'),
    ("[xem MC.1.1.01](https://a.example/)", '<p><a href="https://a.example/" rel="noopener">xem MC.1.1.01</a></p>'),
    # What is no part of the subset stays text.
    ("# Tiêu đề", "<p># Tiêu đề</p>"),
    ("    mã", "<p>mã</p>"),
    ("> trích", "<p>&gt; trích</p>"),
    ("a & b &amp; c", "<p>a &amp; b &amp;amp; c</p>"),
    ("MC&#46;1", "<p>MC&amp;#46;1</p>"),
    ('--8<-- "/etc/passwd"', '<p>--8&lt;-- "/etc/passwd"</p>'),
    ("{{ 7*7 }} {% raw %}", "<p>{{ 7*7 }} {% raw %}</p>"),
    ("`mã`", "<p>`mã`</p>"),
    ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
    ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
    ("[x](javascript:alert(1))", '<p><a rel="noopener">x</a></p>'),
    ("[x](//evil.example/x)", '<p><a rel="noopener">x</a></p>'),
    ("[x](../../../x)", '<p><a rel="noopener">x</a></p>'),
    ("[x](#q)", '<p><a rel="noopener">x</a></p>'),
    ("[x](HTTPS://a.example/)", '<p><a href="HTTPS://a.example/" rel="noopener">x</a></p>'),
    ("[x](https://a.example/secret)", '<p><a rel="noopener">x</a></p>'),
    ("<https://a.example/secret>", '<p><a rel="noopener">https://a.example/secret</a></p>'),
    ("[x](data:text/html,y)", '<p><a rel="noopener">x</a></p>'),
]


@pytest.mark.parametrize(("text", "html"), CASES)
def test_prose(text: str, html: str) -> None:
    assert prose(text, CITE) == html


@pytest.mark.parametrize(
    "text",
    [
        "![a](https://evil.example/a.png)",
        "![a][b]\n\n[b]: https://evil.example/a.png",
        "<img src=x onerror=alert(1)>",
        "[a]: javascript:alert(1)\n\n[b][a]",
        '<a href="javascript:alert(1)" onclick="x()">d</a>',
        "<javascript:alert(1)>",
        "<svg/onload=alert(1)>",
        '[x](https://a.example/ "t" onclick=x)',
        '[x](https://a.example/"onmouseover="alert(1))',
    ],
)
def test_nothing_lives(text: str) -> None:
    for html in (prose(text, CITE), inline(text, CITE)):
        for tag in re.findall(r"<[^>]*>", html):
            allowed = r'</?(?:p|ul|ol|li|em|strong|br|a)>|<a(?: href="(?:https?:|mailto:)[^"]*")? rel="noopener">'
            assert re.fullmatch(allowed, tag), tag


WORDS = st.text(
    alphabet=st.one_of(
        st.sampled_from(" \n\nab1I.-+#=()&\"'>|\\{}:;,/ôĐ%~^!?…–"), st.characters(exclude_categories=["C"])
    )
)


def same(html: str) -> str:
    """HTML whose texts are compared as a reader sees them."""
    return re.sub(r"\s+", " ", unescape(html))


@settings(max_examples=300)
@given(WORDS)
def test_the_short_way_says_what_the_long_way_says(text: str) -> None:
    assert same(prose(text, CITE)) == same(marked_up(text, CITE))


@given(st.text())
def test_any_text_gives_only_allowed_elements(text: str) -> None:
    for tag in re.findall(r"<[^>]*>", prose(text, CITE)):
        assert re.match(r"</?(?:p|ul|ol|li|em|strong|br|a)[ >]", tag), tag


@given(st.text(alphabet="mức điềuMĐ 2IVX\u00a0.,Ca"))
def test_no_number_is_left_unbound(text: str) -> None:
    assert bound(text) == bind(text)


@pytest.mark.parametrize(
    "text", ["- " * 3_000 + "x", "\n".join("    " * depth + "- x" for depth in range(60)), "1. " * 900]
)
def test_what_is_nested_too_deep_is_shown_as_text(text: str) -> None:
    assert "x" in prose(text) or "1." in prose(text)


def test_a_list_beyond_all_depth_leaves_the_next_text_as_it_is() -> None:
    text = "Một.\n\n- a\n- b"
    before = prose(text)
    prose("\n".join("    " * depth + "- a" for depth in range(400)))
    assert prose(text) == before


@pytest.mark.parametrize("text", ["[" * 20_000, "[a](" * 5_000, "*_`[" * 5_000])
def test_no_text_takes_long(text: str) -> None:
    """Gone through from each of its brackets, the first alone would take minutes."""
    assert unescape(prose(text)) == f"<p>{text}</p>"
