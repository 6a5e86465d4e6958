"""Small projects for tests, built by the real MkDocs with the real theme in this process."""

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

ROOT = Path(__file__).parents[1]
SAMPLES = (
    "th-doi-thong",
    "thcs-ben-da",
    "th-canh-buom",
    "mn-hoa-ban",
    "thpt-nui-voi",
    "th-thcs-ban-may",
    "gdtx-minh-hoa",
    "tc-nghe-song-xanh",
)
"""One for each kind of school and each circular that judges; all invented."""


def make_project(folder: Path, *samples: str, english: bool = False, **changes: Any) -> Path:
    """Copy the sample site's configuration, pages and the named sample schools; `changes` go into `mkdocs.yml`.

    Without `english` the pages are Vietnamese only, which halves the work.
    """
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    next(one["kdcl"] for one in config["plugins"] if "kdcl" in one)["english"] = english
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config | changes, allow_unicode=True), encoding="utf-8")
    shutil.copytree(ROOT / "content", folder / "content", dirs_exist_ok=True)
    (folder / "overrides").mkdir(exist_ok=True)
    (folder / "schools").mkdir(exist_ok=True)
    for name in samples:
        shutil.copytree(ROOT / "schools" / name, folder / "schools" / name)
    return folder


def build(project: Path, **changes: Any) -> Path:
    """Build the project as `mkdocs build` does and return its site; `changes` are as on the command line."""
    config = load_config(str(project / "mkdocs.yml"), **changes)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
    return Path(config.site_dir)


def failure(project: Path, **changes: Any) -> str:
    """Build a project that must fail, and return everything that was said."""
    with logged() as lines, pytest.raises((Abort, ConfigurationError)):
        build(project, **changes)
    return "\n".join(lines)


@contextmanager
def logged() -> Iterator[list[str]]:
    """Collect what MkDocs and its plugins log."""
    lines: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(f"{record.levelname} {record.getMessage()}")

    logger, handler = logging.getLogger("mkdocs"), Collector(logging.DEBUG)
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


def pages(site: Path) -> list[Path]:
    """Return every HTML page of a site but those that only lead on, in order."""
    return [path for path in sorted(site.rglob("*.html")) if 'http-equiv="refresh"' not in path.read_text("utf-8")]
