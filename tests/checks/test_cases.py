from pathlib import Path

import pytest

from tests.reading.golden import cases, verify


@pytest.mark.parametrize("path", cases(Path(__file__).parent), ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    verify(path, tmp_path, checked=True)
