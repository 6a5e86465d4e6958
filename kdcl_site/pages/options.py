"""What the pages of a school depend on beside the school: options of the site, and its published files."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """How addresses are written, the day the data are read as of, and the language of our own words."""

    directory_urls: bool
    as_of: date
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A published file of evidence: its name in the site, size in bytes, SHA-256 as hex, and type in capitals (PDF)."""

    name: str
    size: int
    sha256: str
    type: str
