"""The lines of files that findings point into."""

from functools import cache
from pathlib import Path

from kdcl_site.findings.report import Source


def lines_below(project: Path) -> Source:
    """Return a source that reads files relative to the project; each file is read once, an unreadable one is empty."""

    @cache
    def lines(name: str) -> tuple[str, ...]:
        try:
            return tuple((project / name).read_text(encoding="utf-8-sig", errors="replace").splitlines())
        except OSError:
            return ()

    return lines
