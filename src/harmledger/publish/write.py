"""Files written whole or not at all: the old one stays until the new is on the disk."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from harmledger.publish.manifest import Written
from harmledger.publish.sheet import Sheet


def stage(sheet: Sheet, path: Path) -> Written:
    """Write a sheet beside the place where it will stand.

    Raises:
        OSError: The disk is full or not writable; names `path`.
    """
    digest, size, rows = sha256(), 0, 0
    with _naming(path), staged(path).open("wb") as file:
        for piece, row in sheet.pieces():
            data = piece.encode()
            file.write(data)
            digest.update(data)
            size, rows = size + len(data), rows + row
        file.flush()
        os.fsync(file.fileno())
    return Written(path.name, digest.hexdigest(), size, rows)


def settle(path: Path) -> None:
    """Put what was staged in its place.

    Raises:
        OSError: It can't be put there; names `path`.
    """
    with _naming(path):
        staged(path).replace(path)


def staged(path: Path) -> Path:
    """Where a file waits until all are written; one left by a killed run is overwritten."""
    return path.with_name(f".{path.name}.partial")


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """A write to an open file doesn't say which: the person at the terminal has to know."""
    try:
        yield
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(path)) from error
