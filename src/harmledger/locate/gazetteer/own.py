"""A project's own places: a CSV file of neighbourhoods, camps, hospitals and landmarks."""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from harmledger.locate.gazetteer.entry import Entry, Row
from harmledger.locate.gazetteer.reading import point, reading
from harmledger.locate.size import reach
from harmledger.model import PlacePrecision, VocabularyError
from harmledger.vocab.load import entries

FILE = "gazetteer/own.yml"
COUNTRY = re.compile(r"[A-Z]{2}")
KINDS = tuple(kind.value for kind in PlacePrecision if kind is not PlacePrecision.NONE)
COLUMNS = ("id", "name", "alternates", "lat", "lon", "type", "admin", "country")


def own_rows(path: Path) -> Iterator[Row]:
    """Every line of the file, in its order.

    Columns: `id` (its namespace is "own" unless one is given, "pcode:IQG15"), `name`, `alternates`
    (parted by "|"), `lat` and `lon` (degrees), `type` (a precision of
    vocab/codes/place_precisions.yml or a word of vocab/gazetteer/own.yml), `admin` (path of the
    area it lies in, "IQ.15", or empty) and `country` (ISO 3166-1 alpha-2, or empty).

    Raises:
        VocabularyError: A column is missing, an id stands twice, or a line's id, name, coordinates,
            type or country are wrong.
    """
    with reading(path), path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
        if missing:
            raise VocabularyError(f"{path}: lacks the columns {', '.join(missing)}; add them")
        seen: dict[str, int] = {}
        for line in reader:
            try:
                row = _row(line)
            except ValueError as error:
                raise VocabularyError(f"{path}:{reader.line_num}: {error}") from error
            first = seen.setdefault(row.entry.id, reader.line_num)
            if first != reader.line_num:
                raise VocabularyError(
                    f"{path}:{reader.line_num}: {row.entry.id} stands in line {first} too; "
                    "give each place an id of its own"
                )
            yield row


def _row(line: dict[str, str]) -> Row:
    cells = {name: (line[name] or "").strip() for name in COLUMNS}
    if not cells["id"] or not cells["name"]:
        raise ValueError("id and name must not be empty")
    lat, lon = point(cells["lat"], cells["lon"])
    precision = _precision(cells["type"])
    country = cells["country"]
    if country and not COUNTRY.fullmatch(country):
        raise ValueError(f"country {country!r} is no ISO 3166-1 code of two capitals, such as IQ")
    if cells["admin"] and not country:
        country = cells["admin"].partition(".")[0]
    entry = Entry(
        id=cells["id"] if ":" in cells["id"] else f"own:{cells['id']}",
        name=cells["name"],
        lat=lat,
        lon=lon,
        precision=precision,
        radius_km=reach(precision),
        country=country or None,
        area=cells["admin"] or country or None,
    )
    return Row(entry, tuple(name for name in cells["alternates"].split("|") if name.strip()))


def _precision(kind: str) -> PlacePrecision:
    if kind in KINDS:
        return PlacePrecision(kind)
    found = load_kinds().get(kind.casefold())
    if found is None:
        more = ", ".join(word for word in load_kinds() if word.isascii())
        raise ValueError(f"type {kind!r} is none of {', '.join(KINDS)}; nor of {more}")
    return found


@cache
def load_kinds() -> Mapping[str, PlacePrecision]:
    """Read vocab/gazetteer/own.yml: how closely a place of each kind is known, by its words.

    Raises:
        VocabularyError: An entry lacks its words, or its precision is none.
    """
    keys = frozenset({"words", "precision"})
    found: dict[str, PlacePrecision] = {}
    for entry in entries(FILE, knows=keys, needs=keys):
        if entry.body["precision"] not in KINDS:
            raise entry.wrong(f"its precision is {entry.body['precision']!r}; write one of {KINDS}")
        precision = PlacePrecision(entry.body["precision"])
        found |= {str(word).casefold(): precision for word in entry.body["words"]}
    return found
