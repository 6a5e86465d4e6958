"""A small school with one item of evidence, whose file is looked at."""

from pathlib import Path

from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.reading.school import read_school
from tests.reading.documents import pdf

PDF = pdf(2)
SCHOOL = "format: 1\nname: Trường A\nkind: primary\nstages: [primary]\nprovince: Tỉnh A\ncommune: Xã A\n"


def lay_out(root: Path) -> Path:
    """Write the school with a file that may be published, and one beside its folder; return the folder."""
    (root / "files").mkdir(parents=True)
    (root / "school.yml").write_text(SCHOOL, encoding="utf-8")
    (root / "files" / "ke-hoach.pdf").write_bytes(PDF)
    (root.parent / "ngoai.pdf").write_bytes(PDF)
    return root


def folder(root: Path, file: str, access: str = "public", more: str = "") -> SchoolFolder:
    """Return the school as it is read when its item has this file; `more`: what else the item tells."""
    (root / "evidence.yml").write_text(
        f"- {{code: MC.1.1.01, title: Kế hoạch, access: {access}, file: '{file}'{more}}}\n", encoding="utf-8"
    )
    frameworks, _ = load_frameworks()
    read, findings = read_school(root, "schools/th-a", frameworks)
    assert read is not None, findings
    return read
