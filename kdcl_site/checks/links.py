"""Links in a school's texts: only a whole web or e-mail address becomes one, for a text stands on several pages."""

import re
from collections.abc import Iterator

from kdcl_site.checks.texts import published_texts
from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.nodes.node import quote

_LINKS = (
    re.compile(r"\[[^\[\]]+\]\(\s*((?:[^()]|\([^()]*\))*)\)"),
    re.compile(r"^ {0,3}\[[^\[\]]+\]:[ \t]*(\S+)", re.MULTILINE),
    re.compile(r"<(ftps?://[^<>\s]+)>", re.IGNORECASE),
)
"""What is written as a link: beside its words, at the end of a text, on its own."""

_WHOLE = re.compile(r"<?(?:https?://|mailto:)[^\s<>]", re.IGNORECASE)


def link_findings(folder: SchoolFolder) -> Iterator[Finding]:
    """Yield a finding for each link in a published text that no reader could follow, once a text and address."""
    for item in published_texts(folder):
        if "](" in item.text or "]:" in item.text or "<" in item.text:
            found = (match[1].strip() for pattern in _LINKS for match in pattern.finditer(item.text))
            for address in dict.fromkeys(found):
                if not _WHOLE.match(address):
                    yield finding("K622", item.place, value=quote(address))
