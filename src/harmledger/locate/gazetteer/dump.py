"""A GeoNames dump ("IQ.txt"): 19 columns, parted by tabs, one feature a line."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from harmledger.locate.gazetteer.entry import Entry, Row
from harmledger.locate.gazetteer.names import matchable
from harmledger.locate.size import AREAS, reach, settlement
from harmledger.model import PlacePrecision, VocabularyError
from harmledger.vocab.load import entries

FILE = "gazetteer/features.yml"
KNOWS = frozenset({"codes", "classes", "precision", "skip"})
COLUMNS = 19
BY_SIZE = "by size"
DEPTH = {PlacePrecision.COUNTRY: 1, PlacePrecision.PROVINCE: 2, PlacePrecision.DISTRICT: 3}


def dump_rows(path: Path) -> Iterator[Row]:
    """Every feature of the file that vocab/gazetteer/features.yml knows a kind of place for.

    Raises:
        VocabularyError: A line has another number of columns, or a number that is none.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            columns = line.rstrip("\n").split("\t")
            if len(columns) != COLUMNS:
                raise VocabularyError(
                    f"{path}:{number}: {len(columns)} columns, not {COLUMNS}; "
                    "a GeoNames dump has a place a line, parted by tabs"
                )
            try:
                row = _row(columns)
            except ValueError as error:
                raise VocabularyError(f"{path}:{number}: {error}; mend or drop the line") from error
            if row is not None:
                yield row


def _row(columns: list[str]) -> Row | None:
    """The row of one line; None for a feature that is not matched."""
    kind = _kind(columns[6], columns[7])
    if kind is None:
        return None
    population = int(columns[14] or 0)
    precision = settlement(population) if kind == BY_SIZE else PlacePrecision(kind)
    path = [code for code in (columns[8], columns[10], columns[11]) if code]
    depth = DEPTH.get(precision) if columns[6] == "A" else None
    is_area = depth is not None and len(path) >= depth
    entry = Entry(
        id=f"geonames:{int(columns[0])}",
        name=columns[1],
        lat=float(columns[4]),
        lon=float(columns[5]),
        precision=precision,
        radius_km=reach(precision, population),
        population=None if precision in AREAS else population or None,
        country=columns[8] or None,
        area=".".join(path[: depth - 1] if is_area and depth else path) or None,
        code=".".join(path[:depth]) if is_area else None,
    )
    names = (name for name in (columns[2], *columns[3].split(",")) if name)
    return Row(entry, matchable((columns[1], *names), precision))


def _kind(feature_class: str, code: str) -> str | None:
    """The precision's value, "by size", or None for what is not matched."""
    by_code, by_class = _features()
    return by_code[code] if code in by_code else by_class.get(feature_class)


@cache
def _features() -> tuple[dict[str, str | None], dict[str, str | None]]:
    by_code: dict[str, str | None] = {}
    by_class: dict[str, str | None] = {}
    for entry in entries(FILE, knows=KNOWS, needs=frozenset()):
        kind = None if entry.body.get("skip") else str(entry.body["precision"])
        by_code |= dict.fromkeys(entry.body.get("codes", ()), kind)
        by_class |= dict.fromkeys(entry.body.get("classes", ()), kind)
    return by_code, by_class
