"""What the commands share: their language, the option that names the project, and its options."""

import os
from pathlib import Path

import click
import yaml

from kdcl_site.building.options import BuildOptions
from kdcl_site.cli.project import read_project
from kdcl_site.text.words import load_words

LANGUAGE = "KDCL_LANGUAGE"
"""The environment variable that chooses the language of the command, `vi` or `en`."""

words = load_words(os.environ.get(LANGUAGE, "vi"))

config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=words("cli.config.help"),
)


def project_options(config_file: Path | None) -> BuildOptions:
    """Return the options of the project; click.UsageError when its file cannot be read."""
    path = config_file or Path("mkdocs.yml")
    try:
        return read_project(path)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise click.UsageError(words("cli.no_config", file=path, reason=error)) from error
