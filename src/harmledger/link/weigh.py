"""Weighing a pair: what speaks for and against two accounts telling of one incident."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from harmledger.link.blocking import Pairs, parted
from harmledger.link.comparison import COMPARISONS
from harmledger.link.comparison.kind import Levels, Met, Rows, Side
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

    def bits(start: int) -> Bits:
        left, right = parted(pairs[start : start + CHUNK])
        found = np.full(len(left), weights.prior)
        for name, level in levels(table, left, right, weights):
            # The last place is for what is not said: level -1.
            found += np.array([*weights.comparisons[name].bits, 0.0])[level]
        return np.round(found, 3)

    return np.concatenate([np.empty(0), *spread(bits, range(0, len(pairs), CHUNK), jobs=jobs)])


def levels(table: Table, left: Rows, right: Rows, weights: Weights) -> Iterator[tuple[str, Levels]]:
    """Each comparison with the level that it finds for each pair of rows."""
    met = Met(table, left, right)
    for name, given in weights.comparisons.items():
        yield name, COMPARISONS[name].level(met, given.cuts)


def link_of(left: Side, right: Side, weights: Weights) -> Link:
    """The pair with its reasons, weightiest first. Symmetric: the lesser id is the left one."""
    if right.item.account.account_id < left.item.account.account_id:
        left, right = right, left
    one, other = np.array([left.row]), np.array([right.row])
    found = [(name, int(level[0])) for name, level in levels(left.table, one, other, weights)]
    return explained(left, right, found, weights)


def explained(left: Side, right: Side, found: Iterable[tuple[str, int]], weights: Weights) -> Link:
    """A link from the level of each comparison, -1 where not said; the lesser id is the left."""
    reasons, whole = [], weights.prior
    for name, at in found:
        bits = weights.comparisons[name].bits[at] if at >= 0 else 0.0
        whole += bits
        if abs(bits) >= weights.settings.worth_saying:
            says = COMPARISONS[name].says(left, right, COMPARISONS[name].levels[at])
            reasons.append(Reason(name, bits, says))
    reasons.sort(key=lambda reason: (-abs(reason.weight), reason.name))
    ids = left.item.account.account_id, right.item.account.account_id
    return Link(*ids, round(whole, 3), tuple(reasons))
