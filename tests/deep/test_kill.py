"""Wherever a build is killed, refused a file or out of space, the site is the old one or the new one."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from kdcl_site.building.staging import Staging
from tests.project import ROOT, build, make_project
from tests.reading.documents import pdf

Files = dict[str, bytes]

SCHOOL = "th-doi-thong"
DOTTED = {".nojekyll": b"", ".well-known/security.txt": b"Contact: mailto:thu@example.edu.vn\n"}
"""What others keep in a published folder; MkDocs leaves it alone, and so do we."""


class Project(NamedTuple):
    """A project whose site stands as of yesterday: its folder, that site, the site to come, and the way there.

    `kept` is a copy of the old site; `changes` are the names of all changes of files that a whole build makes.
    """

    folder: Path
    kept: Path
    old: Files
    new: Files
    changes: list[str]

    @property
    def site(self) -> Path:
        return self.folder / "site"


def files(folder: Path) -> Files:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build_apart(project: Path, *order: Any) -> "subprocess.CompletedProcess[str]":
    """Build in a process of its own, under an order that `mortal.py` knows."""
    command = [sys.executable, "-B", "-m", "tests.deep.mortal", *map(str, order)]
    return subprocess.run(
        [*command, str(project / "mkdocs.yml")], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = make_project(tmp_path_factory.mktemp("kill"), SCHOOL)
    site, kept, counted = folder / "site", folder.with_name("kept"), folder.with_name("changes.txt")
    build(folder)
    for name, data in DOTTED.items():
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_bytes(data)
    (site / "trang-cu.html").write_text("Trang của bản cũ", encoding="utf-8")
    shutil.copytree(site, kept)
    (folder / "content" / "moi.md").write_text("# Trang của bản mới\n", encoding="utf-8")
    # Of a public file larger than all that the theme brings, the disk runs out while the school's files are written.
    evidence = next((folder / "schools" / SCHOOL / "files").glob("*.pdf"))
    evidence.write_bytes(pdf(weight=2_000_000))
    done = build_apart(folder, "count", counted)
    assert done.returncode == 0, done.stderr
    return Project(folder, kept, files(kept), files(site), counted.read_text(encoding="utf-8").split())


@pytest.fixture
def at_old(project: Project) -> Project:
    """The project with its old site and nothing left over."""
    for path in (project.site, *project.folder.glob(".site.*")):
        shutil.rmtree(path, ignore_errors=True)
    shutil.copytree(project.kept, project.site)
    return project


def points(changes: list[str], seed: int) -> list[int]:
    """Where the build dies: by turns anywhere before the swap, in the swap, while the old site goes, and twice."""
    random = Random(seed)
    swap = changes.index("os.rename")
    end = len(changes)
    within = swap + (1 + seed // 4) % 4  # the first of them between the two renames
    before, after = random.randrange(swap), random.randrange(swap + 4, end)
    return [[before], [within], [after], [random.choice([within, after]), random.randrange(end)]][seed % 4]


def mostly_deep(first: int, *others: Any) -> list[Any]:
    """Each takes a build or two: the first ones are always run, the others in `make deep`."""
    return [*others[:first], *(pytest.param(other, marks=pytest.mark.deep) for other in others[first:])]


@pytest.mark.parametrize("seed", mostly_deep(4, *range(54)))
def test_a_killed_build_leaves_the_old_site_or_the_new_one(at_old: Project, seed: int) -> None:
    deaths = points(at_old.changes, seed)
    for point in deaths:
        died = build_apart(at_old.folder, "die", point)
        # A second build starts from other leavings, so its last changes may come sooner.
        assert died.returncode == -signal.SIGKILL or point != deaths[0], died.stderr
    staging = Staging(at_old.site)
    staging.start()
    staging.discard()
    assert files(at_old.site) in (at_old.old, at_old.new)
    assert left_over(at_old) == []
    if seed % 8 > 3:
        build(at_old.folder)
        assert files(at_old.site) == at_old.new
        assert left_over(at_old) == []


def test_the_old_site_has_pages_that_the_new_one_lacks_and_the_other_way(project: Project) -> None:
    assert project.old.keys() - project.new.keys() == {"trang-cu.html"}
    assert "moi/index.html" in project.new.keys() - project.old.keys()
    assert DOTTED.items() <= project.old.items()
    assert DOTTED.items() <= project.new.items()


@pytest.mark.parametrize("file", mostly_deep(1, f"schools/{SCHOOL}/evidence.yml", "content/index.md"))
def test_a_file_that_may_not_be_read_is_named_and_the_old_site_stands(at_old: Project, file: str) -> None:
    failed = build_apart(at_old.folder, "refuse", at_old.folder / file)
    assert_failed(at_old, failed, "Permission denied", file)


@pytest.mark.parametrize("file", mostly_deep(1, ".pdf", ".js"))
def test_a_full_disk_is_said_and_the_old_site_stands(at_old: Project, file: str) -> None:
    """A limit stands for the disk: no file may be as large as the largest of its kind."""
    space = max(len(data) for name, data in at_old.new.items() if name.endswith(file)) - 1
    assert_failed(at_old, build_apart(at_old.folder, "space", space), "File too large", file)


def assert_failed(project: Project, failed: "subprocess.CompletedProcess[str]", reason: str, file: str) -> None:
    assert failed.returncode == 1
    assert reason in failed.stderr
    assert file in failed.stderr
    assert files(project.site) == project.old
    assert left_over(project) == []


def left_over(project: Project) -> list[str]:
    return sorted(path.name for path in project.folder.iterdir() if path.name.startswith(".site"))
