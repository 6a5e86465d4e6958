"""The pages that speak of many schools: the directory, and blocks of data in authored pages."""

import re
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

DIRECTORY = f"{addresses.SCHOOLS}/index.md"
_BLOCK = re.compile(r"<!--\s*kdcl:\s*([\w-]*)\s*-->")


def add_portal(files: Files, config: MkDocsConfig, renderer: Renderer) -> None:
    """Add our assets, and the directory as a generated page, so that navigation, search and strict checks know it.

    Raises PluginError when an author's page stands under an address of ours.
    """
    for file in files:
        if Path(file.dest_uri).parts[:1] == (addresses.SCHOOLS,) and file.generated_by is None:
            raise PluginError(renderer.words("build.taken", file=file.src_uri, folder=addresses.SCHOOLS))
    title = renderer.words("directory.title")
    files.append(File.generated(config, DIRECTORY, content=f"# {title}\n"))
    for asset in sorted(ASSETS.iterdir()):
        name = f"assets/kdcl/{asset.name}"
        if files.get_file_from_path(name) is None:  # an operator's own file in overrides/ wins
            files.append(File.generated(config, name, abs_src_path=str(asset)))


def portal_content(html: str, page: Page, built: Built, options: BuildOptions, renderer: Renderer) -> str:
    """Return a page's HTML with what it shows of the schools; PluginError names a block that does not exist."""
    if page.file.src_uri == DIRECTORY:
        page.meta["description"] = renderer.words("portal.directory")
        return renderer.directory(built.rows, site_options(options))

    def block(match: re.Match[str]) -> str:
        if match[1] != "counts":
            raise PluginError(renderer.words("build.block", name=match[1], file=page.file.src_uri))
        link = get_relative_url(addresses.directory().url(options.directory_urls), page.url)
        return renderer.counts(built.rows, site_options(options), link)

    return _BLOCK.sub(block, html)
