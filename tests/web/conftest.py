"""The sample site in a real browser."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.project import SAMPLES, build, make_project

KINDS = {
    "home": "",
    "reading": "cach-doc/",
    "accessibility": "tiep-can/",
    "all checks": "kiem-tra/",
    "directory": "truong/",
    "school": "truong/th-doi-thong/",
    "school without a level": "truong/th-canh-buom/",
    "standard": "truong/th-doi-thong/2026-2027/tieu-chuan-2/",
    "criterion": "truong/th-doi-thong/2026-2027/tieu-chi-2.2/",
    "evidence": "truong/th-doi-thong/minh-chung/",
    "commitments": "truong/th-doi-thong/cam-ket/",
    "history": "truong/mn-hoa-ban/lich-su/",
    "history of one framework": "truong/gdtx-minh-hoa/lich-su/",
    "questions": "truong/th-doi-thong/hoi-dap/",
    "checks": "truong/th-canh-buom/kiem-tra/",
    "verify": "truong/th-doi-thong/kiem-chung/",
    "school with two judges": "truong/thpt-nui-voi/",
    "school of two stages": "truong/th-thcs-ban-may/",
    "school with points": "truong/tc-nghe-song-xanh/",
    "criterion of 2018": "truong/thpt-nui-voi/2023-2024/tieu-chi-3.6/",
    "criterion with points": "truong/tc-nghe-song-xanh/2025-2026/tieu-chi-1.1/",
    "report": "truong/th-doi-thong/bao-cao/",
    "report of 2018": "truong/thpt-nui-voi/bao-cao/",
    "reports of two stages": "truong/th-thcs-ban-may/bao-cao/",
    "sheet": "truong/th-doi-thong/phieu-phu-huynh/",
    "frameworks": "khung/",
    "framework": "khung/tt57-2026-pho-thong/",
    "framework criterion": "khung/tt18-2018/tieu-chi-3.6/",
    "home in English": "en/",
    "directory in English": "en/truong/",
    "school in English": "en/truong/th-doi-thong/",
    "criterion in English": "en/truong/th-doi-thong/2026-2027/tieu-chi-2.2/",
    "evidence in English": "en/truong/th-doi-thong/minh-chung/",
    "verify in English": "en/truong/th-doi-thong/kiem-chung/",
    "report in English": "en/truong/th-doi-thong/bao-cao/",
    "framework in English": "en/khung/tt57-2026-pho-thong/",
}
"""One page of each kind, by its address from the site's root."""

Open = Callable[..., Page]
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site as it is published, in both languages."""
    return build(make_project(tmp_path_factory.mktemp("web"), *SAMPLES, english=True))


@pytest.fixture(scope="session")
def address(site: Path, serve: Callable[[Path], str]) -> str:
    """The served sample site; the address ends with a slash."""
    return serve(site).rstrip("/") + "/"


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """`open_page("truong/", width=360, scheme="dark")` opens a page in a fresh context; None opens a blank one."""
    contexts = []

    def open_at(
        url: str | None, width: int = 360, height: int = 640, scheme: Scheme = "light", java_script: bool = True
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale="vi-VN",
            java_script_enabled=java_script,
        )
        contexts.append(context)
        page = context.new_page()
        if url is not None:
            page.goto(address + url)
        return page

    yield open_at
    for context in contexts:
        context.close()
