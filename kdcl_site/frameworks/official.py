"""The official wording of a framework, which an operator may put beside a catalogue as `<framework>.official.yml`."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from pydantic import Field, TypeAdapter

from kdcl_site.findings.finding import Finding, Place, Severity
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.load import OFFICIAL
from kdcl_site.nodes.compose import read
from kdcl_site.nodes.entry import Entry, Format, Table, Text
from kdcl_site.nodes.node import quote
from kdcl_site.nodes.typed import suggestion, typed


class Official(Entry):
    """Official wording by criterion, level and requirement, and by clause; what is not given is not shown."""

    format: Format
    framework: Text
    criteria: Table[str, Table[str, Table[str, Text]]] = Field(default_factory=dict)
    clauses: Table[str, Text] = Field(default_factory=dict)

    def text(self, criterion: str, level: int, requirement: str) -> str | None:
        """Return the wording of one requirement, or None where it is not given."""
        return self.criteria.get(criterion, {}).get(str(level), {}).get(requirement)


_OFFICIAL = TypeAdapter(Official)


def load_official(frameworks: Mapping[str, Framework], *folders: Path) -> tuple[Mapping[str, Official], list[Finding]]:
    """Return the sound official texts in an operator's folders by the framework's id, and the findings of all."""
    found: dict[str, Official] = {}
    findings: list[Finding] = []
    for folder in folders:
        for file in sorted(folder.rglob(f"*{OFFICIAL}")):
            relative = file.relative_to(folder).as_posix()
            expected = relative.removesuffix(OFFICIAL)
            official, mistakes = read_official(file, f"{folder.name}/{relative}", expected, frameworks)
            findings += mistakes
            if official is None:
                continue
            if first := found.get(expected):
                place = official.place("framework")
                findings.append(finding("K410", place, value=expected, first_file=first.located.file))
            else:
                found[expected] = official
    return MappingProxyType(dict(sorted(found.items()))), findings


def read_official(
    file: Path, shown: str, expected_id: str, frameworks: Mapping[str, Framework]
) -> tuple[Official | None, list[Finding]]:
    """Return one file's texts, or None when its findings hold an error; `shown` is its name in findings."""
    node, findings = read(file, shown)
    if node is None:
        return None, findings
    result = typed(node, _OFFICIAL, shown)
    official = result[0]
    findings += result[1]
    if official is not None:
        findings += _inconsistencies(official, expected_id, frameworks)
    if any(item.severity is Severity.ERROR for item in findings):
        return None, findings
    return official, findings


def _inconsistencies(told: Official, expected_id: str, frameworks: Mapping[str, Framework]) -> Iterator[Finding]:
    framework = frameworks.get(told.framework)
    if told.framework != expected_id:
        yield finding("K401", told.place("framework"), value=quote(told.framework), expected=expected_id)
    if framework is None:
        meant = suggestion(told.framework, frameworks) or ", ".join(frameworks)
        yield finding("K419", told.place("framework"), value=quote(told.framework), meant=meant)
        return
    for number, levels in told.criteria.items():
        criterion = framework.criteria.get(number)
        if criterion is None:
            yield _unknown(told.key_place("criteria", number), number, framework.criteria)
            continue
        known = {str(item.level): [one.id for one in item.requirements] for item in criterion.levels}
        for level, texts in levels.items():
            if level not in known:
                yield _unknown(told.key_place("criteria", number, level), level, known)
                continue
            for name in texts:
                if name not in known[level]:
                    yield _unknown(told.key_place("criteria", number, level, name), name, known[level])
    clauses = [item.id for item in framework.clauses.items] if framework.clauses else []
    for name in told.clauses:
        if name not in clauses:
            yield _unknown(told.key_place("clauses", name), name, clauses)


def _unknown(place: Place, value: str, known: Collection[str]) -> Finding:
    return finding("K420", place, value=quote(value), expected=", ".join(known) or "…")
