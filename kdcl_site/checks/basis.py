"""What a verdict rests on: what was said, what the framework asks there, and the evidence that is cited for it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kdcl_site.findings.finding import Place
from kdcl_site.frameworks.codes import CodeGrammar
from kdcl_site.frameworks.framework import Criterion, Framework
from kdcl_site.model.assessment import CriterionRating, LevelRating
from kdcl_site.model.evidence import Evidence
from kdcl_site.model.folder import Round
from kdcl_site.reading.citations import citations


@dataclass(frozen=True, slots=True)
class Basis:
    """One verdict: of a level ("1.1.2"), of a criterion without levels ("1.1") or of a clause ("clauses.1").

    `verdict` and `requirement` are canonical texts, of no use but to be compared; `evidence` holds codes of the index.
    `criterion` is empty for a clause, `level` for a criterion without levels.
    """

    key: str
    criterion: str
    level: str
    verdict: str
    requirement: str
    evidence: tuple[str, ...]
    place: Place


class Index:
    """Finds the items of evidence that a text cites, by the codes they have or had."""

    def __init__(self, evidence: Iterable[Evidence], known: Sequence[CodeGrammar]) -> None:
        self._known = known
        self._codes: dict[str, list[str]] = defaultdict(list)
        for item in evidence:
            for code in (item.code, *(former.code for former in item.former_codes)):
                self._codes[code.casefold()].append(item.code)

    def cited(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the codes, each once, in their order."""
        found = {
            code
            for text in texts
            for grammar in self._known
            for one in citations(text, grammar)
            for code in self._codes.get(one.text.casefold(), ())
        }
        return tuple(sorted(found))


def bases(item: Round, index: Index) -> Iterator[Basis]:
    """Yield what every verdict of a round rests on; what is not judged has none."""
    for number, rating in item.assessment.criteria.items():
        if criterion := item.framework.criteria.get(number):
            yield from _criterion(criterion, rating, item.framework, index)
    clauses = item.framework.clauses.items if item.framework.clauses else ()
    for clause in clauses:
        told = item.assessment.clauses.get(clause.id)
        if told and _judged(told):
            asked = _canonical(item.framework.id, "clauses", clause.id, clause.text.vi)
            yield _basis(f"clauses.{clause.id}", "", clause.id, told, asked, index)


def _criterion(criterion: Criterion, rating: CriterionRating, framework: Framework, index: Index) -> Iterator[Basis]:
    for level in criterion.levels:
        told = rating.levels.get(str(level.level))
        if told and _judged(told):
            wanted = [[one.id, one.text.vi, one.if_any] for one in level.requirements]
            asked = _canonical(framework.id, criterion.number, level.level, wanted)
            yield _basis(f"{criterion.number}.{level.level}", criterion.number, str(level.level), told, asked, index)
    given = rating.points if rating.points is not None else rating.grade
    if given is not None:
        scale = [[step.level, step.name.vi] for step in framework.scale]
        points = [list(step.points.values) for step in framework.school_level.levels if step.points]
        number = criterion.number
        asked = _canonical(framework.id, number, criterion.name.vi, criterion.plain.vi, scale, points)
        place = rating.key_place("grade" if rating.points is None else "points")
        codes = index.cited([rating.findings] if rating.findings else [])
        yield Basis(number, number, "", _canonical(given), asked, codes, place)


def _basis(key: str, criterion: str, level: str, told: LevelRating, asked: str, index: Index) -> Basis:
    verdict = dict(told.verdict) if isinstance(told.verdict, Mapping) else told.verdict
    texts = list(told.findings.values()) if isinstance(told.findings, Mapping) else [told.findings or ""]
    return Basis(key, criterion, level, _canonical(verdict), asked, index.cited(texts), told.key_place("verdict"))


def _judged(told: LevelRating) -> bool:
    verdicts = told.verdict.values() if isinstance(told.verdict, Mapping) else [told.verdict]
    return any(verdict != "not_judged" for verdict in verdicts)


def _canonical(*parts: Any) -> str:
    return json.dumps(parts, ensure_ascii=False, sort_keys=True)
