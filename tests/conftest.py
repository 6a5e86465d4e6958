"""Fixtures, and how many random examples are tried: usually, in `make deep`, for each mutation."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from jinja2 import Environment
from mkdocs.theme import Theme
from playwright.sync_api import Browser, Page, sync_playwright

from kdcl_site.rendering.compiled import Compiled
from tests import browser as helpers

# A slow machine must not make a test fail.
settings.register_profile("usual", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("usual")
settings.register_profile("deep", max_examples=5_000)
# A mutation has to be noticed, not explained: the same examples each time, and no search for the smallest.
settings.register_profile(
    "mutation", max_examples=50, database=None, derandomize=True, phases=[Phase.explicit, Phase.generate]
)


@pytest.fixture(scope="session", autouse=True)
def _theme_compiled_once() -> Iterator[None]:
    """The theme's templates are the same in hundreds of builds of this process; no test's own filters stand in them."""
    known, fresh = Compiled(), Theme.get_env

    def get_env(theme: Theme) -> Environment:
        env = fresh(theme)
        env.bytecode_cache = known
        return env

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Theme, "get_env", get_env)
        yield


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
