"""Cutting a frame out of HTML and stamping pages into it; any HTML with the sentinels will do."""

import pytest

from kdcl_site.building.frame import MARK, Frame, FrameError, Slot, cut_frame
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.piece import Heading, NavItem, Piece

ITEM = f'<li class="item"><a href="{Slot.NAV_LINK}">{Slot.NAV_TITLE}</a></li>'
CONTENTS = f'<li><a href="#{Slot.ANCHOR}">{Slot.HEADING}</a></li>'
OWN = f'<li class="own"><a href="{Slot.SELF}">{Slot.NAV_TITLE}</a><ul>{CONTENTS}</ul></li>'
HTML = f"""<title>{Slot.TITLE}</title><meta content="{Slot.DESCRIPTION}"><link href="https://x.example/{Slot.URL}">
<a class="skip" href="#{Slot.ANCHOR}">x</a>
<nav>{Slot.SCHOOL}<ul>{ITEM}

   {OWN}{ITEM}</ul></nav><ol><li><a href="#{Slot.ANCHOR}">{Slot.HEADING}</a></li></ol>
<main>{Slot.BODY}</main><script>{{"base": "{Slot.BASE}"}}</script><a href="{Slot.EDIT}">e</a>"""

PIECE = Piece(
    Address("truong/a/minh-chung"),
    "evidence",
    "Minh chứng </title><script>\"A\" & 'B'",
    'mô tả "<b>"',
    "<h1>Minh chứng</h1>",
    (NavItem("Tổng quan", "../"), NavItem("Minh <chứng>", "./", True), NavItem("Cam kết", "../cam-ket/")),
    (Heading("t1", "Tiêu chí 1.1"), Heading("t2", "Tiêu chí <1.2>")),
    (),
    "schools/a/minh chứng.yml",
)


@pytest.fixture
def stamped() -> str:
    return cut_frame(HTML).stamp(PIECE, "Trường <A>", "truong/a/minh-chung/", "..")


def test_every_slot_is_filled_and_every_text_escaped(stamped: str) -> None:
    assert MARK not in stamped
    assert "<script>&#34;" not in stamped
    assert "<title>Minh chứng &lt;/title&gt;&lt;script&gt;&#34;A&#34; &amp; &#39;B&#39;</title>" in stamped
    assert '<meta content="mô tả &#34;&lt;b&gt;&#34;">' in stamped
    assert "<nav>Trường &lt;A&gt;<ul>" in stamped
    assert '<main><h1>Minh chứng</h1></main><script>{"base": ".."}</script>' in stamped
    assert 'href="https://x.example/truong/a/minh-chung/"' in stamped
    assert 'href="schools/a/minh%20ch%E1%BB%A9ng.yml"' in stamped


def test_navigation_and_contents_repeat_their_items(stamped: str) -> None:
    assert stamped.count('<li class="item">') == 2
    assert stamped.count('<li class="own">') == 1
    assert stamped.index("Tổng quan") < stamped.index("Minh &lt;chứng&gt;") < stamped.index("Cam kết")
    contents = '<li><a href="#t1">Tiêu chí 1.1</a></li><li><a href="#t2">Tiêu chí &lt;1.2&gt;</a></li>'
    assert stamped.count(contents) == 2
    assert '<a class="skip" href="#t1">' in stamped
    assert '<a href="./">Minh' in stamped


def test_a_page_without_headings_needs_no_place_for_them() -> None:
    html = HTML.replace(f'<ul><li><a href="#{Slot.ANCHOR}">{Slot.HEADING}</a></li></ul>', "")
    html = html.replace(f'<ol><li><a href="#{Slot.ANCHOR}">{Slot.HEADING}</a></li></ol>', "")
    frame = cut_frame(html)
    assert isinstance(frame, Frame)
    assert frame.aside is None
    assert frame.inner is None


@pytest.mark.parametrize("slot", [Slot.BODY, Slot.NAV_LINK, Slot.NAV_TITLE])
def test_a_theme_that_drops_a_slot_is_told_which(slot: Slot) -> None:
    with pytest.raises(FrameError, match=slot.name if slot is not Slot.NAV_LINK else "NAVLINK"):
        cut_frame(HTML.replace(slot, "x"))
