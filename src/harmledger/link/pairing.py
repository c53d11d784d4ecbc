"""Pairs of rows, and which of them keys bring together."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from harmledger.link.table import Ids, Numbers, Table

Rows = NDArray[np.int64]
Pairs = NDArray[np.uint64]  # the lesser row in the upper half, the greater in the lower
HALF = np.uint64(32)
LOWER = np.uint64(0xFFFFFFFF)
KEYS = 4_000_000  # paired at a time, so that memory stays small


@dataclass(frozen=True, slots=True)
class Keyed:
    """Keys, each with a row that has it."""

    keys: Ids
    rows: Rows


Meet = Callable[[Keyed, Table, int], Pairs]


def by_one(keyed: Keyed, table: Table, most: int) -> Pairs:
    """Every two rows that share a key of no more than `most` rows, rising.

    Takes keys rising, as all that follow do.
    """
    return rising(paired(keyed.keys, keyed.rows, most))


def by_two(keyed: Keyed, table: Table, most: int) -> Pairs:
    """Every two rows that share two such keys of one stretch of days, rising.

    The stretch stands in the upper half of a key.
    """
    found = [np.array([], dtype=np.uint64)]
    for piece in _stretches(keyed):
        stretch = piece.keys >> HALF
        # A row counts as another one in another stretch: what is shared there is the same again.
        slots, at = np.unique(stretch << HALF | piece.rows.astype(np.uint64), return_inverse=True)
        met = paired(piece.keys, at, most)
        met.sort()
        again = np.flatnonzero(met[1:] == met[:-1])
        left, right = parted(rising(met[again]))
        row = (slots & LOWER).astype(np.int64)
        found.append(joined(row[left], row[right]))
    return rising(np.concatenate(found))


def by_one_in_two_scripts(keyed: Keyed, table: Table, most: int) -> Pairs:
    """The same as `by_one`, of rows in two scripts."""
    script = table.numbers["script"]
    starts, sizes = _runs(keyed.keys)
    if len(starts) == 0:
        return np.array([], dtype=np.uint64)
    of = script[keyed.rows]
    mixed = np.minimum.reduceat(of, starts) != np.maximum.reduceat(of, starts)
    kept = ranges(starts[mixed], sizes[mixed])
    met = rising(paired(keyed.keys[kept], keyed.rows[kept], most))
    left, right = parted(met)
    return np.asarray(met[script[left] != script[right]])


def in_two_scripts(table: Table) -> bool:
    """Whether the rows are in more than one script."""
    script = table.numbers["script"]
    return bool((script != script[:1]).any())


def paired(keys: Ids, rows: Rows, most: int) -> Pairs:
    """Pairs within each run of equal keys that is no longer than `most`."""
    starts, sizes = _runs(keys)
    fit = (sizes >= 2) & (sizes <= most)
    at = ranges(starts[fit], sizes[fit])
    last = np.repeat((starts + sizes)[fit], sizes[fit])
    found = []
    for step in range(1, most):
        keep = at + step < last
        at, last = at[keep], last[keep]
        if len(at) == 0:
            break
        found.append(joined(rows[at], rows[at + step]))
    return np.concatenate(found) if found else np.array([], dtype=np.uint64)


def rising(pairs: Pairs) -> Pairs:
    """Each once, rising; what is given is sorted in its place.

    This is `numpy.unique`, ten times as fast as by its hashes.
    """
    pairs.sort()
    new = np.ones(len(pairs), dtype=bool)
    new[1:] = pairs[1:] != pairs[:-1]
    return pairs[new]


def joined(one: Rows, other: Rows) -> Pairs:
    """Pairs as single numbers."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    return (low.astype(np.uint64) << HALF) | high.astype(np.uint64)


def parted(pairs: Pairs) -> tuple[Rows, Rows]:
    """The lesser and the greater rows of pairs."""
    return (pairs >> HALF).astype(np.int64), (pairs & LOWER).astype(np.int64)


def windows(first: Numbers, last: Numbers, width: float, most: int) -> tuple[Rows, Rows]:
    """Rows and windows of `width` that each stretch touches; two within one width share one.

    A stretch that is not known touches none, nor does one of more than `most` widths.
    """
    low, high = np.floor(first / width), np.floor(last / width) + 1
    rows, numbers = [], []
    for step in range(most + 2):
        fit = np.flatnonzero(low + step <= high)
        rows.append(fit)
        numbers.append((low[fit] + step).astype(np.int64))
    return np.concatenate(rows), np.concatenate(numbers)


def ranges(starts: Rows, sizes: Rows) -> Rows:
    """The numbers from each start on, as many as its size."""
    ends = np.cumsum(sizes)
    whole = int(ends[-1]) if len(ends) else 0
    return np.arange(whole) - np.repeat(ends - sizes, sizes) + np.repeat(starts, sizes)


def _runs(keys: Ids) -> tuple[Rows, Rows]:
    """Where each run of equal keys starts, and how long it is."""
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.arange(0)
    return starts, np.diff(np.r_[starts, len(keys)])


def _stretches(keyed: Keyed) -> Iterator[Keyed]:
    """Runs of about `KEYS` keys that cut no stretch in two; keys that one row has are left out."""
    starts, sizes = _runs(keyed.keys)
    kept = ranges(starts[sizes > 1], sizes[sizes > 1])
    keys, rows = keyed.keys[kept], keyed.rows[kept]
    steps = np.arange(KEYS, len(keys), KEYS)
    cuts = np.searchsorted(keys, (keys[steps] >> HALF) << HALF)
    for piece in np.split(np.arange(len(keys)), np.unique(cuts)):
        yield Keyed(keys[piece], rows[piece])
