"""What must come first: the decision before its certificate, the round before the plan that answers it."""

import re
from collections.abc import Iterator

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.model.recognition import Recognition
from kdcl_site.text.formats import date_vi

_YEAR = re.compile(r"/((?:19|20)[0-9]{2})/")
"""The year in a number such as 45/2023/QĐ-UBND; most numbers of decisions carry none."""


def order_findings(folder: SchoolFolder) -> Iterator[Finding]:
    """Yield the certificates issued before their decision, and the plans of an earlier year than their round."""
    for item in folder.recognitions:
        if decided := _decided(item):
            yield finding("K535", item.place("issued"), value=date_vi(item.issued), earlier=decided)
    rounds = {item.id: item.assessment.school_year for item in folder.rounds}
    for plan in folder.plans:
        year = rounds.get(plan.plan.answers or "")
        if year and plan.plan.school_year < year:
            place = plan.plan.place("answers")
            yield finding("K536", place, value=plan.plan.school_year, other=year)


def _decided(item: Recognition) -> str:
    """The day, or the year in the number, of a decision that is later than the certificate; else an empty text."""
    if item.decided:
        return date_vi(item.decided) if item.issued < item.decided else ""
    year = _YEAR.search(item.decision or "")
    return year[1] if year and str(item.issued.year) < year[1] else ""
