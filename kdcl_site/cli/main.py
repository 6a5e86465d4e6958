"""The commands of `kdcl`. Exit status: 0 good, 1 errors found, 2 called wrongly."""

import sys
from pathlib import Path

import click

from kdcl_site.building.build import inspect_all
from kdcl_site.cli.confirm import confirm
from kdcl_site.cli.frameworks import frameworks
from kdcl_site.cli.project import schools_in
from kdcl_site.cli.shared import config_option, project_options, words
from kdcl_site.findings.finding import Severity, count
from kdcl_site.findings.handbook import explain as explained
from kdcl_site.findings.handbook import list_codes
from kdcl_site.findings.registry import registry
from kdcl_site.findings.report import FORMATS, Format, by_code, report, summary
from kdcl_site.findings.source import lines_below
from kdcl_site.reading.schemas import write_schemas


@click.group(help=words("cli.help"))
@click.version_option(package_name="kdcl-site")
def main() -> None:
    """Run the command; called by the script `kdcl`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", newline="\n")  # a Windows console would garble Vietnamese


@main.command(help=words("cli.check.help"))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@config_option
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help=words("cli.format.help")
)
@click.option("--explain", metavar="K…", help=words("cli.explain.help"))
@click.option("--list-codes", "listed", is_flag=True, help=words("cli.list_codes.help"))
def check(paths: tuple[Path, ...], config_file: Path | None, form: Format, explain: str | None, listed: bool) -> None:
    """Check the schools' data and show every finding, or say what codes mean."""
    if listed:
        click.echo(list_codes(words))
        return
    if explain:
        click.echo(_explained(explain.upper()))
        return
    options = project_options(config_file)
    schools, strange = schools_in(list(paths))
    if strange:
        raise click.UsageError(words("cli.no_school", path=strange[0]))
    findings = list(inspect_all(options, schools or None))
    if text := report(findings, form, words, lines_below(options.project)):
        click.echo(text)
    counts = summary(findings, words) if findings else words("findings.none")
    if form == "text":
        click.echo(("\n" if findings else "") + "\n\n".join(filter(None, (by_code(findings, words), counts))))
    else:
        click.echo(counts, err=True)  # for whoever looks on: a program reads the other stream
    sys.exit(1 if count(findings, Severity.ERROR) else 0)


def _explained(code: str) -> str:
    if code not in registry():
        raise click.UsageError(words("cli.no_code", code=code))
    return explained(registry()[code], words)


@main.command(help=words("cli.schema.help"))
@config_option
def schema(config_file: Path | None) -> None:
    """Write the JSON Schemas beside the schools."""
    options = project_options(config_file)
    folder = options.schools / ".schema"
    click.echo(words("cli.written", count=write_schemas(folder), folder=options.shown(folder)))


main.add_command(confirm)
main.add_command(frameworks)
