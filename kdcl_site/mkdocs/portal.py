"""The pages that speak of many schools: the directory, the frameworks, how to read, what is checked."""

from collections.abc import Iterable, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from kdcl_site.building.build import Built, Translation, site_options, spoken
from kdcl_site.building.options import BuildOptions
from kdcl_site.pages import addresses
from kdcl_site.rendering.render import ASSETS, Renderer
from kdcl_site.text.words import Words

FRAMEWORKS = f"{addresses.FRAMEWORKS}/index.md"
DIRECTORY = f"{addresses.SCHOOLS}/index.md"
READING = f"{addresses.READING}.md"
ACCESSIBILITY = f"{addresses.ACCESSIBILITY}.md"
CHECKS = f"{addresses.CHECKS}.md"
_OWN = {READING: "reading", ACCESSIBILITY: "access", CHECKS: "checked"}
"""Pages of ours that an operator may write instead, with the family of their words."""


def add_portal(files: Files, config: MkDocsConfig, renderer: Renderer) -> None:
    """Add our assets and the portal's pages as generated ones, so that navigation, search and checks know them."""
    # A navigation of the operator's own may leave a page of ours out, and nobody is warned of it.
    inclusion = InclusionLevel.UNDEFINED if config.nav is None else InclusionLevel.NOT_IN_NAV
    for name, key in ((DIRECTORY, "directory.title"), (FRAMEWORKS, "frameworks.title")):
        if found := files.get_file_from_path(name):
            files.remove(found)  # an author's, which is told as an error
        files.append(File.generated(config, name, content=f"# {renderer.words(key)}\n", inclusion=inclusion))
    for name, family in _OWN.items():
        if files.get_file_from_path(name) is None:
            title = f"# {renderer.words(f'{family}.title')}\n"
            files.append(File.generated(config, name, content=title, inclusion=InclusionLevel.NOT_IN_NAV))
    for asset in sorted(ASSETS.iterdir()):
        name = f"assets/kdcl/{asset.name}"
        if files.get_file_from_path(name) is None:  # an operator's own file in overrides/ wins
            files.append(File.generated(config, name, abs_src_path=str(asset)))


def portal_content(html: str, page: Page, built: Built, options: BuildOptions, renderer: Renderer) -> str:
    """Return a page's HTML: of our portal pages what they show of the schools, of others as it is."""
    if page.file.src_uri == DIRECTORY:
        page.meta["description"] = renderer.words("portal.directory")
        page.meta["kdcl_filter"] = True
        return renderer.directory(built.rows, site_options(options))

    if page.file.src_uri == FRAMEWORKS:
        page.meta["description"] = renderer.words("frameworks.description")
        found = [one.framework for one in built.frameworks]
        return renderer.frameworks(found, built.rows, site_options(options))

    if page.file.src_uri in _OWN and page.file.generated_by:
        page.meta["description"] = renderer.words(f"{_OWN[page.file.src_uri]}.description")
        return statement(page.file.src_uri.removesuffix(".md"), built, options, renderer)

    return html


def statement(name: str, built: Built | Translation, options: BuildOptions, renderer: Renderer) -> str:
    """Return the body of the page on how to read results, of what is checked, or of the statement of accessibility."""
    if name == addresses.READING:
        found = [one.framework for one in built.frameworks]
        return renderer.reading(found, built.rows, spoken(options, renderer))
    if name == addresses.CHECKS:
        return renderer.all_checks()
    return renderer.accessibility(spoken(options, renderer), options.operator, options.issues)


def foot_links(every: Iterable[Words], directory_urls: bool) -> dict[str, list[tuple[str, str]]]:
    """Return, by language, what stands in the foot of every page: names and addresses from the site's root."""
    pages = {"reading.short": addresses.reading(), "access.short": addresses.accessibility()}
    return {
        words.language: [
            (words(key), addresses.translated(page, words.language).url(directory_urls)) for key, page in pages.items()
        ]
        for words in every
    }


def ways_back(words: Words) -> Mapping[str, str]:
    """Return what the way back to each portal page is called beside the pages that belong to it."""
    return {addresses.SCHOOLS: words("portal.all"), addresses.FRAMEWORKS: words("frameworks.all")}
