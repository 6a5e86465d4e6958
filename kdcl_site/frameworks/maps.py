"""Maps from an older framework to the one that replaced it: which criterion went where."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field, TypeAdapter

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.files import folders, load_file
from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.texts import Local
from kdcl_site.nodes.entry import Entry, Flag, Text
from kdcl_site.nodes.node import quote

How = Literal["same", "merged", "split", "partly", "dropped", "new"]

_ONE, _SEVERAL, _SOME, _NONE = "1", "2…", "1…", "0"
_SHAPES: Mapping[How, tuple[str, str]] = {
    "same": (_ONE, _ONE),
    "merged": (_SEVERAL, _ONE),
    "split": (_ONE, _SEVERAL),
    "partly": (_SOME, _SOME),
    "dropped": (_SOME, _NONE),
    "new": (_NONE, _SOME),
}
"""How many criteria stand on either side of a pair, in the form a message shows it."""


class Pair(Entry):
    """Criteria of the old framework and those that took their place; "same" only where one is the other."""

    from_: tuple[Text, ...] = Field(alias="from")
    to: tuple[Text, ...]
    how: How
    reason: Local


class FrameworkMap(Entry):
    """What became of every criterion of one framework in another."""

    from_: Text = Field(alias="from")
    to: Text
    verified: Flag
    pairs: tuple[Pair, ...]


_MAP: TypeAdapter[FrameworkMap] = TypeAdapter(FrameworkMap)


def load_maps(
    frameworks: Mapping[str, Framework], *extra_folders: Path, project: Path | None = None
) -> tuple[tuple[FrameworkMap, ...], list[Finding]]:
    """Return all sound maps between these frameworks, in order of folder and file, and the findings of all.

    One with an error is left out; of two between the same frameworks the first counts.
    """
    maps: dict[tuple[str, str], FrameworkMap] = {}
    findings: list[Finding] = []
    for folder in folders(extra_folders, project):
        for file, name in folder.files("map"):
            found, problems = load_map(file, f"{folder.shown}/{name}", frameworks)
            findings += problems
            if found is None:
                continue
            if first := maps.get((found.from_, found.to)):
                findings.append(finding("K418", found.place("from"), first_file=first.located.file))
            else:
                maps[found.from_, found.to] = found
    return tuple(maps.values()), findings


def load_map(file: Path, shown: str, frameworks: Mapping[str, Framework]) -> tuple[FrameworkMap | None, list[Finding]]:
    """Return one map, or None when its findings hold an error; `shown` is the file's name in findings."""
    return load_file(file, shown, _MAP, lambda found: _inconsistencies(found, frameworks))


def _inconsistencies(found: FrameworkMap, frameworks: Mapping[str, Framework]) -> Iterator[Finding]:
    for pair in found.pairs:
        wanted = _SHAPES[pair.how]
        if not all(_fits(len(side), shape) for side, shape in zip((pair.from_, pair.to), wanted, strict=True)):
            yield finding("K416", pair.place("how"), value=pair.how, old=wanted[0], new=wanted[1])
    sides = (
        ("from", found.from_, [(pair.place("from"), pair.from_) for pair in found.pairs]),
        ("to", found.to, [(pair.place("to"), pair.to) for pair in found.pairs]),
    )
    for key, name, named in sides:
        framework = frameworks.get(name)
        if framework is None:
            yield finding("K414", found.place(key), value=quote(name))
        else:
            yield from _criteria(framework, found.place(key), named)


def _criteria(framework: Framework, whole: Place, named: Iterable[tuple[Place, tuple[str, ...]]]) -> Iterator[Finding]:
    left = dict.fromkeys(framework.criteria)
    for place, numbers in named:
        for number in numbers:
            left.pop(number, None)
            if number not in framework.criteria:
                yield finding("K415", place, value=quote(number), framework=framework.id)
    if left:
        yield finding("K417", whole, framework=framework.id, criteria=", ".join(left))


def _fits(size: int, shape: str) -> bool:
    return {_NONE: size == 0, _ONE: size == 1, _SOME: size > 0, _SEVERAL: size > 1}[shape]
