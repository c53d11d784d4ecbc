"""CSV for spreadsheets: a header, then flat rows that are safe to open.

UTF-8 with a byte order mark, without which Excel garbles Arabic; read them as "utf-8-sig". Lines
end as RFC 4180 asks.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import StringIO
from typing import TypeVar

from harmledger.model import Place
from harmledger.publish.place_level import levels
from harmledger.publish.protect import Policy
from harmledger.publish.sheet import Sheet

Cell = str | int | float | None
Row = TypeVar("Row")
Part = TypeVar("Part")
Columns = Mapping[str, Callable[[Row], Cell]]
MARK = "\ufeff"
# Spreadsheets run a cell that begins so as a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

PLACE: Columns[Place] = {
    "place": lambda place: place.name or place.words,
    "place_id": lambda place: place.id,
    "lat": lambda place: place.lat,
    "lon": lambda place: place.lon,
    "place_precision": lambda place: place.precision.value,
    "ucdp_where_prec": lambda place: levels()[place.precision].ucdp,
    "acled_geo_precision": lambda place: levels()[place.precision].acled,
    "airwars_accuracy": lambda place: levels()[place.precision].airwars,
    "country": lambda place: place.country,
}


def part(get: Callable[[Row], Part | None], columns: Columns[Part]) -> Columns[Row]:
    """Columns of a part of the row; their cells are empty where the row lacks the part."""
    return {name: _of_part(get, cell) for name, cell in columns.items()}


def spreadsheet(rows: Iterable[Row], columns: Columns[Row], policy: Policy) -> Sheet:
    """A sheet with the columns in their order, those that the policy withholds left out."""
    kept = {name: cell for name, cell in columns.items() if name not in policy.columns}
    return Sheet(_lines(rows, list(kept.values())), head=MARK + line(kept))


def line(cells: Iterable[Cell]) -> str:
    """One line; None becomes an empty cell."""
    buffer = StringIO()
    csv.writer(buffer).writerow([safe(cell) for cell in cells])
    return buffer.getvalue()


def safe(cell: Cell) -> Cell:
    """The cell, with an apostrophe before text that a spreadsheet would run as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def text(value: object) -> str | None:
    """A day or a code as text; None stays None."""
    return None if value is None else str(value)


def listed(items: Iterable[str]) -> str | None:
    """Several names in one cell; None where there is none."""
    return "; ".join(items) or None


def _of_part(
    get: Callable[[Row], Part | None], cell: Callable[[Part], Cell]
) -> Callable[[Row], Cell]:
    def of_row(row: Row) -> Cell:
        found = get(row)
        return None if found is None else cell(found)

    return of_row


def _lines(rows: Iterable[Row], cells: list[Callable[[Row], Cell]]) -> Iterator[str]:
    for row in rows:
        yield line([cell(row) for cell in cells])
