"""A world that grows: new accounts join what exists, and nothing else is compared again.

What comes of it is what comparing everything at once would give: a pair depends on its two accounts
alone, and so do their keys. Only one thing looks at the collection: a key that too many share makes
no pair. Where new accounts make a key too common, the pairs it alone had made are taken out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from harmledger.link.blocking import Pairs, Rows, keyed, paired, parted, ranges, rising
from harmledger.link.sketch import Item
from harmledger.link.table import Ids, table, whole
from harmledger.link.weigh import weigh
from harmledger.link.weights import Weights
from harmledger.link.world import World


@dataclass(frozen=True, slots=True)
class Blocks:
    """Every key of a world with its row, by key and row."""

    keys: Ids
    rows: Rows


def blocks(known: World, weights: Weights) -> Blocks:
    """The keys of a world."""
    return _ordered(*_keys(known, weights))


def grown(
    known: World, held: Blocks, items: Sequence[Item], weights: Weights
) -> tuple[World, Blocks, Rows]:
    """Add accounts that are not in the world yet.

    Returns:
        The world and its blocks, the old rows first; and the rows that are new or lost a pair. A
        pair that was won is one with a new row.

    Raises:
        ValueError: An account is in the world already, or stands twice.
    """
    size, most = len(known.table), weights.settings.block_size
    fresh = table(items, weights.extent)
    ours, theirs = known.table.ids["account"], fresh.ids["account"]
    if len(np.unique(theirs)) < len(theirs) or np.isin(ours, theirs).any():
        raise ValueError("an account to be added is in the world already; add each once")
    made = whole([known.table, fresh])
    new_keys, new_rows = _keys(World(fresh, known.pairs[:0], known.bits[:0]), weights)
    new_rows = new_rows + size
    at = np.searchsorted(held.keys, new_keys, side="right")
    order = np.lexsort((new_rows, new_keys))
    keys = np.insert(held.keys, at[order], new_keys[order])
    rows = np.insert(held.rows, at[order], new_rows[order])
    touched = np.unique(new_keys)
    first, last = (np.searchsorted(keys, touched, side=side) for side in ("left", "right"))
    before = np.searchsorted(held.keys, touched, side="right") - np.searchsorted(held.keys, touched)
    many = last - first
    inside = ranges(first[many <= most], many[many <= most])
    met = rising(paired(keys[inside], rows[inside], most))
    met = met[parted(met)[1] >= size]
    crossed = (many > most) & (before <= most) & (before > 1)
    lost = _lost(known, Blocks(keys, rows), rows[ranges(first[crossed], many[crossed])], weights)
    gone = np.searchsorted(known.pairs, lost)
    pairs, bits = np.delete(known.pairs, gone), np.delete(known.bits, gone)
    at = np.searchsorted(pairs, met)
    later = World(
        made,
        np.insert(pairs, at, met),
        np.insert(bits, at, weigh(made, met, weights)),
    )
    changed = np.unique(np.concatenate([np.arange(size, len(made)), *parted(lost)]))
    return later, Blocks(keys, rows), changed


def _lost(known: World, now: Blocks, members: Rows, weights: Weights) -> Pairs:
    """Pairs of these rows that no longer share a key which few enough have."""
    members = np.unique(members[members < len(known.table)])
    if len(members) == 0:
        return known.pairs[:0]
    left, right = parted(known.pairs)
    old = known.pairs[np.isin(left, members) & np.isin(right, members)]
    # Only rows of these pairs are looked up, in the keys of their own accounts.
    ours = np.isin(now.rows, members)
    keys, rows = now.keys[ours], now.rows[ours]
    sizes = np.searchsorted(now.keys, keys, side="right") - np.searchsorted(now.keys, keys)
    live = sizes <= weights.settings.block_size
    still = rising(paired(keys[live], rows[live], weights.settings.block_size))
    return np.setdiff1d(old, still)


def _keys(known: World, weights: Weights) -> tuple[Ids, Rows]:
    found = list(keyed(known.table, weights.settings))
    return np.concatenate([key for key, _ in found]), np.concatenate([row for _, row in found])


def _ordered(keys: Ids, rows: Rows) -> Blocks:
    order = np.lexsort((rows, keys))
    return Blocks(keys[order], rows[order])
