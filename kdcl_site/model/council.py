"""`rounds/<round>/council.yml`: who judged, by posts and tasks; names are for papers only and are never kept."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from kdcl_site.findings.finding import Place
from kdcl_site.model.marks import PAPERS_ONLY, POST
from kdcl_site.nodes.entry import Entry, Text


def _dropped(value: Any) -> None:
    """Whatever stands there is not kept."""


PaperName = Annotated[None, BeforeValidator(_dropped), WithJsonSchema({"type": ["string", "number", "null"]})]
"""A person's name that may stand in the file and reaches no object."""


class Member(Entry):
    """One member of the council."""

    post: Annotated[Text, POST]
    task: Text | None = None
    name: Annotated[PaperName, PAPERS_ONLY] = None


class Council(Entry):
    """The council as its file tells it; nothing but its size goes on from reading."""

    members: Annotated[tuple[Member, ...], Field(min_length=1)]

    @property
    def size(self) -> "CouncilSize":
        """How many members it has, and where that stands."""
        return CouncilSize(len(self.members), self.key_place("members"))


@dataclass(frozen=True, slots=True)
class CouncilSize:
    """How many judged a round; all that checks and pages know of its council."""

    members: int
    place: Place
