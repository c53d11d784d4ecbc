"""Named columns of numbers as the bytes of one file, and back; made to be opened by memory map."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from zlib import crc32

import numpy as np

SUM = 8  # bytes that it starts with: the checksum of all others, in hexadecimal
ALIGNED = 64  # bytes
Arrays = Mapping[str, Any]
Piece = bytes | memoryview


def packed(arrays: Arrays, version: str) -> list[Piece]:
    """The file, piece by piece.

    Args:
        version: Of all that the numbers depend on; only who names the same gets them back.
    """
    columns = {name: np.ascontiguousarray(array) for name, array in arrays.items()}
    told, at = {}, 0
    for name, array in columns.items():
        told[name] = [array.dtype.str, len(array), at]
        at += -(-array.nbytes // ALIGNED) * ALIGNED
    head = json.dumps({"version": version, "arrays": told}).encode()
    pieces: list[Piece] = [head + b" " * (-(SUM + len(head) + 1) % ALIGNED) + b"\n"]
    for array in columns.values():
        pieces += [array.data.cast("B"), b"\0" * (-array.nbytes % ALIGNED)]
    return [_summed(pieces), *pieces]


def unpacked(whole: memoryview, version: str) -> Arrays | None:
    """The columns, which are views of `whole`; None where it is not as it was written, or of
    another version.
    """
    if len(whole) < ALIGNED or whole[:SUM].tobytes() != _summed([whole[SUM:]]):
        return None
    start = _end_of_line(whole)
    told = json.loads(whole[SUM:start].tobytes())
    if told["version"] != version:
        return None
    return dict(_columns(whole, told["arrays"], start))


def _columns(whole: memoryview, told: Mapping[str, Any], start: int) -> Iterator[tuple[str, Any]]:
    for name, (kind, many, at) in told.items():
        yield name, np.frombuffer(whole, dtype=kind, count=many, offset=start + at)


def _end_of_line(whole: memoryview) -> int:
    """Where the head ends; it stands in whole stretches of `ALIGNED` bytes."""
    at = ALIGNED
    while whole[at - 1 : at].tobytes() != b"\n":
        at += ALIGNED
    return at


def _summed(pieces: Iterable[Piece]) -> bytes:
    total = 0
    for piece in pieces:
        total = crc32(piece, total)
    return b"%08x" % total
