"""Arbitrary bytes, YAML and edits of a valid school: never a crash, never a hang, always findings or pages."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.building.damage import FILES, STRANGE, damage, lay_out, survives

CI, DEEP = 30, 3_000
NAMES = st.sampled_from(sorted(FILES))
KEYS = st.sampled_from(sorted({word for text in FILES.values() for word in text.replace(":", " ").split()})) | st.text()
LEAVES = st.sampled_from([one for one in STRANGE if isinstance(one, str)]) | st.text() | st.integers() | st.none()
TREES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=30)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("damage") / "th-mau"


def test_the_sound_school_has_pages(folder: Path) -> None:
    assert survives(lay_out(folder))


def _bytes(folder: Path, name: str, data: bytes) -> None:
    (lay_out(folder) / name).write_bytes(data)
    survives(folder)


def _tree(folder: Path, name: str, tree: Any) -> None:
    try:
        text = yaml.safe_dump(tree, allow_unicode=True)
    except yaml.YAMLError:
        return
    _bytes(folder, name, text.encode("utf-8", "surrogatepass"))


def _edits(folder: Path, random: Random) -> None:
    damage(lay_out(folder), random)
    survives(folder)


@settings(max_examples=CI)
@given(name=NAMES, data=st.binary(max_size=2_000))
def test_any_bytes(folder: Path, name: str, data: bytes) -> None:
    _bytes(folder, name, data)


@settings(max_examples=CI)
@given(name=NAMES, tree=TREES)
def test_any_yaml(folder: Path, name: str, tree: Any) -> None:
    _tree(folder, name, tree)


def test_any_edits(folder: Path) -> None:
    for seed in range(2 * CI):
        _edits(folder, Random(seed))


@pytest.mark.deep
@settings(max_examples=DEEP)
@given(name=NAMES, data=st.binary(max_size=20_000))
def test_any_bytes_deep(folder: Path, name: str, data: bytes) -> None:
    _bytes(folder, name, data)


@pytest.mark.deep
@settings(max_examples=DEEP)
@given(name=NAMES, tree=TREES)
def test_any_yaml_deep(folder: Path, name: str, tree: Any) -> None:
    _tree(folder, name, tree)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(20))
def test_any_edits_deep(folder: Path, seed: int) -> None:
    for number in range(DEEP // 20):
        _edits(folder, Random(f"{seed} {number}"))
