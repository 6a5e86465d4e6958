"""Figures: the same quantity is the same in every file, totals add up, years are those the tables are about."""

from collections.abc import Iterator, Sequence

from kdcl_site.findings.finding import Finding
from kdcl_site.findings.registry import finding
from kdcl_site.model.figures import Cell, Figures
from kdcl_site.model.folder import Round
from kdcl_site.nodes.node import quote

_Key = tuple[str | None, str | None, str, str, str, str]


def figures_findings(rounds: Sequence[Round]) -> Iterator[Finding]:
    """Yield what does not agree in the figures of rounds; no finding holds a figure itself.

    Of two rounds the newer is told, but where one is not published, that one, so that its file stays hidden.
    """
    told = [(item, item.figures) for item in rounds if item.figures]
    for item, figures in told:
        yield from _sums(figures)
        yield from _years(item, figures)
    first: dict[_Key, tuple[Round, Cell]] = {}
    for item, figures in sorted(told, key=lambda pair: (not pair[0].published, pair[0].id)):
        for cell in figures.cells():
            earlier, other = first.setdefault(_key(item, cell), (item, cell))
            if other.amount != cell.amount:
                yield _differs(cell, other, not (item.published and earlier.published))


def _key(item: Round, cell: Cell) -> _Key:
    """Stages and schools that were merged have figures of their own; ids of criteria's figures are a framework's."""
    framework = "" if cell.table else item.framework.id
    return item.assessment.school, item.assessment.stage, framework, cell.table, cell.row, cell.year


def _differs(cell: Cell, other: Cell, private: bool) -> Finding:
    place = other.place
    args = {"value": quote(cell.row), "year": cell.year, "first_file": place.file, "first": str(place.line)}
    found = finding("K532", cell.place, **args)
    return found.hide() if private else found


def _sums(figures: Figures) -> Iterator[Finding]:
    """A total of a year in which a part has no figure cannot be held against anything."""
    for rows in figures.tables.values():
        for name, row in rows.items():
            parts = [rows[part].years for part in row.sum_of if part in rows]
            for year, amount in row.years.items() if row.sum_of and len(parts) == len(row.sum_of) else ():
                known = [years[year] for years in parts if year in years]
                if len(known) == len(parts) and sum(known) != amount:
                    yield finding("K533", row.place("years", year), value=quote(name), year=year)


def _years(item: Round, figures: Figures) -> Iterator[Finding]:
    span = item.framework.data_years
    if span is None:
        return
    last = int(item.assessment.school_year[:4])
    first: dict[str, Cell] = {}
    for cell in figures.cells():
        if not last - span < int(cell.year[:4]) <= last:
            first.setdefault(cell.year, cell)
    for year, cell in first.items():
        yield finding("K534", cell.place, year=year, limit=str(span))
