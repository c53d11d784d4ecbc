"""What was compared, kept in a file, so that the next report joins it without comparing anew.

The file holds numbers alone: hashes of accounts and of their words, no text and no names. It is
opened by memory map, and only by the vocabulary, the weights and the code that made it.
"""

import json
import os
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from scipy.sparse import csr_matrix

from harmledger.link.growth import blocks, grown
from harmledger.link.pairing import Keyed, Rows
from harmledger.link.parts import Labels, regrouped
from harmledger.link.sketch import Item
from harmledger.link.spaces import COLUMNS
from harmledger.link.table import IDS, NUMBERS, SPACES, Table, hashed
from harmledger.link.weights import Weights
from harmledger.link.world import UNJUDGED, Judged, World, labels, world
from harmledger.vocab.code import code
from harmledger.vocab.load import digest

FORMAT = 2  # of the file
SUM = 8  # bytes that it starts with: the checksum of all others, in hexadecimal
# What compares: its text is part of what was kept, whatever the version says.
CODE = ("link", "link/comparison", "model")
ALIGNED = 64  # bytes
Arrays = Mapping[str, Any]
NO_ROWS = np.array([], dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Kept:
    """All that growth needs of the accounts there are.

    Attributes:
        part: Of each row, under the judgements that held.
    """

    world: World
    blocks: Keyed
    part: Labels

    def rows(self, accounts: Iterable[str]) -> Rows:
        """The row of each account by its id, each asked once; -1 for those that are not in it."""
        wanted = np.array([hashed(one) for one in accounts], dtype=np.uint64)
        ids = self.world.table.ids["account"]
        _, at, row = np.intersect1d(wanted, ids, return_indices=True)
        found = np.full(len(wanted), -1)
        found[at] = row
        return found


def keep(
    items: Sequence[Item], weights: Weights, *, judged: Judged = UNJUDGED, jobs: int = 1
) -> Kept:
    """Compare accounts from the beginning; their rows are their places in `items`."""
    known = world(items, weights, jobs=jobs)
    return Kept(known, blocks(known, weights), labels(known, weights, judged))


def grow(
    kept: Kept,
    items: Sequence[Item],
    weights: Weights,
    *,
    judged: Judged = UNJUDGED,
    also: Rows = NO_ROWS,
) -> tuple[Kept, Rows]:
    """Add accounts that are not in it yet; the result is what keeping all at once would be.

    Args:
        judged: Every judgement that holds now, on rows old and new.
        also: Rows of which a judgement was made or undone since.

    Raises:
        ValueError: An account is in it already (`Kept.rows` finds those), or stands twice.

    Returns:
        The grown; and the rows whose incidents have to be made again (`world.parts` with
        `touching`): the incidents of all others are as they were.
    """
    known, held, changed = grown(kept.world, kept.blocks, items, weights)
    part = labels(known, weights, judged)
    again = regrouped(kept.part, part, np.union1d(changed, also))
    return Kept(known, held, part), again


def save(kept: Kept, weights: Weights, path: Path) -> None:
    """Write the file; who reads it meanwhile reads the old one to its end."""
    arrays = {name: np.ascontiguousarray(array) for name, array in _arrays(kept).items()}
    told, at = {}, 0
    for name, array in arrays.items():
        told[name] = [array.dtype.str, len(array), at]
        at += -(-array.nbytes // ALIGNED) * ALIGNED
    head = json.dumps({"version": _version(weights), "arrays": told}).encode()
    head += b" " * (-(SUM + len(head) + 1) % ALIGNED) + b"\n"
    written: list[bytes | memoryview] = [head]
    for array in arrays.values():
        written += [array.data.cast("B"), b"\0" * (-array.nbytes % ALIGNED)]
    # Two who write at once don't write into one file; the last one's stands.
    part = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}.part")
    try:
        with part.open("wb") as file:
            file.write(_summed(written))
            file.writelines(written)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def opened(weights: Weights, path: Path) -> Kept | None:
    """Open the file; None where there is none, or not as it was written, or other knowledge made
    it: then keep anew.
    """
    if not path.exists():
        return None
    with path.open("rb") as file:
        head = file.readline()
        if not head:
            return None
        # Of the file that is open: another may have its name by now.
        whole = np.memmap(file, mode="r")
    if _summed([whole.data[SUM:]]) != head[:SUM]:
        return None
    told = json.loads(head[SUM:])
    if told["version"] != _version(weights):
        return None
    return _kept(
        {
            name: np.frombuffer(whole, dtype=kind, count=many, offset=len(head) + at)
            for name, (kind, many, at) in told["arrays"].items()
        }
    )


def _version(weights: Weights) -> str:
    """Of all that a kept world depends on beside its accounts."""
    made_by = f"{FORMAT} {digest()} {code(*CODE)} wordfreq {version('wordfreq')} {weights}"
    return sha256(made_by.encode()).hexdigest()


def _summed(pieces: Iterable[bytes | memoryview]) -> bytes:
    total = 0
    for piece in pieces:
        total = crc32(piece, total)
    return b"%08x" % total


def _arrays(kept: Kept) -> Arrays:
    table = kept.world.table
    found: dict[str, Any] = {f"number {name}": table.numbers[name] for name in NUMBERS}
    found |= {f"id {name}": table.ids[name] for name in IDS}
    for name in SPACES:
        space = table.spaces[name]
        found |= {
            f"starts {name}": space.indptr,
            f"tokens {name}": space.indices,
            f"weights {name}": space.data,
        }
    return found | {
        "pairs": kept.world.pairs,
        "bits": kept.world.bits,
        "keys": kept.blocks.keys,
        "rows": kept.blocks.rows,
        "part": kept.part,
    }


def _kept(arrays: Arrays) -> Kept:
    size = len(arrays["part"])
    spaces = {}
    for name in SPACES:
        columns = tuple(arrays[f"{kind} {name}"] for kind in ("weights", "tokens", "starts"))
        spaces[name] = csr_matrix(columns, shape=(size, COLUMNS), copy=False)
    table = Table(
        {name: arrays[f"number {name}"] for name in NUMBERS},
        {name: arrays[f"id {name}"] for name in IDS},
        spaces,
    )
    return Kept(
        World(table, arrays["pairs"], arrays["bits"]),
        Keyed(arrays["keys"], arrays["rows"]),
        arrays["part"],
    )
