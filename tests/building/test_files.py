"""Which evidence files are published: from inside the school's folder, of a known kind, and nothing else."""

import hashlib
import os
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kdcl_site.building.files import ChangedError, PublicFiles, SourceFile, copy_files, public_files
from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.reading.documents import Document, inspect
from kdcl_site.reading.file_kinds import LIMIT
from kdcl_site.reading.school import read_school
from tests.reading.documents import AUTHOR, XMP, exif, image, jpeg_of_size, ooxml, pdf, png_of_size, png_text, zipped

PDF = pdf(2)
SCHOOL = "format: 1\nname: Trường A\nkind: primary\nstages: [primary]\nprovince: Tỉnh A\ncommune: Xã A\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "th-a"
    (root / "files").mkdir(parents=True)
    (root / "school.yml").write_text(SCHOOL, encoding="utf-8")
    (root / "files" / "ke-hoach.pdf").write_bytes(PDF)
    (tmp_path / "ngoai.pdf").write_bytes(PDF)
    return root


def folder(root: Path, file: str, access: str = "public", more: str = "") -> SchoolFolder:
    (root / "evidence.yml").write_text(
        f"- {{code: MC.1.1.01, title: Kế hoạch, access: {access}, file: '{file}'{more}}}\n", encoding="utf-8"
    )
    frameworks, _ = load_frameworks()
    read, findings = read_school(root, "schools/th-a", frameworks)
    assert read is not None, findings
    return read


def test_a_public_file_is_published_under_its_code_with_size_and_hash(root: Path, tmp_path: Path) -> None:
    found = public_files(folder(root, "files/ke-hoach.pdf"), root)
    assert found.findings == ()
    file = found.shown["MC.1.1.01"]
    assert (file.name, file.size, file.type, file.pages) == ("MC.1.1.01.pdf", len(PDF), "PDF", 2)
    assert file.sha256 == hashlib.sha256(PDF).hexdigest()
    copy_files(found.copies, tmp_path / "site")
    assert (tmp_path / "site/truong/th-a/tep/MC.1.1.01.pdf").read_bytes() == PDF


@pytest.mark.parametrize("access", ["summary", "onsite", "internal"])
def test_what_is_not_public_is_not_even_looked_at(root: Path, access: str) -> None:
    assert public_files(folder(root, "files/khong-co.pdf", access), root) == PublicFiles()


def test_a_withdrawn_file_is_gone(root: Path) -> None:
    gone = ", withdrawn: {on: 2026-01-02, reason: Có tên học sinh}"
    assert public_files(folder(root, "files/ke-hoach.pdf", more=gone), root) == PublicFiles()


LIE = ooxml("word/document.xml", **{f"word/{one}.xml": "0" * 21_000_000 for one in range(10)})
BROKEN = image("JPEG", size=(400, 300))[:-900]
SCANNED = image("JPEG", progressive=True)
PASSES = SCANNED[:-2] + SCANNED[SCANNED.rindex(b"\xff\xda") : -2] * 100 + SCANNED[-2:]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("khong-co.pdf", None, "K601"),
        ("a" * 300 + ".pdf", None, "K631"),
        ("thu-muc.pdf/", None, "K601"),
        ("trang.html", b"<script>", "K603"),
        ("hinh.svg", b"<svg onload=alert(1)>", "K603"),
        ("cu.doc", b"\xd0\xcf\x11\xe0", "K603"),
        ("macro.docm", ooxml("word/document.xml"), "K603"),
        ("khong-duoi", PDF, "K603"),
        ("hai-duoi.pdf.exe", PDF, "K603"),
        ("gia.pdf", b"<html>", "K605"),
        ("gia.jpg", image("PNG"), "K605"),
        ("macro.docx", ooxml("word/document.xml", **{"word/vbaProject.bin": "x"}), "K605"),
        ("hai-loai.pdf", PDF + zipped({"a": "b"}), "K605"),
        ("rong.pdf", b"", "K605"),
        ("to.pdf", b"%PDF-" + b"0" * LIMIT, "K604"),
        ("hong.pdf", b"%PDF-1.7 x", "K631"),
        ("khoa.pdf", pdf(password="mat-khau"), "K631"),
        ("hong.png", b"\x89PNG\r\n\x1a\n" + b"0" * 99, "K631"),
        ("do-dang.jpg", BROKEN, "K632"),
        ("nhieu-luot.jpg", PASSES, "K631"),
        ("nen-la.docx", zipped({"[Content_Types].xml": "a", "word/document.xml": "b"}, zipfile.ZIP_BZIP2), "K605"),
        ("bom.jpg", jpeg_of_size(65_000, 65_000), "K633"),
        ("bom.png", png_of_size(60_000, 60_000), "K633"),
        ("bom.docx", LIE, "K633"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_what_cannot_be_published_is_a_finding(root: Path, name: str, content: bytes | None, code: str) -> None:
    if name.endswith("/"):
        (root / "files" / name).mkdir()
    elif content is not None:
        (root / "files" / name).write_bytes(content)
    found = public_files(folder(root, f"files/{name.rstrip('/')}"), root)
    assert [item.code for item in found.findings] == [code]
    place = found.findings[0].place
    assert (place.file, place.line) == ("schools/th-a/evidence.yml", 1)
    assert (found.shown, found.copies, found.documents) == ({}, (), {})


def test_what_is_no_file_is_never_opened(root: Path) -> None:
    os.mkfifo(root / "files" / "ong.pdf")
    assert [item.code for item in public_files(folder(root, "files/ong.pdf"), root).findings] == ["K601"]


def test_a_file_that_may_not_be_read_is_a_finding(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str = "r") -> None:
        raise PermissionError(13, "Permission denied", str(path))

    school = folder(root, "files/ke-hoach.pdf")
    monkeypatch.setattr(Path, "open", refuse)
    assert [item.code for item in public_files(school, root).findings] == ["K631"]


def test_a_name_no_system_takes_is_a_finding(root: Path) -> None:
    school = folder(root, "files/ke-hoach.pdf")
    for name in ("files/\0.pdf", "files/\udcff\ud800.pdf"):
        evidence = school.evidence["MC.1.1.01"].model_copy(update={"file": name})
        found = public_files(replace(school, evidence={"MC.1.1.01": evidence}), root)
        assert [item.code for item in found.findings] in (["K631"], ["K601"])


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


def test_a_file_that_changes_while_the_site_is_built_is_not_published(root: Path, tmp_path: Path) -> None:
    copies = public_files(folder(root, "files/ke-hoach.pdf"), root).copies
    (root / "files" / "ke-hoach.pdf").write_bytes(pdf(3))
    with pytest.raises(ChangedError, match=r"ke-hoach\.pdf"):
        copy_files(copies, tmp_path / "site")
    copy_files(copies, tmp_path / "site", kept=True)
    (root / "files" / "ke-hoach.pdf").unlink()
    copy_files(copies, tmp_path / "site", kept=True)
    assert not list(tmp_path.glob("site/**/*.pdf"))


def test_a_copy_of_a_file_that_is_not_public_is_never_published(root: Path) -> None:
    (root / "files" / "ban-sao.pdf").write_bytes(PDF)
    more = "}\n- {code: MC.1.1.02, title: Sổ, access: internal, file: files/ban-sao.pdf"
    assert [item.code for item in public_files(folder(root, "files/ke-hoach.pdf", more=more), root).findings] == [
        "K609"
    ]


@pytest.mark.parametrize("code", ["../../../../RA", "/tmp/RA", "..", "C:RA", '"><img src=x>', "a\\b"])
def test_a_code_never_becomes_a_path(root: Path, tmp_path: Path, code: str) -> None:
    evidence = folder(root, "files/ke-hoach.pdf").evidence["MC.1.1.01"].model_copy(update={"code": code})
    school = replace(folder(root, "files/ke-hoach.pdf"), evidence={code: evidence})
    found = public_files(school, root)
    copies, findings = found.copies, found.findings
    site = tmp_path / "site"
    copy_files(copies, site)
    written = [path for path in tmp_path.rglob("*.pdf") if root not in path.parents and path.name != "ngoai.pdf"]
    assert all(site / "truong/th-a/tep" == path.parent for path in written)
    assert copies or [item.code for item in findings] == ["K610"]


def test_a_target_outside_the_site_is_refused(root: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="RA"):
        copy_files((SourceFile(root / "files/ke-hoach.pdf", "../RA.pdf", ""),), tmp_path / "site")


@pytest.mark.parametrize("access", ["internal", "summary", "onsite"])
@pytest.mark.parametrize("path", ["files/ke-hoach.pdf", "files\\ke-hoach.pdf", "files/KE-HOACH.pdf"])
def test_a_file_of_an_item_that_is_not_public_is_never_published(root: Path, access: str, path: str) -> None:
    more = f"}}\n- {{code: MC.1.1.02, title: Sổ, access: {access}, file: '{path}'"
    found = public_files(folder(root, "files/ke-hoach.pdf", more=more), root)
    copies, findings = found.copies, found.findings
    assert [item.code for item in findings] == ["K609"]
    assert copies == ()


@pytest.mark.parametrize("link", ["file", "folder"])
def test_a_link_out_of_the_folder_is_refused(root: Path, tmp_path: Path, link: str) -> None:
    if link == "file":
        (root / "files" / "lien-ket.pdf").symlink_to(tmp_path / "ngoai.pdf")
        path = "files/lien-ket.pdf"
    else:
        (root / "files" / "ra").symlink_to(tmp_path)
        path = "files/ra/ngoai.pdf"
    found = public_files(folder(root, path), root)
    copies, findings = found.copies, found.findings
    assert [item.code for item in findings] == ["K602"]
    assert copies == ()


def test_a_backslash_is_read_as_a_slash(root: Path) -> None:
    assert set(public_files(folder(root, "files\\ke-hoach.pdf"), root).shown) == {"MC.1.1.01"}
