"""Weighing a pair: what speaks for and against two accounts telling of one incident."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from harmledger.link.comparison import COMPARISONS
from harmledger.link.comparison.kind import Levels, Met, Side, marks_of
from harmledger.link.pairing import Pairs, parted
from harmledger.link.spread import spread
from harmledger.link.table import Table
from harmledger.link.weights import Weights
from harmledger.model import Link, Reason

Bits = NDArray[np.float64]
CHUNK = 200_000


def weigh(table: Table, pairs: Pairs, weights: Weights, *, jobs: int = 1) -> Bits:
    """The sum in bits of each pair of rows, `prior` included; above 0 speaks for one incident.

    Symmetric. What either account doesn't say weighs nothing.

    Args:
        jobs: Processes; the result is the same with any number. Where `spread` can't fork, one.
    """
    marks = marks_of(table)

    def bits(start: int) -> Bits:
        left, right = parted(pairs[start : start + CHUNK])
        found = np.full(len(left), weights.prior)
        for name, level in levels(Met(table, left, right, marks), weights):
            found += _bits(weights, name, level)
        return np.round(found, 3)

    return np.concatenate([np.empty(0), *spread(bits, range(0, len(pairs), CHUNK), jobs=jobs)])


def levels(met: Met, weights: Weights) -> Iterator[tuple[str, Levels]]:
    """Each comparison with the level that it finds for each pair of rows."""
    for name, given in weights.comparisons.items():
        yield name, COMPARISONS[name].level(met, given.cuts)


def links_of(pairs: Sequence[tuple[Side, Side]], weights: Weights) -> list[Link]:
    """Each pair with its reasons, weightiest first. Symmetric: the lesser id is the left one.

    Takes sides of one table.
    """
    if not pairs:
        return []
    ordered = [_ordered(*pair) for pair in pairs]
    left, right = np.array([(one.row, other.row) for one, other in ordered], dtype=np.int64).T
    names, every = zip(*levels(Met(ordered[0][0].table, left, right), weights), strict=True)
    bits = np.array([_bits(weights, name, level) for name, level in zip(names, every, strict=True)])
    at, reasons = 0, list(_reasons(ordered, names, np.array(every), bits, weights))
    said = np.count_nonzero(np.abs(bits) >= weights.settings.worth_saying, axis=0)
    whole = np.round(weights.prior + bits.sum(axis=0), 3).tolist()
    found = []
    for (one, other), total, many in zip(ordered, whole, said.tolist(), strict=True):
        ids = one.item.account.account_id, other.item.account.account_id
        found.append(Link(*ids, total, tuple(reasons[at : at + many])))
        at += many
    return found


def _reasons(
    pairs: Sequence[tuple[Side, Side]],
    names: Sequence[str],
    levels: NDArray[np.int8],
    bits: NDArray[np.float64],
    weights: Weights,
) -> Iterator[Reason]:
    """The reasons worth saying of one pair after the other.

    Args:
        levels: A row each comparison, a column each pair.
        bits: Of each.
    """
    said = np.abs(bits) >= weights.settings.worth_saying
    shared = [
        _shared(pairs, COMPARISONS[name].space, own) for name, own in zip(names, said, strict=True)
    ]
    comparison, pair = np.nonzero(said)
    weight = bits[comparison, pair]
    by_name = np.argsort(np.argsort(names))
    order = np.lexsort((by_name[comparison], -np.abs(weight), pair))
    columns = pair[order], comparison[order], levels[comparison, pair][order], weight[order]
    for at, which, level, each in zip(*(column.tolist() for column in columns), strict=True):
        looked_at, (one, other) = COMPARISONS[names[which]], pairs[at]
        says = looked_at.says(one, other, looked_at.levels[level], shared[which].get(at, ()))
        yield Reason(names[which], each, says)


def _shared(
    pairs: Sequence[tuple[Side, Side]], space: str | None, said: NDArray[np.bool_]
) -> Mapping[int, Sequence[int]]:
    """By the places of those pairs of which it is to be said, what they share in a space."""
    at = np.flatnonzero(said).tolist()
    if space is None or not at:
        return {}
    left, right = np.array([(one.row, other.row) for one, other in map(pairs.__getitem__, at)]).T
    return dict(zip(at, Met(pairs[0][0].table, left, right, {}).common(space), strict=True))


def _bits(weights: Weights, name: str, level: Levels) -> Bits:
    # The last place is for what is not said: level -1.
    return np.asarray(np.array([*weights.comparisons[name].bits, 0.0])[level])


def _ordered(left: Side, right: Side) -> tuple[Side, Side]:
    wrong = right.item.account.account_id < left.item.account.account_id
    return (right, left) if wrong else (left, right)
