"""What a photo is published as: its pixels alone."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kdcl_site.building.files import copy_files, public_files
from kdcl_site.reading.documents import Document, inspect
from tests.building.evidence import folder, lay_out
from tests.reading.documents import AUTHOR, XMP, exif, image, png_text


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "th-a")


@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
def test_a_photo_is_published_with_nothing_but_its_pixels(root: Path, tmp_path: Path, ending: str) -> None:
    form = {"jpg": "JPEG"}.get(ending, ending.upper())
    more: dict[str, Any] = {"pnginfo": png_text(Author=AUTHOR, Comment=AUTHOR)} if ending == "png" else {"xmp": XMP}
    more |= {"comment": AUTHOR} if ending == "jpg" else {}
    taken = image(form, exif=exif(AUTHOR, place=True, orientation=6), **more) + AUTHOR.encode()
    (root / "files" / f"anh.{ending}").write_bytes(taken)
    found = public_files(folder(root, f"files/anh.{ending}"), root)
    assert found.findings == ()
    assert (found.documents["MC.1.1.01"].authors, found.documents["MC.1.1.01"].location) == (True, True)
    copy_files(found.copies, tmp_path / "site")
    path = tmp_path / f"site/truong/th-a/tep/MC.1.1.01.{ending}"
    data = path.read_bytes()
    shown = found.shown["MC.1.1.01"]
    assert (shown.sha256, shown.size) == (hashlib.sha256(data).hexdigest(), len(data))
    for secret in (AUTHOR.encode(), b"Exif", b"xmp", b"Author", b"GPS", b"Photoshop", b"ICC"):
        assert secret not in data
    assert inspect(path) == Document(shown.type, len(data))
    with Image.open(path) as written:
        assert dict(written.getexif()) == {}
        assert set(written.info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progressive",
            "progression",
        } | {"loop", "background", "timestamp", "duration"}
        assert written.size == (30, 40)  # upright
        grey = written.convert("L").tobytes()
        assert grey[15] < 100 < 200 < grey[-15]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_pictures_of_every_kind_of_colour_are_cleaned(root: Path, mode: str) -> None:
    form = "jpg" if mode == "CMYK" else "png"
    Image.new(mode, (8, 8)).save(root / "files" / f"anh.{form}")
    assert public_files(folder(root, f"files/anh.{form}"), root).findings == ()


def test_what_was_rubbed_out_of_a_picture_is_not_left_under_it(root: Path, tmp_path: Path) -> None:
    for ending in ("png", "webp"):
        Image.new("RGBA", (8, 8), (200, 10, 20, 0)).save(root / "files" / f"anh.{ending}", lossless=True, exact=True)
        copy_files(public_files(folder(root, f"files/anh.{ending}"), root).copies, tmp_path / "site")
        with Image.open(tmp_path / f"site/truong/th-a/tep/MC.1.1.01.{ending}") as written:
            assert written.convert("RGBA").getpixel((4, 4)) == (0, 0, 0, 0)


def test_a_scanner_s_many_greys_stay_grey(root: Path, tmp_path: Path) -> None:
    Image.new("I;16", (8, 8), 30_000).save(root / "files" / "anh.png")
    copy_files(public_files(folder(root, "files/anh.png"), root).copies, tmp_path / "site")
    with Image.open(tmp_path / "site/truong/th-a/tep/MC.1.1.01.png") as written:
        assert (written.mode, written.getpixel((4, 4))) == ("L", 117)


def test_the_same_photo_gives_the_same_bytes(root: Path) -> None:
    (root / "files" / "anh.jpg").write_bytes(image("JPEG", exif=exif(AUTHOR)))
    (root / "files" / "anh2.jpg").write_bytes(image("JPEG", exif=exif(place=True)))
    first, second = (public_files(folder(root, f"files/{name}"), root).shown for name in ("anh.jpg", "anh2.jpg"))
    assert first["MC.1.1.01"].sha256 == second["MC.1.1.01"].sha256
