"""Add rows: in batches, each whole or not at all, one writer at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import islice

from django.db import connections, transaction

from harmledger.ledger.database import Database, explained
from harmledger.ledger.entry import GENESIS, digest
from harmledger.ledger.rows import rows_of, vendor
from harmledger.ledger.stored import Stored, chained

BATCH = 2000
INSERT = (
    f"INSERT INTO ledger_entry ({', '.join(Stored._fields)}) "
    f"VALUES ({', '.join(['%s'] * len(Stored._fields))})"
)
Item = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Appended:
    """How many items were new to the ledger, and how many it held already."""

    new: int = 0
    unchanged: int = 0

    def __add__(self, other: "Appended") -> "Appended":
        return Appended(self.new + other.new, self.unchanged + other.unchanged)


def write(database: Database, texts: Iterable[Item], at: datetime | None) -> Appended:
    """Write items, given as kind, key and payload text; what is current already writes nothing.

    Args:
        at: The moment to write down, aware; None for now.
    """
    total, left = Appended(), iter(texts)
    while batch := [*islice(left, BATCH)]:
        with explained(database), transaction.atomic(using=database.alias):
            total += _write(database, batch, at or datetime.now(UTC))
    return total


def _write(database: Database, batch: list[Item], at: datetime) -> Appended:
    _lock(database)
    new = _new(database, batch)
    last = rows_of(database).order_by("-seq").values_list("seq", "hash").first()
    after, head = (0, GENESIS) if last is None else last
    rows = chained(new, after=after, head=head, at=at)
    _insert(database, rows)
    return Appended(len(rows), len(batch) - len(rows))


def _insert(database: Database, rows: list[Stored]) -> None:
    """Add rows past the model: `bulk_create` takes three times as long."""
    connection = connections[database.alias]
    moment = cache(connection.ops.adapt_datetimefield_value)
    with connection.cursor() as cursor:
        cursor.executemany(INSERT, [(*row[:5], moment(row.at), *row[6:]) for row in rows])


def _new(database: Database, batch: list[Item]) -> list[Item]:
    """The items of a batch that change what is current, in their order."""
    current: dict[tuple[str, str], str] = {}
    for kind in {kind for kind, _, _ in batch}:
        keys = [key for other, key, _ in batch if other == kind]
        rows = rows_of(database).filter(kind=kind, key__in=keys).order_by("seq")
        current |= {(kind, key): held for key, held in rows.values_list("key", "digest")}
    new = []
    for kind, key, text in batch:
        hashed = digest(text)
        if current.get((kind, key)) != hashed:
            current[kind, key] = hashed
            new.append((kind, key, text))
    return new


def _lock(database: Database) -> None:
    """Let one writer in at a time; SQLite has done so when the transaction began."""
    if vendor(database) == "postgresql":
        with connections[database.alias].cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = %s", [int(database.wait * 1000)])
            cursor.execute("LOCK TABLE ledger_entry IN EXCLUSIVE MODE")
