"""JSON Schemas of catalogues: titles for each field in both languages, nothing unknown allowed, ours keep to them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from kdcl_site.frameworks.schemas import catalogue_schemas
from kdcl_site.text.words import load_words
from tests.reading.test_schemas import _Core, _mistakes

SCHEMA = catalogue_schemas(load_words("vi"))["framework"]
FILES = ("tests/frameworks/own/so-minh-hoa/bon-bac.yml", "kdcl_site/frameworks/data/tt57-2026/pho-thong.yml")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_field_has_a_title_and_nothing_unknown_is_allowed(language: str) -> None:
    made = catalogue_schemas(load_words(language))
    for schema in (*made.values(), *(part for one in made.values() for part in one.get("$defs", {}).values())):
        assert schema["additionalProperties"] is False
        assert all(item["title"] for item in schema["properties"].values())
        assert not any("located" in name for name in schema["properties"])


def test_words_hold_no_field_that_is_gone() -> None:
    made = catalogue_schemas(load_words("vi"))
    models = {"Framework": made["framework"], "FrameworkMap": made["map"], "Official": made["official"]}
    models |= made["framework"]["$defs"] | made["map"]["$defs"]
    used = {f"catalogue.{model}.{name}" for model, schema in models.items() for name in schema["properties"]}
    words = yaml.safe_load(Path("kdcl_site/text/words/catalogue.yml").read_text(encoding="utf-8"))
    assert set(words) == used | {f"file.{name}.title" for name in made}


@pytest.mark.parametrize("path", FILES)
def test_catalogues_are_valid_for_an_editor(path: str) -> None:
    data = yaml.load(Path(path).read_text(encoding="utf-8"), _Core)
    whole = _inlined(SCHEMA, SCHEMA["$defs"])
    assert list(_mistakes(data, whole, "khung")) == []
    assert list(_mistakes(data | {"scale": [{"level": "x"}], "strange": 1}, whole, "khung"))


@pytest.mark.parametrize("name", ["tt17-2018", "tt18-2018", "tt19-2018"])
def test_maps_are_valid_for_an_editor(name: str) -> None:
    made = catalogue_schemas(load_words("vi"))["map"]
    data = yaml.load(Path(f"kdcl_site/frameworks/data/maps/{name}.yml").read_text(encoding="utf-8"), _Core)
    whole = _inlined(made, made["$defs"])
    assert list(_mistakes(data, whole, "đối chiếu")) == []
    assert list(_mistakes(data | {"pairs": [{"from": "1.1"}]}, whole, "đối chiếu"))


def _inlined(schema: Any, parts: dict[str, Any]) -> Any:
    if isinstance(schema, list):
        return [_inlined(item, parts) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if isinstance(reference := schema.get("$ref"), str):
        return _inlined(parts[reference.rpartition("/")[2]], parts)
    return {key: _inlined(item, parts) for key, item in schema.items() if key != "$defs"}
