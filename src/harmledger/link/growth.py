"""A world that grows: new accounts join what exists, and nothing else is compared again.

What comes of it is what comparing everything at once would give: a pair depends on its two accounts
alone, and so do their keys. Only one thing looks at the collection: a key that too many share makes
no pair. Where new accounts make a key too common, the pairs it alone had made are taken out.
"""

from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from harmledger.link.blocking import keyed, meeting, most_of
from harmledger.link.pairing import Keyed, Pairs, Rows, parted, ranges
from harmledger.link.sketch import Item
from harmledger.link.table import table, whole
from harmledger.link.weigh import weigh
from harmledger.link.weights import Weights
from harmledger.link.world import World

Column = NDArray[Any]
MANY = 1000


def blocks(known: World, weights: Weights) -> Keyed:
    """The keys of a world, each with its rows, by key and row."""
    return _ordered(_keys(known, weights))


def grown(
    known: World, held: Keyed, items: Sequence[Item], weights: Weights
) -> tuple[World, Keyed, Rows]:
    """Add accounts that are not in the world yet.

    Returns:
        The world and its blocks, the old rows first; and the rows that are new or lost a pair. A
        pair that was won is one with a new row.

    Raises:
        ValueError: An account is in the world already, or stands twice.
    """
    size = len(known.table)
    fresh = table(items, weights.extent)
    ours, theirs = known.table.ids["account"], fresh.ids["account"]
    if len(np.unique(theirs)) < len(theirs) or np.isin(ours, theirs).any():
        raise ValueError("an account to be added is in the world already; add each once")
    made = whole([known.table, fresh])
    new = _ordered(_keys(World(fresh, known.pairs[:0], known.bits[:0]), weights))
    at = np.searchsorted(held.keys, new.keys, side="right")
    keys = _inserted(held.keys, at, new.keys)
    rows = _inserted(held.rows, at, new.rows + size)
    touched = np.unique(new.keys)
    first, last = (np.searchsorted(keys, touched, side=side) for side in ("left", "right"))
    before = np.searchsorted(held.keys, touched, side="right") - np.searchsorted(held.keys, touched)
    many, most = last - first, most_of(touched, weights.settings)
    inside = ranges(first[many <= most], many[many <= most])
    met = meeting(Keyed(keys[inside], rows[inside]), made, weights.settings)
    met = met[parted(met)[1] >= size]
    crossed = (many > most) & (before <= most) & (before > 1)
    lost = _lost(known, Keyed(keys, rows), rows[ranges(first[crossed], many[crossed])], weights)
    gone = np.searchsorted(known.pairs, lost)
    pairs, bits = known.pairs, known.bits
    if len(gone):
        pairs, bits = np.delete(pairs, gone), np.delete(bits, gone)
    at = np.searchsorted(pairs, met)
    later = World(
        made,
        _inserted(pairs, at, met),
        _inserted(bits, at, weigh(made, met, weights)),
    )
    changed = np.unique(np.concatenate([np.arange(size, len(made)), *parted(lost)]))
    return later, Keyed(keys, rows), changed


def _inserted(held: Column, at: Rows, new: Column) -> Column:
    """What `numpy.insert` gives of places that rise."""
    if len(new) > MANY:
        return np.insert(held, at, new)
    # By whole stretches: five times as fast for what one report adds to a hundred thousand.
    *stretches, rest = np.split(held, at)
    each = np.split(new, len(new)) if len(new) else []
    return np.concatenate([*chain.from_iterable(zip(stretches, each, strict=True)), rest])


def _lost(known: World, now: Keyed, members: Rows, weights: Weights) -> Pairs:
    """Pairs of these rows that no longer share a key which few enough have."""
    members = np.unique(members[members < len(known.table)])
    if len(members) == 0:
        return known.pairs[:0]
    member = np.zeros(int(now.rows.max()) + 1, dtype=bool)
    member[members] = True
    left, right = parted(known.pairs)
    old = known.pairs[member[left] & member[right]]
    # Only rows of these pairs are looked up, in the keys of their own accounts.
    ours = member[now.rows]
    keys, rows = now.keys[ours], now.rows[ours]
    sizes = np.searchsorted(now.keys, keys, side="right") - np.searchsorted(now.keys, keys)
    live = sizes <= most_of(keys, weights.settings)
    still = meeting(Keyed(keys[live], rows[live]), known.table, weights.settings)
    return np.setdiff1d(old, still)


def _keys(known: World, weights: Weights) -> Keyed:
    found = list(keyed(known.table, weights.settings))
    return Keyed(
        np.concatenate([one.keys for one in found]), np.concatenate([one.rows for one in found])
    )


def _ordered(held: Keyed) -> Keyed:
    order = np.lexsort((held.rows, held.keys))
    return Keyed(held.keys[order], held.rows[order])
