"""Links between pages: as MkDocs writes them, with directory URLs and without."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address, link, link_to_file

SCHOOL = addresses.school("th")
CRITERION = addresses.criterion("th", "2026-2027", "1.1")
EVIDENCE = addresses.evidence("th")


@pytest.mark.parametrize(
    ("origin", "target", "fragment", "folders", "files"),
    [
        (SCHOOL, SCHOOL, "", "./", "index.html"),
        (SCHOOL, SCHOOL, "a", "#a", "#a"),
        (SCHOOL, EVIDENCE, "", "minh-chung/", "minh-chung.html"),
        (SCHOOL, CRITERION, "", "2026-2027/tieu-chi-1.1/", "2026-2027/tieu-chi-1.1.html"),
        (EVIDENCE, SCHOOL, "", "../", "index.html"),
        (CRITERION, EVIDENCE, "MC.1.1.01", "../../minh-chung/#MC.1.1.01", "../minh-chung.html#MC.1.1.01"),
        (CRITERION, CRITERION, "", "./", "tieu-chi-1.1.html"),
        (CRITERION, addresses.directory(), "", "../../../", "../../index.html"),
    ],
)
def test_links(origin: Address, target: Address, fragment: str, folders: str, files: str) -> None:
    assert link(origin, target, True, fragment) == folders
    assert link(origin, target, False, fragment) == files


@pytest.mark.parametrize(("directory_urls", "href"), [(True, "../tep/a.pdf"), (False, "tep/a.pdf")])
def test_a_file_keeps_its_name(directory_urls: bool, href: str) -> None:
    assert link_to_file(EVIDENCE, addresses.evidence_file("th", "a.pdf"), directory_urls) == href


ADDRESSES = st.builds(
    Address, st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=4).map("/".join), st.booleans()
)


@given(ADDRESSES, ADDRESSES, st.booleans())
def test_a_link_leads_where_the_library_says(origin: Address, target: Address, directory_urls: bool) -> None:
    folder = posixpath.dirname(origin.file(directory_urls))
    arrived = posixpath.normpath(posixpath.join(folder, link(origin, target, directory_urls)))
    assert arrived in (target.url(directory_urls).rstrip("/"), target.file(directory_urls))
