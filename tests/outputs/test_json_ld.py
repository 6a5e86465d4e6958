"""The facts of every kind of page: valid by a schema of what we use of schema.org, harmless in HTML, nobody ranked."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kdcl_site.outputs.json_ld import MEDIA_TYPES, json_ld
from kdcl_site.reading.file_kinds import KINDS
from tests.outputs.schema_org import DigitalDocument, Graph, PlanAction
from tests.pages.school import OPTIONS, assessment_2018, folder, planned, words
from tests.rendering.schools import FILES, HOSTILE, SCHOOLS

SITE = "https://truong.example/chat-luong/"
OPTIONS_THERE = replace(OPTIONS, site_url=SITE)


def texts(school: Any, language: str = "vi") -> dict[str, str]:
    """The facts of each page by its address."""
    options = replace(OPTIONS_THERE, language=language)
    views, _ = planned(school, options, FILES, language)
    return {view.address.path: json_ld(view, options) for view in views}


def graph(school: Any, end: str = "/th", language: str = "vi") -> list[Any]:
    """The nodes of the page whose address ends so, by the schema."""
    text = next(text for path, text in texts(school, language).items() if path.endswith(end))
    return Graph.validate_python(json.loads(text)["@graph"])


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", SCHOOLS)
def test_the_facts_of_every_page_hold_by_the_schema(name: str, language: str) -> None:
    for path, text in texts(SCHOOLS[name], language).items():
        told = json.loads(text)
        assert told["@context"] == "https://schema.org"
        Graph.validate_python(told["@graph"])
        assert "aggregateRating" not in text, path
        assert not {"\ue000", "\ue001", "\ue002"} & set(text), path


def test_the_schema_sees_a_wrong_property() -> None:
    crumbs = json.loads(texts(folder())["truong/th"])["@graph"]
    with pytest.raises(ValueError, match="aggregateRating"):
        Graph.validate_python([*crumbs, crumbs[1] | {"aggregateRating": {"ratingValue": 5}}])


def test_hostile_words_cannot_end_the_script_and_come_back_whole() -> None:
    for text in texts(SCHOOLS["hostile"]).values():
        assert not set("<>&\u2028\u2029") & set(text)
    assert HOSTILE in json.loads(texts(SCHOOLS["hostile"])["truong/th"])["@graph"][1]["name"]


def test_a_school_says_who_it_is_and_what_it_was_given() -> None:
    certificate = {"kind": "national_standard", "framework": "tt17-2018", "level": 1, "issuer": "UBND tỉnh Minh Họa"}
    given = [certificate | {"issued": "2023-05-10", "expires": "2028-05-10"}]
    given += [certificate | {"issued": "2016-05-10", "expires": "2021-05-10"}]
    [_, school, review] = graph(folder(recognitions=given, founded=1998))
    assert (school.type, str(school.id)) == ("ElementarySchool", f"{SITE}truong/th/#truong")
    assert school.foundingDate == "1998"
    states = [one.certificationStatus.rpartition("/")[2] for one in school.hasCertification]
    assert states == ["CertificationActive", "CertificationInactive"]
    assert (review.reviewRating.ratingValue, review.reviewRating.bestRating) == (2, 2)
    assert review.author.id == school.id
    assert "Thang: Không đạt Mức 1 · Mức 1 · Mức 2" in review.reviewRating.ratingExplanation


def test_a_school_of_several_stages_is_of_several_kinds() -> None:
    assert graph(SCHOOLS["several"])[1].type == ["MiddleSchool", "HighSchool"]


def test_a_criterion_has_its_rating_with_the_day_and_the_judge() -> None:
    round_of = assessment_2018(kind="external", levels={"1.1": 0})
    about: dict[str, Any] = {"kind": "upper_secondary", "stages": ["upper_secondary"]}
    review = graph(folder(rounds={"dgn": round_of}, **about), "/tieu-chi-1.1")[-1]
    assert review.reviewRating.reviewAspect.startswith("Tiêu chí 1.1: ")
    assert (review.reviewRating.ratingValue, review.author.name) == (0, words()("judge.external"))
    assert review.datePublished == date(2024, 3, 10)


def test_what_nobody_judged_has_no_rating() -> None:
    assert "Review" not in texts(SCHOOLS["unfinished"])["truong/th/a/tieu-chi-1.1"]
    assert "Review" not in texts(SCHOOLS["empty"])["truong/th"]


def test_published_files_and_commitments_are_told_at_their_place() -> None:
    [document] = [one for one in graph(SCHOOLS["full"], "/minh-chung") if isinstance(one, DigitalDocument)]
    assert str(document.encoding.contentUrl) == f"{SITE}truong/th/tep/MC.1.1.01.pdf"
    plans = [one for one in graph(SCHOOLS["full"], "/cam-ket") if isinstance(one, PlanAction)]
    assert [one.identifier for one in plans] == ["CT-2026-01", "CT-2026-02", "CT-2026-03", "CT-2026-04"]
    assert [one.actionStatus.removeprefix("https://schema.org/") for one in plans] == [
        "ActiveActionStatus",
        "CompletedActionStatus",
        "FailedActionStatus",
        "PotentialActionStatus",
    ]


def test_every_kind_of_file_that_may_be_published_has_a_media_type() -> None:
    assert set(MEDIA_TYPES) == {kind.type for kind in KINDS.values()}


def test_internal_evidence_is_told_nowhere() -> None:
    assert "MC.1.1.03" not in "".join(texts(SCHOOLS["full"]).values())


def test_the_same_school_has_the_same_name_in_both_languages() -> None:
    assert graph(folder(), language="en")[1].id == graph(folder())[1].id
    crumbs = graph(folder(), "/cam-ket", "en")[0].itemListElement
    assert str(crumbs[0].item) == f"{SITE}en/truong/"
    assert str(crumbs[-1].item) == f"{SITE}en/truong/th/cam-ket/"


def test_without_an_address_of_the_site_there_are_no_facts() -> None:
    views, _ = planned(folder())
    assert {json_ld(view, OPTIONS) for view in views} == {""}
