"""A school's former address leads on."""

from dataclasses import replace
from pathlib import Path

import pytest

from kdcl_site.building.site import write_moved
from kdcl_site.rendering.render import Renderer
from tests.pages.school import folder, planned, words


@pytest.mark.parametrize(("directory_urls", "href"), [(True, "../th/"), (False, "../th/index.html")])
def test_a_former_address_leads_to_the_school_of_today(tmp_path: Path, directory_urls: bool, href: str) -> None:
    row = replace(planned(folder(name="<A>"))[1], former_ids=("cu",))
    write_moved(tmp_path, [row], Renderer(words()), directory_urls, "https://a.example/")
    html = (tmp_path / "truong" / "cu" / "index.html").read_text(encoding="utf-8")
    assert f'content="0; url={href}"' in html
    assert f'<a href="{href}">&lt;A&gt;</a>' in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="https://a.example/truong/th/' in html
