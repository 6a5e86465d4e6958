"""What pages weigh on their way to a phone, measured on the built site: the budgets of every page kind."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Response

from tests.project import SAMPLES, pages
from tests.web.conftest import KINDS, Open

OWN_CSS, OWN_JS, SCHOOL, THEME, INDEX = 12_000, 15_000, 20_000, 75_000, 25_000
RAW, NODES, IMAGE, CHART = 120_000, 1_200, 20_000, 4_000
AIR = 80
"""So many nodes below the budget every sample stays: a school may have more to tell than they."""

LONG = {"report", "report of 2018", "reports of two stages", "report in English", "all checks", "evidence in English"}
"""Pages that hold a whole assessment or list: they have a budget of their own, 60 kB."""

CHARTS = re.compile(r'<svg [^>]*class="kdcl-chart.*?</svg>', re.DOTALL)


def light(body: bytes) -> int:
    return len(gzip.compress(body))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_schools_page_is_light(open_page: Open, site: Path, name: str) -> None:
    for folder in ("", "en/"):
        url = f"{folder}truong/{name}/"
        html = (site / url / "index.html").read_bytes()
        assert light(html) <= SCHOOL
        assert len(html) <= RAW
        nodes = open_page(url, java_script=False).evaluate("document.querySelectorAll('*').length")
        assert nodes <= NODES - AIR


@pytest.mark.parametrize("kind", KINDS)
def test_what_comes_with_a_page_is_light(open_page: Open, address: str, kind: str) -> None:
    page = open_page(None)
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(address + KINDS[kind], wait_until="networkidle")
    weights: dict[str, int] = {}
    for answer in answers:
        path = answer.url.removeprefix(address)
        weights[path] = light(answer.body()) if not path.startswith(("data:", "blob:")) else 0
    weight = {path: size for path, size in weights.items() if path.startswith("assets/kdcl/")}
    assert sum(size for path, size in weight.items() if path.endswith(".css")) <= OWN_CSS
    assert sum(size for path, size in weight.items() if path.endswith(".js")) <= OWN_JS
    theme = ("assets/javascripts/bundle", "assets/stylesheets/")
    assert sum(size for path, size in weights.items() if path.startswith(theme)) <= THEME
    assert [path for path in weights if re.search(r"\.(woff2?|ttf|otf)$", path)] == []
    pictures = {path: size for path, size in weights.items() if re.search(r"\.(png|jpe?g|webp|gif|svg)$", path)}
    assert {path: size for path, size in pictures.items() if size > IMAGE} == {}
    assert weights[KINDS[kind]] <= (60_000 if kind in LONG else SCHOOL)
    scripts = page.locator("script[src*='assets/kdcl/']")
    assert scripts.count() > 0
    assert scripts.evaluate_all("every => every.every(one => one.defer)")


def test_every_index_of_a_schools_search_is_light(site: Path) -> None:
    indexes = sorted(site.glob("**/truong/*/search/search_index.json"))
    assert len(indexes) == 2 * len(SAMPLES)
    assert {path: size for path in indexes if (size := light(path.read_bytes())) > INDEX} == {}


def test_every_chart_is_small_and_says_what_it_shows(site: Path) -> None:
    charts = [(page, one) for page in pages(site) for one in CHARTS.findall(page.read_text(encoding="utf-8"))]
    assert len(charts) > len(SAMPLES)
    for page, chart in charts:
        assert len(chart.encode()) <= CHART, page
        assert "<title" in chart, page
        assert "<desc" in chart, page
