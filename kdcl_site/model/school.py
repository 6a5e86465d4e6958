"""`school.yml`: who the school is."""

from typing import Annotated

from pydantic import Field

from kdcl_site.model.scalars import Id, Kind, Link, Ownership, Stage
from kdcl_site.nodes.entry import Day, Entry, Flag, Format, Text, Whole


class FormerName(Entry):
    """A name the school had until a day."""

    name: Text
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
    kind: Kind
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)]
    ownership: Ownership | None = None
    founded: Whole | None = None
    province: Text
    commune: Text
    former_district: Text | None = None
    authority: Text | None = None
    contact: Contact | None = None
    leaders: tuple[Leader, ...] = ()
    campuses: tuple[Campus, ...] = ()
    summary: Text | None = None
