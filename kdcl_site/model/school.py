"""`school.yml`: who the school is."""

from datetime import date
from typing import Annotated

from pydantic import Field

from kdcl_site.findings.finding import Place
from kdcl_site.model.marks import PUBLIC_BY_LAW
from kdcl_site.model.scalars import Id, Kind, Link, Ownership, Stage
from kdcl_site.nodes.entry import Day, Entry, Flag, Format, Text, Whole


class FormerName(Entry):
    """A name the school had until a day."""

    name: Text
    until: Day | None = None


class Predecessor(Entry):
    """A school that was merged into this one; what it was given stays its own, under its own name.

    `id` was the name of its folder, which rounds and certificates name; its old address leads on to this school.
    """

    id: Id
    name: Text
    kind: Kind
    until: Day | None = None


class Contact(Entry):
    """How to reach the school; public by law (Thông tư 09/2024)."""

    address: Text | None = None
    phone: Text | None = None
    email: Text | None = None
    website: Link | None = None


class Leader(Entry):
    """A post of leadership; the name is public by law and optional here."""

    post: Text
    name: Text | None = None


class Campus(Entry):
    """A site of the school beside the main one."""

    name: Text
    address: Text | None = None


class School(Entry):
    """The school as its own file tells it; the id is the folder's name and stands outside."""

    format: Format
    name: Text
    sample: Flag = False
    former_names: tuple[FormerName, ...] = ()
    former_ids: tuple[Id, ...] = ()
    predecessors: tuple[Predecessor, ...] = ()
    kind: Kind
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)]
    ownership: Ownership | None = None
    founded: Whole | None = None
    province: Text
    commune: Text
    former_commune: Text | None = None
    former_district: Text | None = None
    authority: Text | None = None
    contact: Annotated[Contact | None, PUBLIC_BY_LAW] = None
    leaders: Annotated[tuple[Leader, ...], PUBLIC_BY_LAW] = ()
    campuses: tuple[Campus, ...] = ()
    summary: Text | None = None

    @property
    def old_ids(self) -> tuple[tuple[str, Place], ...]:
        """All ids that lead on to the school, its own former ones and its predecessors', each with where it stands."""
        own = ((name, self.place("former_ids", at)) for at, name in enumerate(self.former_ids))
        return (*own, *((item.id, item.place("id")) for item in self.predecessors))

    @property
    def old_names(self) -> tuple[str, ...]:
        """All names by which the school may be looked for: those it had, and those of its predecessors."""
        return (*(item.name for item in self.former_names), *(item.name for item in self.predecessors))

    def predecessor(self, school_id: str | None) -> Predecessor | None:
        """Return the predecessor of this id, or None."""
        return next((item for item in self.predecessors if item.id == school_id), None)

    def name_on(self, day: date) -> str | None:
        """Return the former name the school had on a day; None where it had its name of today."""
        names = [(item.until, item.name) for item in self.former_names if item.until and day <= item.until]
        return min(names)[1] if names else None
