"""Build the gazetteer's index: one SQLite file, whole or not there at all."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from tempfile import mkstemp

from harmledger.locate.fold import key
from harmledger.locate.gazetteer.entry import Row
from harmledger.locate.sound import sound, sounds

Progress = Callable[[str, int], None]
VERSION = 2  # of the index's layout; a change makes every cached index a stranger
BATCH = 20_000  # rows
TABLES = """
CREATE TABLE entry (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, lat REAL NOT NULL,
    lon REAL NOT NULL, precision TEXT NOT NULL, radius_km REAL NOT NULL, population INTEGER,
    country TEXT, area TEXT, code TEXT
);
CREATE TEMP TABLE given (
    key TEXT NOT NULL, sound TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,
    main INTEGER NOT NULL
);
"""
# An entry that a later source gives again replaces the earlier one and keeps its names.
TWINS = """
CREATE TEMP TABLE twin AS
    SELECT e.number AS number, l.last AS last FROM entry e
    JOIN (SELECT id, max(number) AS last FROM entry GROUP BY id HAVING count(*) > 1) l USING (id)
    WHERE e.number < l.last;
CREATE INDEX temp.twin_number ON twin(number);
UPDATE given SET main = 0, number = (SELECT last FROM twin WHERE twin.number = given.number)
    WHERE number IN (SELECT number FROM twin);
DELETE FROM entry WHERE number IN (SELECT number FROM twin);
"""
# Sorted once and stored by key, the names need no index beside the table.
NAMES = """
CREATE TABLE name (
    key TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, main INTEGER NOT NULL,
    PRIMARY KEY (key, number)
) WITHOUT ROWID;
INSERT OR IGNORE INTO name SELECT key, number, name, main FROM given
    ORDER BY key, number, main DESC, name;
CREATE TABLE sound (
    sound TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, main INTEGER NOT NULL,
    PRIMARY KEY (sound, number)
) WITHOUT ROWID;
INSERT OR IGNORE INTO sound SELECT sound, number, name, main FROM given
    WHERE sound <> '' ORDER BY sound, number, main DESC, name;
DROP TABLE given;
CREATE INDEX entry_id ON entry(id);
CREATE INDEX entry_code ON entry(code) WHERE code IS NOT NULL;
"""


def build(
    sources: Iterable[Iterable[Row]], path: Path, *, progress: Progress | None = None
) -> None:
    """Write the index of all the sources' rows to `path`, replacing what stands there.

    The file appears under its name only when it is whole: whatever happens before leaves `path`
    as it was. Two builds of one path at once are safe; the one that ends last stays.

    Args:
        sources: Later ones win where two give the same id; names of both are kept.
        progress: Called with a step's name and how many rows it has taken so far.

    Raises:
        OSError: The folder can't be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        with closing(sqlite3.connect(part)) as index:
            _fill(index, chain.from_iterable(sources), progress or _silent)
        part.chmod(0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _fill(index: sqlite3.Connection, rows: Iterator[Row], progress: Progress) -> None:
    # Nobody reads the file before it is renamed, so it needs no journal and no waiting for disk.
    index.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536")
    index.executescript(TABLES)
    index.execute("BEGIN")
    number = 0
    while batch := list(islice(rows, BATCH)):
        numbered = list(enumerate(batch, number))
        index.executemany("INSERT INTO entry VALUES (?,?,?,?,?,?,?,?,?,?,?)", map(_entry, numbered))
        index.executemany(
            "INSERT INTO given VALUES (?,?,?,?,?)", chain.from_iterable(map(_names, numbered))
        )
        number += len(batch)
        progress("places", number)
    index.execute("COMMIT")
    progress("names", 0)
    index.executescript(f"BEGIN; {TWINS} {NAMES} PRAGMA user_version={VERSION}; COMMIT")


def _entry(numbered: tuple[int, Row]) -> tuple[object, ...]:
    number, row = numbered
    one = row.entry
    return (
        number,
        one.id,
        one.name,
        one.lat,
        one.lon,
        one.precision.value,
        one.radius_km,
        one.population,
        one.country,
        one.area,
        one.code,
    )


def _names(numbered: tuple[int, Row]) -> Iterator[tuple[object, ...]]:
    number, row = numbered
    is_sounded = row.entry.country in sounds().countries
    seen = {""}
    for place, name in enumerate((row.entry.name, *row.names)):
        folded = key(name)
        if folded not in seen:
            seen.add(folded)
            yield folded, sound(name) if is_sounded else "", number, name, place == 0


def _silent(step: str, done: int) -> None:
    """Say nothing."""
