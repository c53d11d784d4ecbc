"""JSON Lines: one report a line."""

import json
from pathlib import Path
from typing import Any

from harmledger.ingest.decode import broken, mend
from harmledger.ingest.draft import Found
from harmledger.ingest.files import name_of
from harmledger.ingest.held import held
from harmledger.ingest.lines import Line, lines
from harmledger.ingest.row import draft_of
from harmledger.model import SetAside


def jsonl(path: Path) -> Found:
    """Read the reports of a .jsonl or .jsonl.gz, line by line; blank lines are no rows."""
    for line in lines(path):
        if isinstance(line, SetAside):
            yield line
        elif line.data.strip():
            yield from _row(line, f"{name_of(path)}:{line.number}")


def _row(line: Line, origin: str) -> Found:
    found = mend(line.data)
    row = _object(found.text)
    if row is None:
        yield held(origin, "not_json")
        return
    yield from draft_of(row, line.data.rstrip(b"\r\n"), origin)
    if found.broken_at is not None:
        yield broken(origin, found)


def _object(text: str) -> dict[str, Any] | None:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):  # not JSON; a number too long; nested too deep
        return None
    return row if isinstance(row, dict) else None
