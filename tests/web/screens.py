"""Pictures of every kind of page on a phone and on a desk, light and dark: `make screenshots`, then look.

Writes `build/screenshots/` with an `index.html` that shows them side by side, and nothing else.
"""

import shutil
from html import escape
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests.browser import ARGUMENTS, chromium, serving
from tests.project import ROOT, SAMPLES, build, make_project
from tests.web.conftest import KINDS

FOLDER = ROOT / "build" / "screenshots"
WIDTHS = (360, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

STYLE = (
    "body{font:1rem/1.5 sans-serif;margin:1rem}div{display:flex;gap:1rem;align-items:start}img{border:1px solid #888}"
)


def main() -> None:
    """Build the sample site elsewhere and take the pictures; what was in the folder before is gone."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build(make_project(Path(folder), *SAMPLES, english=True))
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        with serving(site) as address:
            for width, scheme in product(WIDTHS, SCHEMES):
                _take(browser, address, width, scheme)
        browser.close()
    (FOLDER / "index.html").write_text(_index(), encoding="utf-8")
    print(f"{len(KINDS) * len(WIDTHS) * len(SCHEMES)} pictures: build/screenshots/index.html")


def _take(browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]) -> None:
    size: ViewportSize = {"width": width, "height": 640 if width < 800 else 800}
    context = browser.new_context(viewport=size, color_scheme=scheme, locale="vi-VN")
    page = context.new_page()
    for kind, url in KINDS.items():
        page.goto(f"{address}/{url}", wait_until="networkidle")
        page.screenshot(path=FOLDER / _name(kind, width, scheme), full_page=True, animations="disabled")
    context.close()


def _name(kind: str, width: int, scheme: str) -> str:
    return f"{kind.replace(' ', '-')}-{width}-{scheme}.png"


def _index() -> str:
    rows = []
    for kind, url in KINDS.items():
        names = [_name(kind, width, scheme) for width, scheme in product(WIDTHS, SCHEMES)]
        pictures = "".join(
            f'<a href="{name}"><img src="{name}" alt="" loading="lazy" height="640"></a>' for name in names
        )
        rows.append(f"<h2>{escape(kind)} <code>/{escape(url)}</code></h2><div>{pictures}</div>")
    return f"<!doctype html><meta charset=utf-8><title>Screenshots</title><style>{STYLE}</style>{''.join(rows)}"


if __name__ == "__main__":
    main()
