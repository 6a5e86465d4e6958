"""What a reader sees of a result that is to be reviewed, what machines are told, and what stays in the folder."""

import re
import shutil
from pathlib import Path

import pytest

from kdcl_site.building.compile import Inspected, inspect_school
from tests.pages.school import OPTIONS, frameworks
from tests.project import ROOT, build, make_project

SCHOOL = "th-canh-buom"
WORD = "cần xem lại"
TAG = f">{WORD}</span>"
NOT_CONFIRMED = "Trường chưa dùng việc xác nhận"


def inspected(folder: Path) -> Inspected:
    return inspect_school(folder, f"schools/{SCHOOL}", frameworks(), OPTIONS)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The school's pages with its confirmations, in both languages, and without."""
    root = tmp_path_factory.mktemp("confirmed")
    project = make_project(root / "with", SCHOOL, english=True)
    other = make_project(root / "without", SCHOOL)
    (other / "schools" / SCHOOL / "confirmed.yml").unlink()
    waivers = other / "schools" / SCHOOL / "waivers.yml"
    waivers.write_text(waivers.read_text(encoding="utf-8").split("- code: K711")[0], encoding="utf-8")
    return build(project, strict=True), build(other, strict=True)


def page(site: Path, name: str = "", language: str = "") -> str:
    text = (site / language / "truong" / SCHOOL / name / "index.html").read_text(encoding="utf-8")
    return text.replace("\u00a0", " ")


def test_the_sample_has_exactly_one_result_to_be_reviewed() -> None:
    """After a change of its data or catalogue: confirm a copy in which MC.1.2.01 has the number 54/QĐ-THCB."""
    found = inspected(ROOT / "schools" / SCHOOL).suspects
    assert [(one.where, one.evidence) for one in found["2026-2027"]] == [("1.2.1", ("MC.1.2.01",))]


@pytest.mark.parametrize(
    "name", ["", "2026-2027/tieu-chuan-1", "2026-2027/tieu-chi-1.2", "bao-cao"], ids=lambda name: name or "school"
)
def test_where_it_is_shown(sites: tuple[Path, Path], name: str) -> None:
    """The school's method explains the word once more."""
    assert page(sites[0], name).count(TAG) == (1 if name else 2)
    assert page(sites[0], name, "en").count(">to be reviewed</span>") == (1 if name else 2)
    assert WORD not in page(sites[1], name).lower()


def test_what_is_said_of_it(sites: tuple[Path, Path]) -> None:
    school, criterion, checks = (page(sites[0], name) for name in ("", "2026-2027/tieu-chi-1.2", "kiem-tra"))
    assert '<a href="#can-xem-lai">1 kết quả cần xem lại</a>' in school
    assert re.search('id="can-xem-lai">[^<]*<a href="[^"]*tieu-chi-1.2/">', school)
    assert "Trường xác nhận ngày 18/11/2026. Từ đó đã đổi: minh chứng <a" in criterion
    assert "(Mức 1)" in criterion
    assert "Xác nhận ngày 18/11/2026" in checks
    assert NOT_CONFIRMED not in checks
    assert NOT_CONFIRMED in page(sites[1], "kiem-tra")


def test_levels_and_what_machines_are_told_stay(sites: tuple[Path, Path]) -> None:
    for name in ("", "2026-2027/tieu-chi-1.2"):
        pairs = [re.findall('<script type="application/ld.json">(.*?)</script>', page(site, name)) for site in sites]
        assert pairs[0] == pairs[1]
        assert pairs[0]


def test_nothing_of_the_file_leaves_the_folder(sites: tuple[Path, Path]) -> None:
    text = (ROOT / "schools" / SCHOOL / "confirmed.yml").read_text(encoding="utf-8")
    secrets = {one.encode() for one in re.findall("[0-9a-f]{32,}", text)}
    site = sites[0]
    files = [path for folder in (site, site.parent / ".kdcl") for path in folder.rglob("*") if path.is_file()]
    assert files
    held = re.compile(b"|".join(sorted(secrets)))
    assert not [path for path in files if held.search(path.read_bytes()) or "confirmed" in path.name]


def test_a_broken_file_stops_the_school(tmp_path: Path) -> None:
    folder = tmp_path / SCHOOL
    shutil.copytree(ROOT / "schools" / SCHOOL, folder)
    (folder / "confirmed.yml").write_bytes(b"salt: [")
    assert inspected(folder).folder is None
