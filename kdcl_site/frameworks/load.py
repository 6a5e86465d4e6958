"""The catalogues of the package and of an operator's folders, by id, and what is wrong with them."""

from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter

from kdcl_site.findings.finding import Finding, Place, Severity
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.consistency import inconsistencies
from kdcl_site.frameworks.framework import Framework
from kdcl_site.nodes.compose import read
from kdcl_site.nodes.typed import typed

OFFICIAL = ".official.yml"
"""How the names of files end that hold the official wording beside a catalogue."""

_FRAMEWORK = TypeAdapter(Framework)


def load_frameworks(*extra_folders: Path) -> tuple[Mapping[str, Framework], list[Finding]]:
    """Return all sound catalogues by id, in order of id, and the findings of all.

    A catalogue's id is its path below its folder, without the ending. One with an error is left out.
    """
    frameworks: dict[str, Framework] = {}
    findings: list[Finding] = []
    with resources.as_file(resources.files("kdcl_site.frameworks") / "data") as package:
        for folder, shown in ((package, "kdcl_site/frameworks/data"), *((path, path.name) for path in extra_folders)):
            if not folder.is_dir():
                findings.append(finding("K411", Place(shown), value=shown))
            for file in sorted(folder.rglob("*.yml")):
                if file.name.endswith(OFFICIAL):
                    continue
                relative = file.relative_to(folder)
                framework, found = load_framework(file, f"{shown}/{relative.as_posix()}", _id(relative))
                findings += found
                if framework is None:
                    continue
                if first := frameworks.get(framework.id):
                    place = framework.place("id")
                    args = {"value": framework.id, "first_file": first.located.file}
                    findings.append(finding("K410", place, **args))
                else:
                    frameworks[framework.id] = framework
    return MappingProxyType(dict(sorted(frameworks.items()))), findings


def load_framework(file: Path, shown: str, expected_id: str) -> tuple[Framework | None, list[Finding]]:
    """Return one catalogue, or None when its findings hold an error; `shown` is the file's name in findings."""
    node, findings = read(file, shown)
    if node is None:
        return None, findings
    result = typed(node, _FRAMEWORK, shown)
    framework = result[0]
    findings += result[1]
    if framework is not None:
        findings += inconsistencies(framework, expected_id)
    if any(item.severity is Severity.ERROR for item in findings):
        return None, findings
    return framework, findings


def _id(relative: Path) -> str:
    return relative.with_suffix("").as_posix()
