"""A real school's list of 101 records, from the list to its site: nothing is dropped."""

import json
from html import unescape
from pathlib import Path

import pytest

from tests.project import build, make_project
from tests.real_list.convert import evidence, records, write_school
from tests.site.links import broken_links, parse

SCHOOL = "th-suoi-lam"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("real"))
    write_school(project / "schools" / SCHOOL)
    return build(project, strict=True)


@pytest.fixture(scope="module")
def text(site: Path) -> str:
    return (site / "truong" / SCHOOL / "minh-chung" / "index.html").read_text(encoding="utf-8")


def test_each_of_the_101_records_stands_at_its_own_address(site: Path) -> None:
    ids = parse(site / "truong" / SCHOOL / "minh-chung" / "index.html").ids
    assert [name for name in ids if name.startswith("MC.")] != []
    assert {name for name in ids if name.startswith("MC.")} == {record["ma"] for record in records()}
    assert len(records()) == 101


def test_titles_and_former_codes_are_all_there(text: str) -> None:
    shown = unescape(text).replace("\u00a0", " ")
    for record in records():
        assert record["ten"] in shown, record["ma"]
    assert "MOI." not in shown


def test_former_codes_are_found_by_search(site: Path) -> None:
    index = json.loads((site / "truong" / SCHOOL / "search" / "search_index.json").read_text(encoding="utf-8"))
    texts = {document["location"].rpartition("#")[2]: document["text"] for document in index["docs"]}
    for record in records():
        for former in evidence(record).get("former_codes", []):
            assert former["code"] in texts[record["ma"]], record["ma"]


def test_planned_records_are_counted_apart(text: str) -> None:
    assert "69 minh chứng hiện có" in text.replace("\u00a0", " ")
    assert "32 dự kiến" in text.replace("\u00a0", " ")


def test_every_link_of_its_site_leads_somewhere(site: Path) -> None:
    assert broken_links(site) == []
