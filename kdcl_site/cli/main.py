"""The commands of `kdcl`. Exit status: 0 good, 1 errors found, 2 called wrongly."""

import os
import sys
from pathlib import Path

import click
import yaml

from kdcl_site.building.build import inspect_all
from kdcl_site.building.options import BuildOptions
from kdcl_site.cli.project import read_project, schools_in
from kdcl_site.findings.finding import Severity, count
from kdcl_site.findings.report import FORMATS, Format, report, summary
from kdcl_site.findings.source import lines_below
from kdcl_site.reading.schemas import write_schemas
from kdcl_site.text.words import load_words

LANGUAGE = "KDCL_LANGUAGE"
"""The environment variable that chooses the language of the command, `vi` or `en`."""

_words = load_words(os.environ.get(LANGUAGE, "vi"))

_config = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=_words("cli.config.help"),
)


@click.group(help=_words("cli.help"))
@click.version_option(package_name="kdcl-site")
def main() -> None:
    """Run the command; called by the script `kdcl`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", newline="\n")  # a Windows console would garble Vietnamese


@main.command(help=_words("cli.check.help"))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@_config
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help=_words("cli.format.help")
)
def check(paths: tuple[Path, ...], config_file: Path | None, form: Format) -> None:
    """Check the schools' data and show every finding."""
    options = _options(config_file)
    schools, strange = schools_in(list(paths))
    if strange:
        raise click.UsageError(_words("cli.no_school", path=strange[0]))
    findings = list(inspect_all(options, schools or None))
    if text := report(findings, form, _words, lines_below(options.project)):
        click.echo(text)
    if form == "text":
        click.echo(("\n" if findings else "") + (summary(findings, _words) if findings else _words("findings.none")))
    sys.exit(1 if count(findings, Severity.ERROR) else 0)


@main.command(help=_words("cli.schema.help"))
@_config
def schema(config_file: Path | None) -> None:
    """Write the JSON Schemas beside the schools."""
    options = _options(config_file)
    folder = options.schools / ".schema"
    click.echo(_words("cli.written", count=write_schemas(folder), folder=options.shown(folder)))


def _options(config_file: Path | None) -> BuildOptions:
    path = config_file or Path("mkdocs.yml")
    try:
        return read_project(path)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise click.UsageError(_words("cli.no_config", file=path, reason=error)) from error
