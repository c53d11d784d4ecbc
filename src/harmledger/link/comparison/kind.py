"""What a comparison is: the level at which two accounts stand, and the sentence that says so."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from harmledger.link.sketch import Item
from harmledger.link.table import SPACES, Table
from harmledger.link.toll import headline
from harmledger.model import Measure

Cuts = Mapping[str, float]
Rows = NDArray[np.int64]
Levels = NDArray[np.int8]
Floats = NDArray[np.float64]
NOT_SAID = -1


@dataclass(frozen=True, slots=True)
class Side:
    """One account of a pair that is to be explained.

    Attributes:
        table: A small one, of the accounts that are explained together.
        row: Its row in `table`.
        known: Tokens that were looked up: each account is in several links.
        tolls: Numbers of people that were.
    """

    item: Item
    table: Table
    row: int
    known: dict[str, dict[int, float]] = field(default_factory=dict, compare=False, repr=False)
    tolls: dict[Measure, str] = field(default_factory=dict, compare=False, repr=False)

    def tokens(self, space: str) -> dict[int, float]:
        """Its weights by hashed token in one of the table's spaces; looked up once."""
        if space not in self.known:
            self.known[space] = self._tokens(space)
        return self.known[space]

    def _tokens(self, space: str) -> dict[int, float]:
        starts, tokens, weights = _listed(self.table, space)
        part = slice(starts[self.row], starts[self.row + 1])
        return dict(zip(tokens[part], weights[part], strict=True))

    def toll(self, measure: Measure) -> str:
        """How many people in all, as a reader writes it."""
        if measure not in self.tolls:
            self.tolls[measure] = str(headline(self.item.account, measure))
        return self.tolls[measure]


@lru_cache(maxsize=len(SPACES))
def _listed(table: Table, space: str) -> tuple[list[int], list[int], list[float]]:
    """A small table's space as lists, of which a piece is had faster than of an array."""
    found = table.spaces[space]
    return found.indptr.tolist(), found.indices.tolist(), found.data.tolist()


def sides(items: Sequence[Item], table: Table) -> list[Side]:
    """The accounts in the rows of a table, made of the few that are to be explained."""
    return [Side(item, table, row) for row, item in enumerate(items)]


class Met:
    """Pairs of rows to be compared, and what several comparisons ask of them.

    Attributes:
        left: One row of each pair.
        right: The other.
    """

    def __init__(self, table: Table, left: Rows, right: Rows) -> None:
        self.table, self.left, self.right = table, left, right

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
        rows: Any = self.table.spaces[space]
        told = np.diff(rows.indptr) > 0
        both = told[self.left] & told[self.right]
        at = np.flatnonzero(both if wanted is None else both & wanted)
        found = np.full(len(self.left), np.nan)
        found[at] = rows[self.left[at]].multiply(rows[self.right[at]]).sum(axis=1).ravel()
        return found


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing to look at in a pair. Both functions are symmetric in the two sides.

    Attributes:
        levels: Every level it can find; vocab/linking gives each its weight.
        cuts: The limits between levels that vocab/linking must give.
        level: For each pair the place in `levels`, or -1 where either doesn't say.
        says: The sentence for a pair at a level, for a person to check.
    """

    levels: tuple[str, ...]
    cuts: tuple[str, ...]
    level: Callable[[Met, Cuts], Levels]
    says: Callable[[Side, Side, str], str]


def cut(values: Floats, steps: Sequence[float]) -> Levels:
    """How many of the rising steps each value lies above; -1 where it is NaN."""
    found = np.searchsorted(np.asarray(steps), values, side="left").astype(np.int8)
    found[np.isnan(values)] = NOT_SAID
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
