"""The official wording of a framework, which an operator may put beside a catalogue as `<framework>.official.yml`."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, TypeAdapter

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.files import OFFICIAL, folders, load_file
from kdcl_site.frameworks.framework import Criterion, Framework
from kdcl_site.nodes.entry import Entry, Format, Table, Text
from kdcl_site.nodes.node import quote
from kdcl_site.nodes.typed import suggestion


def _shape(value: Any) -> str:
    return "\0levels" if isinstance(value, dict) else "\0whole"


Wording = Annotated[
    Annotated[Text, Tag("\0whole")] | Annotated[Table[str, Table[str, Text]], Tag("\0levels")], Discriminator(_shape)
]
"""The wording of a criterion without levels, as one text; else by level and requirement."""


class Official(Entry):
    """Official wording by criterion, level and requirement, and by clause; what is not given is not shown."""

    format: Format
    framework: Text
    criteria: Table[str, Wording] = Field(default_factory=dict)
    clauses: Table[str, Text] = Field(default_factory=dict)

    def text(self, criterion: str, level: int, requirement: str) -> str | None:
        """Return the wording of one requirement, or None where it is not given."""
        told = self.criteria.get(criterion)
        return told.get(str(level), {}).get(requirement) if isinstance(told, Mapping) else None

    def whole(self, criterion: str) -> str | None:
        """Return the wording of a criterion without levels, or None where it is not given."""
        told = self.criteria.get(criterion)
        return told if isinstance(told, str) else None


_OFFICIAL = TypeAdapter(Official)


def load_official(
    frameworks: Mapping[str, Framework], *extra_folders: Path, project: Path | None = None
) -> tuple[Mapping[str, Official], list[Finding]]:
    """Return the sound official texts by the framework's id, and the findings of all."""
    texts: dict[str, Official] = {}
    findings: list[Finding] = []
    for folder in folders(extra_folders, project):
        for file, name in folder.files("official"):
            expected = name.removesuffix(OFFICIAL)
            official, found = read_official(file, f"{folder.shown}/{name}", expected, frameworks)
            findings += found
            if official is None:
                continue
            if first := texts.get(expected):
                place = official.place("framework")
                findings.append(finding("K410", place, value=expected, first_file=first.located.file))
            else:
                texts[expected] = official
    return MappingProxyType(dict(sorted(texts.items()))), findings


def read_official(
    file: Path, shown: str, expected_id: str, frameworks: Mapping[str, Framework]
) -> tuple[Official | None, list[Finding]]:
    """Return one file's texts, or None when its findings hold an error; `shown` is its name in findings."""
    return load_file(file, shown, _OFFICIAL, lambda told: _inconsistencies(told, expected_id, frameworks))


def _inconsistencies(told: Official, expected_id: str, frameworks: Mapping[str, Framework]) -> Iterator[Finding]:
    framework = frameworks.get(told.framework)
    if told.framework != expected_id:
        yield finding("K401", told.place("framework"), value=quote(told.framework), expected=expected_id)
    if framework is None:
        meant = suggestion(told.framework, frameworks) or ", ".join(frameworks)
        yield finding("K419", told.place("framework"), value=quote(told.framework), meant=meant)
        return
    for number, wording in told.criteria.items():
        if criterion := framework.criteria.get(number):
            yield from _criterion(told, criterion, wording)
        else:
            yield _unknown(told.key_place("criteria", number), number, framework.criteria)
    clauses = [item.id for item in framework.clauses.items] if framework.clauses else []
    for name in told.clauses:
        if name not in clauses:
            yield _unknown(told.key_place("clauses", name), name, clauses)


def _criterion(
    told: Official, criterion: Criterion, wording: str | Mapping[str, Mapping[str, str]]
) -> Iterator[Finding]:
    known = {str(item.level): [one.id for one in item.requirements] for item in criterion.levels}
    if isinstance(wording, str):
        if known:
            place = told.place("criteria", criterion.number)
            yield finding("K421", place, value=criterion.number, expected=", ".join(known))
        return
    for level, texts in wording.items():
        if level not in known:
            yield _unknown(told.key_place("criteria", criterion.number, level), level, known)
            continue
        for name in texts:
            if name not in known[level]:
                yield _unknown(told.key_place("criteria", criterion.number, level, name), name, known[level])


def _unknown(place: Place, value: str, known: Collection[str]) -> Finding:
    return finding("K420", place, value=quote(value), expected=", ".join(known) or "…")
