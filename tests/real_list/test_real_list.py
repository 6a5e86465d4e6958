from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from kdcl_site.findings.finding import Severity
from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.judging.judge import judge
from kdcl_site.model.evidence import Evidence
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.reading.school import read_school
from tests.real_list.convert import evidence, records, write_school

RECORDS = records()


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> SchoolFolder:
    path = tmp_path_factory.mktemp("schools") / "th-suoi-lam"
    write_school(path)
    folder, findings = read_school(path, "schools/th-suoi-lam", load_frameworks()[0])
    assert [item for item in findings if item.severity is not Severity.NOTICE] == []
    assert folder is not None
    return folder


@pytest.fixture(scope="module")
def items(school: SchoolFolder) -> Mapping[str, Evidence]:
    return school.evidence


def test_school_is_invented_and_says_so(school: SchoolFolder) -> None:
    who = school.school
    assert who.sample
    assert (who.name, who.commune, who.province) == ("Trường Tiểu học Suối Lam", "Xã Suối Lam", "Tỉnh Minh Họa")


def test_round_is_published_and_judges_nothing(school: SchoolFolder) -> None:
    (only,) = school.rounds
    assert school.current() is only
    judgement = judge(only.framework, only.assessment)
    assert judgement.level is None
    assert judgement.unjudged == tuple(only.framework.criteria)


def test_every_criterion_of_the_framework_is_served(school: SchoolFolder) -> None:
    served = {number for item in school.evidence.values() for number in item.serves}
    assert served == set(school.rounds[0].framework.criteria)


def test_every_record_is_an_item_with_all_it_says(items: Mapping[str, Evidence]) -> None:
    assert len(RECORDS) == len(items) == 101
    assert [
        (item.code, item.title, item.serves, item.state, item.kept_by, item.kept_at) for item in items.values()
    ] == [
        (
            record["ma"],
            record["ten"],
            tuple(record["tieu_chi"]),
            {"co": "available", "chua": "planned"}[record["trang_thai"]],
            record["phu_trach"],
            "Hộp " + record["hop"],
        )
        for record in RECORDS
    ]


def test_counts(items: Mapping[str, Evidence]) -> None:
    assert sum(len(item.serves) > 1 for item in items.values()) == 46
    assert sum(item.state == "planned" for item in items.values()) == 32
    assert sum(item.proves for item in items.values()) == 69


# Every cell of the list that is not one plain code: each shape a school has used, and what became of it.
FORMER = {
    "MC.1.1.01": "1.1.1 merged, 1.1.3 merged",
    "MC.1.2.03": "1.3.1 split",
    "MC.3.1.02": "1.3.2 split",
    "MC.1.2.04": "1.3.2 split",
    "MC.1.3.01": "1.3.2 split",
    "MC.2.2.01": "1.7.2 merged, 9.1.1 merged",
    "MC.1.4.01": "2.6.2 split",
    "MC.2.2.03": "1.8.2 merged, 1.8.3 split",
    "MC.1.4.04": "1.10.3 split",
    "MC.3.4.01": "2.1.1 split",
    "MC.3.5.01": "2.1.1 split",
    "MC.3.4.05": "2.5.1 merged, 2.5.2 merged",
    "MC.3.5.04": "1.8.2 merged, 1.8.3 merged, 2.4.3 merged",
    "MC.3.1.04": "3.1.1 merged, 3.1.2 merged, 3.1.3 merged, 3.1.4 merged, 3.1.5 merged, 2.2.1 merged",
    "MC.3.1.05": "2.3.1 merged, 2.3.2 merged",
    "MC.3.2.01": "2.6.2 merged, 3.2.1 merged, 3.2.2 merged, 3.3.3 merged",
    "MC.1.2.09": "1.7.3 split",
    "MC.1.2.10": "1.7.3 split",
    "MC.1.2.11": "1.7.3 split",
    "MC.1.2.12": "1.2.1 merged, 1.2.2 merged, 1.2.3 merged, 1.2.4 merged",
    "MC.3.3.03": "7.1 merged, 7.2 split",
    "MC.1.3.08": "4.1.4 renamed",
    "MC.1.3.11": "1.5.1 merged, 5.1 merged, 5.3 merged, 5.4 merged",
    "MC.1.3.13": "1.6.2 merged, 1.6.3 merged",
    "MC.4.1.02": "1.5.3 merged, 1.6.4 merged, 4.3.2 merged",
    "MC.3.4.09": "4.4.1 split",
    "MC.4.2.02": "4.4.1 merged, 1.9.2 merged",
    "MC.4.1.03": "4.2.1 merged, 4.2.2 merged",
    "MC.4.1.05": "3.3.2 merged",
    "MC.4.1.06": "1.10.3 split",
    "MC.4.2.06": "1.10.3 split",
}


def test_former_codes_are_kept(items: Mapping[str, Evidence]) -> None:
    for record in RECORDS:
        cell = record["ma_cu"]
        none = cell in ("", "—") or (cell.startswith("MOI.") and "+" not in cell)
        wanted = FORMER.get(record["ma"], "" if none else f"{cell} same")
        told = ", ".join(f"{former.code} {former.how}" for former in items[record["ma"]].former_codes)
        assert (record["ma"], told) == (record["ma"], wanted)


def test_records_without_a_former_code(items: Mapping[str, Evidence]) -> None:
    cells = [record["ma_cu"] for record in RECORDS if not items[record["ma"]].former_codes]
    assert sorted(set(cells)) == ["", "MOI.1", "MOI.2", "MOI.3", "MOI.4", "MOI.5", "MOI.7", "—"]


@pytest.mark.parametrize(
    ("former", "codes"),
    {
        "1.3.2": ["MC.1.2.04", "MC.1.3.01", "MC.3.1.02"],
        "1.7.3": ["MC.1.2.09", "MC.1.2.10", "MC.1.2.11"],
        "1.10.3": ["MC.1.4.04", "MC.4.1.06", "MC.4.2.06"],
        "2.1.1": ["MC.3.4.01", "MC.3.5.01"],
        "1.2.3": ["MC.1.2.12"],
        "3.1.4": ["MC.3.1.04"],
        "6.1": ["MC.1.2.14"],
        "5.4": ["MC.1.3.11"],
    }.items(),
)
def test_a_former_code_finds_every_item_it_became(items: Mapping[str, Evidence], former: str, codes: list[str]) -> None:
    found = defaultdict(list)
    for item in items.values():
        for old in item.former_codes:
            found[old.code].append(item.code)
    assert sorted(found[former]) == codes


def test_a_former_code_that_cannot_be_read_stops_the_conversion() -> None:
    with pytest.raises(ValueError, match=r"MC\.1\.1\.01.*xem sổ cũ"):
        evidence(RECORDS[0] | {"ma_cu": "1.1.1 + xem sổ cũ"})


def test_the_same_list_gives_the_same_bytes(tmp_path: Path) -> None:
    folders = tmp_path / "one", tmp_path / "two"
    for folder in folders:
        write_school(folder)
    one, two = ({path.name: path.read_bytes() for path in folder.rglob("*.yml")} for folder in folders)
    assert one == two
    assert sorted(one) == ["assessment.yml", "evidence.yml", "school.yml"]
