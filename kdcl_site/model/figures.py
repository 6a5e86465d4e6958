"""`rounds/<round>/figures.yml`: the tables of data of a round; they are checked, and nothing of them is published."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from kdcl_site.findings.finding import Place
from kdcl_site.nodes.entry import Entry, SchoolYear, Table, Text


def _amount(value: Any) -> Any:
    if isinstance(value, str):
        if re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,6})?", value):
            return Decimal(value)
        raise PydanticCustomError("kdcl_amount", "not a figure")
    return value


Amount = Annotated[Decimal, BeforeValidator(_amount), WithJsonSchema({"type": "number"})]
"""A figure, exactly as it was written: digits, and a dot before what is less than one."""

Year = Annotated[SchoolYear, WithJsonSchema({"type": "string"})]
"""A school year as a key; an editor would take a pattern there for the names of all keys."""

Years = Table[Year, Amount]


class Row(Entry):
    """One row of a table by school year; `sum_of` names the rows of the same table that it adds up."""

    years: Years
    sum_of: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure: of which table (empty for a figure of a criterion), row, school year, and where it stands."""

    table: str
    row: str
    year: str
    amount: Decimal
    place: Place


class Figures(Entry):
    """The data of a round: tables by the framework's id of a table, and figures of criteria by the framework's id."""

    tables: Table[str, Table[str, Row]] = Field(default_factory=dict)
    figures: Table[str, Years] = Field(default_factory=dict)

    def cells(self) -> Iterator[Cell]:
        """Yield every figure, in the order of the file."""
        for table, rows in self.tables.items():
            for name, row in rows.items():
                for year, amount in row.years.items():
                    yield Cell(table, name, year, amount, row.place("years", year))
        for name, years in self.figures.items():
            for year, amount in years.items():
                yield Cell("", name, year, amount, self.place("figures", name, year))
