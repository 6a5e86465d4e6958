"""What the schema says of a field for the sake of persons; published in the JSON Schemas under `x-personal`.

`post`: a post or a body stands here, never a person's name. `public_by_law`: the law wants it public (Thông tư
09/2024), names, telephone and address included. `papers_only`: it stands on paper and is dropped when it is read.
"""

from datetime import date
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import Field
from pydantic.fields import FieldInfo

from kdcl_site.nodes.entry import Entry

Mark = Literal["post", "public_by_law", "papers_only"]

KEY = "x-personal"


def marked(mark: Mark) -> FieldInfo:
    """Return what marks a field when it stands among its annotations."""
    info: FieldInfo = Field(json_schema_extra={KEY: mark})
    return info


POST = marked("post")
PUBLIC_BY_LAW = marked("public_by_law")
PAPERS_ONLY = marked("papers_only")


@cache
def marks(model: type[Entry]) -> tuple[tuple[str, str | None], ...]:
    """Return the fields of a model that can hold an author's words, in order, each with its mark or None."""
    fields = (
        (name, info.json_schema_extra)
        for name, info in model.model_fields.items()
        if name != "located" and _worded(info.annotation)
    )
    return tuple(
        (name, str(extra[KEY]) if isinstance(extra, dict) and KEY in extra else None) for name, extra in fields
    )


def _worded(annotation: Any) -> bool:
    """Tell whether a type is, or holds, anything but days, numbers, flags and choices."""
    if get_origin(annotation) is Literal:
        return False
    if get_origin(annotation) is Annotated:
        return _worded(get_args(annotation)[0])
    if inner := get_args(annotation):
        return any(_worded(item) for item in inner)
    return annotation not in (date, int, bool, NoneType, Ellipsis)
