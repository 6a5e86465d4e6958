"""`kdcl confirm`: the school says that its verdicts hold on what they rest on today."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kdcl_site.building.build import inspect_each, school_folders
from kdcl_site.building.confirm import NAME, Confirming
from kdcl_site.building.confirm import confirm as confirmed
from kdcl_site.building.options import BuildOptions
from kdcl_site.cli.project import schools_in
from kdcl_site.cli.shared import config_option, project_options, words
from kdcl_site.findings.finding import Finding, Severity
from kdcl_site.findings.report import report
from kdcl_site.findings.source import lines_below
from kdcl_site.model.folder import SchoolFolder


@click.command(help=words("cli.confirm.help"))
@click.argument("paths", nargs=-1, metavar="[SCHOOL]...", type=click.Path(path_type=Path))
@click.option("--round", "rounds", multiple=True, metavar="ID", help=words("cli.confirm.round.help"))
@config_option
def confirm(paths: tuple[Path, ...], rounds: tuple[str, ...], config_file: Path | None) -> None:
    """Confirm the verdicts of schools; a school with errors is left as it was."""
    options = project_options(config_file)
    schools, strange = schools_in(list(paths))
    if strange:
        raise click.UsageError(words("cli.no_school", path=strange[0]))
    failed = False
    for path, folder, findings in inspect_each(options, schools or school_folders(options.schools)):
        if errors := [item for item in findings if item.severity is Severity.ERROR]:
            failed = True
            _refuse(path, errors, options)
        elif folder:
            asked = _asked(folder, rounds)
            header = words("cli.confirm.header")
            try:
                _tell(folder, confirmed(folder, path, asked, options.as_of, header))
            except OSError as error:
                raise click.ClickException(words("cli.confirm.unwritten", file=NAME, reason=error)) from error
    sys.exit(1 if failed else 0)


def _asked(folder: SchoolFolder, rounds: tuple[str, ...]) -> list[str]:
    """Return the rounds to confirm: those that were named, else all but drafts."""
    known = [item.id for item in folder.rounds]
    if unknown := [name for name in rounds if name not in known]:
        expected = ", ".join(known) or "–"
        raise click.UsageError(words("cli.confirm.no_round", round=unknown[0], school=folder.id, known=expected))
    return [item.id for item in folder.rounds if (item.id in rounds if rounds else not item.assessment.draft)]


def _refuse(path: Path, errors: list[Finding], options: BuildOptions) -> None:
    click.echo(report(errors, "text", words, lines_below(options.project)))
    click.echo("\n" + words("cli.confirm.refused", school=path.name))
    if any(item.place.file == f"{options.shown(path)}/{NAME}" for item in errors):
        click.echo(words("cli.confirm.broken", file=NAME))


def _tell(folder: SchoolFolder, done: Confirming) -> None:
    for line in _lines(folder, done):
        click.echo(line)


def _lines(folder: SchoolFolder, done: Confirming) -> Iterator[str]:
    key = "cli.confirm.done" if done.written else "cli.confirm.same"
    yield words(key, school=folder.id, count=done.verdicts)
    if done.suspects:
        yield words("cli.confirm.before", count=len(done.suspects))
        yield from (f"  {name}  {one.where}" for name, one in done.suspects)
