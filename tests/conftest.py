"""Fixtures for browser tests, and the hypothesis profile of `make deep`."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

from tests import browser as helpers

settings.register_profile("deep", deadline=None, max_examples=5_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One chromium for all tests; each test opens its own page or context and closes it."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=helpers.chromium(), args=helpers.ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """`serve(folder)` gives the address under which the folder is served until the tests end."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(helpers.serving(folder))


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """`axe(page)` gives what axe finds, one line for each element; `assert axe(page) == []`."""
    return helpers.violations
