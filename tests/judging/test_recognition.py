"""Certificates on a day, and what a level would open: met, not met, not known."""

from datetime import date

import pytest

from kdcl_site.judging.judge import judge
from kdcl_site.judging.recognition import Outlook, outlooks, recognition_state
from kdcl_site.model.recognition import Recognition
from tests.judging.build import entry
from tests.judging.shapes import a_round, by_levels, ours, told

AS_OF = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("expires", "as_of", "status"),
    [
        ("2026-11-19", AS_OF, "expired"),
        ("2026-11-20", AS_OF, "expiring"),
        ("2027-11-19", AS_OF, "expiring"),
        ("2027-11-20", AS_OF, "valid"),
        ("2031-05-01", AS_OF, "valid"),
        ("2029-02-28", date(2028, 2, 29), "expiring"),
        ("2029-03-01", date(2028, 2, 29), "valid"),
        (None, AS_OF, "valid"),
    ],
)
def test_a_certificate_on_a_day(expires: str | None, as_of: date, status: str) -> None:
    head = {"kind": "national_standard", "framework": "tt17-2018", "level": 1, "issuer": "UBND", "issued": "2022-05-01"}
    item = entry(Recognition, head | {"expires": expires} if expires else head)
    found = recognition_state(item, as_of)
    assert (found.recognition, found.status) == (item, status)
    assert found.until == (date.fromisoformat(expires) if expires else None)


def looks(name: str, kind: str, level: int | None) -> dict[str, Outlook]:
    """The outlooks of a school all of whose criteria stand at a level, or at the highest they have."""
    framework = ours()[name]
    levels: dict[str, int | None] = {
        number: None if level is None else min(level, max(one.level for one in item.levels))
        for number, item in framework.criteria.items()
    }
    assessment = told(by_levels(framework, levels), kind=kind)
    return {one.kind: one for one in outlooks(a_round(framework, assessment), judge(framework, assessment).level)}


@pytest.mark.parametrize(
    ("level", "accreditation", "standard"), [(0, None, None), (1, 1, None), (2, 2, 1), (3, 3, 2), (None, None, None)]
)
@pytest.mark.parametrize("name", ["tt17-2018", "tt18-2018", "tt19-2018"])
def test_what_a_level_of_2018_opens(
    name: str, level: int | None, accreditation: int | None, standard: int | None
) -> None:
    found = looks(name, "external", level)
    assert list(found) == ["accreditation", "national_standard"]
    for kind, opened in (("accreditation", accreditation), ("national_standard", standard)):
        assert found[kind].level == opened
        states = {one.id: one.state for one in found[kind].conditions}
        assert states.pop("level") == ("unknown" if level is None else "not_met" if opened is None else "met")
        assert set(states.values()) == {"unknown"}


def test_in_2018_only_an_external_assessment_decides() -> None:
    for outlook in looks("tt17-2018", "self", 3).values():
        assert {one.state for one in outlook.conditions} == {"unknown"}


@pytest.mark.parametrize(("level", "opened"), [(0, None), (1, 1), (2, 2), (None, None)])
@pytest.mark.parametrize("name", ["tt57-2026/pho-thong", "tt57-2026/mam-non"])
def test_what_a_level_of_2026_opens(name: str, level: int | None, opened: int | None) -> None:
    """Three years of data, a cohort, and rooms and safety are never guessed."""
    found = looks(name, "self", level)
    assert list(found) == ["national_standard"]
    outlook = found["national_standard"]
    assert outlook.level == opened
    decided = "unknown" if level is None else "not_met" if opened is None else "met"
    assert [one.state for one in outlook.conditions] == ["unknown", "unknown", decided, "unknown"]
    assert all(one.text.vi and one.article for one in outlook.conditions)


def test_continuing_education_has_no_recognition() -> None:
    assert looks("tt57-2026/gdtx", "self", 2) == {}
