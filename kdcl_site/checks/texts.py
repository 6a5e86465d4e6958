"""Every text of a school that is published, found by the model's own fields, so that a new field is looked at too."""

from collections.abc import Mapping
from typing import NamedTuple

from kdcl_site.findings.finding import Place
from kdcl_site.model.folder import SchoolFolder
from kdcl_site.model.marks import marks
from kdcl_site.nodes.entry import Entry

_Path = tuple[str | int, ...]


class Published(NamedTuple):
    """A text, the entry and the path below it, and what the schema says of its field or of one around it."""

    text: str
    entry: Entry
    path: _Path
    mark: str | None

    @property
    def place(self) -> Place:
        """Where the text stands."""
        return self.entry.place(*self.path)


def published_texts(folder: SchoolFolder) -> list[Published]:
    """Return the texts that pages may show.

    Left out are internal evidence, drafts, rounds without a day of publication, and fields for papers only.
    """
    found: list[Published] = []
    for entry in (*folder.entries, *(item.assessment for item in folder.rounds if item.published)):
        _texts(entry, None, found)
    return found


def _texts(entry: Entry, around: str | None, found: list[Published]) -> None:
    told = entry.__dict__
    if told.get("draft") is True or told.get("access") == "internal":
        return
    for name, mark in marks(type(entry)):
        value = told[name]
        if value and mark != "papers_only":
            _below(value, entry, (name,), around or mark, found)


def _below(value: object, entry: Entry, path: _Path, mark: str | None, found: list[Published]) -> None:
    if isinstance(value, str):
        found.append(Published(value, entry, path, mark))
    elif isinstance(value, Entry):
        _texts(value, mark, found)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _below(item, entry, (*path, index), mark, found)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            _below(item, entry, (*path, str(key)), mark, found)
