"""The theme's stock defects that are mended in the finished page; the theme's own markup is what they are tried on."""

import pytest

from kdcl_site.mkdocs.mending import mend
from kdcl_site.text.words import load_words

PAGE = """<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer">
<div data-md-component="skip">
  {skip}
</div>
<article class="md-content__inner md-typeset"><p>Một</p></article>"""


@pytest.mark.parametrize("skip", ["", '<a href="#muc-1" class="md-skip">Bỏ qua</a>'], ids=["none", "to a heading"])
def test_the_first_link_leads_to_the_content_and_the_drawer_has_a_name(skip: str) -> None:
    html = mend(PAGE.format(skip=skip), load_words("vi"))
    assert html.count("<a ") == 1
    assert '<a href="#noi-dung" class="md-skip">Đến nội dung chính</a>' in html
    assert '<article class="md-content__inner md-typeset" id="noi-dung" tabindex="-1">' in html
    assert 'data-md-toggle="drawer" aria-label="Mở danh mục trang"' in html


def test_a_page_that_is_not_the_themes_is_left_alone() -> None:
    assert mend("<p>Một</p>", load_words("vi")) == "<p>Một</p>"
