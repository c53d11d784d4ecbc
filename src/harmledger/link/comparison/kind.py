"""What a comparison is: the level at which two accounts stand, and the sentence that says so."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
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
        known: What was looked up of it: each account is in several links.
    """

    item: Item
    table: Table
    row: int
    known: dict[str, dict[int, float]] = field(default_factory=dict, compare=False, repr=False)

    def tokens(self, space: str) -> dict[int, float]:
        """Its weights by hashed token in one of the table's spaces; looked up once."""
        if space not in self.known:
            self.known[space] = self._tokens(space)
        return self.known[space]

    def _tokens(self, space: str) -> dict[int, float]:
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
