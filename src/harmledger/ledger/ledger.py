"""The ledger itself: append, read, verify."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from django.db import connections
from django.db.models import F, Max
from django.db.models.functions import Collate

from harmledger.ledger.archive import Archive
from harmledger.ledger.check import check
from harmledger.ledger.database import Database, connect, explained
from harmledger.ledger.entry import (
    GENESIS,
    WITHDRAWN,
    Entry,
    Payload,
    checked,
    read,
    stored,
    withdrawal,
)
from harmledger.ledger.noted import gone, note, unlike
from harmledger.ledger.rows import rows_of, vendor
from harmledger.ledger.verify import Verification
from harmledger.ledger.write import BATCH, Appended, write
from harmledger.model import LedgerError

if TYPE_CHECKING:
    from harmledger.ledger.models import AppendOnly

COLUMNS = ("seq", "kind", "key", "payload", "at", "hash")


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
        return write(self.database, texts, at)

    def withdraw(
        self, kind: str, keys: Iterable[str], *, because: str, at: datetime | None = None
    ) -> Appended:
        """Say of items that they are gone; they stay in the history.

        Args:
            because: A sentence that says why.
        """
        return write(self.database, ((kind, key, withdrawal(because)) for key in keys), at)

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

    def digests(self, kind: str) -> dict[str, str]:
        """By key the digest of the latest payload of each item of a kind, withdrawn ones too."""
        with explained(self.database):
            return dict(self._current(kind).values_list("key", "digest").iterator(BATCH))

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

    def note_head(self) -> None:
        """Note number and hash of the last entry down beside the ledger, for `verify`.

        Raises:
            OSError: The disk is full or not writable.
        """
        note(self.folder, *self.head())

    def require_whole(self) -> None:
        """Refuse to go on where the last entry that was noted is gone or another: nothing may be
        built on what was cut.

        Raises:
            LedgerError: Says what is gone, and what to do.
        """
        cut = unlike(self.folder, self.database)
        if cut is not None:
            raise LedgerError(
                f"{self.folder}: {cut}. Nothing was written. Bring back a copy of the folder; "
                "`harmledger verify` says what else does not fit"
            )

    def lacks(self, seq: int, head: str, noted: str) -> str | None:
        """Why an entry that was noted somewhere is not the ledger's, in words; None where it is."""
        return gone(self.database, seq, head, noted)

    def verify(self) -> Verification:
        """Recompute every entry's hash, look at every original, and at the head that was noted.

        Raises:
            LedgerError: The file is damaged so that its entries can't even be read.
        """
        return check(self.database, self.archive)

    @property
    def _rows(self) -> "AppendOnly":
        return rows_of(self.database)

    def _current(self, kind: str) -> "AppendOnly":
        rows = self._rows.filter(kind=kind)
        latest = rows.values("key").annotate(last=Max("seq")).values("last")
        # PostgreSQL would else sort by the server's language, and differently on each.
        order = "BINARY" if vendor(self.database) == "sqlite" else "C"
        by_key = Collate(F("key"), order)
        return self._rows.filter(seq__in=latest).order_by(by_key)

    def _read(self, rows: "AppendOnly") -> Iterator[Entry]:
        with explained(self.database):
            for row in rows.order_by("seq").values_list(*COLUMNS).iterator(500):
                yield read(*row)
