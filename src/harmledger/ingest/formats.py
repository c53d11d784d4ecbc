"""Every format this room reads: one line each."""

from pathlib import Path

from harmledger.ingest import limits
from harmledger.ingest.archive import archive
from harmledger.ingest.draft import Reader
from harmledger.ingest.feed import feed
from harmledger.ingest.jsonl import jsonl
from harmledger.ingest.pdf import pdf
from harmledger.ingest.plain import plain
from harmledger.ingest.table import table
from harmledger.ingest.web import web
from harmledger.ingest.whole import whole

# Suffix, in lower case, to the reader of such a file.
FORMATS: dict[str, Reader] = {
    ".txt": whole(plain, limits.TEXT),
    ".html": whole(web, limits.PAGE),
    ".htm": whole(web, limits.PAGE),
    ".pdf": whole(pdf, limits.PDF),
    ".jsonl": jsonl,
    ".jsonl.gz": jsonl,
    ".csv": table,
    ".csv.gz": table,
    ".warc": archive,
    ".warc.gz": archive,
    ".xml": whole(feed, limits.TEXT),
    ".rss": whole(feed, limits.TEXT),
    ".atom": whole(feed, limits.TEXT),
}


def reader_of(path: Path) -> Reader | None:
    """The reader for a file of that name, or None where its suffix is unknown."""
    name = path.name.lower()
    return next((reader for suffix, reader in FORMATS.items() if name.endswith(suffix)), None)
