"""What browser tests share: finding chromium, serving a folder, and axe."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Page

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str | None:
    """Path of the chromium to use; None leaves the choice to Playwright.

    The one without windows comes first: a page costs it half the time.
    """
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        # A browser that leaves a page hangs up in the middle of an answer; that is no failure of the test.
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on 127.0.0.1 at a free port while the block runs; gives the address without a slash at its end."""
    handler = partial(_QuietHandler, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


_AT_REST = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
    for (const one of document.getAnimations()) if (one.effect.getComputedTiming().endTime < Infinity) one.finish();
    requestAnimationFrame(() => done());
})))"""
"""What fades in is half there and has half its contrast."""

_RUN = """async () => (await axe.run({
    resultTypes: ['violations'],  // what passes is not described, which takes axe a third of its time
    rules: {'target-size': {enabled: true}},  // left out by axe itself: WCAG 2.2 asks for targets of 24 px
})).violations"""


@cache
def _axe_source() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What axe finds on the page at rest, one line for each element: rule, impact, selector, help."""
    page.evaluate(_AT_REST)
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_axe_source())
    found: list[dict[str, Any]] = page.evaluate(_RUN)
    return [
        f"{rule['id']} ({rule['impact']}) {node['target']}: {rule['help']}" for rule in found for node in rule["nodes"]
    ]
