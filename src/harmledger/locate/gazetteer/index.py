"""The gazetteer: an index on disk that is opened read-only and asked for names."""

import os
import sqlite3
from functools import lru_cache
from pathlib import Path
from typing import Any

from harmledger.locate.fold import key
from harmledger.locate.gazetteer.build import VERSION
from harmledger.locate.gazetteer.entry import Entry, Match
from harmledger.model import HarmledgerError, PlacePrecision

REMEMBERED = 65_536  # names; a word asked for again costs no disk
FIELDS = "e.id, e.name, e.lat, e.lon, e.precision, e.radius_km, e.population, e.country, e.area"
BY_NAME = f"""
SELECT {FIELDS}, e.code, n.name, n.main FROM name n JOIN entry e ON e.number = n.number
WHERE n.key = ? ORDER BY e.id
"""
BY_SOUND = f"""
SELECT {FIELDS}, e.code, n.name, n.main FROM sound n JOIN entry e ON e.number = n.number
WHERE n.sound = ? ORDER BY e.id
"""
BY_CODE = f"SELECT {FIELDS}, e.code FROM entry e WHERE e.code = ? ORDER BY e.id LIMIT 1"


class Gazetteer:
    """Places by name. Picklable: what travels is the path, and every process opens its own.

    Law: the same index gives the same answers in the same order.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._process: int | None = None
        self._connection: sqlite3.Connection | None = None
        self.matches = lru_cache(REMEMBERED)(self._matches)
        self.alike = lru_cache(REMEMBERED)(self._alike)
        self.area = lru_cache(REMEMBERED)(self._area)

    @classmethod
    def open(cls, path: Path) -> "Gazetteer":
        """Open the index at `path`, which `build` made.

        Raises:
            HarmledgerError: There is no index, or it is of another layout.
        """
        if not path.is_file():
            raise HarmledgerError(f"{path}: no gazetteer index; build one")
        gazetteer = cls(path)
        try:
            version = gazetteer._index().execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.DatabaseError as error:
            raise HarmledgerError(f"{path}: no gazetteer index ({error}); delete it") from error
        if version != VERSION:
            raise HarmledgerError(f"{path}: index of layout {version}, not {VERSION}; delete it")
        return gazetteer

    def __reduce__(self) -> tuple[object, ...]:
        return Gazetteer.open, (self.path,)

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Every place that goes by the name in any spelling that folds alike, by id."""
        return tuple(match.entry for match in self.matches(key(name)))

    def _matches(self, folded: str) -> tuple[Match, ...]:
        """Every place with a name of that key (see `fold.key`), by id."""
        rows = self._index().execute(BY_NAME, (folded,)) if folded else ()
        return tuple(Match(_entry(row), row[10], bool(row[11])) for row in rows)

    def _alike(self, heard: str) -> tuple[Match, ...]:
        """Every place with a name of those sounds (see `sound.sound`), by id."""
        rows = self._index().execute(BY_SOUND, (heard,)) if heard else ()
        return tuple(Match(_entry(row), row[10], bool(row[11]), exact=False) for row in rows)

    def _area(self, code: str) -> Entry | None:
        """The area with that path of codes ("IQ", "IQ.15"), or None."""
        row = self._index().execute(BY_CODE, (code,)).fetchone()
        return None if row is None else _entry(row)

    def _index(self) -> sqlite3.Connection:
        """This process's connection: SQLite's must not be carried over a fork."""
        if self._connection is None or self._process != os.getpid():
            self._connection = sqlite3.connect(
                f"{self.path.resolve().as_uri()}?mode=ro&immutable=1",
                uri=True,
                check_same_thread=False,
            )
            self._process = os.getpid()
        return self._connection


def _entry(row: tuple[Any, ...]) -> Entry:
    return Entry(
        id=row[0],
        name=row[1],
        lat=row[2],
        lon=row[3],
        precision=PlacePrecision(row[4]),
        radius_km=row[5],
        population=row[6],
        country=row[7],
        area=row[8],
        code=row[9],
    )
