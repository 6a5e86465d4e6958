"""Former ids of schools: none is a living school's id, and none belongs to two schools."""

from pathlib import Path

import pytest

from kdcl_site.building.build import inspect_all
from kdcl_site.building.former_ids import former_id_findings
from kdcl_site.building.options import day_of_build
from kdcl_site.cli.project import read_project
from kdcl_site.findings.finding import Place

# name: (former ids by school, the findings: code, school whose file it stands in, former id, the other school)
CASES: dict[str, tuple[dict[str, list[str]], list[tuple[str, str, str, str]]]] = {
    "none": ({"a": [], "b": []}, []),
    "sound": ({"a": ["a-cu", "a-cu-nua"], "b": ["b-cu"]}, []),
    "a living school's": ({"a": ["b"], "b": []}, [("K338", "a", "b", "b")]),
    "a living school's in another case": ({"a": ["B"], "b": []}, [("K338", "a", "B", "b")]),
    "of two schools": ({"a": ["cu"], "b": ["CU"]}, [("K339", "b", "CU", "a")]),
    "its own twice is no clash of schools": ({"a": ["cu", "cu"]}, []),
    "its own id is said elsewhere": ({"a": ["a"]}, []),
    "two schools merged into one": ({"moi": ["mot", "hai"]}, []),
}


@pytest.mark.parametrize(("told", "expected"), CASES.values(), ids=CASES.keys())
def test_former_ids(told: dict[str, list[str]], expected: list[tuple[str, str, str, str]]) -> None:
    schools = {school: tuple((name, Place(school)) for name in names) for school, names in told.items()}
    found = list(former_id_findings(schools))
    assert [(item.code, item.place.file, item.args["value"], item.args["other"]) for item in found] == expected


def test_they_are_checked_among_all_schools_of_a_project(tmp_path: Path) -> None:
    for name, former in (("th-mot", "th-hai"), ("th-hai", "th-cu"), ("th-ba", "th-cu")):
        folder = tmp_path / "schools" / name
        folder.mkdir(parents=True)
        text = f"format: 1\nname: {name}\nkind: primary\nstages: [primary]\nprovince: Tỉnh A\ncommune: Xã B\n"
        (folder / "school.yml").write_text(f"{text}former_ids: [{former}]\n", encoding="utf-8")
    options = read_project(tmp_path / "mkdocs.yml")
    assert options.as_of == day_of_build()
    everywhere = [(item.code, str(item.place.file)) for item in inspect_all(options)]
    assert everywhere == [("K339", "schools/th-hai/school.yml"), ("K338", "schools/th-mot/school.yml")]
    for checked, expected in (("th-mot", ["K338"]), ("th-ba", ["K339"]), ("th-hai", ["K339", "K338"])):
        found = [item.code for item in inspect_all(options, [tmp_path / "schools" / checked])]
        assert found == expected, checked


def test_a_school_that_cannot_be_read_keeps_its_former_ids(tmp_path: Path) -> None:
    for name in ("th-mot", "th-hai"):
        folder = tmp_path / "schools" / name
        folder.mkdir(parents=True)
        text = f"format: 1\nname: {name}\nkind: primary\nstages: [primary]\nprovince: Tỉnh A\ncommune: Xã B\n"
        (folder / "school.yml").write_text(f"{text}former_ids: [th-cu]\n", encoding="utf-8")
    (tmp_path / "schools/th-mot/evidence.yml").write_text("a: [", encoding="utf-8")
    found = [item.code for item in inspect_all(read_project(tmp_path / "mkdocs.yml"))]
    assert "K339" in found
