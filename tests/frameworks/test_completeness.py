"""What every catalogue of the package has to say, and the few things that no source was found for."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest

from kdcl_site.frameworks.framework import Criterion, Framework
from kdcl_site.frameworks.load import load_frameworks
from kdcl_site.frameworks.maps import load_maps
from kdcl_site.frameworks.texts import Local, Name
from kdcl_site.nodes.compose import read
from kdcl_site.nodes.node import Mapping, Node, Sequence

FRAMEWORKS, _ = load_frameworks()
MAPS, _ = load_maps(FRAMEWORKS)
FILES = sorted(Path("kdcl_site/frameworks/data").rglob("*.yml"))

OF_2018 = ("tt17-2018", "tt18-2018", "tt19-2018")
AMENDED = tuple(f"{name}-tt22-2024" for name in OF_2018)
OF_2026 = ("tt57-2026/gdtx", "tt57-2026/mam-non", "tt57-2026/pho-thong")

# What a catalogue has to have, and which do without it: nothing takes its place, or its `unverified` says why.
WANTED: dict[str, tuple[Callable[[Framework], object], Collection[str]]] = {
    "title": (lambda one: one.name.vi and one.short.vi, ()),
    "number": (lambda one: one.source.number, ()),
    "issuer": (lambda one: one.source.issuer, ()),
    "dates in force": (lambda one: one.in_force.since and one.source.issued, ()),
    "end of force": (lambda one: one.in_force.until, ("tt15-2017", *OF_2026)),
    "replaces": (lambda one: one.replaces, ("tt15-2017", *AMENDED)),
    "replaced by": (lambda one: one.replaced_by, ("tt15-2017", *OF_2026)),
    "kinds of school": (lambda one: one.applies_to, ()),
    "words for tiers": (lambda one: one.words.standard.vi and one.words.criterion.vi and one.words.level.vi, ()),
    "scale": (lambda one: all(step.gloss.vi for step in one.scale), ()),
    "plain words": (lambda one: all(item.plain.vi for item in one.criteria.values()), ()),
    "why": (lambda one: all(item.why.vi for item in one.criteria.values()), ()),
    "plain words of levels": (lambda one: all(level.plain.vi for item in _of(one) for level in item.levels), ()),
    "articles": (lambda one: all(item.article for item in one.criteria.values()) and one.school_level.article, ()),
    "evidence kinds": (lambda one: all(item.evidence_kinds for item in one.criteria.values()), ()),
    "quantitative data": (lambda one: any(item.figures for item in one.criteria.values()), ()),
    "evidence code": (lambda one: one.evidence_code.example, ()),
    "former evidence codes": (lambda one: one.former_evidence_codes, ("tt15-2017",)),
    "forms": (lambda one: one.forms, ()),
    "years of data": (lambda one: one.data_years, ("tt15-2017",)),
    "tables of data": (lambda one: one.data_tables, ("tt15-2017", "tt57-2026/gdtx")),
    "procedure": (lambda one: one.procedure, ()),
    "recognition": (lambda one: one.recognition, ("tt57-2026/gdtx",)),
    "what is unverified": (lambda one: one.verified or one.unverified, ()),
}

YEARS = {**dict.fromkeys((*OF_2018, *AMENDED), 5), **dict.fromkeys(OF_2026, 3), "tt15-2017": None}


@pytest.mark.parametrize(("has", "without"), WANTED.values(), ids=WANTED.keys())
def test_every_catalogue_has_it(has: Callable[[Framework], object], without: Collection[str]) -> None:
    assert sorted(name for name, one in FRAMEWORKS.items() if not has(one)) == sorted(without)


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_years_of_data(name: str) -> None:
    assert FRAMEWORKS[name].data_years == YEARS[name]


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_documents_that_replace_each_other_say_so_both(name: str) -> None:
    """Whatever one says it replaces among ours ends the day before, and names it."""
    one = FRAMEWORKS[name]
    older = [item for item in FRAMEWORKS.values() if item.source.number in one.replaces]
    assert bool(older) == (name in OF_2026)
    for item in older:
        assert item.replaced_by == one.source.number
        assert item.in_force.until
        assert (one.in_force.since - item.in_force.until).days == 1


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_vietnamese_text_is_there_in_english(file: Path) -> None:
    node, findings = read(file, file.name)
    assert findings == []
    assert node
    assert list(_vietnamese_alone(node)) == []


def test_every_pair_of_a_map_has_a_reason_of_its_own_in_both_languages() -> None:
    for bridge in MAPS:
        reasons = [pair.reason for pair in bridge.pairs]
        for language in ("vi", "en"):
            said = [reason.text(language) for reason in reasons]
            assert len(set(said)) == len(said)
        assert all(_differ(reason) for reason in reasons)


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_plain_words_are_translated_and_not_copied(name: str) -> None:
    for criterion in _of(FRAMEWORKS[name]):
        texts = [criterion.plain, criterion.why, *(level.plain for level in criterion.levels)]
        assert [text.vi for text in texts if not _differ(text)] == []


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_ids_of_figures_begin_with_their_criterion(name: str) -> None:
    named: list[tuple[str, Name]] = [(item.number, one) for item in _of(FRAMEWORKS[name]) for one in item.figures]
    assert [one.id for number, one in named if not one.id.startswith(f"{number}.")] == []


def _of(framework: Framework) -> Iterator[Criterion]:
    return iter(framework.criteria.values())


def _differ(text: Local) -> bool:
    return bool(text.en) and text.en != text.vi


def _vietnamese_alone(node: Node) -> Iterator[str]:
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _vietnamese_alone(item)
    elif isinstance(node, Mapping):
        keys = {key.text: value for key, value in node.pairs}
        if "vi" in keys and "en" not in keys:
            yield str(keys["vi"])
        for value in keys.values():
            yield from _vietnamese_alone(value)
