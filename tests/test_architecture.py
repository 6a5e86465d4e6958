"""The house: which room may import which, and which libraries stay in which room."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "kdcl_site"

ROOMS = [
    "text",
    "findings",
    "nodes",
    "frameworks",
    "model",
    "reading",
    "judging",
    "checks",
    "pages",
    "rendering",
    "outputs",
    "exchange",
    "building",
    "cli",
    "mkdocs",
]
"""From the ground up: a room may import those before it."""

KEPT = {
    "findings/registry.py",
    "findings/source.py",
    "frameworks/load.py",
    "model/marks.py",
    "outputs/share_image.py",
    "text/persons.py",
    "text/usage.py",
    "text/words.py",
}
"""Where what is made once is kept without a bound: of the package's own files and types, or within one call."""

FORBIDDEN = {("cli", "mkdocs")}
"""Arrows that the order allows and the house does not."""


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).parts
        if len(parts) > 1:
            yield parts[0], path


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


def allowed(room: str, name: str) -> bool:
    top, *rest = name.split(".")
    if top == "mkdocs":
        return room == "mkdocs"
    if top == "jinja2":
        return ROOMS.index(room) >= ROOMS.index("rendering")
    if top == "kdcl_site" and rest and rest[0] != room:
        return ROOMS.index(rest[0]) < ROOMS.index(room) and (room, rest[0]) not in FORBIDDEN
    return True


def test_every_folder_is_a_room() -> None:
    assert {room for room, _ in modules()} <= set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_stands_below_it(room: str) -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for own, path in modules()
        if own == room
        for name in imports(path)
        if not allowed(room, name)
    ]
    assert wrong == []


def test_the_check_sees_a_wrong_arrow() -> None:
    assert not allowed("text", "kdcl_site.findings.finding")
    assert not allowed("judging", "jinja2")
    assert not allowed("building", "mkdocs.config")
    assert not allowed("cli", "kdcl_site.mkdocs.plugin")
    assert allowed("reading", "kdcl_site.nodes.compose")


def test_nothing_else_is_kept_without_a_bound() -> None:
    unbounded = re.compile(r"@(functools\.)?(cache|lru_cache)$|maxsize=None", re.MULTILINE)
    found = {path for _, path in modules() if unbounded.search(path.read_text(encoding="utf-8"))}
    assert {path.relative_to(PACKAGE).as_posix() for path in found} == KEPT


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_has_one_job_and_says_which(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert text.count("\n") <= 250
