"""Public files in a built site: cleaned, listed for `sha256sum`, and gone everywhere once they are taken back."""

import shutil
import subprocess
from pathlib import Path

from tests.project import build, make_project
from tests.reading.documents import AUTHOR, exif, image, pdf

SCHOOL = "truong/th-doi-thong"


def everything(*folders: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


def test_a_file_is_listed_checked_and_gone_everywhere_once_taken_back(tmp_path: Path) -> None:
    project = make_project(tmp_path, "th-doi-thong")
    school = project / "schools/th-doi-thong"
    taken = image("JPEG", size=(200, 150), exif=exif(AUTHOR, place=True))
    (school / "files/phieu-xet-nghiem-nuoc.jpg").write_bytes(taken)
    (school / "files/ke-hoach-nam-hoc-2026-2027.pdf").write_bytes(pdf(2))
    site = build(project)
    published = {path.name: path.read_bytes() for path in (site / SCHOOL / "tep").iterdir()}
    assert AUTHOR.encode() not in b"".join(everything(site, project / ".kdcl").values())
    if command := shutil.which("sha256sum"):
        subprocess.run([command, "-c", "--strict", "--quiet", "checksums.txt"], cwd=site / SCHOOL, check=True)
    listed = (site / SCHOOL / "checksums.txt").read_text(encoding="utf-8").splitlines()
    assert listed[0].startswith("# Trường Tiểu học Đồi Thông")
    assert [line.partition("  ")[2] for line in listed[1:]] == sorted(f"tep/{name}" for name in published)

    evidence = school / "evidence.yml"
    text = evidence.read_text(encoding="utf-8")
    reason = "Phiếu có chữ ký chưa được đồng ý công khai"
    for name in ("phieu-xet-nghiem-nuoc.jpg", "ke-hoach-nam-hoc-2026-2027.pdf"):
        line = f"  file: files/{name}\n"
        assert line in text
        text = text.replace(line, f"{line}  withdrawn: {{on: 2026-11-18, reason: {reason}}}\n")
    evidence.write_text(text, encoding="utf-8")
    assert build(project) == site
    left = everything(site, *project.glob(".site*"), project / ".kdcl")
    for name in ("MC.4.2.03.jpg", "MC.1.1.02.pdf"):
        assert not any(path.endswith(name) for path in left)
        assert not any(published[name] in data or name.encode() in data for data in left.values()), name
    page = (site / SCHOOL / "minh-chung/index.html").read_text(encoding="utf-8")
    assert "Phiếu kết quả xét nghiệm nước uống của hai điểm trường" in page
    assert page.count(reason) == 2
    assert page.count("18/11/2026") >= 2
