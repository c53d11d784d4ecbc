"""The last entry, noted down beside the ledger: a chain alone can't show that it was cut."""

import json
import os
from pathlib import Path

from harmledger.ledger.database import Database, explained
from harmledger.ledger.rows import rows_of

FILE = "ledger-head.json"


def note(folder: Path, seq: int, head: str) -> None:
    """Write number and hash of the last entry down, whole or not at all.

    Raises:
        OSError: The disk is full or not writable.
    """
    path = folder / FILE
    part = path.with_name(f"{FILE}.{os.getpid()}.part")
    try:
        part.write_text(json.dumps({"entries": seq, "head": head}) + "\n", "utf-8")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def unlike(folder: Path, database: Database) -> str | None:
    """What of the note the ledger does not bear out; None where it does, or nothing was noted."""
    path = folder / FILE
    if not path.is_file():
        return None
    try:
        told = json.loads(path.read_bytes())
        seq, head = int(told["entries"]), str(told["head"])
    except (ValueError, KeyError, TypeError):
        return f"{FILE} is not as it was written"
    return gone(database, seq, head, FILE)


def gone(database: Database, seq: int, head: str, noted: str) -> str | None:
    """Why the entry that was noted is not the ledger's; None where it is.

    Args:
        head: Hash of the entry.
        noted: Where it was noted.
    """
    if seq == 0:
        return None
    with explained(database):
        found = rows_of(database).filter(seq=seq).values_list("hash", flat=True).first()
        last = rows_of(database).order_by("-seq").values_list("seq", flat=True).first() or 0
    if found == head:
        return None
    if found is None:
        return f"entries {last + 1} to {seq} are gone: {noted} names {seq} as the last"
    return f"entry {seq} is not the one that {noted} names"
