"""What was compared, kept as columns, so that the next report joins it without comparing anew.

They hold numbers alone: hashes of accounts and of their words, no text and no names; and they hold
good only for the vocabulary, the weights and the code that made them.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from harmledger.link.columns import Arrays
from harmledger.link.growth import blocks, grown
from harmledger.link.pairing import Keyed, Rows
from harmledger.link.parts import Labels, regrouped
from harmledger.link.sketch import Item
from harmledger.link.spaces import COLUMNS
from harmledger.link.table import IDS, NUMBERS, SPACES, Table
from harmledger.link.weights import Weights
from harmledger.link.world import UNJUDGED, Judged, World, labels, world
from harmledger.vocab.code import code
from harmledger.vocab.load import digest

FORMAT = 3  # of the columns
# What compares: its text is part of what was kept, whatever the version says.
CODE = ("link", "link/comparison", "model")
# What rounds and what knows words: another of these may compare otherwise.
LIBRARIES = ("numpy", "scipy", "wordfreq")
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
        ValueError: An account is in it already, or stands twice.

    Returns:
        The grown; and the rows whose incidents have to be made again (`world.parts` with
        `touching`): the incidents of all others are as they were.
    """
    known, held, changed = grown(kept.world, kept.blocks, items, weights)
    part = labels(known, weights, judged)
    again = regrouped(kept.part, part, np.union1d(changed, also))
    return Kept(known, held, part), again


def version_of(weights: Weights) -> str:
    """Of all that a kept world depends on beside its accounts."""
    libraries = " ".join(f"{name} {version(name)}" for name in LIBRARIES)
    python = sys.version_info[:2]  # its tables of signs say what a word is
    made_by = f"{FORMAT} {digest()} {code(*CODE)} {libraries} {python} {weights}"
    return sha256(made_by.encode()).hexdigest()


def arrays_of(kept: Kept) -> Arrays:
    """Its columns by name."""
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


def kept_of(arrays: Arrays) -> Kept:
    """The kept world of columns; those that `arrays_of` doesn't name mean nothing to it."""
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
