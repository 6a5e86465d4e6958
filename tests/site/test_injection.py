"""A corpus of hostile texts through every text of every file, as the schemas name them: none comes to life."""

import json
import shutil
from pathlib import Path

import pytest

from kdcl_site.building.compile import compile_school
from kdcl_site.building.frame import Slot, cut_frame
from kdcl_site.findings.finding import Severity
from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.outputs.search_index import documents
from kdcl_site.rendering.render import Renderer
from tests.pages.school import OPTIONS, words
from tests.project import ROOT
from tests.site.filler import LEFT, text_fields
from tests.site.injection import attack, rotated
from tests.site.living import living
from tests.site.payloads import MARK, PAYLOADS
from tests.site.rewrite import load, save

SCHOOLS = ("th-doi-thong", "thpt-nui-voi")
"""Together they have every kind of file and of entry."""

CLAUSES = {"1": {"verdict": "met", "findings": "Có.", "reason": "Có."}}
WAIVERS = [{"code": "K506", "reason": "Chưa kịp làm", "until": "2027-05-31"}]
LINE = f'<li><a href="{Slot.NAV_LINK}">{Slot.NAV_TITLE}</a></li>'
FRAME = cut_frame(
    f"""<!doctype html><title>{Slot.TITLE}</title><meta name="description" content="{Slot.DESCRIPTION}">
{Slot.HEAD}<ul>{LINE}<li><a href="{Slot.SELF}">{Slot.NAV_TITLE}</a>
<ul><li><a href="#{Slot.ANCHOR}">{Slot.HEADING}</a></li></ul></li>{LINE}</ul>
<p>{Slot.SCHOOL} <a href="{Slot.EDIT}">{Slot.URL}</a></p><main>{Slot.BODY}</main>"""
)


def laid_out(name: str, folder: Path) -> Path:
    """A sample school with what no sample has."""
    school = folder / name
    shutil.copytree(ROOT / "schools" / name, school)
    save(school / "waivers.yml", WAIVERS)
    for path in school.glob("rounds/*/assessment.yml"):
        told = load(path)
        if told["framework"] == "tt18-2018":
            told["clauses"] = CLAUSES
        for campus in load(school / "school.yml").get("campuses", []):
            told["criteria"]["1.1"]["sites"] = {campus["name"]: "Có."}
        save(path, told)
    return school


def test_every_text_of_every_schema_is_attacked(tmp_path: Path) -> None:
    reached = {path for name in SCHOOLS for path in attack(laid_out(name, tmp_path), rotated(0))}
    assert reached == text_fields() - LEFT


@pytest.mark.parametrize("name", SCHOOLS)
@pytest.mark.parametrize("turn", [0, *(pytest.param(n, marks=pytest.mark.deep) for n in range(1, len(PAYLOADS)))])
def test_nothing_of_it_comes_to_life(turn: int, name: str, tmp_path: Path) -> None:
    """In one school payloads stand behind the texts, in the other before them, on a line of their own."""
    school = laid_out(name, tmp_path)
    attack(school, rotated(turn, before=name == SCHOOLS[1]))
    frameworks, _ = load_frameworks()
    compiled = compile_school(school, f"schools/{name}", frameworks, OPTIONS, Renderer(words()))
    assert [item for item in compiled.findings if item.severity is Severity.ERROR] == []
    assert compiled.row
    shown = 0
    for piece in compiled.pieces:
        url = piece.address.url(True)
        html = FRAME.stamp(piece, compiled.row.name, url, "..")
        assert living(html) == [], url
        shown += html.count(MARK)
        for document in documents(url, piece.search):
            assert "<" not in document["title"] + document["text"]
            json.dumps(document).encode("ascii")
    assert shown > len(text_fields())
