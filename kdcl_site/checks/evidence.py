"""Evidence: cited though it proves nothing, or never used."""

from collections.abc import Iterator

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.reading.citations import all_codes, cited, grammars


def evidence_findings(folder: SchoolFolder) -> Iterator[Finding]:
    """Yield the findings on the index of evidence and on those who cite it.

    A plan's prose may speak of evidence that is still to come; its log, and all of a round, may not.
    """
    known = grammars(item.framework for item in folder.rounds)
    rounds = [(item.assessment.located, True) for item in folder.rounds]
    plans = [(told.located, False) for told in (*folder.plans, *filter(None, [folder.replies]))]
    used: set[str] = set()
    doubtful = {code for code, evidence in folder.evidence.items() if not evidence.proves}
    for located, proving in (*rounds, *plans):
        codes = {item.text for item in all_codes(located.node, known)}
        used |= codes
        if codes.isdisjoint(doubtful):
            continue
        for item in cited(located.node, known):
            code = item.citation.text
            if code in doubtful and (item.listed or proving):
                yield finding("K504", Place(located.file, item.scalar.line, item.scalar.column), value=code)
    for code, evidence in folder.evidence.items():
        names = {code, *(item.code for item in evidence.former_codes)}
        if evidence.proves and not evidence.serves and used.isdisjoint(names):
            yield finding("K505", evidence.place("code"), value=code)
