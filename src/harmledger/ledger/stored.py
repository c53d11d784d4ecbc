"""A row of the table, plain."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from harmledger.ledger.entry import digest, seal


class Stored(NamedTuple):
    """The columns of the table, in its order; named as the columns are."""

    seq: int
    kind: str
    key: str
    payload: str
    digest: str
    at: datetime
    previous: str
    hash: str

    @property
    def is_whole(self) -> bool:
        """Every part is of its kind, which SQLite asks of nobody who writes past the ledger."""
        kinds = Stored.__annotations__.values()
        return all(isinstance(part, kind) for part, kind in zip(self, kinds, strict=True))


def chained(
    texts: Iterable[tuple[str, str, str]], *, after: int, head: str, at: datetime
) -> list[Stored]:
    """Bind kind, key and payload text of each new item to the entry before it.

    Args:
        after: `seq` of the last entry; 0 for an empty ledger.
        head: Hash of that entry.
    """
    rows = []
    for seq, (kind, key, text) in enumerate(texts, after + 1):
        row = Stored(
            seq, kind, key, text, digest(text), at, head, seal(head, seq, kind, key, text, at)
        )
        rows.append(row)
        head = row.hash
    return rows
