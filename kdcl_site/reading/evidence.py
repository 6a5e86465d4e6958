"""The index of evidence: the form of its codes, codes given twice, and the criteria it serves."""

import re
from collections.abc import Iterable, Iterator, Mapping

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.frameworks.codes import CodeGrammar
from kdcl_site.frameworks.framework import Framework
from kdcl_site.model.evidence import Evidence
from kdcl_site.nodes.node import quote
from kdcl_site.reading.references import criterion_findings


def evidence_findings(
    index: Iterable[Evidence], current: Framework | None, frameworks: Mapping[str, Framework]
) -> Iterator[Finding]:
    """Yield what is wrong in the index; `current` is the framework of the school's newest round."""
    known = list(frameworks.values())
    example = current or max(known, key=lambda framework: (framework.in_force.since, framework.id), default=None)
    first: dict[str, Evidence] = {}
    for item in index:
        place = item.place("code")
        if example and not any(framework.evidence_code.regex.fullmatch(item.code) for framework in known):
            form = right_form(item.code, example.evidence_code)
            yield finding("K313", place, value=quote(item.code), form=form)
        elif current:
            yield from _criterion_in_code(item, current)
        other = first.setdefault(item.code.casefold(), item)
        if other is not item:
            line = str(other.place("code").line)
            if other.code == item.code:
                yield finding("K314", place, value=quote(item.code), first=line)
            else:
                form = example.evidence_code.example if example else other.code
                yield finding("K315", place, value=quote(item.code), first=line, form=form)
        yield from criterion_findings(item.serves, item, "serves", current, frameworks)


def right_form(code: str, grammar: CodeGrammar) -> str:
    """Return the code as the grammar would write it where that can be told, else the grammar's example."""
    mended = re.sub(r"[\s_–—-]+", ".", code.strip()).upper()
    return mended if grammar.regex.fullmatch(mended) else grammar.example


def _criterion_in_code(item: Evidence, framework: Framework) -> Iterator[Finding]:
    match = framework.evidence_code.regex.fullmatch(item.code)
    if match and match["criterion"] not in framework.criteria:
        args = {"value": quote(item.code), "framework": framework.id, "expected": ", ".join(framework.criteria)}
        yield finding("K331", item.place("code"), **args)
