"""JSON Schemas of catalogues, of maps and of official texts, with titles from the catalogue of words, for editors."""

from typing import Any

from pydantic import TypeAdapter

from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.maps import FrameworkMap
from kdcl_site.frameworks.official import Official
from kdcl_site.text.words import Words

_FILES: dict[str, type[Framework | FrameworkMap | Official]] = {
    "framework": Framework,
    "map": FrameworkMap,
    "official": Official,
}


def catalogue_schemas(words: Words) -> dict[str, dict[str, Any]]:
    """Return the schema of each kind of file by its name; KeyError for a field without a title among the words."""
    made = {}
    for name, model in _FILES.items():
        raw = TypeAdapter(model).json_schema(by_alias=True)
        parts = {part: _titled(part, schema, words) for part, schema in raw.pop("$defs", {}).items()}
        head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": words(f"file.{name}.title")}
        made[name] = head | _titled(model.__name__, raw, words) | ({"$defs": parts} if parts else {})
    return made


def _titled(model: str, schema: dict[str, Any], words: Words) -> dict[str, Any]:
    properties = {
        name: {"title": words(f"catalogue.{model}.{name}")} | _plain(item)
        for name, item in schema["properties"].items()
    }
    return {key: value for key, value in schema.items() if key not in ("title", "description")} | {
        "properties": properties
    }


def _plain(schema: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key not in ("title", "description", "default")}
