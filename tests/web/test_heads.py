"""What every page of the built site says of itself: language, a title and a description like no other, true facts."""

import json
import re
from collections import defaultdict
from html import unescape
from pathlib import Path

from tests.outputs.schema_org import Graph
from tests.project import pages

FACTS = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def test_titles_and_descriptions_are_like_no_other(site: Path) -> None:
    for pattern in (r"<title>(.*?)</title>", r'<meta name="description" content="(.*?)"'):
        found: dict[str, list[str]] = defaultdict(list)
        for page in pages(site):
            if page.name != "404.html":
                [said] = re.findall(pattern, page.read_text(encoding="utf-8"), re.DOTALL)
                found[unescape(said).strip()].append(page.relative_to(site).as_posix())
        assert "" not in found
        assert {said: where for said, where in found.items() if len(where) > 1} == {}


def test_every_page_says_its_language(site: Path) -> None:
    for page in pages(site):
        [said] = re.findall(r'<html lang="([^"]*)"', page.read_text(encoding="utf-8"))
        assert said == ("en" if page.relative_to(site).parts[0] == "en" else "vi"), page


def test_the_facts_of_every_page_hold_by_the_schema(site: Path) -> None:
    told = 0
    for page in pages(site):
        for text in FACTS.findall(page.read_text(encoding="utf-8")):
            facts = json.loads(text)
            assert facts["@context"] == "https://schema.org"
            Graph.validate_python(facts["@graph"])
            told += 1
    assert told > 1000
