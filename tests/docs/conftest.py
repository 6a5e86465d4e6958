"""A project in which what the documents show is tried."""

from pathlib import Path

import pytest

from tests.docs.pieces import SAMPLE
from tests.project import make_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(make_project(tmp_path, SAMPLE.name))
    return tmp_path
