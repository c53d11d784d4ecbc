"""Build the gazetteer's index: one SQLite file, whole or not there at all."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from itertools import chain, islice
from pathlib import Path
from tempfile import mkstemp
from typing import Protocol, runtime_checkable

from harmledger.locate.fold import key
from harmledger.locate.gazetteer.entry import Entry, Row
from harmledger.locate.gazetteer.spread import spread
from harmledger.locate.sound import sound, sounds

Progress = Callable[[str, int], None]
Batch = Callable[[], list[Row]]
Named = tuple[int, str, str, str, bool]
Folded = tuple[list[tuple[object, ...]], list[Named]]
VERSION = 2  # of the index's layout; a change makes every cached index a stranger
BATCH = 20_000  # rows
TABLES = """
CREATE TABLE entry (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, lat REAL NOT NULL,
    lon REAL NOT NULL, precision TEXT NOT NULL, radius_km REAL NOT NULL, population INTEGER,
    country TEXT, area TEXT, code TEXT
);
CREATE TEMP TABLE given (
    number INTEGER NOT NULL, key TEXT NOT NULL, sound TEXT NOT NULL, name TEXT NOT NULL,
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


@runtime_checkable
class Pieces(Protocol):
    """A source that other processes can read piece by piece."""

    def pieces(self) -> Iterator[Batch]:
        """Stretches of it; calling one, in any process, gives its rows."""


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
            batches = chain.from_iterable(map(_batches, sources))
            _fill(index, batches, progress or _silent)
        part.chmod(0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _fill(index: sqlite3.Connection, batches: Iterator[Batch], progress: Progress) -> None:
    # Nobody reads the file before it is renamed, so it needs no journal and no waiting for disk.
    index.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536")
    index.execute(f"PRAGMA threads={os.cpu_count() or 1}")  # that sort the names
    index.executescript(TABLES)
    index.execute("BEGIN")
    number = 0
    for entries, names in spread(_folded, batches):
        index.executemany(
            "INSERT INTO entry VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            ((number + at, *entry) for at, entry in enumerate(entries)),
        )
        index.executemany(
            "INSERT INTO given VALUES (?,?,?,?,?)",
            ((number + at, *name) for at, *name in names),
        )
        number += len(entries)
        progress("places", number)
    index.execute("COMMIT")
    progress("names", 0)
    index.executescript(f"BEGIN; {TWINS} {NAMES} PRAGMA user_version={VERSION}; COMMIT")


def _batches(source: Iterable[Row]) -> Iterator[Batch]:
    """A source in pieces of its own, so that another process reads them, or else in batches."""
    if isinstance(source, Pieces):
        yield from source.pieces()
        return
    rows = iter(source)
    while batch := list(islice(rows, BATCH)):
        yield partial(list, batch)


def _folded(batch: Batch) -> Folded:
    """The entries of a batch and their names; a name stands with its entry's place in the batch."""
    rows = batch()
    names = [(at, *name) for at, row in enumerate(rows) for name in _names(row)]
    return [_entry(row.entry) for row in rows], names


def _entry(one: Entry) -> tuple[object, ...]:
    return (
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


def _names(row: Row) -> Iterator[tuple[str, str, str, bool]]:
    """Each name of a row once, as its key, its sounds, itself and whether it is the main one."""
    is_sounded = row.entry.country in sounds().countries
    seen = {""}
    for place, name in enumerate(dict.fromkeys((row.entry.name, *row.names))):
        folded = key(name)
        if folded not in seen:
            seen.add(folded)
            yield folded, sound(name) if is_sounded else "", name, place == 0


def _silent(step: str, done: int) -> None:
    """Say nothing."""
