"""The catalogues of the package and of an operator's folders, by id, and what is wrong with them."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.consistency import inconsistencies
from kdcl_site.frameworks.files import PACKAGE, folders, load_file
from kdcl_site.frameworks.framework import Framework

_FRAMEWORK = TypeAdapter(Framework)


def load_frameworks(*extra_folders: Path, project: Path | None = None) -> tuple[Mapping[str, Framework], list[Finding]]:
    """Return all sound catalogues by id, in order of id, and the findings of all.

    A catalogue's id is its path below its folder, without the ending. One with an error is left out.
    """
    frameworks: dict[str, Framework] = {}
    findings: list[Finding] = []
    for folder in folders(extra_folders, project):
        if not folder.path.is_dir():
            findings.append(finding("K411", Place(folder.shown), value=folder.shown))
        for file, name in folder.files("catalogue"):
            load = _load_packaged if folder is PACKAGE else load_framework
            framework, found = load(file, f"{folder.shown}/{name}", name.removesuffix(".yml"))
            findings += found
            if framework is None:
                continue
            if first := frameworks.get(framework.id):
                place = framework.place("id")
                findings.append(finding("K410", place, value=framework.id, first_file=first.located.file))
            else:
                frameworks[framework.id] = framework
    return MappingProxyType(dict(sorted(frameworks.items()))), findings


def load_framework(file: Path, shown: str, expected_id: str) -> tuple[Framework | None, list[Finding]]:
    """Return one catalogue, or None when its findings hold an error; `shown` is the file's name in findings."""
    return load_file(file, shown, _FRAMEWORK, lambda framework: inconsistencies(framework, expected_id))


@cache
def _load_packaged(file: Path, shown: str, expected_id: str) -> tuple[Framework | None, Sequence[Finding]]:
    """The same for a catalogue of the package, read once: a served site is made anew at each save."""
    framework, findings = load_framework(file, shown, expected_id)
    return framework, tuple(findings)
