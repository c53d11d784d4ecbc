"""The lines of a file, plain or packed, one at a time and never too long."""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedIOBase
from itertools import count
from pathlib import Path

from harmledger.ingest.files import name_of, refusal
from harmledger.ingest.held import held
from harmledger.ingest.limits import MB, ROW, RUNAWAY
from harmledger.model import SetAside


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        number: From 1.
        data: With its line end, if it has one.
    """

    number: int
    data: bytes


def lines(path: Path) -> Iterator[Line | SetAside]:
    """Yield the lines of a file; a name that ends in .gz is unpacked on the way.

    A line above the limit is set aside and skipped. Where the data breaks off or is damaged,
    the lines before it are yielded, then one `SetAside` that names the line.
    """
    name, number = name_of(path), 1
    try:
        with unpacked(path) as stream:
            for number in count(1):
                data = stream.readline(ROW + 1)
                if not data:
                    return
                if len(data) <= ROW:
                    yield Line(number, data)
                    continue
                yield held(f"{name}:{number}", "too_large", f"The limit is {ROW // MB} MB.")
                if not data.endswith(b"\n") and not _skipped(stream):
                    yield held(f"{name}:{number}", "unread_rest", "This line does not end.")
                    return
    except (EOFError, OSError, zlib.error) as error:
        yield fault(path, f"{name}:{number}", error)


def unpacked(path: Path) -> BufferedIOBase:
    """Open a file to read bytes; a name that ends in .gz is unpacked on the way.

    Raises:
        OSError: It can't be opened.
    """
    if path.name.lower().endswith(".gz"):
        return gzip.open(path, "rb")
    return path.open("rb")


def fault(path: Path, item: str, error: EOFError | OSError | zlib.error) -> SetAside:
    """Set aside what reading a file, packed or not, ran into."""
    if isinstance(error, EOFError):
        return held(item, "truncated")
    if isinstance(error, gzip.BadGzipFile | zlib.error):
        return held(item, "broken_gzip", f"The compressed data is damaged or no gzip: {error}.")
    return refusal(path, error)


def _skipped(stream: BufferedIOBase) -> bool:
    """Read on to the end of the line; False where it does not end within reason."""
    skipped = 0
    while skipped < RUNAWAY:
        data = stream.readline(MB)
        skipped += len(data)
        if not data or data.endswith(b"\n"):
            return True
    return False
