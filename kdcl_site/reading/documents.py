"""What a file of evidence tells beside its content: pages, whether it names its authors, whether it tells a place.

Only *whether*, never the names or the place themselves: what is not read out cannot leak.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

from kdcl_site.reading.counted import CountedReader
from kdcl_site.reading.file_kinds import Kind, kind_named, office_parts, unpacks_to_too_much
from kdcl_site.reading.images import opened


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it lies in the school's folder; `size` in bytes, `pages` None where a file has none or does not say."""

    type: str
    size: int
    pages: int | None = None
    authors: bool = False
    location: bool = False


def inspect(path: Path) -> Document | None:
    """Return what a file tells beside its content; None when that cannot be found out (damaged, locked, of no kind).

    The reader of each kind meets hostile bytes here, and what it raises then is not to be foreseen.
    """
    kind = kind_named(path)
    if kind is None:
        return None
    try:
        size = path.stat().st_size
        if kind.image:
            return _image(path, kind, size)
        return _office(path, kind, size) if kind.member else _pdf(path, kind, size)
    except Exception:
        return None


# No pattern reaches over a "<" without a bound: a text of nothing else would be gone through from each of them.
_XMP_AUTHOR = re.compile(rb"<(?:\w{1,40}:)?creator\b[^<>]*>(?:\s*<[^/<>][^<>]*>){0,9}+\s*+[^\s<]")
_XMP_PLACE = re.compile(rb"GPS(?:Latitude|Longitude|DestLatitude)")


_PDF_LIMITS: dict[str, Any] = {
    f"{filter_}_maximum_output_length": 10_000_000 for filter_ in ("zlib", "lzw", "run_length")
}
"""Bytes that one table of a PDF may unpack to; each costs the library some microseconds."""


def _pdf(path: Path, kind: Kind, size: int) -> Document:
    # The library takes half a second to import, and most runs of the command meet no PDF.
    from pypdf import PdfReader, apply_configuration

    with CountedReader(path) as stream, _silent("pypdf"), apply_configuration(**_PDF_LIMITS):
        reader = PdfReader(stream)
        if reader.is_encrypted:
            raise ValueError("locked")
        root = cast(dict[str, Any], reader.root_object)
        pages = int(root["/Pages"]["/Count"])
        about = root.get("/Metadata")
        described = about.get_object().get_data() if about is not None else b""
        author = str(reader.metadata.get("/Author", "")) if reader.metadata else ""
    if not 1 <= pages <= size:
        raise ValueError("no such number of pages")
    authors = bool(author.strip()) or bool(_XMP_AUTHOR.search(described))
    return Document(kind.type, size, pages, authors, bool(_XMP_PLACE.search(described)))


_OFFICE_AUTHOR = re.compile(
    rb"<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator|meta:printed-by|Manager)\b[^<>]*>\s*[^\s<]"
    rb"|\b(?:w|w15|p|p188|p15):author=\"[^\"]|\bdisplayName=\"[^\"]|<author>\s*[^\s<]|<p:cmAuthor\b[^<>]*\bname=\"[^\"]"
)
"""Who wrote, changed or printed it; who commented or has tracked changes, in text, sheets and slides."""


def _office(path: Path, kind: Kind, size: int) -> Document:
    if unpacks_to_too_much(path, kind):
        raise ValueError("too large")
    authors = [bool(_OFFICE_AUTHOR.search(part)) for part in office_parts(path, _may_name)]
    return Document(kind.type, size, authors=any(authors))


_NAMING = re.compile(r"docProps/|meta\.xml|content\.xml|styles\.xml|document\.xml|comment|people|person", re.IGNORECASE)


def _may_name(name: str) -> bool:
    return bool(_NAMING.search(name))


_EXIF_AUTHORS = (0x013B, 0x9C9D)
_CAMERA_OWNER = 0xA430
_BYLINES = ((2, 80), (2, 122))
_TEXT_AUTHORS = {"author", "artist", "creator"}


def _image(path: Path, kind: Kind, size: int) -> Document:
    with opened(path, kind) as image:
        exif = image.getexif()
        place = exif.get_ifd(ExifTags.IFD.GPSInfo)
        described = _bytes(image.info.get("xmp", image.info.get("XML:com.adobe.xmp", b"")))
        authors = (
            any(exif.get(tag) for tag in _EXIF_AUTHORS)
            or bool(exif.get_ifd(ExifTags.IFD.Exif).get(_CAMERA_OWNER))
            or any(str(key).lower() in _TEXT_AUTHORS for key in image.info)
            or any(key in _BYLINES for key in _iptc(image))
            or bool(_XMP_AUTHOR.search(described))
        )
    return Document(kind.type, size, authors=authors, location=bool(place) or bool(_XMP_PLACE.search(described)))


def _iptc(image: Image.Image) -> dict[tuple[int, int], Any]:
    return IptcImagePlugin.getiptcinfo(cast(ImageFile.ImageFile, image)) or {}


def _bytes(text: object) -> bytes:
    return text if isinstance(text, bytes) else str(text).encode()


@contextmanager
def _silent(library: str) -> Iterator[None]:
    """Keep a library's remarks on damaged files, which may hold a piece of them, out of the log."""
    logger = logging.getLogger(library)
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
