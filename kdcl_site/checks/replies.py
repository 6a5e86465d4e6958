"""Questions of parents: nothing in them that tells who asked."""

import re
from collections.abc import Iterator

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.model.replies import Replies

_REACHES = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|(?<![\w/.])(?:\+84|0)(?:[ .-]?\d){8,10}(?![\w/])", re.ASCII)


def replies_findings(told: Replies | None) -> Iterator[Finding]:
    """Yield a finding for each question that holds a telephone number or an e-mail address."""
    for item in told.questions if told else ():
        if _REACHES.search(item.text):
            yield finding("K507", item.place("text"), value=item.id)
