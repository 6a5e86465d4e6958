"""What a framework calls its tiers comes from its catalogue: no page fixes the words of one circular."""

import re
from html import unescape
from importlib import resources
from typing import Any

import pytest
import yaml

from kdcl_site.pages.piece import Piece
from kdcl_site.rendering.render import Renderer
from tests.pages.library import pages, row
from tests.pages.school import Data, commitment, folder, frameworks, item, view, words
from tests.rendering.schools import render

FIXED = re.compile(r"tiêu chí|tiêu chuẩn|\bcriteri|(?<!national )\bstandard", re.IGNORECASE)
OWN = "so-minh-hoa/bon-bac"


@pytest.mark.parametrize("file", ["site.yml", "tiers.yml", "past.yml"])
def test_no_sentence_of_the_site_names_a_tier(file: str) -> None:
    text = resources.files("kdcl_site.text").joinpath("words", file).read_text(encoding="utf-8")
    named = re.compile(r"\{\w+\}")
    entries = {
        (key, one): named.sub("", said) for key, told in yaml.safe_load(text).items() for one, said in told.items()
    }
    assert {key for key, said in entries.items() if FIXED.search(said)} == set()


def graded(**changes: Any) -> Any:
    """A school under a framework of our own, whose tiers are called Lĩnh vực and Nội dung."""
    weakness = {"id": "Y1", "text": "Cổng trường đông.", "commitments": ["CT-2026-01"]}
    data: Data = {
        "framework": OWN,
        "kind": "self",
        "school_year": "2025-2026",
        "concluded_on": "2026-04-10",
        "published": "2026-04-20",
        "criteria": {
            "1.1": {"grade": 2, "findings": "Có người trực (BB-1.1-01).", "weaknesses": [weakness]},
            "1.2": {"grade": 4, "findings": "Bếp sạch."},
        },
    }
    parts: Data = {
        "rounds": {"a": data, "b": data | {"school_year": "2024-2025", "concluded_on": "2025-10-10"}},
        "evidence": [item("BB-1.1-01", serves=["1.1"]), item("KHAC-1")],
        "plans": [{"commitments": [commitment(criteria=["1.1"]), commitment(id="CT-2026-02", criteria=[])]}],
    }
    return folder(**(parts | changes))


def said(piece: Piece) -> str:
    """Everything a page says, without its addresses and ids."""
    body = unescape(re.sub(r"<[^>]*>", " ", piece.body))
    parts = [piece.title, piece.description, body]
    parts += [one.title for one in piece.nav] + [one.title for one in piece.toc]
    parts += [text for one in piece.search for text in (one.title, one.text)]
    return " ".join(parts).replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_school_under_another_framework_hears_its_words_only(language: str) -> None:
    school = graded()
    for piece in render(school, language):
        text = said(piece)
        assert FIXED.search(text) is None, (piece.address.path, FIXED.findall(text))
        assert "None" not in text


def test_the_words_of_that_framework_stand_instead() -> None:
    pieces = {one.address.path.removeprefix("truong/th"): said(one) for one in render(graded())}
    assert "Các nội dung" in pieces["/a/tieu-chuan-1"]
    assert "Trường chưa nêu điểm yếu ở lĩnh vực này." in pieces["/a/tieu-chuan-2"]
    assert "Chưa công bố minh chứng nào cho nội dung này." in pieces["/a/tieu-chi-1.2"]
    assert "Nội dung này đòi hỏi gì, theo Bốn bậc, Sở Minh Họa" in pieces["/a/tieu-chi-1.1"]
    assert re.search(r"nội dung\s+1\.1", pieces["/cam-ket"])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_pages_of_that_framework_hear_them_too(language: str) -> None:
    views = pages(OWN, row(OWN, {"1.1": 2, "1.2": 4, "2.1": None}), language=language)
    assert len(views) == 4
    for one in views:
        piece = Renderer(words(language)).piece(one)
        assert FIXED.search(said(piece)) is None, piece.address.path


VOCATIONAL: Data = {"kind": "vocational", "stages": ["vocational"]}


def points(given: dict[str, int] | None = None, default: int | None = 1) -> Data:
    """A vocational round: every criterion gets the same points, but for those named."""
    told = {number: (given or {}).get(number, default) for number in frameworks()["tt15-2017"].criteria}
    return {
        "framework": "tt15-2017",
        "kind": "self",
        "school_year": "2025-2026",
        "concluded_on": "2026-04-10",
        "published": "2026-04-20",
        "criteria": {number: {"points": one} for number, one in told.items() if one is not None},
    }


def test_where_the_words_are_reversed_they_are_reversed_on_every_page() -> None:
    """The vocational circular puts tiêu chuẩn inside tiêu chí."""
    data = points()
    del data["criteria"]["1.2"]
    school = folder(rounds={"a": data}, **VOCATIONAL)
    page = view(school, "/th")
    assert page.round.unfinished == "Còn 1 tiêu chuẩn chưa đánh giá (1.2)."
    pieces = {one.address.path.removeprefix("truong/th"): said(one) for one in render(school)}
    assert "Các tiêu chuẩn" in pieces["/a/tieu-chuan-1"]
    assert "Các tiêu chí" not in pieces["/a/tieu-chuan-1"]
    assert "Trường chưa nêu điểm mạnh ở tiêu chí này." in pieces["/a/tieu-chuan-1"]
    assert "cho tiêu chuẩn này" in pieces["/a/tieu-chi-1.2"]
    assert "cho tiêu chí này" not in pieces["/a/tieu-chi-1.2"]
    assert "Tiêu chuẩn này đòi hỏi gì" in pieces["/a/tieu-chi-1.2"]
