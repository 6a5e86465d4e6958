"""The plugin's options in `mkdocs.yml`, and what the build makes of them."""

from datetime import date
from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig

from kdcl_site.building.options import BuildOptions, day_of_build, texts


class KdclConfig(base.Config):
    """Options of the plugin `kdcl`."""

    schools = c.Type(str, default="schools")
    """The folder of schools, relative to `mkdocs.yml`."""

    as_of = c.Optional(c.Type(date))
    """The day the site speaks of; else the day of `SOURCE_DATE_EPOCH`, else the day of the build."""

    frameworks = c.Optional(c.Type(str))
    """A folder with an operator's own catalogues, relative to `mkdocs.yml`."""

    english = c.Type(bool, default=False)
    """Whether every page of ours is there in English too, below `en/`; this doubles the pages."""

    english_name = c.Optional(c.Type(str))
    """The site's name on its English pages; else `site_name`."""

    severities = c.Type(dict, default={})
    """How grave findings are, by code, where the operator wants it otherwise."""

    posts = c.ListOfItems(c.Type(str), default=[])
    """Posts and bodies that look like a person's name and are none."""


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
        english=own.english,
        severities=texts(own.severities),
        posts=tuple(own.posts),
        site_name=config.site_name,
        english_name=own.english_name or config.site_name,
        about=config.site_description or "",
        operator=config.site_author or "",
        issues=config.repo_url or "",
        overrides=Path(config.theme.custom_dir) if config.theme.custom_dir else None,
    )
