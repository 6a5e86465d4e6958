"""JSON Schemas of a school's files, with titles and descriptions from the catalogue of words, for editors."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from kdcl_site.frameworks.schemas import catalogue_schemas
from kdcl_site.reading.school import (
    ASSESSMENT,
    COUNCIL,
    EVIDENCE,
    FIGURES,
    IMPROVEMENT,
    RECOGNITIONS,
    REPLIES,
    SCHOOL,
    WAIVERS,
)
from kdcl_site.text.words import Words, load_words

_FILES: dict[str, TypeAdapter[Any]] = {
    "school": SCHOOL,
    "evidence": EVIDENCE,
    "assessment": ASSESSMENT,
    "council": COUNCIL,
    "figures": FIGURES,
    "improvement": IMPROVEMENT,
    "recognitions": RECOGNITIONS,
    "replies": REPLIES,
    "waivers": WAIVERS,
}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas(words: Words) -> dict[str, dict[str, Any]]:
    """Return the schema of each kind of file by its name, such as `school`.

    Raises KeyError for a property without a title or description among the words.
    """
    found = {}
    for name, adapter in _FILES.items():
        raw = adapter.json_schema(by_alias=True)
        definitions = raw.pop("$defs", {})
        head = {
            "$schema": _DIALECT,
            "title": words(f"file.{name}.title"),
            "description": words(f"file.{name}.description"),
        }
        found[name] = head | _titled(raw, name, definitions, words)
    return found


def write_schemas(folder: Path) -> int:
    """Write the schemas of schools' files and of catalogues into a folder, in Vietnamese; return how many."""
    folder.mkdir(parents=True, exist_ok=True)
    words = load_words("vi")
    made = schemas(words) | catalogue_schemas(words)
    for name, schema in made.items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (folder / f"{name}.json").write_text(text, encoding="utf-8", newline="\n")
    return len(made)


def _titled(schema: dict[str, Any], path: str, definitions: dict[str, Any], words: Words) -> dict[str, Any]:
    """Return a schema with our words for its properties; what it refers to is put in its place, with its own words."""
    if reference := schema.get("$ref"):
        return _titled(definitions[reference.rpartition("/")[2]], path, definitions, words)
    made = {key: value for key, value in schema.items() if key not in ("title", "description", "default")}
    for key in ("items", "additionalProperties"):
        if isinstance(made.get(key), dict):
            made[key] = _titled(made[key], path, definitions, words)
    for key in ("anyOf", "oneOf"):
        if key in made:
            made[key] = [_titled(item, path, definitions, words) for item in made[key]]
    if properties := made.get("properties"):
        made["properties"] = {
            name: _property(item, f"{path}.{name}", definitions, words) for name, item in properties.items()
        }
    return made


def _property(schema: dict[str, Any], path: str, definitions: dict[str, Any], words: Words) -> dict[str, Any]:
    head = {"title": words(f"{path}.title"), "description": words(f"{path}.description")}
    return head | _titled(schema, path, definitions, words)
