"""The ledger itself: append, read, verify."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import Error, connections, transaction
from django.db.models import F, Max
from django.db.models.functions import Collate

from harmledger.ledger.archive import Archive
from harmledger.ledger.database import Database, connect, explained
from harmledger.ledger.entry import (
    GENESIS,
    WITHDRAWN,
    Entry,
    Payload,
    checked,
    digest,
    read,
    stored,
    withdrawal,
)
from harmledger.ledger.stored import Stored, chained
from harmledger.ledger.verify import Chain, Misfit, Verification

if TYPE_CHECKING:
    from harmledger.ledger.models import AppendOnly

BATCH = 2000
INSERT = (
    f"INSERT INTO ledger_entry ({', '.join(Stored._fields)}) "
    f"VALUES ({', '.join(['%s'] * len(Stored._fields))})"
)
COLUMNS = ("seq", "kind", "key", "payload", "at", "hash")


@dataclass(frozen=True, slots=True)
class Appended:
    """How many items were new to the ledger, and how many it held already."""

    new: int = 0
    unchanged: int = 0

    def __add__(self, other: "Appended") -> "Appended":
        return Appended(self.new + other.new, self.unchanged + other.unchanged)


@dataclass(frozen=True, slots=True)
class Ledger:
    """An append-only list of entries, each bound to the one before.

    A correction is a new entry of the same kind and key; the current view is the latest
    entry of each, without those that were withdrawn.

    Attributes:
        folder: Where the ledger stands.
        database: Its entries.
        archive: Its originals.
    """

    folder: Path
    database: Database
    archive: Archive

    @classmethod
    def open(cls, folder: Path, *, create: bool = True, wait: float = 10.0) -> Self:
        """Open the ledger of a folder.

        Args:
            create: Make the ledger where there is none.
            wait: How long a writer waits for another, in seconds.

        Raises:
            LedgerError: There is none (and `create` is false), what is there is no ledger,
                it is locked, or a newer version wrote it. Says what to do.
        """
        return cls(folder, connect(folder, create=create, wait=wait), Archive(folder))

    def close(self) -> None:
        """Let go of this thread's connection; the next use connects again."""
        connections[self.database.alias].close()

    def append(
        self, items: Iterable[tuple[str, str, Payload]], *, at: datetime | None = None
    ) -> Appended:
        """Write items, given as kind, key and payload, two thousand to a transaction.

        An item whose payload equals the current one writes nothing.

        Args:
            at: The moment to write down, aware; None for now.

        Raises:
            LedgerError: An item can't be written as JSON, another writer holds the ledger
                for too long, or the disk is full. Batches before it stay written.
        """
        texts = ((kind, key, checked(kind, key, payload)) for kind, key, payload in items)
        return self._append(texts, at)

    def withdraw(
        self, kind: str, keys: Iterable[str], *, because: str, at: datetime | None = None
    ) -> Appended:
        """Say of items that they are gone; they stay in the history.

        Args:
            because: A sentence that says why.
        """
        return self._append(((kind, key, withdrawal(because)) for key in keys), at)

    def current(self, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Key and payload of each current item of a kind, by key in code point order."""
        with explained(self.database):
            for key, text in self._current(kind).values_list("key", "payload").iterator(500):
                payload = stored(kind, key, text)
                if WITHDRAWN not in payload:
                    yield key, payload

    def keys(self, kind: str) -> set[str]:
        """The keys of the current items of a kind."""
        return {key for key, _ in self.current(kind)}

    def get(self, kind: str, key: str) -> dict[str, Any] | None:
        """The current payload of one item, or None where there is none."""
        return self.pick(kind, [key]).get(key)

    def pick(self, kind: str, keys: Iterable[str]) -> dict[str, dict[str, Any]]:
        """The current payloads of some items by key; keys that are not current are absent."""
        wanted, found = iter(keys), dict[str, str]()
        with explained(self.database):
            while some := [*islice(wanted, BATCH)]:
                rows = self._rows.filter(kind=kind, key__in=some).order_by("seq")
                found.update(rows.values_list("key", "payload"))
        payloads = {key: stored(kind, key, text) for key, text in found.items()}
        return {key: payload for key, payload in payloads.items() if WITHDRAWN not in payload}

    def history(self, kind: str, key: str) -> list[Entry]:
        """All that was ever written of one item, oldest first."""
        return [*self._read(self._rows.filter(kind=kind, key=key))]

    def of_kind(self, kind: str) -> list[Entry]:
        """All that was ever written of a kind, oldest first."""
        return [*self._read(self._rows.filter(kind=kind))]

    def entries(self, *, after: int = 0) -> Iterator[Entry]:
        """Every entry behind one, oldest first: what a reader has not seen yet."""
        return self._read(self._rows.filter(seq__gt=after))

    def head(self) -> tuple[int, str]:
        """Number and hash of the last entry; 0 and the start of every chain where none is."""
        with explained(self.database):
            last = self._rows.order_by("-seq").values_list("seq", "hash").first()
        return (0, GENESIS) if last is None else last

    def verify(self) -> Verification:
        """Recompute every entry's hash, and look at every original.

        Raises:
            LedgerError: The file is damaged so that its entries can't even be read.
        """
        chain = Chain()
        with explained(self.database):
            misfit = self._follow(chain)
            missing = tuple(self._missing(chain.length))
            damage = self._damage()
        altered = tuple(self.archive.verify())
        originals = len(self.archive)
        return Verification(chain.length, chain.head, misfit, originals, missing, altered, damage)

    @property
    def _rows(self) -> "AppendOnly":
        # Not imported: Django forbids models before it is set up, and callers must not care.
        rows: AppendOnly = apps.get_model("ledger", "EntryRow").objects.using(self.database.alias)
        return rows

    def _current(self, kind: str) -> "AppendOnly":
        rows = self._rows.filter(kind=kind)
        latest = rows.values("key").annotate(last=Max("seq")).values("last")
        # PostgreSQL would else sort by the server's language, and differently on each.
        order = "BINARY" if self._vendor == "sqlite" else "C"
        by_key = Collate(F("key"), order)
        return self._rows.filter(seq__in=latest).order_by(by_key)

    def _read(self, rows: "AppendOnly") -> Iterator[Entry]:
        with explained(self.database):
            for row in rows.order_by("seq").values_list(*COLUMNS).iterator(500):
                yield read(*row)

    def _follow(self, chain: Chain) -> Misfit | None:
        rows = self._rows.order_by("seq").values_list(*Stored._fields)
        try:
            return chain.follow(Stored(*row) for row in rows.iterator(500))
        except (Error, ValueError):
            # Some row can't even be read; which one, only reading them one by one tells.
            return self._follow_slowly(chain)

    def _follow_slowly(self, chain: Chain) -> Misfit | None:
        rows = self._rows.filter(seq__gt=chain.length)
        for seq in rows.order_by("seq").values_list("seq", flat=True).iterator(500):
            try:
                row = rows.values_list(*Stored._fields).get(seq=seq)
            except (Error, ValueError) as error:
                return Misfit(seq, "unread", "", f"it can't be read: {error}")
            misfit = chain.follow([Stored(*row)])
            if misfit is not None:
                return misfit
        return None

    def _damage(self) -> str | None:
        """What SQLite finds wrong with its file: an index, say, that hides entries."""
        if self._vendor != "sqlite":
            return None
        with connections[self.database.alias].cursor() as cursor:
            said: str = cursor.execute("PRAGMA integrity_check(1)").fetchone()[0]
        return None if said == "ok" else said.splitlines()[-1]

    def _missing(self, last: int) -> Iterator[tuple[str, str]]:
        """Report key and hash of the originals that are named up to an entry but not kept."""
        seen: set[str] = set()
        rows = self._rows.filter(kind="report", seq__lte=last).order_by("seq")
        for key, text in rows.values_list("key", "payload").iterator(500):
            sha = stored("report", key, text).get("sha256")
            if sha is not None and sha not in seen and not self.archive.holds(sha):
                seen.add(sha)
                yield key, sha

    def _append(self, texts: Iterable[tuple[str, str, str]], at: datetime | None) -> Appended:
        total, left = Appended(), iter(texts)
        while batch := [*islice(left, BATCH)]:
            with explained(self.database), transaction.atomic(using=self.database.alias):
                total += self._write(batch, at or datetime.now(UTC))
        return total

    def _write(self, batch: list[tuple[str, str, str]], at: datetime) -> Appended:
        self._lock()
        new = self._new(batch)
        after, head = self.head()
        rows = chained(new, after=after, head=head, at=at)
        self._insert(rows)
        return Appended(len(rows), len(batch) - len(rows))

    def _insert(self, rows: list[Stored]) -> None:
        """Add rows past the model: `bulk_create` takes three times as long."""
        connection = connections[self.database.alias]
        moment = cache(connection.ops.adapt_datetimefield_value)
        with connection.cursor() as cursor:
            cursor.executemany(INSERT, [(*row[:5], moment(row.at), *row[6:]) for row in rows])

    def _new(self, batch: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
        """The items of a batch that change what is current, in their order."""
        current: dict[tuple[str, str], str] = {}
        for kind in {kind for kind, _, _ in batch}:
            keys = [key for other, key, _ in batch if other == kind]
            rows = self._rows.filter(kind=kind, key__in=keys).order_by("seq")
            current |= {(kind, key): held for key, held in rows.values_list("key", "digest")}
        new = []
        for kind, key, text in batch:
            hashed = digest(text)
            if current.get((kind, key)) != hashed:
                current[kind, key] = hashed
                new.append((kind, key, text))
        return new

    def _lock(self) -> None:
        """Let one writer in at a time; SQLite has done so when the transaction began."""
        if self._vendor == "postgresql":
            with connections[self.database.alias].cursor() as cursor:
                cursor.execute("SET LOCAL lock_timeout = %s", [int(self.database.wait * 1000)])
                cursor.execute("LOCK TABLE ledger_entry IN EXCLUSIVE MODE")

    @property
    def _vendor(self) -> str:
        return connections[self.database.alias].vendor
