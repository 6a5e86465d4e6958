"""What a search over the whole site finds beside authored pages: schools, communes, and what frameworks ask."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kdcl_site.outputs.search_index import Document, document, documents
from kdcl_site.pages import addresses
from kdcl_site.pages.directory_page import DirectoryLine, directory_page
from kdcl_site.pages.options import SiteOptions
from kdcl_site.pages.piece import Piece, SchoolRow
from kdcl_site.pages.searching import joined
from kdcl_site.text.passages import unmarked
from kdcl_site.text.words import FIRST_LANGUAGE, Words

_ABOVE = 3
"""A school or commune stands before pages that merely speak of it, but not before a page of the very name."""


def site_documents(
    rows: Sequence[SchoolRow], frameworks: Iterable[tuple[str, Iterable[Piece]]], options: SiteOptions, words: Words
) -> Iterator[Document]:
    """Yield the directory and its communes, every school, and the pages of the frameworks; a school is one short entry.

    `frameworks` come with their short names, which tell equal criteria apart. Locations begin at the root of the pages
    in this language.
    """
    urls = options.directory_urls
    directory = addresses.directory().url(urls)
    yield document(directory, words("directory.title"), words("portal.directory"))
    for place in directory_page(rows, options, words).places:
        title = unmarked(joined([place.commune + ",", place.province]))
        yield document(f"{directory}#{place.id}", title, words("search.commune", count=len(place.lines)), _ABOVE)
        for line in place.lines:
            url = addresses.school(line.row.id).url(urls)
            name = unmarked(line.row.name)
            yield document(url, name, unmarked(_said(line, words)), _ABOVE, _own(name, unmarked(line.row.short_name)))
    for name, pieces in frameworks:
        for piece in pieces:
            first = piece.language == FIRST_LANGUAGE
            url = (piece.address if first else addresses.counterpart(piece.address)).url(urls)
            yield from documents(url, (replace(one, text=joined([name + ".", one.text])) for one in piece.search))


def _own(name: str, short: str) -> str:
    """The words of a name that its initials leave as they are."""
    return " ".join(word for word in name.split() if word in short.split())


def _said(line: DirectoryLine, words: Words) -> str:
    row = line.row
    former = (*row.former_names, *row.former_places)
    return " · ".join(
        part
        for part in (
            row.short_name if row.short_name != row.name else "",
            row.kind,
            row.commune,
            words("search.former", names=", ".join(former)) if former else "",
        )
        if part
    )
