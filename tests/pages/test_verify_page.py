"""The page on which a file is checked, and the list of hashes: there with public files, and only of these."""

from typing import Any

from kdcl_site.pages.options import PublishedFile
from kdcl_site.pages.verify_page import VerifyPage
from tests.pages.school import folder, item, planned

FILE = PublishedFile("MC.1.1.01.pdf", 1_234_567, "ab" * 32, "PDF", 12)


def verify(school: Any, **files: PublishedFile) -> VerifyPage | None:
    views = [view for view in planned(school, files=files)[0] if view.kind == "verify"]
    assert len(views) <= 1
    return views[0].data if views else None  # type: ignore[return-value]  # the data of this kind


def test_without_a_public_file_there_is_no_page_and_no_line() -> None:
    views = planned(folder(evidence=[item("MC.1.1.01")]))[0]
    assert "verify" not in {view.kind for view in views}
    assert not any("kiem-chung" in line.href for view in views for line in view.nav)


def test_each_published_file_is_told_with_its_item_and_hash() -> None:
    school = folder(evidence=[item("MC.1.1.01", access="public", file="files/a.pdf"), item("MC.1.1.02")])
    page = verify(school, **{"MC.1.1.01": FILE})
    assert page is not None
    (one,) = page.files
    assert (one.code, one.item, one.file.title) == ("MC.1.1.01", "../minh-chung/#MC.1.1.01", "MC.1.1.01.pdf")
    assert (one.file.href, one.sha256) == ("../tep/MC.1.1.01.pdf", "ab" * 32)
    assert (page.checksums.href, page.example) == ("../checksums.txt", "MC.1.1.01.pdf")
