"""What a browser puts on paper: the report by Decree 30/2020, the sheet on one page, all pages without chrome."""

import gzip
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PageObject, PdfReader

from tests.project import SAMPLES, build, make_project
from tests.site.rewrite import rewrite_school
from tests.web.conftest import Open

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
LEFT, RIGHT, TOP, BOTTOM = 30 * MM, 15 * MM, 20 * MM, 20 * MM
"""The margins of the upright page: Decree 30/2020, Annex I. The right one is between 15 and 20 mm."""

REPORTS = {
    "2026": "truong/th-doi-thong/bao-cao/",
    "2018": "truong/thpt-nui-voi/bao-cao/",
    "points": "truong/tc-nghe-song-xanh/bao-cao/",
}

Run = tuple[float, float, float, str]
"""A piece of text on paper: where it begins from the left and from the bottom, its size in points, its letters."""


def paper(page: Page) -> PdfReader:
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def runs(page: PageObject) -> list[Run]:
    found: list[Run] = []

    def visit(text: str, user: list[float], matrix: list[float], font: object, size: float) -> None:
        if text.strip():
            x = matrix[4] * user[0] + matrix[5] * user[2] + user[4]
            y = matrix[4] * user[1] + matrix[5] * user[3] + user[5]
            found.append((x, y, abs(size * matrix[3] * user[3]), text.strip()))

    page.extract_text(visitor_text=visit)
    return found


def squeezed(text: str) -> str:
    return "".join(text.split())


def upright(page: PageObject) -> bool:
    return float(page.mediabox.width) < float(page.mediabox.height)


def colours(page: PageObject) -> set[tuple[str, ...]]:
    """The colours that text, lines and grounds of a page are painted in."""
    contents = page.get_contents()
    assert contents is not None
    found = re.findall(rb"(?<![\d.])([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b", contents.get_data())
    return {tuple(part.decode() for part in one) for one in found}


@pytest.fixture(params=REPORTS, scope="module")
def which(request: pytest.FixtureRequest) -> str:
    return REPORTS[request.param]


@pytest.fixture
def printed(open_page: Open, prints: dict[str, PdfReader], which: str) -> PdfReader:
    """The report on paper, printed once for all tests that read it."""
    if which not in prints:
        prints[which] = paper(open_page(which, width=1280))
    return prints[which]


@pytest.fixture(scope="module")
def prints() -> dict[str, PdfReader]:
    return {}


def test_a_report_is_a4_with_the_margins_sizes_and_page_numbers_of_the_decree(printed: PdfReader) -> None:
    found = printed
    assert len(found.pages) > 10
    assert any(not upright(page) for page in found.pages), "no wide table on its side"
    for number, page in enumerate(found.pages, 1):
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        assert sorted((width, height)) == pytest.approx(sorted(A4), abs=1)
        texts = runs(page)
        above = [one for one in texts if one[1] > height - TOP]
        foot = [one for one in texts if one[1] < BOTTOM - 1]
        body = [one for one in texts if one not in above and one not in foot]
        assert "".join(one[3] for one in above) == ("" if number == 1 else str(number))
        if above and upright(page):
            middle = LEFT + (width - LEFT - 18 * MM) / 2
            assert above[0][0] == pytest.approx(middle, abs=15)
        assert min(one[0] for one in body) >= (LEFT if upright(page) else 20 * MM) - 1
        assert max(one[0] for one in body) <= width - RIGHT
        assert re.fullmatch("Phiênbảndữliệu:[0-9a-f]{12}", squeezed("".join(one[3] for one in foot)))
        assert min(one[1] for one in foot) >= 5 * MM
        assert min(one[2] for one in texts) >= 12.9, [one for one in texts if one[2] < 12.9][:3]
        assert max(one[2] for one in texts) <= 14.1
        assert all(len(set(one)) == 1 for one in colours(page))


def test_a_report_says_that_it_is_an_extract_and_of_which_data(printed: PdfReader) -> None:
    found = printed
    first, last = (squeezed(found.pages[place].extract_text()) for place in (0, -1))
    assert squeezed("Bản trích từ trang công khai – không thay thế văn bản đã ký") in first
    assert squeezed("Dữ liệu tính đến 20/11/2026.") in last
    assert re.search("Phiênbảndữliệu:[0-9a-f]{12}", last)


def test_no_row_is_cut(open_page: Open, which: str, printed: PdfReader) -> None:
    page = open_page(which, width=1280)
    page.emulate_media(media="print")
    rows: list[list[str]] = page.evaluate(
        "() => [...document.querySelectorAll('.kdcl-table tbody tr')].map(r => [...r.cells].map(c => c.textContent))"
    )
    assert len(rows) > 20
    pages = [squeezed(one.extract_text()) for one in printed.pages]
    for row in rows:
        cells = [squeezed(cell) for cell in row if cell.strip()]
        assert any(all(cell in text for cell in cells) for text in pages), row


def test_a_report_is_light(address: str, open_page: Open, which: str) -> None:
    response = open_page(None).request.get(address + which)
    assert len(gzip.compress(response.body())) <= 60_000


@pytest.mark.parametrize("school", SAMPLES)
def test_the_sheet_is_one_grey_page(open_page: Open, school: str) -> None:
    found = paper(open_page(f"truong/{school}/phieu-phu-huynh/"))
    assert len(found.pages) == 1
    page = found.pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(A4, abs=1)
    assert all(len(set(one)) == 1 for one in colours(page))
    text = squeezed(page.extract_text())
    for part in ("Điểm mạnh", "Điểm yếu và cam kết", "Cam kết cải tiến:", "Hỏi ai", f"/truong/{school}/"):
        assert squeezed(part) in text
    assert min(one[2] for one in runs(page)) >= 9.9


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """A site that knows its own address: a school as it is, and one of two stages with every text very long."""
    project = make_project(tmp_path_factory.mktemp("print"), "th-doi-thong", "th-thcs-ban-may")
    long = "NGƯỜI MƯỜI MƯƠI RƯỠI MỪNG MÙA GẶT MỚI Ở MƯỜNG " * 20

    def change(_: str, text: str) -> str:
        # Notes on single sites name their sites, so those keep their names.
        return text if text.startswith("Điểm trường") else long

    rewrite_school(project / "schools" / "th-thcs-ban-may", change)
    return serve(build(project, site_url="https://chatluong.example.edu.vn/")).rstrip("/")


@pytest.mark.parametrize("school", ["th-doi-thong", "th-thcs-ban-may"])
def test_the_sheet_with_its_code_is_one_page_however_long_the_texts(open_page: Open, known: str, school: str) -> None:
    page = open_page(None)
    page.goto(f"{known}/truong/{school}/phieu-phu-huynh/")
    expect(page.locator("svg.kdcl-qr")).to_be_visible()
    found = paper(page)
    assert len(found.pages) == 1
    text = squeezed(found.pages[0].extract_text())
    assert f"https://chatluong.example.edu.vn/truong/{school}/" in text
    assert squeezed("không thay thế văn bản đã ký") in text


def test_paper_has_no_chrome_and_opens_what_is_folded(open_page: Open) -> None:
    page = open_page("truong/th-doi-thong/", width=1280)
    folded = page.locator("details:not([open]) li").first.text_content()
    assert folded
    found = paper(page)
    text = squeezed("".join(one.extract_text() for one in found.pages))
    assert squeezed(folded) in text
    assert squeezed("Bản trích từ trang công khai") in text
    for gone in ("Tìm kiếm", "Tất cả các trường", "Made with", "Bỏ qua"):
        assert squeezed(gone) not in text, gone
    assert all(len(set(one)) == 1 for one in set().union(*(colours(one) for one in found.pages)))


@pytest.mark.parametrize(
    "url", ["truong/th-doi-thong/", "truong/th-doi-thong/bao-cao/", "truong/th-doi-thong/phieu-phu-huynh/"]
)
def test_a_dark_screen_prints_like_a_light_one(open_page: Open, url: str) -> None:
    light, dark = (paper(open_page(url, width=1280, scheme=scheme)) for scheme in ("light", "dark"))
    assert [one.extract_text() for one in light.pages] == [one.extract_text() for one in dark.pages]
    assert [colours(one) for one in light.pages] == [colours(one) for one in dark.pages]
