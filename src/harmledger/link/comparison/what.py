"""Comparing what happened: means, how many were killed and injured, who is held to have done it."""

from collections.abc import Callable

import numpy as np

from harmledger.link.comparison.kind import (
    NOT_SAID,
    Comparison,
    Cuts,
    Levels,
    Met,
    Says,
    Shared,
    Side,
    cut,
)
from harmledger.model import Measure

EQUAL = (
    "equal_none",
    "equal_one",
    "equal_two",
    "equal_few",
    "equal_some",
    "equal_many",
    "equal_most",
)
GAPS = ("overlap", "close", "double", "apart", "far")
LARGE = ("close_large", "double_large")
TOLL = (*EQUAL, *GAPS, "worlds", *LARGE)
TOLL_CUTS = ("few", "some", "many", *GAPS[1:])


def _means_level(met: Met, cuts: Cuts) -> Levels:
    table, left, right = met.table, met.left, met.right
    means, above = table.ids["means"], table.ids["broader_means"]
    same = (means[left] & means[right]) != 0
    fits = ((means[left] & above[right]) | (above[left] & means[right])) != 0
    found = np.where(same, 0, np.where(fits, 1, 2))
    return np.where((means[left] == 0) | (means[right] == 0), NOT_SAID, found).astype(np.int8)


def _means_says(left: Side, right: Side, level: str, shared: Shared) -> str:
    ours, theirs = ({weapon.code for weapon in side.item.account.means} for side in (left, right))
    if level == "same":
        return f"both say {_plainly(ours & theirs)}"
    first, second = sorted((_plainly(ours), _plainly(theirs)))
    return f"{first} and {second}" if level == "fits" else f"{first} against {second}"


def _plainly(codes: set[str]) -> str:
    return ", ".join(sorted(codes)).replace("_", " ")


def _toll(measure: Measure) -> Callable[[Met, Cuts], Levels]:
    def level(met: Met, cuts: Cuts) -> Levels:
        table, left, right = met.table, met.left, met.right
        low, high = table.numbers[f"{measure}_low"], table.numbers[f"{measure}_high"]
        equal = (low[left] == low[right]) & (high[left] == high[right])
        size = np.searchsorted([0, 1, 2, cuts["few"], cuts["some"], cuts["many"]], low[left])
        up, down = _doublings(high[left], low[right]), _doublings(high[right], low[left])
        gap = cut(np.maximum(0, np.maximum(up, down)), [0, *(cuts[name] for name in GAPS[1:])])
        found = np.where(equal, size, gap + len(EQUAL))
        # Large tolls are rare, so that two of about one size seldom meet by chance.
        large = np.minimum(low[left], low[right]) > cuts["some"]
        for name in LARGE:
            near = gap == GAPS.index(name.removesuffix("_large"))
            found[near & large & ~equal] = TOLL.index(name)
        return np.where(gap < 0, NOT_SAID, found).astype(np.int8)

    return level


def _doublings(high: np.ndarray, low: np.ndarray) -> np.ndarray:
    """How often the high end doubles to reach the low one; 1 is added to both, for the zeros."""
    return np.asarray(np.log2((low + 1) / (high + 1)))


def _toll_says(measure: Measure) -> Says:
    def says(left: Side, right: Side, level: str, shared: Shared) -> str:
        ours, theirs = left.toll(measure), right.toll(measure)
        if ours == theirs:
            return f"both {ours} {measure}"
        return f"{' and '.join(sorted((ours, theirs)))} {measure}"

    return says


def _perpetrator_level(met: Met, cuts: Cuts) -> Levels:
    like = cut(met.shared("actors"), [cuts["part"], cuts["same"]])
    return np.where(like < 0, NOT_SAID, 2 - like).astype(np.int8)


def _perpetrator_says(left: Side, right: Side, level: str, shared: Shared) -> str:
    ours, theirs = sorted(", ".join(side.item.account.perpetrators) for side in (left, right))
    return f"both name {ours}" if ours == theirs else f"perpetrators named: {ours}; {theirs}"


MEANS = Comparison(("same", "fits", "differ"), (), _means_level, _means_says)
KILLED = Comparison(TOLL, TOLL_CUTS, _toll(Measure.KILLED), _toll_says(Measure.KILLED))
INJURED = Comparison(TOLL, TOLL_CUTS, _toll(Measure.INJURED), _toll_says(Measure.INJURED))
PERPETRATOR = Comparison(
    ("same", "part", "differ"), ("part", "same"), _perpetrator_level, _perpetrator_says
)
