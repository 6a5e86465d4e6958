"""Public files: reviewed before publication, and nothing of persons beside their content."""

from pathlib import Path

import pytest

from kdcl_site.building.compile import inspect_school
from kdcl_site.checks.file_privacy import file_findings
from kdcl_site.pages.options import SiteOptions
from kdcl_site.reading.documents import Document
from kdcl_site.reading.school import read_school
from tests.reading import documents
from tests.reading.golden import AS_OF, FRAMEWORKS, lay_out

ITEM = "- {{code: MC.1.1.01, title: Kế hoạch, serves: ['1.1'], access: {access}, file: files/{file}{more}}}\n"
REVIEWED = ", reviewed_for_redaction: 2026-09-04"
CASES = [
    ("public", REVIEWED, Document("PDF", 1, 1), []),
    ("public", "", Document("PDF", 1, 1), ["K809"]),
    ("public", "", None, ["K809"]),
    ("public", REVIEWED, Document("PDF", 1, 1, authors=True), ["K811"]),
    ("public", REVIEWED, Document("DOCX", 1, location=True), ["K811"]),
    ("public", REVIEWED, Document("JPEG", 1, authors=True), []),
    ("public", "", Document("JPEG", 1, authors=True, location=True), ["K809", "K810"]),
    ("summary", "", Document("PDF", 1, 1, authors=True), []),
    ("public", ", withdrawn: {on: 2026-09-05, reason: Có tên}", Document("PDF", 1, 1, authors=True), []),
]


@pytest.mark.parametrize(("access", "more", "document", "codes"), CASES)
def test_public_files(access: str, more: str, document: Document | None, codes: list[str], tmp_path: Path) -> None:
    index = ITEM.format(access=access, file="a.pdf", more=more)
    school, _ = read_school(lay_out({"files": {"evidence.yml": index}}, tmp_path), "schools/th-mau", FRAMEWORKS)
    assert school is not None
    found = list(file_findings(school, {"MC.1.1.01": document} if document else {}))
    assert [item.code for item in found] == codes
    assert {item.args["value"] for item in found} <= {"MC.1.1.01"}


@pytest.mark.parametrize(
    ("file", "content", "code"),
    [
        ("a.pdf", documents.pdf(author="Lò Thị Thử"), "K811"),
        ("a.jpg", documents.image("JPEG", exif=documents.exif(place=True)), "K810"),
    ],
)
def test_what_lies_in_the_folder_is_looked_into(file: str, content: bytes, code: str, tmp_path: Path) -> None:
    index = ITEM.format(access="public", file=file, more=REVIEWED)
    folder = lay_out({"files": {"evidence.yml": index}}, tmp_path)
    (folder / "files").mkdir()
    (folder / "files" / file).write_bytes(content)
    school = inspect_school(folder, "schools/th-mau", FRAMEWORKS, SiteOptions(True, AS_OF))
    assert code in {item.code for item in school.findings}


def test_what_an_operator_says_is_no_name_is_none(tmp_path: Path) -> None:
    edit = {"improvement/2026-2027.yml": [["owner: Hiệu trưởng", "owner: Kim Liên Hoa"]]}
    folder = lay_out({"edit": edit}, tmp_path)
    for posts, codes in (((), {"K806"}), (("Kim Liên",), set())):
        options = SiteOptions(True, AS_OF, posts=posts)
        school = inspect_school(folder, "schools/th-mau", FRAMEWORKS, options)
        assert {item.code for item in school.findings if item.code.startswith("K8")} == codes
