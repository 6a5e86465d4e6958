"""Files of evidence as schools make them, written in memory: with authors, places and thumbnails, or without."""

import struct
import zipfile
import zlib
from io import BytesIO
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter

AUTHOR = "Người Soạn Thử"
PLACE = {0: b"\x02\x03\x00\x00", 1: "N", 2: (20.0, 59.0, 7.5), 3: "E", 4: (105.0, 50.0, 1.25)}
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator><rdf:Seq><rdf:li>An</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>'
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_ODF = "application/vnd.oasis.opendocument."


def pdf(pages: int = 1, author: str = "", password: str = "", weight: int = 0) -> bytes:
    """A PDF of empty pages; `weight` bytes are hung on it."""
    writer, written = PdfWriter(), BytesIO()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    if author:
        writer.add_metadata({"/Author": author})
    if weight:
        writer.add_attachment("nang.bin", bytes(weight))
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(written)
    return written.getvalue()


def zipped(parts: dict[str, str], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of the parts, the first one stored as OpenDocument wants it; the same bytes at any time of day."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_STORED if name == "mimetype" else packed)
    return written.getvalue()


def ooxml(member: str, **more: str) -> bytes:
    """A Microsoft document whose main part is `member`; `core` is its docProps/core.xml, other parts by `path=text`."""
    core = {"docProps/core.xml": more.pop("core")} if "core" in more else {}
    return zipped({"[Content_Types].xml": _TYPES, member: "<a/>", **core, **more})


def lying(data: bytes, part: str, size: int) -> bytes:
    """An archive that says of a part that it unpacks to so many bytes."""
    at = data.rindex(part.encode()) - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    return data[: at + 24] + struct.pack("<I", size) + data[at + 28 :]


def odf(kind: str, meta: str = "<office:meta/>") -> bytes:
    """An OpenDocument text or spreadsheet."""
    return zipped({"mimetype": _ODF + kind, "content.xml": "<a/>", "meta.xml": meta})


def image(form: str, size: tuple[int, int] = (40, 30), **saving: Any) -> bytes:
    """A picture, left half dark and right half light."""
    drawn, written = Image.new("RGB", size, "white"), BytesIO()
    drawn.paste("navy", (0, 0, size[0] // 2, size[1]))
    drawn.save(written, form, **saving)
    return written.getvalue()


def exif(author: str = "", place: bool = False, orientation: int = 1) -> Image.Exif:
    """What a camera writes into a photo."""
    told = Image.Exif()
    told[0x0112] = orientation
    told[0x010F] = "Máy ảnh thử"
    if author:
        told[0x013B] = author
    if place:
        told[0x8825] = PLACE
    return told


def png_text(**texts: str) -> PngInfo:
    """What programs write into a PNG."""
    info = PngInfo()
    for key, text in texts.items():
        info.add_text(key, text)
    return info


def jpeg_of_size(width: int, height: int) -> bytes:
    """A small JPEG that says it is of this size."""
    data = image("JPEG")
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", height, width) + data[at + 4 :]


def png_of_size(width: int, height: int) -> bytes:
    """A small PNG that says it is of this size."""
    data = image("PNG")
    head = b"IHDR" + struct.pack(">II", width, height) + data[24:29]
    return data[:12] + head + struct.pack(">I", zlib.crc32(head)) + data[33:]
