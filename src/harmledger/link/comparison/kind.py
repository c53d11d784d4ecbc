"""What a comparison is: the level at which two accounts stand, and the sentence that says so."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from harmledger.link.pairing import ranges
from harmledger.link.sketch import Item
from harmledger.link.table import SPACES, Ids, Table
from harmledger.link.toll import headline
from harmledger.model import Measure

Cuts = Mapping[str, float]
Rows = NDArray[np.int64]
Levels = NDArray[np.int8]
Floats = NDArray[np.float64]
NOT_SAID = -1
SHOWN = 5
Shared = Sequence[int]


@dataclass(frozen=True, slots=True)
class Side:
    """One account of a pair that is to be explained.

    Attributes:
        table: A small one, of the accounts that are explained together.
        row: Its row in `table`.
        tolls: Numbers of people that were looked up: each account is in several links.
    """

    item: Item
    table: Table
    row: int
    tolls: dict[Measure, str] = field(default_factory=dict, compare=False, repr=False)

    def tokens(self, space: str) -> list[int]:
        """Its hashed tokens in one of the table's spaces."""
        starts, tokens = _listed(self.table, space)
        return tokens[starts[self.row] : starts[self.row + 1]]

    def toll(self, measure: Measure) -> str:
        """How many people in all, as a reader writes it."""
        if measure not in self.tolls:
            self.tolls[measure] = str(headline(self.item.account, measure))
        return self.tolls[measure]


@lru_cache(maxsize=len(SPACES))
def _listed(table: Table, space: str) -> tuple[list[int], list[int]]:
    """A small table's space as lists, of which a piece is had faster than of an array."""
    found = table.spaces[space]
    return found.indptr.tolist(), found.indices.tolist()


def sides(items: Sequence[Item], table: Table) -> list[Side]:
    """The accounts in the rows of a table, made of the few that are to be explained."""
    return [Side(item, table, row) for row, item in enumerate(items)]


class Met:
    """Pairs of rows to be compared, and what several comparisons ask of them.

    Attributes:
        left: One row of each pair.
        right: The other.
        marks: What `marks_of` makes of the table, for many pairs; made where None.
    """

    def __init__(
        self, table: Table, left: Rows, right: Rows, marks: Mapping[str, Ids] | None = None
    ) -> None:
        self.table, self.left, self.right = table, left, right
        self.marks = marks if marks is not None else marks_of(table)

    @cached_property
    def one_script(self) -> NDArray[np.bool_]:
        """Whether two accounts are written in one script, so that their words can agree."""
        script = self.table.numbers["script"]
        return np.asarray(script[self.left] == script[self.right])

    @cached_property
    def words(self) -> Floats:
        """How far their telling words agree; NaN where they can't."""
        return self.shared("words", self.one_script)

    def shared(self, space: str, wanted: NDArray[np.bool_] | None = None) -> Floats:
        """The products of the weights of the tokens that each pair shares, summed.

        NaN where one of a pair says nothing in that space, and where the pair is not wanted.
        """
        ours, theirs = self.marks[space][self.left], self.marks[space][self.right]
        both = (ours != 0) & (theirs != 0)
        if wanted is not None:
            both &= wanted
        found = np.where(both, 0.0, np.nan)
        at = np.flatnonzero(both & ((ours & theirs) != 0))
        rows: Any = self.table.spaces[space]
        found[at] = rows[self.left[at]].multiply(rows[self.right[at]]).sum(axis=1).ravel()
        return found

    def common(self, space: str) -> list[list[int]]:
        """The tokens that each pair shares, the weightiest first and at most `SHOWN` of them."""
        rows: Any = self.table.spaces[space]
        both = rows[self.left].multiply(rows[self.right]).tocsr()
        pair = np.repeat(np.arange(len(self.left)), np.diff(both.indptr))
        order = np.lexsort((both.indices, -both.data, pair))
        tokens, starts = both.indices[order].tolist(), both.indptr.tolist()
        return [tokens[at : min(at + SHOWN, end)] for at, end in pairwise(starts)]

    def held(self, space: str, other: str, *, turned: bool = False) -> Floats:
        """The share of the left rows' tokens in one space that the right rows have in another.

        NaN where the left row has none.

        Args:
            turned: Of the right rows' tokens, that the left rows have.
        """
        left, right = (self.right, self.left) if turned else (self.left, self.right)
        ours, theirs = self.marks[space][left], self.marks[other][right]
        found = np.where(ours == 0, np.nan, 0.0)
        at = np.flatnonzero(ours & theirs)
        rows: Any = self.table.spaces[space]
        size = np.diff(rows.indptr)[left[at]]
        pair = np.repeat(np.arange(len(at)), size)
        token = rows.indices[ranges(rows.indptr[left[at]].astype(np.int64), size)]
        both = np.bincount(pair, _has(self.table.spaces[other], right[at][pair], token), len(at))
        found[at] = both / size
        return found


def marks_of(table: Table) -> Mapping[str, Ids]:
    """By space: of each row 64 bits, one for each token, 0 where it has none.

    Two rows without a bit in common share no token: most pairs are done with at this.
    """
    return {name: _marks(space) for name, space in table.spaces.items()}


def _marks(rows: Any) -> Ids:
    found = np.zeros(rows.shape[0], dtype=np.uint64)
    told = np.flatnonzero(np.diff(rows.indptr))
    if len(told):
        bits = np.uint64(1) << (rows.indices.astype(np.uint64) & np.uint64(63))
        found[told] = np.bitwise_or.reduceat(bits, rows.indptr[told])
    return found


Says = Callable[[Side, Side, str, Shared], str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing to look at in a pair. Both functions are symmetric in the two sides.

    Attributes:
        levels: Every level it can find; vocab/linking gives each its weight.
        cuts: The limits between levels that vocab/linking must give.
        level: For each pair the place in `levels`, or -1 where either doesn't say.
        says: The sentence for a pair at a level, for a person to check; told the weightiest of the
            tokens that the two share in `space`.
        space: None where the sentence needs no tokens.
    """

    levels: tuple[str, ...]
    cuts: tuple[str, ...]
    level: Callable[[Met, Cuts], Levels]
    says: Says
    space: str | None = None


def cut(values: Floats, steps: Sequence[float]) -> Levels:
    """How many of the rising steps each value lies above; -1 where it is NaN."""
    found = np.zeros(len(values), dtype=np.int8)
    for step in steps:  # a search by halves takes seven times as long for so few
        found += values > step
    found[np.isnan(values)] = NOT_SAID
    return found


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
