"""Axe and the checker of HTML on every page of the sample site, with everything that can be unfolded unfolded."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.project import SAMPLES, build, make_project, pages
from tests.web.test_audits import errors
from tests.web.test_pages import SIZES

pytestmark = pytest.mark.deep

PARTS = 10
"""The walk is cut into so many, for several workers, and so that a long run tells early what it found."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(make_project(tmp_path_factory.mktemp("audit"), *SAMPLES, english=True))


@pytest.fixture
def page(browser: Browser, scheme: Literal["light", "dark"]) -> Iterator[Page]:
    """One page for the whole walk: opening a context for each address takes longer than axe."""
    context = browser.new_context(color_scheme=scheme, locale="vi-VN")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page(
    site: Path, page: Page, serve: Callable[[Path], str], axe: Callable[[Page], list[str]], scheme: str, part: int
) -> None:
    address = serve(site)
    found: dict[str, list[str]] = {}
    for file in pages(site)[part::PARTS]:
        name = file.relative_to(site).as_posix()
        page.goto(f"{address}/{name}")
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            if violations := axe(page):
                found[f"{name} at {width}"] = violations
    assert found == {}


def test_the_html_of_every_page_is_valid(site: Path) -> None:
    assert errors([*sorted(site.rglob("*.html"))]) == []
