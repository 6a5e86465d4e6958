"""Which files a school's folder holds: known names are taken, strange ones named, nothing outside is touched."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.nodes.node import quote
from kdcl_site.nodes.typed import suggestion

_READ = ("school.yml", "evidence.yml", "recognitions.yml", "replies.yml", "waivers.yml", "confirmed.yml")
_LEFT_ALONE = ("disclosure", "files")
_ROUND = ("assessment.yml", "report.yml", "council.yml", "figures.yml")
_SAFE = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*")
_ROUND_ID = re.compile(r"[0-9]{4}-[0-9]{4}(-[a-z0-9]+)*")
_WINDOWS = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


@dataclass
class Layout:
    """The files to read, by what they are; those of rounds, and plans, by id or bare name, in order of name."""

    files: dict[str, Path] = field(default_factory=dict)
    rounds: dict[str, Path] = field(default_factory=dict)
    plans: dict[str, Path] = field(default_factory=dict)
    councils: dict[str, Path] = field(default_factory=dict)
    figures: dict[str, Path] = field(default_factory=dict)


def survey(folder: Path, shown: str) -> tuple[Layout, list[Finding]]:
    """Return what a school's folder holds, and findings; `shown` is the folder's name in findings."""
    layout = Layout()
    return layout, list(_survey(folder, shown, layout))


def _survey(folder: Path, shown: str, layout: Layout) -> Iterator[Finding]:
    if not safe(folder.name):
        yield finding("K302", Place(shown), value=quote(folder.name))
    known = (*_READ, *_LEFT_ALONE, "rounds", "improvement")
    for path in _entries(folder):
        if path.name not in known:
            yield _strange(path, shown, known)
        elif _leads_out(path, folder):
            yield finding("K304", Place(shown), value=quote(path.name))
        elif path.name in _READ:
            layout.files[path.name] = path
        elif path.name == "rounds":
            yield from _rounds(path, folder, f"{shown}/rounds", layout)
        elif path.name == "improvement":
            yield from _plans(path, folder, f"{shown}/improvement", layout)
    if "school.yml" not in layout.files:
        yield finding("K301", Place(shown), file="school.yml")


def _rounds(rounds: Path, folder: Path, shown: str, layout: Layout) -> Iterator[Finding]:
    for path in _entries(rounds):
        here = f"{shown}/{path.name}"
        if not path.is_dir():
            yield _strange(path, shown, ())
            continue
        if not _ROUND_ID.fullmatch(path.name):
            yield finding("K325", Place(here), value=quote(path.name))
        for entry in _entries(path):
            if entry.name not in _ROUND:
                yield _strange(entry, here, _ROUND)
            elif _leads_out(entry, folder):
                yield finding("K304", Place(here), value=quote(entry.name))
            elif entry.name == "assessment.yml":
                layout.rounds[path.name] = entry
            elif entry.name == "council.yml":
                layout.councils[path.name] = entry
            elif entry.name == "figures.yml":
                layout.figures[path.name] = entry
        if path.name not in layout.rounds:
            yield finding("K301", Place(here), file="assessment.yml")
    yield from clashes((name, Place(f"{shown}/{name}")) for name in layout.rounds)


def _plans(plans: Path, folder: Path, shown: str, layout: Layout) -> Iterator[Finding]:
    for path in _entries(plans):
        if path.suffix != ".yml":
            yield _strange(path, shown, ())
        elif not safe(path.stem):
            yield finding("K302", Place(f"{shown}/{path.name}"), value=quote(path.stem))
        elif _leads_out(path, folder):
            yield finding("K304", Place(shown), value=quote(path.name))
        else:
            layout.plans[path.stem] = path


def safe(name: str) -> bool:
    """Tell whether a name can be a folder and an address on every system: small ASCII letters, digits, `.`, `-`."""
    return bool(_SAFE.fullmatch(name)) and len(name) <= 80 and not _WINDOWS.fullmatch(name)


def clashes(named: Iterable[tuple[str, Place]]) -> Iterator[Finding]:
    """Yield a finding for each name that is another one but for case."""
    first: dict[str, str] = {}
    for name, place in named:
        other = first.setdefault(name.casefold(), name)
        if other != name:
            yield finding("K324", place, value=quote(name), other=quote(other))


def _entries(folder: Path) -> list[Path]:
    """Files of systems and editors begin with a dot and are nobody's data."""
    if not folder.is_dir():
        return []
    return sorted((path for path in folder.iterdir() if not path.name.startswith(".")), key=lambda path: path.name)


def _strange(path: Path, shown: str, known: tuple[str, ...]) -> Finding:
    expected = ", ".join(known) or "2026-2027" + path.suffix
    return finding("K303", Place(shown), value=quote(path.name), meant=suggestion(path.name, known) or expected)


def _leads_out(path: Path, folder: Path) -> bool:
    return folder.resolve() not in path.resolve().parents
