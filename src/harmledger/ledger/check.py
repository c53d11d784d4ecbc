"""Recompute a ledger's chain, and look at its originals and its file."""

from collections.abc import Iterator

from django.db import Error, connections

from harmledger.ledger.archive import Archive
from harmledger.ledger.database import Database, explained
from harmledger.ledger.entry import stored
from harmledger.ledger.noted import unlike
from harmledger.ledger.rows import rows_of, vendor
from harmledger.ledger.stored import Stored
from harmledger.ledger.verify import Chain, Misfit, Verification


def check(database: Database, archive: Archive) -> Verification:
    """Recompute every entry's hash, and look at every original.

    Raises:
        LedgerError: The file is damaged so that its entries can't even be read.
    """
    chain = Chain()
    with explained(database):
        misfit = _follow(database, chain)
        missing = tuple(_missing(database, archive, chain.length))
        damage = _damage(database)
        cut = unlike(archive.folder, database)
    altered = tuple(archive.verify())
    return Verification(
        chain.length, chain.head, misfit, len(archive), missing, altered, damage, cut
    )


def _follow(database: Database, chain: Chain) -> Misfit | None:
    rows = rows_of(database).order_by("seq").values_list(*Stored._fields)
    try:
        return chain.follow(Stored(*row) for row in rows.iterator(500))
    except (Error, ValueError):
        # Some row can't even be read; which one, only reading them one by one tells.
        return _follow_slowly(database, chain)


def _follow_slowly(database: Database, chain: Chain) -> Misfit | None:
    rows = rows_of(database).filter(seq__gt=chain.length)
    for seq in rows.order_by("seq").values_list("seq", flat=True).iterator(500):
        try:
            row = rows.values_list(*Stored._fields).get(seq=seq)
        except (Error, ValueError) as error:
            return Misfit(seq, "unread", "", f"it can't be read: {error}")
        misfit = chain.follow([Stored(*row)])
        if misfit is not None:
            return misfit
    return None


def _damage(database: Database) -> str | None:
    """What SQLite finds wrong with its file: an index, say, that hides entries."""
    if vendor(database) != "sqlite":
        return None
    with connections[database.alias].cursor() as cursor:
        said: str = cursor.execute("PRAGMA integrity_check(1)").fetchone()[0]
    return None if said == "ok" else said.splitlines()[-1]


def _missing(database: Database, archive: Archive, last: int) -> Iterator[tuple[str, str]]:
    """Report key and hash of the originals that are named up to an entry but not kept."""
    seen: set[str] = set()
    rows = rows_of(database).filter(kind="report", seq__lte=last).order_by("seq")
    for key, text in rows.values_list("key", "payload").iterator(500):
        sha = stored("report", key, text).get("sha256")
        if sha is not None and sha not in seen and not archive.holds(sha):
            seen.add(sha)
            yield key, sha
