"""JSON Schemas: the committed ones are the generated ones, in Vietnamese, and the sample files keep to them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kdcl_site.reading.schemas import schemas, write_schemas
from kdcl_site.text.words import load_words

SCHEMAS = schemas(load_words("vi"))
CATALOGUES = ("framework.json", "map.json", "official.json")
FILES = {
    "school": "*/school.yml",
    "evidence": "*/evidence.yml",
    "assessment": "*/rounds/*/assessment.yml",
    "council": "*/rounds/*/council.yml",
    "figures": "*/rounds/*/figures.yml",
    "improvement": "*/improvement/*.yml",
    "recognitions": "*/recognitions.yml",
}
SAMPLES = [(name, path) for name, pattern in FILES.items() for path in sorted(Path("schools").glob(pattern))]


class _Core(yaml.SafeLoader):
    """YAML as editors read it (1.2): days are texts, and only true and false are flags."""


_Core.yaml_implicit_resolvers = {
    first: [(tag, expression) for tag, expression in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])


def test_committed_schemas_are_the_generated_ones(tmp_path: Path) -> None:
    assert write_schemas(tmp_path) == len(SCHEMAS) + len(CATALOGUES)
    committed = {path.name: path.read_bytes() for path in Path("schools/.schema").iterdir()}
    assert committed == {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert not any(b"\r" in data for data in committed.values())


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_property_has_a_title_and_a_description(language: str) -> None:
    for name, schema in schemas(load_words(language)).items():
        for where, item in _properties(schema, name):
            assert item["title"], where
            assert item["description"].endswith("."), where


def test_nothing_unknown_is_allowed_and_nothing_of_ours_shows() -> None:
    for schema in SCHEMAS.values():
        for item in _schemas(schema):
            assert "properties" not in item or item["additionalProperties"] is False
            assert "$ref" not in item
            assert not any("located" in name for name in item.get("properties", {}))
            assert set(item.get("required", [])) <= set(item.get("properties", {}))


def test_words_hold_no_field_that_is_gone() -> None:
    words = load_words("vi")
    files = (Path("kdcl_site/text/words") / name for name in ("fields.yml", "replies.yml"))
    keys = {key for file in files for key in yaml.safe_load(file.read_text(encoding="utf-8"))}
    fields = {key for key in keys if key.split(".")[0] in (*SCHEMAS, "file")}
    used = {f"file.{name}" for name in SCHEMAS}
    used |= {where for name, schema in SCHEMAS.items() for where, _ in _properties(schema, name)}
    assert fields == {f"{where}.{part}" for where in used for part in ("title", "description")}
    assert fields <= set(words.keys())


@pytest.mark.parametrize(("name", "path"), SAMPLES, ids=lambda value: str(value))
def test_samples_are_valid(name: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert list(_mistakes(yaml.load(text, _Core), SCHEMAS[name], path.name)) == []
    first = text.split("\n", 1)[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (path.parent / first.partition("=")[2]).resolve() == Path(f"schools/.schema/{name}.json").resolve()


def test_the_check_of_this_test_finds_mistakes() -> None:
    wrong = {"format": 2, "name": ["a"], "kind": "x", "stages": [], "province": "a", "founded": "x", "strange": 1}
    found = " ".join(_mistakes(wrong, SCHEMAS["school"], "a"))
    for word in ("a.format", "a.name", "a.kind", "a.stages", "a.founded", "a.strange", "commune"):
        assert word in found


def _schemas(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    inner = [schema[key] for key in ("items", "additionalProperties") if isinstance(schema.get(key), dict)]
    inner += [*schema.get("anyOf", []), *schema.get("oneOf", []), *schema.get("properties", {}).values()]
    for item in inner:
        yield from _schemas(item)


def _properties(schema: dict[str, Any], where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, item in schema.get("properties", {}).items():
        yield f"{where}.{name}", item
        yield from _properties(item, f"{where}.{name}")
    inner = [schema[key] for key in ("items", "additionalProperties") if isinstance(schema.get(key), dict)]
    for item in (*inner, *schema.get("anyOf", []), *schema.get("oneOf", [])):
        yield from _properties(item, where)


_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
    "array": list,
    "object": dict,
    "null": type(None),
}


def _mistakes(data: Any, schema: dict[str, Any], where: str) -> Iterator[str]:
    """The part of JSON Schema that ours use."""
    for key in ("anyOf", "oneOf"):
        if key in schema and all(list(_mistakes(data, item, where)) for item in schema[key]):
            yield f"{where}: none of {key}"
    types = schema.get("type", [])
    if types and not any(isinstance(data, _TYPES[name]) for name in ([types] if isinstance(types, str) else types)):
        yield f"{where}: not {types}"
        return
    if data not in schema.get("enum", [data]) or data != schema.get("const", data):
        yield f"{where}: not a choice"
    if isinstance(data, str) and not re.search(schema.get("pattern", ""), data):
        yield f"{where}: pattern"
    if isinstance(data, list):
        if len(data) < schema.get("minItems", 0):
            yield f"{where}: too few"
        for index, item in enumerate(data):
            yield from _mistakes(item, schema.get("items", {}), f"{where}.{index}")
    if isinstance(data, dict):
        yield from (f"{where}.{name} is missing" for name in schema.get("required", []) if name not in data)
        for name, item in data.items():
            below = schema.get("properties", {}).get(str(name), schema.get("additionalProperties", {}))
            if below is False:
                yield f"{where}.{name} is unknown"
            else:
                yield from _mistakes(item, below if isinstance(below, dict) else {}, f"{where}.{name}")
