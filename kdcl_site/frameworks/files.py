"""Where catalogues, maps and official texts lie, and the one way to load any of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import TypeAdapter

from kdcl_site.findings.finding import Finding, Severity
from kdcl_site.nodes.compose import read
from kdcl_site.nodes.entry import Entry
from kdcl_site.nodes.typed import typed

OFFICIAL = ".official.yml"
"""How the names of files end that hold the official wording beside a catalogue."""

MAPS = "maps"
"""The folder, inside a folder of catalogues, that holds maps between them."""

Kind = Literal["catalogue", "map", "official"]
T = TypeVar("T", bound=Entry)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of catalogues: our own, or an operator's; `shown` is its name in findings."""

    path: Path
    shown: str

    def files(self, kind: Kind) -> Iterator[tuple[Path, str]]:
        """Yield the files of a kind, in order, each with its path below the folder."""
        for file in sorted(self.path.rglob("*.yml")):
            relative = file.relative_to(self.path)
            if _kind(relative) == kind:
                yield file, relative.as_posix()


PACKAGE = Folder(Path(__file__).parent / "data", "kdcl_site/frameworks/data")
"""The catalogues that come with the package."""


def packaged(shown: str) -> bool:
    """Tell whether a file, by its name in findings, is one of the package and none of the project."""
    return shown.startswith(f"{PACKAGE.shown}/")


def folders(extra: Iterable[Path], project: Path | None = None) -> list[Folder]:
    """Return the package's folder and an operator's, shown relative to the project where that is known."""
    return [PACKAGE, *(Folder(path, _shown(path, project)) for path in extra)]


def load_file(
    file: Path, shown: str, adapter: TypeAdapter[T], inconsistencies: Callable[[T], Iterable[Finding]]
) -> tuple[T | None, list[Finding]]:
    """Return what a file holds, or None when its findings hold an error; `shown` is the file's name in findings."""
    node, findings = read(file, shown)
    if node is None:
        return None, findings
    result = typed(node, adapter, shown)
    loaded = result[0]
    findings += result[1]
    if loaded is not None:
        findings += inconsistencies(loaded)
    if any(item.severity is Severity.ERROR for item in findings):
        return None, findings
    return loaded, findings


def _kind(relative: Path) -> Kind:
    if relative.name.endswith(OFFICIAL):
        return "official"
    return "map" if MAPS in relative.parts[:1] and len(relative.parts) > 1 else "catalogue"


def _shown(path: Path, project: Path | None) -> str:
    return path.relative_to(project).as_posix() if project and path.is_relative_to(project) else path.name
