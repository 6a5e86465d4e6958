"""What the pages of a school depend on beside the school: options of the site, published files, what was checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kdcl_site.checks.confirmation import Suspect
from kdcl_site.findings.finding import Finding
from kdcl_site.model.waiver import Waiver


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """How addresses are written, the day the data are read as of, and the language of our own words.

    `site_url` is the site's own address where it is known, else empty: then no page can name its full address.
    `posts` are words that look like a person's name and are none.
    """

    directory_urls: bool
    as_of: date
    language: str = "vi"
    site_url: str = ""
    posts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A published file of evidence: its name in the site, size in bytes, SHA-256 as hex, and type in capitals (PDF).

    `pages` is None where a file has none or does not say.
    """

    name: str
    size: int
    sha256: str
    type: str
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks left to say, how many findings each waiver in force has met, and suspect verdicts by round."""

    findings: tuple[Finding, ...] = ()
    waived: tuple[tuple[Waiver, int], ...] = ()
    suspects: Mapping[str, tuple[Suspect, ...]] = field(default_factory=dict)

    def under(self, item: str, criterion: str) -> tuple[Suspect, ...]:
        """Return the suspect verdicts under a criterion of a round; an empty number stands for the clauses."""
        return tuple(one for one in self.suspects.get(item, ()) if one.criterion == criterion)


NOTHING_CHECKED = Checked()
