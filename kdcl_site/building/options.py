"""What a build is told: where things stand, as of which day, and how addresses look."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from kdcl_site.findings.finding import Place

WORK = ".kdcl"
"""The work folder beside `mkdocs.yml`; it may be deleted at any time."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """The options of one build; all paths are absolute, `severities` are as the operator wrote them.

    The site has a name in each language, and a sentence about it. `operator` is who runs it, `issues` where its faults
    can be reported; these may be empty. `posts` are words that look like a person's name and are none.
    """

    project: Path
    schools: Path
    as_of: date
    directory_urls: bool = True
    site_url: str = ""
    frameworks: Path | None = None
    overrides: Path | None = None
    language: str = "vi"
    site_name: str = ""
    english_name: str = ""
    about: str = ""
    operator: str = ""
    issues: str = ""
    english: bool = False
    severities: Mapping[str, str] = field(default_factory=dict)
    posts: tuple[str, ...] = ()

    @property
    def config(self) -> Place:
        """Where findings on the options point."""
        return Place("mkdocs.yml")

    @property
    def work(self) -> Path:
        """The folder where compiled schools wait to be published."""
        return self.project / WORK / "work"

    @property
    def served(self) -> Path:
        """The same of a served site, so that a build beside it takes nothing from it."""
        return self.project / WORK / "served"

    def shown(self, path: Path) -> str:
        """Return a path as findings name it: relative to the project, with forward slashes."""
        try:
            return path.relative_to(self.project).as_posix()
        except ValueError:
            return path.as_posix()


def texts(told: Mapping[object, object]) -> dict[str, str]:
    """Return an option's map with its keys and values as text."""
    return {str(key): str(value) for key, value in told.items()}


def day_of_build() -> date:
    """Return the day to build for when none is given: that of `SOURCE_DATE_EPOCH`, else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else date.today()
