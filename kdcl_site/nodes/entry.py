"""The base of every typed object read from YAML, and the types of its scalars."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SkipValidation,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from kdcl_site.findings.finding import Place
from kdcl_site.nodes.node import Located

LOCATED = "\0located"
"""The key under which a mapping's own node travels into validation; composing refuses a file that holds it."""


class Unknown(NamedTuple):
    """What stands in for the value of an unknown key, so that its error can name the keys that exist."""

    known: tuple[str, ...]


class Entry(BaseModel):
    """A typed, frozen mapping of a file that knows its places."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    located: SkipJsonSchema[Annotated[Located, SkipValidation, Field(alias=LOCATED, repr=False, exclude=True)]]

    def place(self, *path: str | int) -> Place:
        """Return the place of what stands under the path, as far as it exists."""
        return self.located.place(*path)

    def key_place(self, *path: str) -> Place:
        """Return the place of the key a path ends with, or of the nearest thing above that exists."""
        return self.located.key_place(*path)

    @model_validator(mode="before")
    @classmethod
    def _known(cls, data: Any) -> Any:
        """Leave out known keys with nothing behind them, and mark unknown ones."""
        if not isinstance(data, dict):
            return data
        known = tuple(field.alias or name for name, field in cls.model_fields.items() if name != "located")
        return {
            key: value if key in known or key == LOCATED else Unknown(known)
            for key, value in data.items()
            if value is not None or key not in known
        }


def _date(value: Any) -> Any:
    if isinstance(value, str):
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
                return date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("kdcl_no_such_day", "no such day") from None
        raise PydanticCustomError("kdcl_date", "not a date")
    return value


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        if re.fullmatch(r"-?[0-9]{1,9}", value):
            return int(value)
        raise PydanticCustomError("kdcl_whole", "not a whole number")
    return value


def _school_year(value: str) -> str:
    years = re.fullmatch(r"([0-9]{4})-([0-9]{4})", value)
    if not years or int(years[2]) != int(years[1]) + 1:
        raise PydanticCustomError("kdcl_school_year", "not a school year")
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
    """Return a check that the whole text matches, digits being 0 to 9; a mismatch is an error of type `kdcl_<kind>`."""
    compiled = re.compile(expression, re.ASCII)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise PydanticCustomError(f"kdcl_{kind}", "does not match")
        return value

    return AfterValidator(check)


K = TypeVar("K")
V = TypeVar("V")


def _without_place(value: Any) -> Any:
    return {key: item for key, item in value.items() if key != LOCATED} if isinstance(value, dict) else value


Text = Annotated[str, AfterValidator(_filled), WithJsonSchema({"type": ["string", "number"]})]
"""Words of an author; an editor may take one for a number, we never do."""

Day = Annotated[
    date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "format": "date"}),
]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer"})]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
Format = Annotated[Literal[1], BeforeValidator(_whole), WithJsonSchema({"const": 1})]
SchoolYear = Annotated[
    str,
    AfterValidator(_school_year),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{4}$"}),
]
Table = Annotated[Mapping[K, V], BeforeValidator(_without_place)]
"""A mapping of the file whose keys are data."""
