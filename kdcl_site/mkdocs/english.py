"""The English side of a site: its navigation, its portal pages, and what the theme needs to know to speak it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from kdcl_site.pages.addresses import ACCESSIBILITY, CHECKS, FRAMEWORKS, READING, SCHOOLS
from kdcl_site.text.words import ENGLISH, FIRST_LANGUAGE, Words

HOME = ""
"""The section of the home page."""

_KEYS = {
    HOME: "home.title",
    SCHOOLS: "directory.title",
    FRAMEWORKS: "frameworks.title",
    READING: "reading.short",
    ACCESSIBILITY: "access.short",
    CHECKS: "checked.short",
}


@dataclass(frozen=True)
class Switch:
    """What a page says of its two languages: links for search engines, and one link for the reader.

    It is no list, so that the theme writes none of its own.
    """

    links: tuple[tuple[str, str], ...]
    href: str
    lang: str
    name: str
    short: str


@dataclass(frozen=True)
class English:
    """The navigation of the English pages; `portal` holds, by section, our own pages that speak of many schools."""

    nav: Navigation
    portal: Mapping[str, Page]
    ways_back: Mapping[str, str]


def make_english(config: MkDocsConfig, files: Files, authored: list[Page], words: Words) -> English:
    """Return the English side: our portal pages, then the operator's own below `en/`; an own home page wins."""
    portal = {section: _portal_page(config, files, section, words) for section in _KEYS}
    pages = [*portal.values(), *(page for page in authored if page not in portal.values())]
    linked = (portal[ACCESSIBILITY], portal[CHECKS])  # in the foot of every page, and where a school is checked
    tabs = [page for page in pages if page not in linked]
    nav = Navigation(list[StructureItem](tabs), pages)
    nav.homepage = portal[HOME]
    return English(nav, portal, {SCHOOLS: words("portal.all"), FRAMEWORKS: words("frameworks.all")})


def _portal_page(config: MkDocsConfig, files: Files, section: str, words: Words) -> Page:
    single = section in (READING, ACCESSIBILITY, CHECKS)
    name = f"{ENGLISH}/{section}.md" if single else "/".join(filter(None, (ENGLISH, section, "index.md")))
    authored = files.get_file_from_path(name)
    if authored and authored.page:
        return authored.page
    file = File.generated(config, name, content="")
    file.edit_uri = None
    return Page(words(_KEYS[section]), file, config)


def part(nav: Navigation) -> tuple[Navigation, list[Page]]:
    """Return the navigation without the pages below `en/`, and those pages."""
    ours = [page for page in nav.pages if is_english(page)]
    result = Navigation(_without(nav.items), [page for page in nav.pages if page not in ours])
    return result, ours


def _without(items: list[StructureItem]) -> list[StructureItem]:
    kept: list[StructureItem] = []
    for item in items:
        if isinstance(item, Section):
            item.children = _without(item.children)
            if item.children:
                kept.append(item)
        elif not (isinstance(item, Page) and is_english(item)):
            kept.append(item)
    return kept


def is_english(page: Page) -> bool:
    """Whether a page stands below `en/`."""
    return page.file.src_uri.partition("/")[0] == ENGLISH


class Speaker:
    """Makes the theme speak the language of the page at hand: one build has one configuration for all pages."""

    def __init__(self, config: MkDocsConfig, words: Callable[[str], Words], name: str | None) -> None:
        self._config = config
        self._words = {language: words(language) for language in (FIRST_LANGUAGE, ENGLISH)}
        self._own = {"language": config.theme["language"], "palette": config.theme.get("palette")}
        self._names = {FIRST_LANGUAGE: config.site_name, ENGLISH: name or config.site_name}

    def speak(self, language: str, here: str = "", other: str | None = None) -> None:
        """Set the theme for a page at address `here`; `other` is its address in the other language, if there is one."""
        config, words = self._config, self._words[language]
        english = language == ENGLISH
        config.site_name = self._names[language]
        config.theme["language"] = ENGLISH if english else self._own["language"]
        config.theme["palette"] = _palette(self._own["palette"], words) if english else self._own["palette"]
        away = FIRST_LANGUAGE if english else ENGLISH
        elsewhere = "." if english else f"{ENGLISH}/{'' if config.use_directory_urls else 'index.html'}"
        links: tuple[tuple[str, str], ...] = ()
        if other is not None and config.site_url:
            site = config.site_url.rstrip("/") + "/"
            both = {language: site + here, away: site + other}
            links = (*sorted(both.items(), reverse=True), ("x-default", both[FIRST_LANGUAGE]))
        config.extra["alternate"] = Switch(
            links, elsewhere if other is None else other or ".", away, words("language.switch"), words("language.short")
        )

    def speak_for(self, page: Page, context: TemplateContext, files: Files, side: English) -> TemplateContext:
        """Set the theme for a page of MkDocs or of ours, and give an English one its own navigation."""
        english = is_english(page)
        told: Mapping[str, Any] = page.meta.get("kdcl") or {}
        other = told["other"] if "other" in told else _counterpart(page, files, side)
        self.speak(ENGLISH if english else FIRST_LANGUAGE, page.url, other)
        if english and "other" not in told:
            context["nav"] = side.nav
        return context


def _counterpart(page: Page, files: Files, side: English) -> str | None:
    """The address of an authored page in the other language, where the operator or we have written it."""
    source = page.file.src_uri
    if is_english(page):
        found = files.get_file_from_path(source.removeprefix(f"{ENGLISH}/"))
        return found.page.url if found and found.page else None
    known = {one.file.src_uri: one.url for one in side.nav.pages}
    return known.get(f"{ENGLISH}/{source}")


def _palette(palette: object, words: Words) -> object:
    """The theme's palette with the names of its buttons in the language."""
    if not isinstance(palette, list):
        return palette
    name = words("language.palette")
    return [
        one | {"toggle": one["toggle"] | {"name": name}} if isinstance(one, dict) and one.get("toggle") else one
        for one in palette
    ]
