"""Files that hold one document, or are read whole."""

from pathlib import Path

from harmledger.ingest.draft import Found, Payload, Read, Reader
from harmledger.ingest.files import name_of, refusal
from harmledger.ingest.held import held
from harmledger.ingest.limits import MB


def whole(read: Read, limit: int) -> Reader:
    """Make a reader of payloads into a reader of files of at most `limit` bytes.

    A larger file is set aside by its size, without a byte of it being read.
    """

    def reader(path: Path) -> Found:
        name = name_of(path)
        try:
            size = path.stat().st_size
            data = path.read_bytes() if size <= limit else None
        except OSError as error:
            yield refusal(path, error)
            return
        if data is None:
            yield held(name, "too_large", f"{size / MB:.0f} MB; the limit is {limit / MB:.0f} MB.")
        else:
            yield from read(Payload(data, name))

    return reader
