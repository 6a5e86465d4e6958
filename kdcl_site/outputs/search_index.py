"""A search index in the form the theme's search dialog reads: of a school, or of the whole site.

The dialog inserts titles and texts as HTML, so both are escaped here: what anyone writes must stay text there too.
"""

import json
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from kdcl_site.pages.piece import SearchEntry

CONFIG: Mapping[str, Any] = {
    "lang": ["vi"],
    "separator": r"[\s\-,:!=\[\]()\"/“”…]+|\.(?!\d)|&[lg]t;|&amp;",
    "pipeline": ["stemmer"],
    "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}},
}
"""What the search worker needs to know; without `fields` it throws."""

Document = dict[str, Any]
"""An entry of the index as the theme reads it; its texts are escaped."""


def document(location: str, title: str, text: str, boost: float = 0, own: str = "") -> Document:
    """Return one entry, from plain texts.

    `boost` lifts it above others that are found; where `own` words are given, only for a query with one of them.
    """
    found = {"location": location, "title": escape(title, quote=False), "text": escape(text, quote=False)}
    return found | ({"boost": boost} if boost else {}) | ({"own": own} if own else {})


def documents(location: str, entries: Iterable[SearchEntry]) -> list[Document]:
    """Return the entries of a page; its location is relative to the index's root."""
    return [
        document(location + ("#" + entry.fragment if entry.fragment else ""), entry.title, entry.text)
        for entry in entries
    ]


def search_index(found: Iterable[Document]) -> str:
    """Return the index as JSON. An entry with a fragment needs one of the page itself before it."""
    return json.dumps({"config": CONFIG, "docs": list(found)}, ensure_ascii=False, separators=(",", ":"))
