"""Our folders in front of the theme's own."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from kdcl_site.text.words import Words


def prepare_theme(config: MkDocsConfig, words: Words) -> None:
    """Put our templates before the theme's; PluginError for a theme that is not Material."""
    if config.theme.name != "material":
        raise PluginError(words("build.theme"))
    add_theme(config, "theme")
    config.theme.static_templates.discard("sitemap.xml")  # it carries the clock and lacks the schools' pages


def add_theme(config: MkDocsConfig, name: str) -> None:
    """Put a folder of ours before the theme's, but after the operator's."""
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(Path(__file__).parent / name))
