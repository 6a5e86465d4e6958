"""What authored pages name by id: where it stands, and what of a school they may show. Schools are read when named."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache

from kdcl_site.building.frameworks import FrameworkPieces
from kdcl_site.building.work import WorkFolder
from kdcl_site.pages import addresses
from kdcl_site.pages.blocks import SchoolBlocks
from kdcl_site.pages.piece import SchoolRow

_KEPT = 16
"""So many schools' blocks are kept at a time: a page names the same few again and again."""


class Named:
    """Schools and frameworks of a site in one language, by id; what is not published is not there."""

    def __init__(
        self,
        rows: Sequence[SchoolRow],
        frameworks: Sequence[FrameworkPieces],
        work: WorkFolder,
        language: str,
        directory_urls: bool,
    ) -> None:
        self.rows: Mapping[str, SchoolRow] = {row.id: row for row in rows}
        self._frameworks = {one.framework.id: one.framework for one in frameworks}
        self._language = language
        self._urls = directory_urls
        self.blocks = lru_cache(maxsize=_KEPT)(lambda school: _blocks(work, school, language))

    def root(self, school: str) -> str:
        """Return the folder that links in a school's blocks begin from, as an address from the site's root."""
        return addresses.translated(addresses.school(school), self._language).path + "/"

    def target(self, name: str) -> str | None:
        """Return the address from the site's root of what a name means, or None where nothing public is called so."""
        school, _, part = name.partition("/")
        if school in self.rows:
            if not part:
                return addresses.translated(addresses.school(school), self._language).url(self._urls)
            found = self.blocks(school).targets.get(part)
            return self.root(school) + found if found else None
        for id, framework in self._frameworks.items():
            number = name.removeprefix(f"{id}/")
            if name == id or (number in framework.criteria and number != name):
                where = addresses.framework(id) if name == id else addresses.framework_criterion(id, number)
                return addresses.translated(where, self._language).url(self._urls)
        return None

    def nearest(self, name: str) -> str:
        """Return the public name most like one that means nothing, or the name itself where there is none at all."""
        return next(iter(get_close_matches(name, list(self._names(name)), 1, 0)), name)

    def _names(self, name: str) -> Iterator[str]:
        school, slash, _ = name.partition("/")
        if slash and school in self.rows:
            yield from (f"{school}/{part}" for part in self.blocks(school).targets)
            return
        yield from self.rows
        for id, framework in self._frameworks.items():
            yield id
            yield from (f"{id}/{number}" for number in framework.criteria if slash)


def _blocks(work: WorkFolder, school: str, language: str) -> SchoolBlocks:
    return work.get(school).blocks[language]
