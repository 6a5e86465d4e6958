"""Commitments: done, but by which evidence? To answer what? And why later than was promised?"""

from collections.abc import Iterator
from datetime import date

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.judging.commitments import state
from kdcl_site.model.folder import SchoolFolder


def commitment_findings(folder: SchoolFolder, as_of: date) -> Iterator[Finding]:
    """Yield a finding for each commitment that is done on the day `as_of` and proved by nothing.

    Also for each that names no criterion and that no weakness names, unless others asked for it; and for each due
    date that was moved without a word why.
    """
    answering = {
        name for item in folder.rounds for weakness in item.assessment.weaknesses for name in weakness.commitments
    }
    for item in folder.commitments:
        how = state(item, folder.evidence, as_of)
        if how.status == "done" and not how.proved:
            yield finding("K503", item.place("id"), value=item.id)
        if not item.criteria and item.origin == "self" and item.id not in answering:
            yield finding("K521", item.place("id"), value=item.id)
        for slip in item.due_history:
            if slip.why is None:
                yield finding("K522", slip.place("due"), value=item.id)
