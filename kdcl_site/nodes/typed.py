"""Nodes to typed objects: pydantic judges the shape, we say where and in which words."""

import difflib
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.nodes.entry import LOCATED, Unknown
from kdcl_site.nodes.node import Located, Mapping, Node, Scalar, Sequence, position

T = TypeVar("T")

_CODES = {
    "missing": "K201",
    "literal_error": "K203",
    "enum": "K203",
    "string_type": "K204",
    "dict_type": "K205",
    "mapping_type": "K205",
    "model_type": "K205",
    "model_attributes_type": "K205",
    "tuple_type": "K206",
    "list_type": "K206",
    "kdcl_date": "K207",
    "kdcl_no_such_day": "K208",
    "kdcl_whole": "K209",
    "kdcl_blank": "K210",
    "kdcl_flag": "K211",
    "kdcl_school_year": "K212",
    "kdcl_when": "K213",
    "kdcl_link": "K214",
    "kdcl_path": "K215",
    "kdcl_id": "K216",
    "too_short": "K217",
    "union_tag_invalid": "K218",
    "union_tag_not_found": "K218",
}
"""Which code speaks for which kind of error of the shape; a new kind must be named here, a test keeps it so."""


def plain(node: Node, file: str) -> Any:
    """Return texts, lists and dicts for a node; nothing is `None`; each dict carries its own place."""
    if isinstance(node, Scalar):
        return None if node.empty else node.text
    if isinstance(node, Sequence):
        return [plain(item, file) for item in node.items]
    data: dict[str, Any] = {key.text: plain(value, file) for key, value in node.pairs}
    data[LOCATED] = Located(file, node)
    return data


def typed(node: Node, adapter: TypeAdapter[T], file: str) -> tuple[T | None, list[Finding]]:
    """Validate a node against a type; return the object, or None with a finding for every mistake at once."""
    try:
        return adapter.validate_python(plain(node, file)), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True, include_input=True)
        return None, [_finding(item, node, file) for item in details]


def suggestion(word: str, words: list[str]) -> str:
    """Return the word that was probably meant, or an empty text."""
    return next(iter(difflib.get_close_matches(word, words, 1, 0.6)), "")


def _finding(error: ErrorDetails, node: Node, file: str) -> Finding:
    path = _path(node, error["loc"])
    place = Place(file, *position(node, path))
    where = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
    context = error.get("ctx", {})
    if error["type"] == "extra_forbidden":
        return _unknown_key(error, node, path, file)
    code = _CODES[error["type"]]
    if code == "K201":
        return finding(code, place, key=str(error["loc"][-1]), where=where)
    value = error["input"]
    if value is None:
        return finding("K201", place, key=str(path[-1]) if path else "", where=where)
    shown = value if isinstance(value, str) else ""
    expected = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
    return finding(code, place, where=where, value=shown, expected=expected)


def _unknown_key(error: ErrorDetails, node: Node, path: tuple[str | int, ...], file: str) -> Finding:
    key = str(error["loc"][-1])
    owner = _owner(node, path[:-1])
    name = owner.key(key) if isinstance(owner, Mapping) else None
    place = Place(file, name.line, name.column) if name else Place(file, *position(node, path))
    known = error["input"].known if isinstance(error["input"], Unknown) else ()
    meant = suggestion(key, list(known))
    return finding("K202", place, key=key, meant=meant or ", ".join(known))


def _owner(node: Node, path: tuple[str | int, ...]) -> Node | None:
    current: Node | None = node
    for step in path:
        if isinstance(current, Mapping) and isinstance(step, str):
            current = current.get(step)
        elif isinstance(current, Sequence) and isinstance(step, int):
            current = current.items[step]
    return current


def _path(node: Node, loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return the steps of an error's location that exist in the file: pydantic also names its unions and keys."""
    steps: list[str | int] = []
    current: Node | None = node
    for step in loc:
        if isinstance(current, Mapping) and isinstance(step, str) and current.key(step):
            current = current.get(step)
        elif isinstance(current, Sequence) and isinstance(step, int) and step < len(current.items):
            current = current.items[step]
        else:
            continue
        steps.append(step)
    return tuple(steps)
