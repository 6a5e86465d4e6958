"""Nodes to typed objects: pydantic judges the shape, we say where and in which words."""

import difflib
import posixpath
import re
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kdcl_site.findings.finding import HIDDEN, Finding, Place
from kdcl_site.findings.limit import LIMIT, more
from kdcl_site.findings.registry import finding
from kdcl_site.nodes.entry import LOCATED, Unknown
from kdcl_site.nodes.node import Located, Mapping, Node, Scalar, Sequence, below, position, quote

T = TypeVar("T")

_CODES = {
    "missing": "K201",
    "literal_error": "K203",
    "string_type": "K204",
    "dict_type": "K205",
    "model_type": "K205",
    "tuple_type": "K206",
    "date_type": "K207",
    "kdcl_date": "K207",
    "kdcl_no_such_day": "K208",
    "int_type": "K209",
    "kdcl_whole": "K209",
    "kdcl_blank": "K210",
    "bool_type": "K211",
    "kdcl_flag": "K211",
    "kdcl_school_year": "K212",
    "kdcl_when": "K213",
    "kdcl_link": "K214",
    "kdcl_path": "K215",
    "kdcl_id": "K216",
    "too_short": "K217",
    "kdcl_number": "K218",
    "kdcl_digest": "K219",
    "decimal_type": "K220",
    "kdcl_amount": "K220",
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
        # Of a list whose items are wrong, pydantic also says that too few are right.
        wrong = [item for item in details if item["type"] != "too_short" or not item["input"]]
        rest = [more(file, len(wrong) - LIMIT)] if len(wrong) > LIMIT else []
        return None, [*(_finding(item, node, file) for item in wrong[:LIMIT]), *rest]


def suggestion(word: str, words: Iterable[str]) -> str:
    """Return the word that was probably meant, or an empty text."""
    return next(iter(difflib.get_close_matches(word[:100], list(words), 1, 0.6)), "")


def _finding(error: ErrorDetails, node: Node, file: str) -> Finding:
    path = _path(node, error["loc"])
    place = Place(file, *position(node, path))
    if error["type"] == "extra_forbidden":
        return _unknown_key(error, node, path, file)
    where = ".".join(map(_step, path)) or posixpath.basename(file)
    if error["type"] == "missing":
        return finding("K201", place, key=str(error["loc"][-1]))
    value = error["input"]
    if value is None:
        return finding("K201", place, key=where)
    if error["loc"][-1:] == ("[key]",) and (name := _key(node, path)):
        place = Place(file, name.line, name.column)
    code = _CODES[error["type"]]
    if isinstance(value, dict | list) and code not in ("K205", "K206", "K217"):
        code = "K204"
    shown = "" if isinstance(value, dict | list) else quote(str(value))
    expected = str(error.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
    return finding(code, place, where=where, value=shown, expected=expected)


def _step(step: str | int) -> str:
    """Keys that are data may be anything an author writes; only what looks like a name is quoted."""
    if isinstance(step, int):
        return str(step + 1)
    return step if re.fullmatch(r"[\w./-]{1,40}", step, re.ASCII) else HIDDEN


def _unknown_key(error: ErrorDetails, node: Node, path: tuple[str | int, ...], file: str) -> Finding:
    name = _key(node, path)
    place = Place(file, name.line, name.column) if name else Place(file, *position(node, path))
    known = error["input"].known if isinstance(error["input"], Unknown) else ()
    key = str(error["loc"][-1])
    return finding("K202", place, value=quote(key), meant=suggestion(key, known) or ", ".join(known))


def _key(node: Node, path: tuple[str | int, ...]) -> Scalar | None:
    """Return the key a path ends with."""
    owner = below(node, path[:-1])
    return owner.key(str(path[-1])) if isinstance(owner, Mapping) and path else None


def _path(node: Node, loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return the steps of an error's location that exist in the file: pydantic also names its unions and keys."""
    steps: list[str | int] = []
    for step in loc:
        if (inner := below(node, (step,))) is not None:
            steps.append(step)
            node = inner
    return tuple(steps)
