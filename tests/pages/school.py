"""Schools for tests of pages, from plain data: what an author would write in the files, typed as reading does."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.judging.judge import judge
from kdcl_site.model.assessment import Assessment
from kdcl_site.model.evidence import Evidence
from kdcl_site.model.folder import Round, SchoolFolder
from kdcl_site.model.improvement import Improvement
from kdcl_site.model.recognition import Recognition
from kdcl_site.model.replies import Replies
from kdcl_site.model.school import School
from kdcl_site.nodes.compose import compose
from kdcl_site.nodes.typed import typed
from kdcl_site.pages.piece import SchoolRow
from kdcl_site.pages.school_site import PublishedFile, SiteOptions, plan_school
from kdcl_site.pages.view import PageView
from kdcl_site.text.words import Words, load_words

Data = dict[str, Any]

OWN = Path("tests/frameworks/own")
"""A folder of frameworks as an operator writes them: other words for the tiers, grades, areas without levels."""

OPTIONS = SiteOptions(directory_urls=True, as_of=date(2026, 11, 20))


@cache
def words(language: str = "vi") -> Words:
    return load_words(language)


@cache
def framework() -> Framework:
    file = resources.files("kdcl_site.frameworks").joinpath("data", "tt57-2026", "pho-thong.yml")
    found: Framework = read(Framework, file.read_text(encoding="utf-8"), "pho-thong.yml")
    return found


@cache
def frameworks() -> Mapping[str, Framework]:
    return {**load_frameworks(OWN)[0], framework().id: framework()}


def assessment_2018(name: str = "tt18-2018", levels: Mapping[str, int] | None = None, **changes: Any) -> Data:
    """A round of 2018 in which every criterion reaches the highest level it has, but for those named."""
    criteria: Data = {}
    for number, criterion in frameworks()[name].criteria.items():
        top = (levels or {}).get(number, 3)
        criteria[number] = {
            "levels": {
                str(one.level): {"verdict": "met" if one.level <= top else "not_met"} for one in criterion.levels
            }
        }
    dates = {"concluded_on": "2024-03-10", "published": "2024-04-01", "school_year": "2023-2024"}
    return assessment() | {"framework": name, "criteria": criteria, "approved": None} | dates | changes


def read(kind: Any, text: str, file: str) -> Any:
    node, found = compose(text, file)
    assert node is not None, found
    value, found = typed(node, TypeAdapter(kind), file)
    assert value is not None, found
    return value


def typed_data(kind: Any, data: Any, file: str) -> Any:
    return read(kind, yaml.safe_dump(data, allow_unicode=True, sort_keys=False), file)


def assessment(levels: Mapping[str, int | None] | None = None, **changes: Any) -> Data:
    """A published round in which every criterion reaches level 2, but for those named."""
    criteria: Data = {}
    for number in framework().criteria:
        level = (levels or {}).get(number, 2)
        if level is not None:
            one = "met" if level >= 1 else "not_met"
            two = "met" if level >= 2 else "not_met"
            criteria[number] = {"levels": {"1": {"verdict": one}, "2": {"verdict": two}}}
    data: Data = {
        "framework": framework().id,
        "kind": "self",
        "school_year": "2026-2027",
        "concluded_on": "2026-10-28",
        "approved": {"on": "2026-11-05", "by": "Hiệu trưởng", "decision": "45/QĐ-TH"},
        "published": "2026-11-10",
        "criteria": criteria,
    }
    return {key: value for key, value in (data | changes).items() if value is not None}


def commitment(**changes: Any) -> Data:
    data: Data = {
        "id": "CT-2026-01",
        "title": "Bổ sung một giáo viên Tin học",
        "criteria": ["2.2"],
        "measure": "Đủ một giáo viên cho 20 lớp.",
        "due": "2027-03-31",
        "owner": "Hiệu trưởng",
    }
    return data | changes


def item(code: str, **changes: Any) -> Data:
    return {"code": code, "title": f"Hồ sơ {code}"} | changes


def folder(
    rounds: Mapping[str, Data] | None = None,
    evidence: list[Data] | None = None,
    plans: list[Data] | None = None,
    recognitions: list[Data] | None = None,
    replies: Data | None = None,
    **school: Any,
) -> SchoolFolder:
    """A school's folder; without rounds it has one that is published."""
    about: Data = {
        "format": 1,
        "name": "Trường Tiểu học Đồi Thông",
        "kind": "primary",
        "stages": ["primary"],
        "province": "Tỉnh Minh Họa",
        "commune": "Xã Suối Ngàn",
    }
    told = {"2026-2027": assessment()} if rounds is None else rounds
    told = {name: {key: value for key, value in data.items() if value is not None} for name, data in told.items()}
    items = typed_data(tuple[Evidence, ...], evidence, "schools/th/evidence.yml") if evidence else ()
    plan_list = [{"plan": {"school_year": "2026-2027"}} | plan for plan in plans or []]
    return SchoolFolder(
        id="th",
        school=typed_data(School, about | school, "schools/th/school.yml"),
        rounds=tuple(
            Round(
                name,
                typed_data(Assessment, data, f"schools/th/rounds/{name}/assessment.yml"),
                frameworks()[data["framework"]],
            )
            for name, data in told.items()
        ),
        evidence={one.code: one for one in items},
        plans=tuple(typed_data(Improvement, plan, "schools/th/improvement/2026-2027.yml") for plan in plan_list),
        recognitions=typed_data(tuple[Recognition, ...], recognitions, "r.yml") if recognitions else (),
        replies=typed_data(Replies, replies, "schools/th/replies.yml") if replies else None,
    )


def planned(
    school: SchoolFolder,
    options: SiteOptions = OPTIONS,
    files: Mapping[str, PublishedFile] | None = None,
    language: str = "vi",
) -> tuple[list[PageView], SchoolRow]:
    judgements = {one.id: judge(one.framework, one.assessment) for one in school.rounds}
    return plan_school(school, judgements, options, words(language), files or {})


def view(school: SchoolFolder, end: str, options: SiteOptions = OPTIONS) -> Any:
    """The view model of the page whose address ends so."""
    views, _ = planned(school, options)
    return next(one.data for one in views if one.address.path.endswith(end))


def round_with(number: str, rating: dict[str, Any]) -> dict[str, Any]:
    data = assessment()
    data["criteria"][number] = rating
    return {"2026-2027": data}


def met(findings: Any = None) -> dict[str, Any]:
    return {"verdict": "met"} | ({"findings": findings} if findings else {})
