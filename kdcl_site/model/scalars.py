"""The types of scalars that belong to schools: ids, links, paths, moments of issue."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Discriminator, Tag, WithJsonSchema
from pydantic_core import PydanticCustomError

from kdcl_site.nodes.entry import Table, Text, pattern

Kind = Literal["preschool", "primary", "lower_secondary", "upper_secondary", "multi_level", "continuing", "vocational"]
Stage = Literal["preschool", "primary", "lower_secondary", "upper_secondary", "continuing", "vocational"]
Judge = Literal["self", "external", "appraisal"]
Area = Literal["normal", "difficult", "extremely_difficult"]
Ownership = Literal["public", "private", "people_founded"]
Access = Literal["public", "summary", "onsite", "internal"]
State = Literal["available", "planned"]
Verdict = Literal["met", "not_met", "not_judged", "not_applicable"]
Status = Literal["not_started", "in_progress", "mostly_done", "done", "dropped"]
Origin = Literal["self", "external", "authority"]
Ground = Literal["documents", "figures", "observation", "interviews"]

Number = Annotated[
    str,
    pattern("number", r"\d{1,2}(\.\d{1,2}){0,2}"),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": r"^\d{1,2}(\.\d{1,2}){0,2}$"}, {"type": "number"}]}),
]
"""The number of a standard, criterion or requirement; an editor may take it for a number, we never do."""

Id = Annotated[str, pattern("id", r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")]
"""A stable name that may stand in an address and in a file name on every system."""


def _moment(value: str) -> str:
    """The form is right already; each part of it must be in the calendar."""
    if re.fullmatch(r"\d{4}-\d{4}", value, re.ASCII):
        valid = int(value[5:]) == int(value[:4]) + 1
    else:
        valid = all(_exists(part) for part in value.split("/"))
    if not valid:
        raise PydanticCustomError("kdcl_when", "no such moment")
    return value


def _exists(moment: str) -> bool:
    try:
        date.fromisoformat((moment + "-01-01")[:10])
    except ValueError:
        return False
    return True


_WHEN = r"\d{4}|\d{4}-\d{2}|\d{4}-\d{2}-\d{2}|\d{4}-\d{4}|\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}"
When = Annotated[
    str, pattern("when", _WHEN), AfterValidator(_moment), WithJsonSchema({"type": "string", "pattern": f"^({_WHEN})$"})
]
"""A day, month, year, school year or period (two days joined by a slash)."""


def _link(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#\"'<>\\]+[^\s\"'<>\\]*", value):
        raise PydanticCustomError("kdcl_link", "not a web address")
    return value


def _path(value: str) -> str:
    parts = value.replace("\\", "/").split("/")
    # ".." has dots at its end, as has no name Windows can store.
    if any(not part or part != part.strip(" ").rstrip(".") or re.search(r'[:*?"<>|\x00-\x1f]', part) for part in parts):
        raise PydanticCustomError("kdcl_path", "not a path inside the folder")
    return "/".join(parts)


def bare_code(value: str) -> str:
    """Return a code without the brackets it may be printed in."""
    return value.strip("()[] ") or value


Code = Annotated[Text, AfterValidator(bare_code)]
"""A code of evidence; it may be written with the brackets its framework prints."""

Link = Annotated[Text, AfterValidator(_link), WithJsonSchema({"type": "string", "format": "uri"})]
RelativePath = Annotated[Text, AfterValidator(_path)]
"""A path inside the school's folder, with forward slashes; a backslash is read as one."""


def _shape(value: Any) -> str:
    return "\0each" if isinstance(value, dict) else "\0one"


Verdicts = Annotated[
    Annotated[Verdict, Tag("\0one")] | Annotated[Table[str, Verdict], Tag("\0each")], Discriminator(_shape)
]
"""One verdict for a whole level, or one per requirement."""

Findings = Annotated[Annotated[Text, Tag("\0one")] | Annotated[Table[str, Text], Tag("\0each")], Discriminator(_shape)]
"""What was found: one text for a whole level, or one per requirement."""


def _list_or_map(value: Any) -> str:
    return "\0map" if isinstance(value, dict) else "\0list"


CriteriaRefs = Annotated[
    Annotated[tuple[Number, ...], Tag("\0list")] | Annotated[Table[str, tuple[Number, ...]], Tag("\0map")],
    Discriminator(_list_or_map),
]
"""Criteria of the school's current framework, or a map from framework to criteria."""
