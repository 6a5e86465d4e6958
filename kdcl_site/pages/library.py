"""What all pages of frameworks are made from, and the few things they all need to say."""

from collections.abc import Mapping
from dataclasses import dataclass

from kdcl_site.frameworks.framework import Criterion, Framework
from kdcl_site.frameworks.maps import FrameworkMap
from kdcl_site.frameworks.official import Official
from kdcl_site.frameworks.texts import Local, Vouched
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.options import SiteOptions
from kdcl_site.pages.parts import Mark, level_tone
from kdcl_site.pages.piece import SchoolRow
from kdcl_site.pages.speaking import citation, local
from kdcl_site.text.formats import bind
from kdcl_site.text.words import Words


@dataclass(frozen=True, slots=True)
class Library:
    """All that the pages of frameworks are made from; `used` are those of this site's schools."""

    frameworks: Mapping[str, Framework]
    used: tuple[str, ...]
    rows: tuple[SchoolRow, ...]
    maps: tuple[FrameworkMap, ...]
    official: Mapping[str, Official]
    options: SiteOptions
    words: Words

    def local(self, text: Local) -> str:
        """Return a framework's text in the language of the site."""
        return local(text, self.options.language)

    def law(self, text: str | None) -> str:
        """Return where something stands in the law, in the language of the site, or an empty text."""
        return citation(self.words, text) if text else ""

    def vouched(self, framework: Framework, entry: Vouched, *holders: Vouched) -> str:
        """Return whether an entry was held against the gazette, or an empty text where what holds it says the same."""
        own = framework.vouched(entry, *holders)
        if own == framework.vouched(*holders):
            return ""
        return self.words("framework.vouched" if own else "framework.not_vouched")

    def mark(self, framework: Framework, level: int | None) -> Mark:
        """Return the mark of a value of the scale, of nobody in particular."""
        steps = len(framework.scale) - 1
        if level is None:
            return Mark("none", 0, steps, self.words("mark.unjudged"), "", "")
        filled = sum(1 for step in framework.scale if step.level <= level) - 1
        return Mark(level_tone(filled, steps), filled, steps, self.level(framework, level), "", "")

    def level(self, framework: Framework, level: int) -> str:
        """Return a level's short name."""
        if framework.method != "levels" or level == framework.scale[0].level:
            return bind(self.local(framework.step(level).name))
        return bind(f"{self.local(framework.words.level)} {level}")

    def label(self, framework: Framework, criterion: Criterion) -> str:
        """Return "Tiêu chí 2.2"."""
        return bind(f"{self.local(framework.words.criterion)} {criterion.number}")

    def counts(self, framework: Framework, number: str) -> tuple[tuple[Mark, int], ...]:
        """Return how many schools of the site stand at each level of a criterion, highest first."""
        levels = [dict(row.criteria)[number] for row in self.rows if row.framework == framework.id]
        values = [*(step.level for step in reversed(framework.scale)), None]
        return tuple((self.mark(framework, one), levels.count(one)) for one in values if one in levels)

    def link(self, origin: Address, framework: Framework, number: str = "") -> str:
        """Return the link to a framework's page, or to that of one of its criteria."""
        where = addresses.framework_criterion(framework.id, number) if number else addresses.framework(framework.id)
        return addresses.link(origin, where, self.options.directory_urls)
