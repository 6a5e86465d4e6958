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
from kdcl_site.frameworks.catalogues import Catalogues, load_catalogues
from kdcl_site.frameworks.files import OFFICIAL
from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.load import load_framework
from kdcl_site.frameworks.maps import FrameworkMap, load_map
from kdcl_site.frameworks.official import read_official
from kdcl_site.nodes.compose import read
from kdcl_site.nodes.node import Scalar, below
from kdcl_site.nodes.typed import suggestion
from kdcl_site.text.formats import date_vi


@click.group(help=words("cli.frameworks.help"), invoke_without_command=True)
@config_option
@click.pass_context
def frameworks(context: click.Context, config_file: Path | None) -> None:
    """List all catalogues and maps, and what is wrong with any, unless a subcommand is given."""
    options = context.obj = project_options(config_file)
    if context.invoked_subcommand is not None:
        return
    law = _law(options)
    _table([_row(item) for item in law.frameworks.values()])
    if law.maps:
        click.echo("\n" + words("cli.frameworks.maps"))
        _table([_map_row(item) for item in law.maps])
    if law.findings:
        click.echo("\n" + report(law.findings, "text", words, lines_below(options.project)))
        click.echo("\n" + summary(law.findings, words))
        sys.exit(1 if count(law.findings, Severity.ERROR) else 0)


@frameworks.command(help=words("cli.frameworks.show.help"))
@click.argument("name", metavar="ID")
@click.pass_obj
def show(options: BuildOptions, name: str) -> None:
    """Show one catalogue in short: source, rule, scale, standards and criteria, what is not verified."""
    known = _law(options).frameworks
    if name not in known:
        meant = suggestion(name, known) or ", ".join(known)
        raise click.UsageError(words("cli.frameworks.unknown", name=name, meant=meant))
    for line in _lines(known[name]):
        click.echo(line)


@frameworks.command(help=words("cli.frameworks.validate.help"))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def validate(options: BuildOptions, files: tuple[Path, ...]) -> None:
    """Validate files of catalogues, of maps and of official texts, wherever they lie."""
    findings = [item for file in files for item in _validate(file.resolve(), options)]
    if text := report(findings, "text", words, lines_below(options.project)):
        click.echo(text)
    click.echo(("\n" if findings else "") + (summary(findings, words) if findings else words("findings.none")))
    sys.exit(1 if count(findings, Severity.ERROR) else 0)


def _law(options: BuildOptions) -> Catalogues:
    return load_catalogues(*([options.frameworks] if options.frameworks else []), project=options.project)


def _table(rows: list[tuple[str, ...]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    for *cells, last in rows:
        click.echo("  ".join([*(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)), last]))


def _row(item: Framework) -> tuple[str, ...]:
    return item.id, item.short.text(words.language), _force(item), _verified(item)


def _map_row(item: FrameworkMap) -> tuple[str, ...]:
    return f"{item.from_} → {item.to}", words("cli.frameworks.pairs", count=len(item.pairs)), _verified(item)


def _verified(item: Framework | FrameworkMap) -> str:
    return words("cli.frameworks.verified" if item.verified else "cli.frameworks.unverified")


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
    yield f"{_force(item)}; {_verified(item)}"
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
        return read_official(file, shown, name, _law(options).frameworks)[1]
    if _is_map(file):
        return load_map(file, shown, _law(options).frameworks)[1]
    return load_framework(file, shown, _named(file, "id", file.stem))[1]


def _is_map(file: Path) -> bool:
    """A map may lie anywhere while it is written; no catalogue has either key."""
    node = read(file, file.name)[0]
    return node is not None and any(below(node, (key,)) for key in ("from", "pairs"))


def _named(file: Path, key: str, stem: str) -> str:
    """Return the id the file's place stands for: as much of its path as its own id takes up, else its name alone."""
    node = read(file, file.name)[0]
    told = below(node, (key,)) if node else None
    if isinstance(told, Scalar) and file.with_name(stem).as_posix().endswith("/" + told.text):
        return told.text
    return stem
