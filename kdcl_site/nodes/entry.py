"""The base of every typed object read from YAML, and the types of its scalars."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from kdcl_site.findings.finding import Place
from kdcl_site.nodes.node import Located

LOCATED = "\0located"
"""The key under which a mapping's own node travels into validation; no YAML file can contain it."""


class Unknown(NamedTuple):
    """What stands in for the value of an unknown key, so that its error can name the keys that exist."""

    known: tuple[str, ...]


class Entry(BaseModel):
    """A typed, frozen mapping of a file that knows its places."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, populate_by_name=False)

    located: SkipJsonSchema[Annotated[Located, Field(alias=LOCATED, repr=False, exclude=True)]]

    def place(self, *path: str | int) -> Place:
        """Return the place of what stands under the path, as far as it exists."""
        return self.located.place(*path)

    @model_validator(mode="before")
    @classmethod
    def _mark_unknown(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        strange = data.keys() - cls.model_fields.keys() - {LOCATED}
        known = tuple(name for name in cls.model_fields if name != "located")
        return data | {key: Unknown(known) for key in data if key in strange} if strange else data


def _date(value: Any) -> Any:
    if isinstance(value, str):
        try:
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
                return date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("kdcl_no_such_day", "no such day") from None
        raise PydanticCustomError("kdcl_date", "not a date")
    return value


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        if re.fullmatch(r"-?\d{1,9}", value):
            return int(value)
        raise PydanticCustomError("kdcl_whole", "not a whole number")
    return value


def _filled(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("kdcl_blank", "blank")
    return value.strip()


def _flag(value: Any) -> Any:
    if isinstance(value, str):
        if value in ("true", "false"):
            return value == "true"
        raise PydanticCustomError("kdcl_flag", "not true or false")
    return value


def pattern(kind: str, expression: str) -> AfterValidator:
    """Return a check that the whole text matches; a mismatch is an error of type `kdcl_<kind>`."""
    compiled = re.compile(expression)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise PydanticCustomError(f"kdcl_{kind}", "does not match")  # type: ignore[arg-type]  # kind is ours
        return value

    return AfterValidator(check)


K = TypeVar("K")
V = TypeVar("V")


def _without_place(value: Any) -> Any:
    return {key: item for key, item in value.items() if key != LOCATED} if isinstance(value, dict) else value


Text = Annotated[str, AfterValidator(_filled)]
Day = Annotated[
    date, BeforeValidator(_date), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "format": "date"})
]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer"})]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
Format = Annotated[Literal[1], BeforeValidator(_whole), WithJsonSchema({"const": 1})]
SchoolYear = Annotated[
    str,
    pattern("school_year", r"(\d{4})-(\d{4})"),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{4}$"}),
]
Table = Annotated[Mapping[K, V], BeforeValidator(_without_place)]
"""A mapping of the file whose keys are data."""
