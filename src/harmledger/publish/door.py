"""A release in, its files out."""

from collections.abc import Callable
from pathlib import Path

from harmledger.publish import claim_table, geojson, incident_table, lines, readme, total_table
from harmledger.publish.manifest import NAME, manifest
from harmledger.publish.release import Release
from harmledger.publish.sheet import Sheet
from harmledger.publish.write import settle, stage, staged

FORMATS: dict[str, Callable[[Release], Sheet]] = {
    "reports.jsonl": lines.reports,
    "claims.jsonl": lines.claims,
    "incidents.jsonl": lines.incidents,
    "tombstones.jsonl": lines.tombstones,
    "set_aside.jsonl": lines.set_aside,
    "incidents.csv": incident_table.incidents,
    "claims.csv": claim_table.claims,
    "incidents.geojson": geojson.incidents,
    "totals.csv": total_table.totals,
    "READ_ME_FIRST.txt": readme.readme,
}


def publish(release: Release, folder: Path) -> None:
    """Write every format of `FORMATS` and a manifest into a folder, made where it is not there.

    All files are staged before the first takes its place, the manifest last: a full disk leaves
    the old files as they were.

    Raises:
        OSError: The disk is full or not writable; names the file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name for name in (*FORMATS, NAME)]
    try:
        written = [stage(make(release), folder / name) for name, make in FORMATS.items()]
        stage(manifest(release, written), folder / NAME)
        for path in paths:
            settle(path)
    finally:
        for path in paths:
            staged(path).unlink(missing_ok=True)
