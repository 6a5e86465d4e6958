"""Replaces every text of a school's data by its schema, so that a new field is reached at once."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from kdcl_site.reading.schemas import schemas
from kdcl_site.text.words import load_words

LEFT = {
    "evidence.code",
    "evidence.file",
    "waivers.file",
    "assessment.framework",
    "recognitions.framework",
    "improvement.commitments.log.evidence",
    "evidence.former_codes.code",
    "waivers.code",
    "waivers.value",
}
"""Texts that name something: written otherwise they are findings or name nothing; see `tests/reading/cases`."""

SCHEMAS = schemas(load_words("vi"))
_VALUES = {"date": "2026-11-10", "boolean": "false", "integer": "1"}

Pick = Callable[[str, str], str]
"""Gets a field's path in its schema and the text that stands there (or none); returns what to write."""


class Filler:
    """Replaces the texts of data by their schema; what is left out is added once for each path."""

    def __init__(self, pick: Pick, done: set[str]) -> None:
        self._pick, self._done = pick, done

    def filled(self, schema: dict[str, Any], data: Any, path: str) -> Any:
        """Return the data with all texts replaced."""
        for option in _options(schema):
            if isinstance(data, str) and _is_text(option):
                return self._text(path, data)
            if isinstance(data, list) and "items" in option:
                return [self.filled(option["items"], item, path) for item in data]
            if isinstance(data, dict) and "properties" in option:
                return self._object(option, data, path)
            if isinstance(data, dict) and isinstance(option.get("additionalProperties"), dict):
                inner = option["additionalProperties"]
                named = path == "assessment.criteria.sites"  # keys are names of sites
                pick = self._pick if named else lambda _, key: key
                return {pick("school.campuses.name", key): self.filled(inner, item, path) for key, item in data.items()}
        return data

    def _text(self, path: str, text: str) -> str:
        if path in LEFT:
            return text
        self._done.add(path)
        return self._pick(path, text)

    def _object(self, schema: dict[str, Any], data: dict[str, Any], path: str) -> dict[str, Any]:
        result = {}
        for name, inner in schema["properties"].items():
            below = f"{path}.{name}"
            if name in data:
                result[name] = self.filled(inner, data[name], below)
            elif not set(_texts(inner, below)) <= self._done | LEFT and (made := self._made(inner, below)) is not None:
                result[name] = made
        return result | {name: value for name, value in data.items() if name not in result}

    def _made(self, schema: dict[str, Any], path: str) -> Any:
        """Return new data with its texts, or None where what it needs is no text, day or choice."""
        for option in _options(schema):
            if _is_text(option):
                return None if path in LEFT else self._text(path, "")
            if "enum" in option:
                return option["enum"][0]
            if (kind := option.get("format", option.get("type"))) in _VALUES:
                return _VALUES[str(kind)]
            if option.get("type") == "string" and "Za-z0-9" in option.get("pattern", ""):
                return "x-" + re.sub("[^a-z]", "-", path)
            if option.get("type") == "array" and (item := self._made(option["items"], path)) is not None:
                return [item]
            if "properties" in option:
                needed = {
                    name: self._made(option["properties"][name], f"{path}.{name}")
                    for name in option.get("required", ())
                }
                if None not in needed.values():
                    return self._object(option, needed, path)
        return None


def text_fields() -> set[str]:
    """Return the paths of all texts of all schemas."""
    return {path for name, schema in SCHEMAS.items() for path in _texts(schema, name)}


def _texts(schema: dict[str, Any], path: str) -> Iterator[str]:
    for option in _options(schema):
        if _is_text(option):
            yield path
        for name, inner in option.get("properties", {}).items():
            yield from _texts(inner, f"{path}.{name}")
        for key in ("items", "additionalProperties"):
            if isinstance(option.get(key), dict):
                yield from _texts(option[key], path)


def _options(schema: dict[str, Any]) -> list[dict[str, Any]]:
    options = [one for key in ("anyOf", "oneOf") for one in schema.get(key, [])]
    return [inner for one in options for inner in _options(one)] if options else [schema]


def _is_text(schema: dict[str, Any]) -> bool:
    kind = schema.get("type")
    return isinstance(kind, list) and "string" in kind
