"""The sample site, built once in each mode."""

from pathlib import Path

import pytest

from tests.project import SAMPLES, build, make_project


@pytest.fixture(scope="session", params=[True, False], ids=["folders", "files"])
def sample_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("sample"), *SAMPLES, use_directory_urls=request.param)
    return build(project, strict=True)
