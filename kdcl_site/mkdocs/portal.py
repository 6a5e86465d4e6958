"""The pages that speak of many schools: the directory, and blocks of data in authored pages."""

import re
from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from kdcl_site.building.build import Built, site_options
from kdcl_site.building.options import BuildOptions
from kdcl_site.pages import addresses
from kdcl_site.rendering.render import ASSETS, Renderer
from kdcl_site.text.words import Words

FRAMEWORKS = f"{addresses.FRAMEWORKS}/index.md"
DIRECTORY = f"{addresses.SCHOOLS}/index.md"
_BLOCK = re.compile(r"<!--\s*kdcl:\s*([\w-]*)\s*-->")


def add_portal(files: Files, config: MkDocsConfig, renderer: Renderer) -> None:
    """Add our assets, and the directory as a generated page, so that navigation, search and strict checks know it.

    Raises PluginError when an author's page stands under an address of ours.
    """
    for file in files:
        folder = Path(file.dest_uri).parts[0]
        if folder in (addresses.SCHOOLS, addresses.FRAMEWORKS) and file.generated_by is None:
            raise PluginError(renderer.words("build.taken", file=file.src_uri, folder=folder))
    for name, key in ((DIRECTORY, "directory.title"), (FRAMEWORKS, "frameworks.title")):
        files.append(File.generated(config, name, content=f"# {renderer.words(key)}\n"))
    for asset in sorted(ASSETS.iterdir()):
        name = f"assets/kdcl/{asset.name}"
        if files.get_file_from_path(name) is None:  # an operator's own file in overrides/ wins
            files.append(File.generated(config, name, abs_src_path=str(asset)))


def portal_content(html: str, page: Page, built: Built, options: BuildOptions, renderer: Renderer) -> str:
    """Return a page's HTML with what it shows of the schools; PluginError names a block that does not exist."""
    if page.file.src_uri == DIRECTORY:
        page.meta["description"] = renderer.words("portal.directory")
        return renderer.directory(built.rows, site_options(options))

    if page.file.src_uri == FRAMEWORKS:
        page.meta["description"] = renderer.words("frameworks.description")
        found = [one.framework for one in built.frameworks]
        return renderer.frameworks(found, built.rows, site_options(options))

    def block(match: re.Match[str]) -> str:
        if match[1] != "counts":
            raise PluginError(renderer.words("build.block", name=match[1], file=page.file.src_uri))
        link = get_relative_url(addresses.directory().url(options.directory_urls), page.url)
        return renderer.counts(built.rows, site_options(options), link)

    return _BLOCK.sub(block, html)


def ways_back(words: Words) -> Mapping[str, str]:
    """Return what the way back to each portal page is called beside the pages that belong to it."""
    return {addresses.SCHOOLS: words("portal.all"), addresses.FRAMEWORKS: words("frameworks.all")}
