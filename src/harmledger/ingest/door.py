"""The room's door: paths in, reports and what was set aside out."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from harmledger.ingest.draft import Found
from harmledger.ingest.files import files, name_of, refusal
from harmledger.ingest.formats import reader_of
from harmledger.ingest.held import held
from harmledger.ingest.settle import Desk
from harmledger.model import Report, SetAside


def ingest(
    paths: Sequence[Path], *, keep: Callable[[bytes], str], apart: Path | None = None
) -> Iterator[Report | SetAside]:
    """Read every report in files and folders.

    The same input gives the same items in the same order: paths as given, folders sorted by
    name, rows as they stand. At most one document or row is in memory at a time, besides the
    id and a hash of every text read so far.

    A row's `id` becomes the report's id. Where none is given it is the first 16 hex digits
    of the SHA-256 of text, publisher and url, joined by NUL: the same text carried again is
    the same report, a changed one is another. Newlines of whole files become \\n; rows' texts
    are taken as they are.

    Args:
        keep: Stores an original and returns its SHA-256 in hexadecimal. The original is the
            file's bytes; for JSONL and CSV the row's bytes without its line end; for WARC the
            payload as the server sent it, unpacked; for a feed the entry's bytes, cut out of
            the file. It is called for reports only, before the report is yielded.

        apart: A folder that is passed over where it lies in one of the paths: the run's
            own output is no input.

    Yields:
        A `Report` for each text, and a `SetAside` for each thing that is none. A report that
        was read with a doubt (a bad date, broken bytes) is followed or preceded by a
        `SetAside` that names the doubt; no other item of the input is yielded twice.
    """
    desk = Desk(keep)
    for path in files(paths, apart=apart):
        if isinstance(path, SetAside):
            yield path
            continue
        for found in _read(path):
            if isinstance(found, SetAside):
                yield found
            else:
                yield from desk.settle(found)


def _read(path: Path) -> Found:
    reader = reader_of(path)
    if reader is None:
        yield held(name_of(path), "unknown_format")
        return
    try:
        size = path.stat().st_size
    except OSError as error:
        yield refusal(path, error)
        return
    if size == 0:
        yield held(name_of(path), "empty")
        return
    empty = True
    for found in reader(path):
        empty = False
        yield found
    if empty:
        yield held(name_of(path), "no_text", "It holds no report.")
