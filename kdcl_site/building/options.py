"""What a build is told: where things stand, as of which day, and how addresses look."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

WORK = ".kdcl"
"""The work folder beside `mkdocs.yml`; it may be deleted at any time."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """The options of one build; all paths are absolute."""

    project: Path
    schools: Path
    as_of: date
    directory_urls: bool = True
    site_url: str = ""
    frameworks: Path | None = None
    overrides: Path | None = None
    language: str = "vi"

    @property
    def work(self) -> Path:
        """The folder where compiled schools wait to be published."""
        return self.project / WORK / "work"

    def shown(self, path: Path) -> str:
        """Return a path as findings name it: relative to the project, with forward slashes."""
        try:
            return path.relative_to(self.project).as_posix()
        except ValueError:
            return path.as_posix()


def day_of_build() -> date:
    """Return the day to build for when none is given: that of `SOURCE_DATE_EPOCH`, else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else date.today()
