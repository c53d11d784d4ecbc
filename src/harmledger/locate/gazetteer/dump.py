"""A GeoNames dump ("IQ.txt"): 19 columns, parted by tabs, one feature a line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from pathlib import Path

from harmledger.locate.gazetteer.entry import Entry, Row
from harmledger.locate.gazetteer.names import matchable
from harmledger.locate.gazetteer.reading import point, reading
from harmledger.locate.size import AREAS, reach, settlement
from harmledger.model import PlacePrecision, VocabularyError
from harmledger.vocab.load import entries

FILE = "gazetteer/features.yml"
KNOWS = frozenset({"codes", "classes", "precision", "skip"})
COLUMNS = 19
PIECE = 20_000  # lines
BY_SIZE = "by size"
DEPTH = {PlacePrecision.COUNTRY: 1, PlacePrecision.PROVINCE: 2, PlacePrecision.DISTRICT: 3}


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump as its rows, or in pieces that other processes can read."""

    path: Path

    def __iter__(self) -> Iterator[Row]:
        for piece in self.pieces():
            yield from piece()

    def pieces(self) -> Iterator[Callable[[], list[Row]]]:
        """Stretches of the file; calling one gives its rows.

        Raises:
            VocabularyError: The file is not UTF-8.
        """
        first = 1
        with reading(self.path), self.path.open(encoding="utf-8") as lines:
            while piece := list(islice(lines, PIECE)):
                yield partial(rows_of, self.path, first, piece)
                first += len(piece)


def dump_rows(path: Path) -> Dump:
    """Every feature of the file that vocab/gazetteer/features.yml knows a kind of place for."""
    return Dump(path)


def rows_of(path: Path, first: int, lines: list[str]) -> list[Row]:
    """The rows of some lines.

    Args:
        first: Number of the first of them in the file.

    Raises:
        VocabularyError: A line has another number of columns, or a number that is none.
    """
    found = []
    for number, line in enumerate(lines, first):
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
            found.append(row)
    return found


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
    lat, lon = point(columns[4], columns[5])
    entry = Entry(
        id=f"geonames:{int(columns[0])}",
        name=columns[1],
        lat=lat,
        lon=lon,
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
