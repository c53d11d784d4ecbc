"""A project's own places: a CSV file of neighbourhoods, camps, hospitals and landmarks."""

import csv
from collections.abc import Iterator
from pathlib import Path

from harmledger.locate.gazetteer.entry import Entry, Row
from harmledger.locate.size import reach
from harmledger.model import PlacePrecision, VocabularyError

COLUMNS = ("id", "name", "alternates", "lat", "lon", "type", "admin", "country")


def own_rows(path: Path) -> Iterator[Row]:
    """Every line of the file, in its order.

    Columns: `id` (its namespace is "own" unless one is given, "pcode:IQG15"), `name`, `alternates`
    (parted by "|"), `lat` and `lon` (degrees), `type` (a precision of
    vocab/codes/place_precisions.yml), `admin` (path of the area it lies in, "IQ.15", or empty) and
    `country` (ISO 3166-1 alpha-2, or empty).

    Raises:
        VocabularyError: A column is missing, or a line's id, name, coordinates or type are wrong.
    """
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
        if missing:
            raise VocabularyError(f"{path}: lacks the columns {', '.join(missing)}; add them")
        for line in reader:
            try:
                yield _row(line)
            except ValueError as error:
                raise VocabularyError(f"{path}:{reader.line_num}: {error}") from error


def _row(line: dict[str, str]) -> Row:
    cells = {name: (line[name] or "").strip() for name in COLUMNS}
    if not cells["id"] or not cells["name"]:
        raise ValueError("id and name must not be empty")
    lat, lon = float(cells["lat"]), float(cells["lon"])
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"{lat}, {lon} is no point on earth")
    precision = PlacePrecision(cells["type"])
    entry = Entry(
        id=cells["id"] if ":" in cells["id"] else f"own:{cells['id']}",
        name=cells["name"],
        lat=lat,
        lon=lon,
        precision=precision,
        radius_km=reach(precision),
        country=cells["country"] or None,
        area=cells["admin"] or cells["country"] or None,
    )
    return Row(entry, tuple(name for name in cells["alternates"].split("|") if name.strip()))
