"""Claims and what they rest on: a text without a code of evidence, and a verdict without a text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.codes import CodeGrammar
from kdcl_site.frameworks.framework import Framework
from kdcl_site.model.assessment import CriterionRating, LevelRating
from kdcl_site.model.folder import Round
from kdcl_site.reading.citations import citations, grammars


def anchor_findings(rounds: Iterable[Round]) -> Iterator[Finding]:
    """Yield a finding for each level that is met on the school's own word alone.

    Rounds of a school that was merged into this one are past mending and are left alone.
    """
    own = [item for item in rounds if item.own]
    known = grammars(item.framework for item in own)
    for item in own:
        for number, rating in item.assessment.criteria.items():
            yield from _criterion(number, rating, item.framework, known)
        for key, clause in item.assessment.clauses.items():
            yield from _level(f"clauses.{key}", clause, (), known)


def _criterion(
    number: str, rating: CriterionRating, framework: Framework, known: Sequence[CodeGrammar]
) -> Iterator[Finding]:
    criterion = framework.criteria.get(number)
    for key, level in rating.levels.items():
        asked = (
            next((item.requirements for item in criterion.levels if str(item.level) == key), ()) if criterion else ()
        )
        yield from _level(f"{number}.{key}", level, [item.id for item in asked], known)
    given = rating.points or (rating.grade is not None and rating.grade > framework.scale[0].level)
    if given and rating.findings is None:
        yield finding("K702", rating.key_place("points" if rating.points else "grade"), where=number)
    elif given and rating.findings is not None and not _anchored(rating.findings, known):
        yield finding("K701", rating.place("findings"), where=number)


def _level(where: str, level: LevelRating, asked: Iterable[str], known: Sequence[CodeGrammar]) -> Iterator[Finding]:
    told = level.verdict
    met = [key for key, one in told.items() if one == "met"] if isinstance(told, Mapping) else list(asked)
    if told != "met" and not (isinstance(told, Mapping) and met):
        return
    texts = level.findings
    if texts is None:
        yield finding("K702", level.key_place("verdict"), where=where)
    elif not isinstance(texts, Mapping):
        if not _anchored(texts, known):
            yield finding("K701", level.place("findings"), where=where)
    else:
        if missing := [key for key in met if key not in texts]:
            yield finding("K702", level.key_place("verdict"), where=_parts(where, missing))
        if loose := [key for key in met if key in texts and not _anchored(texts[key], known)]:
            yield finding("K701", level.place("findings", loose[0]), where=_parts(where, loose))


def _parts(where: str, keys: Iterable[str]) -> str:
    return f"{where} ({', '.join(keys)})"


def _anchored(text: str, known: Sequence[CodeGrammar]) -> bool:
    """A code in a wrong form is reported as such, and anchors here."""
    return any(grammar.regex.search(text) for grammar in known) or any(
        True for grammar in known for _ in citations(text, grammar)
    )
