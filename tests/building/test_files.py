"""Which evidence files are published: from inside the school's folder, of a known kind, and nothing else."""

import hashlib
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from kdcl_site.building.files import ChangedError, PublicFiles, SourceFile, copy_files, public_files
from kdcl_site.reading.file_kinds import LIMIT
from tests.building.evidence import PDF, folder, lay_out
from tests.reading.documents import image, jpeg_of_size, ooxml, pdf, png_of_size, zipped


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "th-a")


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
