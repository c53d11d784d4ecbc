"""manifest.json: what a release holds, what made it, and a checksum for every file."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from harmledger import __version__
from harmledger.publish.release import Release
from harmledger.publish.sheet import Sheet

NAME = "manifest.json"
SCHEMA = "1"  # of the files' fields; raised when a field changes its meaning or goes


@dataclass(frozen=True, slots=True)
class Written:
    """One file as it was written.

    Attributes:
        sha256: Of its bytes.
        size: In bytes.
        rows: Reports, claims, incidents, features or things set aside; a header is no row.
    """

    name: str
    sha256: str
    size: int
    rows: int


def manifest(release: Release, files: Sequence[Written]) -> Sheet:
    """The manifest's text. It holds no clock: the same release gives the same bytes."""
    row = {
        "schema_version": SCHEMA,
        "harmledger": __version__,
        "vocabulary": release.vocabulary,
        "scheme": {
            "name": release.scheme,
            "version": release.scheme_version,
            "digest": release.scheme_digest,
        },
        "ledger": _ledger(release.ledger),
        "files": [
            {"name": one.name, "sha256": one.sha256, "bytes": one.size, "rows": one.rows}
            for one in files
        ],
    }
    return Sheet([json.dumps(row, ensure_ascii=False, indent=2) + "\n"])


def _ledger(told: str) -> dict[str, object] | None:
    """Number and hash of the entry up to which the ledger was read; None where none is named."""
    if not told:
        return None
    entries, _, head = told.partition(" ")
    return {"entries": int(entries), "head": head}
