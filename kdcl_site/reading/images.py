"""Images of evidence: opened without trusting them, and written anew with nothing but their pixels."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from kdcl_site.reading.counted import CountedReader
from kdcl_site.reading.file_kinds import Kind

PIXELS_LIMIT = 50_000_000
"""Pixels of one image, more than phones take; each needs up to four bytes of memory."""

_SCANS_LIMIT = 100
"""Passes over one JPEG's pixels, each of which costs as much as the whole; cameras and programs make some twenty."""

_SCAN = b"\xff\xda"
"""What each pass begins with; within its pixels no such bytes stand."""

_MODES = {
    "JPEG": ("L", "RGB"),
    "PNG": ("1", "L", "LA", "P", "RGB", "RGBA"),
    "WEBP": ("RGB", "RGBA"),
}
"""The ways of keeping colours that are written as they are; others become red, green and blue."""

_SAVING: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 88, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 88, "method": 4},
}


class TooManyPixelsError(ValueError):
    """An image has more pixels than any photograph."""


@contextmanager
def opened(path: Path, kind: Kind) -> Iterator[Image.Image]:
    """Open an image of the kind without reading its pixels; TooManyPixelsError when there are more than the limit.

    A library that meets hostile bytes may raise anything else besides.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if kind.image == "JPEG" and path.read_bytes().count(_SCAN) > _SCANS_LIMIT:
            raise ValueError("too many passes")
        with CountedReader(path) as stream, Image.open(stream, formats=(kind.image,)) as image:
            if image.width * image.height > PIXELS_LIMIT:
                raise TooManyPixelsError
            yield image


def has_too_many_pixels(path: Path, kind: Kind) -> bool:
    """Whether a file is an image made to fill the memory of whoever opens it; one that is damaged is not."""
    if not kind.image:
        return False
    try:
        with opened(path, kind):
            return False
    except (TooManyPixelsError, Image.DecompressionBombError):
        return True
    except Exception:  # what hostile pixels make the library raise is not to be foreseen
        return False


def cleaned(path: Path, kind: Kind) -> bytes | None:
    """Return an image with nothing but its pixels, upright; None when that cannot be done.

    Camera, place, author, comments, thumbnails, colour profile and whatever is hung on behind are gone. Of several
    pictures in one file the first is kept. The same file gives the same bytes.
    """
    try:
        with opened(path, kind) as image:
            upright = ImageOps.exif_transpose(image)
            plain = _bared(upright if upright.mode in _MODES[kind.image] else _plain(upright))
            transparency = plain.info.get("transparency") if kind.image == "PNG" else None
            plain.info = {} if transparency is None else {"transparency": transparency}
            written = BytesIO()
            plain.save(written, kind.image, **_SAVING[kind.image])
            return written.getvalue()
    except Exception:  # as above; the file is told of as one that cannot be cleaned
        return None


def _plain(image: Image.Image) -> Image.Image:
    """Return the image in plain colours; a scanner's 65,536 greys become 256, which the library would make white."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    return image.convert("RGBA" if image.has_transparency_data and image.format != "JPEG" else "RGB")


def _bared(image: Image.Image) -> Image.Image:
    """Return the image with nothing under its clear pixels, where programs leave what was rubbed out."""
    if image.mode not in ("LA", "RGBA"):
        return image
    seen = image.getchannel("A").point([0] + [255] * 255)
    return Image.composite(image, Image.new(image.mode, image.size), seen)
