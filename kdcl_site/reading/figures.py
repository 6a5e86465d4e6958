"""What the figures of a round name: tables and figures its framework has, and rows of the same table."""

from collections.abc import Collection, Iterator

from kdcl_site.findings.finding import Finding, Place
from kdcl_site.findings.registry import finding
from kdcl_site.model.folder import Round
from kdcl_site.nodes.node import quote
from kdcl_site.nodes.typed import suggestion


def figures_findings(item: Round) -> Iterator[Finding]:
    """Yield what is named in the figures of a round and is nowhere."""
    told, framework = item.figures, item.framework
    if told is None:
        return
    tables = [one.id for one in framework.data_tables]
    for name, rows in told.tables.items():
        if name not in tables:
            yield _unknown(told.key_place("tables", name), name, tables)
        for row in rows.values():
            for index, part in enumerate(row.sum_of):
                if part not in rows or rows[part] is row:
                    yield _unknown(row.place("sum_of", index), part, [one for one in rows if rows[one] is not row])
    known = [one.id for criterion in framework.criteria.values() for one in criterion.figures]
    for name in told.figures:
        if name not in known:
            yield _unknown(told.key_place("figures", name), name, known)


def _unknown(place: Place, name: str, known: Collection[str]) -> Finding:
    meant = suggestion(name, known) or ", ".join(known) or "…"
    return finding("K344", place, value=quote(name), meant=meant)
