"""Which criteria cite an item of evidence, and which it says it is for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.framework import Framework
from kdcl_site.model.assessment import CriterionRating
from kdcl_site.model.evidence import Evidence
from kdcl_site.model.folder import Round, SchoolFolder
from kdcl_site.reading.citations import grammars
from kdcl_site.text.formats import date_vi


def serving_findings(folder: SchoolFolder, as_of: date) -> Iterator[Finding]:
    """Yield the findings on evidence held against the rounds that cite it: criterion, day of issue, last valid day."""
    known = grammars(item.framework for item in folder.rounds)
    citing: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    frameworks = {item.framework.id: item.framework for item in folder.rounds}
    said: set[str] = set()
    for item in folder.rounds:
        inside: set[str] = set()
        for number, rating in item.assessment.criteria.items():
            text = "\n".join(_texts(rating))
            # Whether a code is written well is told elsewhere; this is ten times as fast as looking for mistakes too.
            codes = {one[0] for grammar in known for one in grammar.regex.finditer(text)}
            for code in sorted(codes & folder.evidence.keys()):
                citing[code, item.framework.id][number] = None
                inside.add(code)
        for code in sorted(inside - said):
            for found in _days(folder.evidence[code], item):
                said.add(code)
                yield found
    newest = folder.rounds[0].framework if folder.rounds else None
    for (code, name), numbers in citing.items():
        evidence = folder.evidence[code]
        meant = _meant(evidence, frameworks[name], newest)
        if meant and not any(number in meant for number in numbers):
            args = {"criteria": ", ".join(numbers), "named": ", ".join(meant)}
            yield finding("K705", evidence.place("code"), value=code, **args)
    current = folder.current()
    for code, evidence in folder.evidence.items():
        until = evidence.valid_until
        if not (current and until and until < as_of and code not in said and evidence.proves):
            continue
        if _served(evidence, current.framework, newest) or (code, current.framework.id) in citing:
            yield finding("K708", evidence.place("valid_until"), value=code, until=date_vi(until))


def _texts(rating: CriterionRating) -> Iterator[str]:
    """Yield what is said of a criterion as a reason for its level."""
    for told in (rating.findings, *(level.findings for level in rating.levels.values())):
        yield from told.values() if isinstance(told, Mapping) else filter(None, [told])
    yield from (item.text for item in rating.strengths)
    yield from (item.text for item in rating.weaknesses)


def _days(item: Evidence, round_: Round) -> Iterator[Finding]:
    judged = round_.assessment.judged_on
    if judged is None:
        return
    if item.valid_until and item.valid_until < judged:
        args = {"until": date_vi(item.valid_until), "on": date_vi(judged)}
        yield finding("K707", item.place("valid_until"), value=item.code, **args)
    if item.issued and item.issued.on and _first_day(item.issued.on) > judged.isoformat():
        yield finding("K523", item.issued.place("on"), value=item.code, on=date_vi(judged))


def _first_day(when: str) -> str:
    """Return the first day a moment of issue may mean; a year or school year is given its first of January."""
    first = when.partition("/")[0]
    if len(first) == len("2026-2027"):
        first = first[:4]
    return (first + "-01-01")[:10]


def _meant(item: Evidence, framework: Framework, newest: Framework | None) -> tuple[str, ...]:
    """Return the criteria of a framework that an item names, by its code or as those it serves."""
    match = framework.evidence_code.regex.fullmatch(item.code)
    named = (match["criterion"],) if match else ()
    return tuple(dict.fromkeys((*named, *_served(item, framework, newest))))


def _served(item: Evidence, framework: Framework, newest: Framework | None) -> tuple[str, ...]:
    """Criteria without the name of a framework are those of the newest round's."""
    if isinstance(item.serves, Mapping):
        return item.serves.get(framework.id, ())
    return item.serves if framework is newest else ()
