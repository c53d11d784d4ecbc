"""Parts: rows that chains of telling pairs connect; what no chain connects is grouped on its own.

A chain of pairs that say next to nothing would connect a whole war, and one more report would then
ask for all of it to be grouped again. So a part of too many is cut again, at a higher weight, until
its parts are small or hang together by pairs that are sure.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from harmledger.link.pairing import Pairs, Rows, parted
from harmledger.link.weigh import Bits
from harmledger.link.weights import Settings

Labels = NDArray[np.int64]


def labelled(size: int, pairs: Pairs, bits: Bits, settings: Settings) -> Labels:
    """For each of `size` rows the number of its part.

    Which rows are parts together depends on no order of rows or pairs; the numbers do.

    Args:
        bits: Of each pair.
    """
    tie = settings.tie
    strong = np.flatnonzero(bits > tie)
    left, right = parted(pairs[strong])
    bits = bits[strong]
    label = _chained(size, left, right)
    while tie < settings.sure_tie:
        large = (np.bincount(label) > settings.part_size)[label]
        if not large.any():
            break
        tie += settings.tie_step
        kept = (bits > tie) | ~large[left]
        left, right, bits = left[kept], right[kept], bits[kept]
        label = _chained(size, left, right)
    return label


def _chained(size: int, left: Rows, right: Rows) -> Labels:
    links = coo_matrix((np.ones(len(left), dtype=np.int8), (left, right)), shape=(size, size))
    return np.asarray(connected_components(links, directed=False)[1], dtype=np.int64)


def regrouped(before: Labels, after: Labels, changed: Rows) -> Rows:
    """The rows of parts that growth made, or changed within; the old rows come first.

    Args:
        before: Parts of the rows that there were.
        after: Parts of these and of the new rows.
        changed: Rows that are new or lost a pair.
    """
    new = np.zeros(int(after.max(initial=-1)) + 1, dtype=bool)
    new[after[changed]] = True
    old = after[: len(before)]
    # A part stands as it was where all its rows were one part, and that had no other rows.
    low, high = (np.full(len(new), fill) for fill in (len(after), -1))
    np.minimum.at(low, old, before)
    np.maximum.at(high, old, before)
    size = np.bincount(old, minlength=len(new))
    new |= low != high
    one = np.flatnonzero(~new)
    new[one] = size[one] != np.bincount(before, minlength=1)[low[one]]
    return np.flatnonzero(new[after])
