"""The kinds of file that may be published, and whether a file's content is of the kind its ending says."""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

LIMIT = 20_000_000
"""Bytes of one published file."""

UNPACKED_LIMIT = 200_000_000
"""Bytes an office file may unpack to; what is more is made to fill a reader's memory."""

MEMBERS_LIMIT = 5_000
"""Parts of one office file."""

_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The ways of packing that office files know; others are unpacked whole, whatever size they say."""

_AT_ONCE = 1_000_000
"""Bytes of a part that are unpacked at once; where all are asked for, a part that lies about its size fills memory."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its type in capitals and what it begins with.

    Office files have the part that makes them one, `member`, those of OpenDocument the `mimetype` they say they are;
    `image` is the drawing library's name of a kind of picture.
    """

    type: str
    begins: bytes
    member: str = ""
    mimetype: str = ""
    image: str = ""


_ZIP = b"PK\x03\x04"
_ODF = "application/vnd.oasis.opendocument."

KINDS = {
    ".pdf": Kind("PDF", b"%PDF-"),
    ".jpg": Kind("JPEG", b"\xff\xd8\xff", image="JPEG"),
    ".jpeg": Kind("JPEG", b"\xff\xd8\xff", image="JPEG"),
    ".png": Kind("PNG", b"\x89PNG\r\n\x1a\n", image="PNG"),
    ".webp": Kind("WEBP", b"RIFF", image="WEBP"),
    ".docx": Kind("DOCX", _ZIP, "word/document.xml"),
    ".xlsx": Kind("XLSX", _ZIP, "xl/workbook.xml"),
    ".pptx": Kind("PPTX", _ZIP, "ppt/presentation.xml"),
    ".odt": Kind("ODT", _ZIP, "content.xml", _ODF + "text"),
    ".ods": Kind("ODS", _ZIP, "content.xml", _ODF + "spreadsheet"),
}
"""By ending, in small letters."""


def kind_named(path: Path) -> Kind | None:
    """Return the kind a file's ending says, or None for one that is never published."""
    return KINDS.get(path.suffix.lower())


def is_of_kind(path: Path, kind: Kind) -> bool:
    """Whether a file's content is of the kind, and not of another besides; OSError when it cannot be read."""
    with path.open("rb") as stream:
        head = stream.read(16)
    if not head.startswith(kind.begins):
        return False
    if kind.image == "WEBP":
        return head[8:12] == b"WEBP"
    if not kind.member:
        return bool(kind.image) or not zipfile.is_zipfile(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return _is_office(archive, kind)
    except OSError:
        raise
    except Exception:  # what hostile archives make the library raise is not to be foreseen
        return False


def unpacks_to_too_much(path: Path, kind: Kind) -> bool:
    """Whether an office file holds more parts, or larger ones, than any document a school writes."""
    if not kind.member:
        return False
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        return len(parts) > MEMBERS_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT


def office_parts(path: Path, wanted: Callable[[str], bool]) -> Iterator[bytes]:
    """Unpack the parts of an office file whose name is wanted, one at a time; never more than a part says it holds."""
    with zipfile.ZipFile(path) as archive:
        for part in archive.infolist():
            if wanted(part.filename):
                with archive.open(part) as stream:
                    yield b"".join(iter(lambda: stream.read(_AT_ONCE), b""))


def _is_office(archive: zipfile.ZipFile, kind: Kind) -> bool:
    names = archive.namelist()
    if any(part.compress_type not in _PACKED for part in archive.infolist()):
        return False
    if kind.member not in names or len(set(names)) != len(names) or any(_is_macro(name) for name in names):
        return False
    if not kind.mimetype:
        return "[Content_Types].xml" in names
    return names[0] == "mimetype" and _says(archive, kind.mimetype)


def _is_macro(name: str) -> bool:
    """Programs inside a document have kinds and endings of their own, which are never published."""
    return name.lower().endswith("vbaproject.bin") or name.startswith("Basic/")


def _says(archive: zipfile.ZipFile, mimetype: str) -> bool:
    with archive.open("mimetype") as stream:
        return stream.read(len(mimetype) + 1) == mimetype.encode()
