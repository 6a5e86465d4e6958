"""Commitments: done, but by which evidence?"""

from collections.abc import Iterator
from datetime import date

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.judging.commitments import state
from kdcl_site.model.folder import SchoolFolder


def commitment_findings(folder: SchoolFolder, as_of: date) -> Iterator[Finding]:
    """Yield a finding for each commitment that is done on the day `as_of` and proved by nothing."""
    for item in folder.commitments:
        how = state(item, folder.evidence, as_of)
        if how.status == "done" and not how.proved:
            yield finding("K503", item.place("id"), value=item.id)
