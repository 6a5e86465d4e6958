"""The plugin's options in `mkdocs.yml`, and what the build makes of them."""

from datetime import date
from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig

from kdcl_site.building.options import BuildOptions, day_of_build


class KdclConfig(base.Config):
    """Options of the plugin `kdcl`."""

    schools = c.Type(str, default="schools")
    """The folder of schools, relative to `mkdocs.yml`."""

    as_of = c.Optional(c.Type(date))
    """The day the site speaks of; else the day of `SOURCE_DATE_EPOCH`, else the day of the build."""

    frameworks = c.Optional(c.Type(str))
    """A folder with an operator's own catalogues, relative to `mkdocs.yml`."""


def build_options(own: KdclConfig, config: MkDocsConfig) -> BuildOptions:
    """Return the options of this build."""
    project = Path(config.config_file_path).resolve().parent
    return BuildOptions(
        project=project,
        schools=project / own.schools,
        as_of=own.as_of or day_of_build(),
        directory_urls=config.use_directory_urls,
        site_url=config.site_url or "",
        frameworks=project / own.frameworks if own.frameworks else None,
        overrides=Path(config.theme.custom_dir) if config.theme.custom_dir else None,
    )
