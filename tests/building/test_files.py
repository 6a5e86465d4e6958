"""Which evidence files are published: from inside the school's folder, of a known kind, and nothing else."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from kdcl_site.building.files import LIMIT, SourceFile, copy_files, published_files
from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.reading.school import read_school

PDF = b"%PDF-1.7 x"
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
    shown, copies, findings = published_files(folder(root, "files/ke-hoach.pdf"), root)
    assert findings == []
    file = shown["MC.1.1.01"]
    assert (file.name, file.size, file.type) == ("MC.1.1.01.pdf", len(PDF), "PDF")
    assert file.sha256 == hashlib.sha256(PDF).hexdigest()
    copy_files(copies, tmp_path / "site")
    assert (tmp_path / "site/truong/th-a/tep/MC.1.1.01.pdf").read_bytes() == PDF


@pytest.mark.parametrize("access", ["summary", "onsite", "internal"])
def test_what_is_not_public_is_not_even_looked_at(root: Path, access: str) -> None:
    assert published_files(folder(root, "files/khong-co.pdf", access), root) == ({}, (), [])


def test_a_withdrawn_file_is_gone(root: Path) -> None:
    gone = ", withdrawn: {on: 2026-01-02, reason: Có tên học sinh}"
    assert published_files(folder(root, "files/ke-hoach.pdf", more=gone), root) == ({}, (), [])


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("khong-co.pdf", None, "K601"),
        ("anh.jpg", b"\xff\xd8\xff", "K603"),
        ("trang.html", b"<script>", "K603"),
        ("gia.pdf", b"<html>", "K605"),
        ("to.pdf", b"%PDF-" + b"0" * LIMIT, "K604"),
    ],
)
def test_what_cannot_be_published_is_a_finding(root: Path, name: str, content: bytes | None, code: str) -> None:
    if content is not None:
        (root / "files" / name).write_bytes(content)
    shown, copies, findings = published_files(folder(root, f"files/{name}"), root)
    assert [item.code for item in findings] == [code]
    assert findings[0].place.file == "schools/th-a/evidence.yml"
    assert (shown, copies) == ({}, ())


@pytest.mark.parametrize("code", ["../../../../RA", "/tmp/RA", "..", "C:RA", '"><img src=x>', "a\\b"])
def test_a_code_never_becomes_a_path(root: Path, tmp_path: Path, code: str) -> None:
    evidence = folder(root, "files/ke-hoach.pdf").evidence["MC.1.1.01"].model_copy(update={"code": code})
    school = replace(folder(root, "files/ke-hoach.pdf"), evidence={code: evidence})
    _, copies, findings = published_files(school, root)
    site = tmp_path / "site"
    copy_files(copies, site)
    written = [path for path in tmp_path.rglob("*.pdf") if root not in path.parents and path.name != "ngoai.pdf"]
    assert all(site / "truong/th-a/tep" == path.parent for path in written)
    assert copies or [item.code for item in findings] == ["K610"]


def test_a_target_outside_the_site_is_refused(root: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="RA"):
        copy_files((SourceFile(root / "files/ke-hoach.pdf", "../RA.pdf"),), tmp_path / "site")


@pytest.mark.parametrize("access", ["internal", "summary", "onsite"])
@pytest.mark.parametrize("path", ["files/ke-hoach.pdf", "files\\ke-hoach.pdf", "files/KE-HOACH.pdf"])
def test_a_file_of_an_item_that_is_not_public_is_never_published(root: Path, access: str, path: str) -> None:
    more = f"}}\n- {{code: MC.1.1.02, title: Sổ, access: {access}, file: '{path}'"
    _, copies, findings = published_files(folder(root, "files/ke-hoach.pdf", more=more), root)
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
    _, copies, findings = published_files(folder(root, path), root)
    assert [item.code for item in findings] == ["K602"]
    assert copies == ()


def test_a_backslash_is_read_as_a_slash(root: Path) -> None:
    assert set(published_files(folder(root, "files\\ke-hoach.pdf"), root)[0]) == {"MC.1.1.01"}
