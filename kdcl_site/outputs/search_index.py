"""The search index of a school, in the form the theme's search dialog reads.

The dialog inserts titles and texts as HTML, so both are escaped here: what a school writes must stay text there too.
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


def search_index(pages: Iterable[tuple[str, Iterable[SearchEntry]]], config: Mapping[str, Any] = CONFIG) -> str:
    """Return the index as JSON; each page comes with its location relative to the index's root."""
    documents = [
        {
            "location": location + ("#" + entry.fragment if entry.fragment else ""),
            "title": escape(entry.title, quote=False),
            "text": escape(entry.text, quote=False),
        }
        for location, entries in pages
        for entry in entries
    ]
    return json.dumps({"config": config, "docs": documents}, ensure_ascii=False, separators=(",", ":"))
