"""What a comparison is: the level at which two accounts stand, and the sentence that says so."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from harmledger.link.sketch import Item
from harmledger.link.table import Table

Cuts = Mapping[str, float]
Rows = NDArray[np.int64]
Levels = NDArray[np.int8]
Floats = NDArray[np.float64]
NOT_SAID = -1


@dataclass(frozen=True, slots=True)
class Side:
    """One account of a pair that is to be explained.

    Attributes:
        row: Its row in `table`.
    """

    item: Item
    table: Table
    row: int

    def tokens(self, space: str) -> dict[int, float]:
        """Its weights by hashed token in one of the table's spaces."""
        found = self.table.spaces[space]
        part = slice(found.indptr[self.row], found.indptr[self.row + 1])
        return dict(zip(found.indices[part].tolist(), found.data[part].tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing to look at in a pair. Both functions are symmetric in the two sides.

    Attributes:
        levels: Every level it can find; vocab/linking gives each its weight.
        cuts: The limits between levels that vocab/linking must give.
        level: For each pair of rows the place in `levels`, or -1 where either doesn't say.
        says: The sentence for a pair at a level, for a person to check.
    """

    levels: tuple[str, ...]
    cuts: tuple[str, ...]
    level: Callable[[Table, Rows, Rows, Cuts], Levels]
    says: Callable[[Side, Side, str], str]


def cut(values: Floats, steps: Sequence[float]) -> Levels:
    """How many of the rising steps each value lies above; -1 where it is NaN."""
    found = np.searchsorted(np.asarray(steps), values, side="left").astype(np.int8)
    found[np.isnan(values)] = NOT_SAID
    return found


def shared(
    table: Table, space: str, left: Rows, right: Rows, wanted: NDArray[np.bool_] | None = None
) -> Floats:
    """The products of the weights of the tokens that the rows of each pair share, summed.

    NaN where one of a pair says nothing in that space, and where the pair is not wanted.
    """
    rows: Any = table.spaces[space]
    told = np.diff(rows.indptr) > 0
    both = told[left] & told[right]
    at = np.flatnonzero(both if wanted is None else both & wanted)
    found = np.full(len(left), np.nan)
    found[at] = rows[left[at]].multiply(rows[right[at]]).sum(axis=1).ravel()
    return found


def found_in(table: Table, space: str, other: str, left: Rows, right: Rows) -> Floats:
    """The share of the left rows' tokens in one space that the right rows have in another.

    NaN where the left row has none.
    """
    rows: Any = table.spaces[space]
    size = np.diff(rows.indptr)[left]
    pair = np.repeat(np.arange(len(left)), size)
    step = np.arange(len(pair)) - np.repeat(np.cumsum(size) - size, size)
    tokens = rows.indices[rows.indptr[left[pair]] + step]
    both = np.bincount(pair, _has(table.spaces[other], right[pair], tokens), len(left))
    with np.errstate(invalid="ignore"):
        return np.asarray(both / np.where(size == 0, np.nan, size))


def _has(rows: Any, row: Rows, token: Rows) -> NDArray[np.bool_]:
    """Whether each row holds the token: a search by halves, since rows list theirs rising."""
    low, high = rows.indptr[row].astype(np.int64), rows.indptr[row + 1].astype(np.int64)
    end = high.copy()
    while (open_ := low < high).any():
        middle = (low + high) // 2
        less = open_ & (rows.indices[np.where(open_, middle, 0)] < token)
        low, high = np.where(less, middle + 1, low), np.where(open_ & ~less, middle, high)
    found = low < end
    found[found] = rows.indices[low[found]] == token[found]
    return np.asarray(found)
