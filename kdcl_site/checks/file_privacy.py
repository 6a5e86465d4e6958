"""Privacy of published files: looked through before publication, and nothing of persons beside their content."""

from collections.abc import Iterator, Mapping

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.reading.documents import Document
from kdcl_site.reading.file_kinds import KINDS

_PHOTOS = frozenset(kind.type for kind in KINDS.values() if kind.image)


def file_findings(folder: SchoolFolder, documents: Mapping[str, Document]) -> Iterator[Finding]:
    """Yield the findings on public files; `documents` by code tell what lies in the folder.

    A photo is published as its pixels alone, so that of its own only the place is told, and told mildly.
    """
    for code, item in folder.evidence.items():
        if item.access != "public" or not item.file or not item.proves:
            continue
        if item.reviewed_for_redaction is None:
            yield finding("K809", item.place("file"), value=code)
        document = documents.get(code)
        if document and document.type in _PHOTOS:
            if document.location:
                yield finding("K810", item.place("file"), value=code)
        elif document and (document.authors or document.location):
            yield finding("K811", item.place("file"), value=code)
