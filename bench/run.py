"""Measure builds beside an empty one of MkDocs and Material: `python -m bench.run [SCHOOLS ...]`, else 20 and 80.

CPU is user and system seconds of a build and all its children; memory is the largest resident set of one process.
Compare ratios within one run: absolute figures belong to the machine.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "kdcl_site" / "frameworks" / "data" / "tt57-2026" / "pho-thong.yml"
SITE = """\
site_name: Bench
site_url: https://example.org/
docs_dir: content
theme: {{name: material, language: vi, font: false}}
plugins: [search{plugin}]
"""
PLUGIN = ", {kdcl: {as_of: 2026-11-20, schools: schools}}"


class Build(NamedTuple):
    """One build: pages, CPU seconds, peak memory in megabytes."""

    pages: int
    cpu: float
    peak: float


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def build(folder: Path, plugin: str) -> Build:
    """Build the site in the folder in a process of its own; a failing build ends the bench."""
    (folder / "content").mkdir()
    (folder / "content" / "index.md").write_text("# Bench\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SITE.format(plugin=plugin), encoding="utf-8")
    before = _cpu()
    # A child counts its parent's size at the start as its own, so this program must stay small: it imports no YAML.
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"The build in {folder.name} failed.")
    pages = sum(1 for _ in (folder / "site").rglob("*.html"))
    return Build(pages, _cpu() - before, usage.ru_maxrss / 1024)


def main(counts: list[int]) -> None:
    """Build the empty site and one for each count of schools, then print the table."""
    builds: dict[str, Build] = {}
    with tempfile.TemporaryDirectory() as root:
        empty = Path(root, "empty")
        empty.mkdir()
        builds["empty MkDocs"] = build(empty, "")
        for count in counts:
            folder = Path(root, str(count))
            generate = [sys.executable, "-m", "bench.generate", str(CATALOGUE), str(folder / "schools"), str(count)]
            subprocess.run(generate, check=True, cwd=ROOT)
            builds[f"{count} schools"] = build(folder, PLUGIN)
    base = builds["empty MkDocs"]
    print("build            pages   CPU s  pages/CPU s  peak MB  CPU ÷ empty  MB ÷ empty")
    for name, one in builds.items():
        print(
            f"{name:<14}{one.pages:>8}{one.cpu:>8.2f}{one.pages / one.cpu:>13.0f}{one.peak:>9.0f}"
            f"{one.cpu / base.cpu:>13.1f}{one.peak / base.peak:>12.2f}"
        )


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [20, 80])
