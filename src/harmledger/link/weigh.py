"""Weighing a pair: what speaks for and against two accounts telling of one incident."""

from collections.abc import Iterator

from harmledger.link.comparison import COMPARISONS
from harmledger.link.sketch import Sketch
from harmledger.link.weights import Weights
from harmledger.model import Link, Reason


def weight(left: Sketch, right: Sketch, weights: Weights) -> float:
    """The sum in bits, `prior` included; above 0 speaks for one incident. Symmetric.

    What either account doesn't say weighs nothing.
    """
    found = weights.settings.prior
    for _, _, bits in _levels(left, right, weights):
        found += bits
    return found


def link_of(left: Sketch, right: Sketch, weights: Weights) -> Link:
    """The pair with its reasons, weightiest first. Symmetric: the lesser id is the left one."""
    if right.account_id < left.account_id:
        left, right = right, left
    reasons = [
        Reason(name, bits, COMPARISONS[name].says(left, right, level))
        for name, level, bits in _levels(left, right, weights)
        if bits != 0
    ]
    reasons.sort(key=lambda reason: (-abs(reason.weight), reason.name))
    whole = weight(left, right, weights)
    return Link(left.account_id, right.account_id, round(whole, 3), tuple(reasons))


def _levels(left: Sketch, right: Sketch, weights: Weights) -> Iterator[tuple[str, str, float]]:
    for name, given in weights.comparisons.items():
        level = COMPARISONS[name].level(left, right, given.cuts)
        if level is not None:
            yield name, level, given.levels[level]
