"""`kdcl frameworks`: list the catalogues, show one, and validate files of them."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kdcl_site.building.options import BuildOptions
from kdcl_site.cli.shared import config_option, project_options, words
from kdcl_site.findings.finding import Finding, Severity, count
from kdcl_site.findings.report import report, summary
from kdcl_site.findings.source import lines_below
from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.load import OFFICIAL, load_framework, load_frameworks
from kdcl_site.frameworks.official import read_official
from kdcl_site.nodes.compose import read
from kdcl_site.nodes.node import Scalar, below
from kdcl_site.nodes.typed import suggestion
from kdcl_site.text.formats import date_vi


@click.group(help=words("cli.frameworks.help"), invoke_without_command=True)
@config_option
@click.pass_context
def frameworks(context: click.Context, config_file: Path | None) -> None:
    """List all catalogues, unless a subcommand is given."""
    context.obj = project_options(config_file)
    if context.invoked_subcommand is None:
        rows = [_row(item) for item in _known(context.obj).values()]
        widths = [max(len(row[column]) for row in rows) for column in range(3)]
        for *cells, last in rows:
            click.echo("  ".join([*(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)), last]))


@frameworks.command(help=words("cli.frameworks.show.help"))
@click.argument("name", metavar="ID")
@click.pass_obj
def show(options: BuildOptions, name: str) -> None:
    """Show one catalogue in short: source, rule, scale, standards and criteria, what is not verified."""
    known = _known(options)
    if name not in known:
        meant = suggestion(name, known) or ", ".join(known)
        raise click.UsageError(words("cli.frameworks.unknown", name=name, meant=meant))
    for line in _lines(known[name]):
        click.echo(line)


@frameworks.command(help=words("cli.frameworks.validate.help"))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def validate(options: BuildOptions, files: tuple[Path, ...]) -> None:
    """Validate files of catalogues and of official texts, wherever they lie."""
    findings = [item for file in files for item in _validate(file.resolve(), options)]
    if text := report(findings, "text", words, lines_below(options.project)):
        click.echo(text)
    click.echo(("\n" if findings else "") + (summary(findings, words) if findings else words("findings.none")))
    sys.exit(1 if count(findings, Severity.ERROR) else 0)


def _known(options: BuildOptions) -> dict[str, Framework]:
    return dict(load_frameworks(*([options.frameworks] if options.frameworks else []))[0])


def _row(item: Framework) -> tuple[str, str, str, str]:
    verified = words("cli.frameworks.verified" if item.verified else "cli.frameworks.unverified")
    return item.id, item.short.text(words.language), _force(item), verified


def _force(item: Framework) -> str:
    since, until = date_vi(item.in_force.since), item.in_force.until
    if until is None:
        return words("cli.frameworks.since", since=since)
    return words("cli.frameworks.between", since=since, until=date_vi(until))


def _lines(item: Framework) -> Iterator[str]:
    language = words.language
    source = item.source
    yield item.name.text(language)
    yield ", ".join(filter(None, (f"{source.kind} {source.number}", source.annex, source.issuer)))
    yield f"{_force(item)}; {_row(item)[3]}"
    yield words("cli.frameworks.for", kinds=", ".join(words(f"kind.{kind}") for kind in item.applies_to))
    yield ""
    for step in item.scale:
        yield f"{step.level}  {step.name.text(language)}: {step.gloss.text(language)}"
    yield item.criterion_level.text.text(language)
    yield item.school_level.text.text(language)
    for standard in item.standards:
        yield ""
        yield f"{item.words.standard.text(language)} {standard.number}. {standard.name.text(language)}"
        for criterion in standard.criteria:
            mark = " " + words("cli.frameworks.mandatory") if criterion.mandatory else ""
            yield f"  {criterion.number}  {criterion.name.text(language)}{mark}"
    if item.clauses:
        yield ""
        yield words("cli.frameworks.clauses", level=item.step(item.clauses.level).name.text(language))
        yield from (f"  {clause.id}  {clause.text.text(language)}" for clause in item.clauses.items)
    if item.unverified:
        yield ""
        yield words("cli.frameworks.unverified.list")
        yield from (f"  - {text.text(language)}" for text in item.unverified)


def _validate(file: Path, options: BuildOptions) -> list[Finding]:
    shown = options.shown(file)
    if file.name.endswith(OFFICIAL):
        name = _named(file, "framework", file.name.removesuffix(OFFICIAL))
        return read_official(file, shown, name, _known(options))[1]
    return load_framework(file, shown, _named(file, "id", file.stem))[1]


def _named(file: Path, key: str, stem: str) -> str:
    """Return the id the file's place stands for: as much of its path as its own id takes up, else its name alone."""
    node = read(file, file.name)[0]
    told = below(node, (key,)) if node else None
    if isinstance(told, Scalar) and file.with_name(stem).as_posix().endswith("/" + told.text):
        return told.text
    return stem
