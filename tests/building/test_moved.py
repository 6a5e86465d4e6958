"""A school's former addresses lead on, each to the page that stood there."""

from dataclasses import replace
from pathlib import Path

import pytest

from kdcl_site.building.site import write_moved
from kdcl_site.building.work import Ready
from kdcl_site.rendering.render import Renderer
from tests.pages.school import folder, planned, words


def moved(site: Path, directory_urls: bool = True, site_url: str = "https://a.example/") -> None:
    views, row = planned(folder(name="<A>"))
    renderer = Renderer(words())
    pieces = tuple(renderer.piece(view) for view in views)
    school = Ready(replace(row, former_ids=("cu", "nhap")), pieces, ())
    write_moved(site, [school], renderer, directory_urls, site_url)


@pytest.mark.parametrize(("directory_urls", "href"), [(True, "../th/"), (False, "../th/index.html")])
def test_a_former_address_leads_to_the_school_of_today(tmp_path: Path, directory_urls: bool, href: str) -> None:
    moved(tmp_path, directory_urls)
    html = (tmp_path / "truong" / "cu" / "index.html").read_text(encoding="utf-8")
    assert f'content="0; url={href}"' in html
    assert f'<a href="{href}">&lt;A&gt;</a>' in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="https://a.example/truong/th/' in html


@pytest.mark.parametrize("former", ["cu", "nhap"])
@pytest.mark.parametrize(
    ("old", "href"),
    [
        ("minh-chung/index.html", "../../th/minh-chung/"),
        ("2026-2027/tieu-chi-2.2/index.html", "../../../th/2026-2027/tieu-chi-2.2/"),
    ],
)
def test_every_page_leads_on(tmp_path: Path, former: str, old: str, href: str) -> None:
    moved(tmp_path, site_url="")
    html = (tmp_path / "truong" / former / old).read_text(encoding="utf-8")
    assert f'content="0; url={href}"' in html
    assert (tmp_path / "truong" / former / old).parent.joinpath(href).resolve().is_relative_to(tmp_path / "truong/th")


def test_as_many_as_the_school_has_pages(tmp_path: Path) -> None:
    moved(tmp_path)
    for former in ("cu", "nhap"):
        assert len(list((tmp_path / "truong" / former).rglob("*.html"))) == len(planned(folder())[0])
