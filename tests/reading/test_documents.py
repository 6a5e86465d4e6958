"""What files tell beside their content, and files that lie about what they are."""

import struct
import tracemalloc
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.reading import counted
from kdcl_site.reading.documents import Document, inspect
from kdcl_site.reading.file_kinds import KINDS, is_of_kind
from tests.reading.documents import AUTHOR, XMP, exif, image, jpeg_of_size, lying, odf, ooxml, pdf, png_text, zipped

WORD, SHEET, SLIDES = "word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"


@pytest.mark.parametrize(
    ("name", "content", "pages", "authors", "location"),
    [
        ("a.pdf", pdf(3), 3, False, False),
        ("a.pdf", pdf(1, AUTHOR), 1, True, False),
        ("a.pdf", pdf(1, " "), 1, False, False),
        ("a.jpg", image("JPEG"), None, False, False),
        ("a.JPEG", image("JPEG", exif=exif()), None, False, False),
        ("a.jpg", image("JPEG", exif=exif(AUTHOR)), None, True, False),
        ("a.jpg", image("JPEG", exif=exif(place=True)), None, False, True),
        ("a.jpg", image("JPEG", xmp=XMP), None, True, False),
        ("a.png", image("PNG"), None, False, False),
        ("a.png", image("PNG", pnginfo=png_text(Author=AUTHOR)), None, True, False),
        ("a.png", image("PNG", exif=exif(place=True)), None, False, True),
        ("a.webp", image("WEBP"), None, False, False),
        ("a.webp", image("WEBP", exif=exif(AUTHOR, place=True)), None, True, True),
        ("a.docx", ooxml(WORD), None, False, False),
        ("a.docx", ooxml(WORD, core=f"<dc:creator>{AUTHOR}</dc:creator>"), None, True, False),
        ("a.docx", ooxml(WORD, core="<dc:creator></dc:creator><cp:lastModifiedBy/>"), None, False, False),
        ("a.docx", ooxml(WORD, **{"word/comments.xml": f'<w:comment w:author="{AUTHOR}"/>'}), None, True, False),
        ("a.xlsx", ooxml(SHEET, core=f"<cp:lastModifiedBy>{AUTHOR}</cp:lastModifiedBy>"), None, True, False),
        ("a.pptx", ooxml(SLIDES), None, False, False),
        ("a.odt", odf("text"), None, False, False),
        ("a.odt", odf("text", f"<meta:initial-creator>{AUTHOR}</meta:initial-creator>"), None, True, False),
        ("a.ods", odf("spreadsheet", f"<dc:creator>{AUTHOR}</dc:creator>"), None, True, False),
    ],
)
def test_what_a_file_tells(
    tmp_path: Path, name: str, content: bytes, pages: int | None, authors: bool, location: bool
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    kind = KINDS[path.suffix.lower()]
    assert is_of_kind(path, kind)
    assert inspect(path) == Document(kind.type, len(content), pages, authors, location)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("khong-co-duoi", pdf()),
        ("co-mat-khau.pdf", pdf(password="mat-khau")),
        ("hong.pdf", b"%PDF-1.7 x"),
        ("cut.pdf", pdf()[:40]),
        ("bom.jpg", jpeg_of_size(65_000, 65_000)),
        ("bom-nho.jpg", jpeg_of_size(9_000, 9_000)),
        ("hong.png", b"\x89PNG\r\n\x1a\n" + b"0" * 99),
        ("hong.docx", ooxml(WORD)[:-30]),
        ("bom.docx", ooxml(WORD, **{f"word/media/{one}.xml": "0" * 21_000_000 for one in range(10)})),
    ],
)
def test_what_cannot_be_looked_into_is_nothing(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert inspect(tmp_path / name) is None


def test_a_file_that_is_not_there_is_nothing(tmp_path: Path) -> None:
    assert inspect(tmp_path / "khong-co.pdf") is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("trang.pdf", b"<html>"),
        ("hai-loai.pdf", pdf() + zipped({"a": "b"})),
        ("anh.jpg", image("PNG")),
        ("anh.png", image("JPEG")),
        ("am-thanh.webp", b"RIFF\x00\x00\x00\x00WAVEfmt "),
        ("bang.docx", ooxml(SHEET)),
        ("van-ban.xlsx", ooxml(WORD)),
        ("chuong-trinh.docx", ooxml(WORD, **{"word/vbaProject.bin": "x"})),
        ("nen.docx", zipped({"a": "b"})),
        ("dau-la.docx", b"MZ" + ooxml(WORD)),
        ("bang.odt", odf("spreadsheet")),
        ("trong.odt", b""),
        ("cut.ods", odf("spreadsheet")[:50]),
    ],
)
def test_content_of_another_kind_than_the_ending(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert not is_of_kind(path, KINDS[path.suffix])


@given(st.sampled_from(sorted(KINDS)), st.binary(max_size=300))
def test_arbitrary_bytes_never_crash(tmp_path_factory: pytest.TempPathFactory, ending: str, tail: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / f"bat-ky{ending}"
    path.write_bytes(KINDS[ending].begins + tail)
    is_of_kind(path, KINDS[ending])
    found = inspect(path)
    assert found is None or found.size == len(KINDS[ending].begins + tail)


def test_a_part_is_not_unpacked_beyond_what_it_says_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "noi-doi.docx"
    path.write_bytes(lying(ooxml("word/document.xml", core="0" * 60_000_000), "docProps/core.xml", 10))
    tracemalloc.start()
    try:
        assert inspect(path) is None
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("tag", ["<Manager ", "<author>", "<dc:creator>", "<p:cmAuthor "])
def test_no_office_file_takes_long(tmp_path: Path, tag: str) -> None:
    """Gone through from each of its tags, it would take minutes."""
    path = tmp_path / "lau.docx"
    path.write_bytes(ooxml("word/document.xml", core=tag * 100_000))
    assert inspect(path) is not None


@pytest.mark.parametrize("tag", [b"<creator>", b"<creator ", b"<creator><"])
def test_no_description_takes_long(tmp_path: Path, tag: bytes) -> None:
    path = tmp_path / "lau.webp"
    path.write_bytes(image("WEBP", xmp=tag * 100_000))
    assert inspect(path) is not None


@pytest.mark.parametrize(
    ("about", "authors"),
    [
        ("<dc:creator><rdf:Seq>\n<rdf:li>An</rdf:li></rdf:Seq></dc:creator>", True),
        ("<dc:creator>An</dc:creator>", True),
        ("<dc:creator><rdf:Seq><rdf:li/></rdf:Seq></dc:creator><dc:title>Kế hoạch</dc:title>", False),
        ("<dc:creator></dc:creator><dc:title>Kế hoạch</dc:title>", False),
    ],
)
def test_an_empty_author_is_none(tmp_path: Path, about: str, authors: bool) -> None:
    path = tmp_path / "anh.webp"
    path.write_bytes(image("WEBP", xmp=about.encode()))
    told = inspect(path)
    assert told is not None
    assert told.authors is authors


def test_a_file_of_endless_tiny_pieces_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counted, "READS_LIMIT", 1_000)
    data = image("PNG")
    for name, content in (
        ("a.png", data[:33] + (b"\0\0\0\0abCd" + struct.pack(">I", zlib.crc32(b"abCd"))) * 2_000 + data[33:]),
        ("a.jpg", b"\xff\xd8" + b"\xff" * 5_000 + image("JPEG")[2:]),
        ("a.pdf", b"%PDF-1.7\n" + b"1 0 obj\n" * 5_000),
    ):
        (tmp_path / name).write_bytes(content)
        assert inspect(tmp_path / name) is None, name
