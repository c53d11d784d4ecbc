"""What has been compared so far: accounts in a table, pairs and their bits; and how it grows.

A world depends on which accounts are in it and never on when they came. Pairs name rows, and rows
are numbered as accounts come; whatever needs an order takes that of the accounts' hashes.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from harmledger.link.blocking import pairs
from harmledger.link.clusters import Pair, Rules, clusters
from harmledger.link.pairing import HALF, Pairs, Rows, joined, parted
from harmledger.link.parts import Labels, labelled
from harmledger.link.sketch import Item
from harmledger.link.table import Table, table
from harmledger.link.weigh import Bits, weigh
from harmledger.link.weights import Weights


@dataclass(frozen=True, slots=True)
class World:
    """Accounts and what was compared of them.

    Attributes:
        pairs: Rising.
        bits: Of each pair, before any judgement.
    """

    table: Table
    pairs: Pairs
    bits: Bits


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one happening.

    Attributes:
        rows: In the order of their accounts' hashes.
        bits: Of each pair of them that was compared or judged, the lesser row first.
    """

    rows: list[int]
    bits: Mapping[Pair, float]


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs of rows that people judged, as `joined` numbers."""

    same: Pairs
    not_same: Pairs


CHUNK = 5_000_000  # pairs
NOTHING = np.array([], dtype=np.uint64)
UNJUDGED = Judged(NOTHING, NOTHING)


def world(items: Sequence[Item], weights: Weights, *, jobs: int = 1) -> World:
    """Compare what shares a key, once.

    Args:
        jobs: Processes; the result is the same with any number. Where `spread` can't fork, one.
    """
    made = table(items, weights.extent, jobs=jobs)
    met = pairs(made, weights.settings, jobs=jobs)
    return World(made, met, weigh(made, met, weights, jobs=jobs))


def judged(same: Sequence[Pair], not_same: Sequence[Pair]) -> Judged:
    """Judgements on pairs of rows."""
    return Judged(_joined(same), _joined(not_same))


def _joined(rows: Sequence[Pair]) -> Pairs:
    if not rows:
        return NOTHING
    return np.unique(joined(*(np.array(side, dtype=np.int64) for side in zip(*rows, strict=True))))


@dataclass(frozen=True, slots=True)
class Parts:
    """Rows and pairs by part: groups lie within parts.

    Attributes:
        rows: Part after part, in each by the hash of the account.
        starts: Where the rows of each part start, and where those of the last end.
        left: The lesser row of each pair within a part, part after part.
        right: The greater.
        bits: Of each pair.
        pair_starts: Where the pairs of each part start, and where those of the last end.
        forced: Pairs that are judged the same.
    """

    rows: Rows
    starts: Rows
    left: Rows
    right: Rows
    bits: Bits
    pair_starts: Rows
    forced: AbstractSet[int]

    def pieces(self, size: int) -> list[range]:
        """The parts cut into runs of about `size` rows each."""
        steps = np.minimum(np.arange(0, len(self.rows) + size, size), len(self.rows))
        cuts = np.unique(np.searchsorted(self.starts, steps))
        return [range(one, other) for one, other in pairwise(cuts.tolist())]


def parts(
    known: World,
    weights: Weights,
    judged: Judged = UNJUDGED,
    *,
    touching: Rows | None = None,
    label: Labels | None = None,
) -> Parts:
    """Cut the rows into parts by chains of pairs that speak for one incident.

    Args:
        touching: Only the parts that hold one of these rows; None for all.
        label: What `labels` gives of the same; made where None.
    """
    met, bits = _with_judgements(known, judged, weights)
    if label is None:
        label = labelled(len(known.table), met, bits, weights.settings)
    wanted = np.ones(len(label), dtype=bool)
    if touching is not None:
        wanted = np.isin(label, label[touching])
    within = _within(met, label, wanted)
    left, right = parted(met[within])
    order = np.argsort(label[left], kind="stable")
    within, left, right = within[order], left[order], right[order]
    rows = np.flatnonzero(wanted)
    rows = rows[np.lexsort((known.table.ids["account"][rows], label[rows]))]
    numbers, starts = np.unique(label[rows], return_index=True)
    pair_starts = np.searchsorted(label[left], numbers)
    return Parts(
        rows,
        np.append(starts, len(rows)),
        left,
        right,
        bits[within],
        np.append(pair_starts, len(within)),
        frozenset(judged.same.tolist()),
    )


def _within(met: Pairs, label: Labels, wanted: NDArray[np.bool_]) -> Rows:
    """Where the pairs stand whose rows are of one wanted part; a piece at a time."""
    found = [np.array([], dtype=np.int64)]
    for start in range(0, len(met), CHUNK):
        piece = met[start : start + CHUNK]
        some = np.flatnonzero(wanted[piece >> HALF])
        left, right = parted(piece[some])
        found.append(some[label[left] == label[right]] + start)
    return np.concatenate(found)


def groups(
    known: World, weights: Weights, judged: Judged = UNJUDGED, *, touching: Rows | None = None
) -> Iterator[Group]:
    """Group the rows: together what is judged the same, apart what is judged not the same.

    Args:
        touching: Only the groups of parts that hold one of these rows; None for all.
    """
    made = parts(known, weights, judged, touching=touching)
    return groups_of(made, weights, range(len(made.starts) - 1))


def groups_of(made: Parts, weights: Weights, some: range) -> Iterator[Group]:
    """The groups of some of the parts."""
    for part in some:
        rows = made.rows[made.starts[part] : made.starts[part + 1]].tolist()
        piece = slice(made.pair_starts[part], made.pair_starts[part + 1])
        columns = (column[piece].tolist() for column in (made.left, made.right))
        bits = dict(zip(zip(*columns, strict=True), made.bits[piece].tolist(), strict=True))
        yield from _split(rows, bits, made.forced, weights)


def labels(known: World, weights: Weights, judged: Judged = UNJUDGED) -> Labels:
    """For each row the number of its part: groups lie within parts."""
    met, bits = _with_judgements(known, judged, weights)
    return labelled(len(known.table), met, bits, weights.settings)


def _with_judgements(known: World, judged: Judged, weights: Weights) -> tuple[Pairs, Bits]:
    said = np.concatenate([judged.same, judged.not_same])
    if len(said) == 0:
        return known.pairs, known.bits
    bits = np.full(len(said), weights.settings.judgement)
    bits[len(judged.same) :] *= -1
    rest = ~np.isin(known.pairs, said)
    return np.concatenate([known.pairs[rest], said]), np.concatenate([known.bits[rest], bits])


def _split(
    rows: list[int], bits: dict[Pair, float], forced: AbstractSet[int], weights: Weights
) -> Iterator[Group]:
    many = len(rows)
    settings = weights.settings
    if len(bits) == many * (many - 1) // 2 and min(bits.values(), default=0) > settings.join:
        yield Group(rows, bits)
        return
    at = {row: number for number, row in enumerate(rows)}
    local = {}
    together = []
    for (one, other), weight in bits.items():
        pair = (at[one], at[other]) if at[one] < at[other] else (at[other], at[one])
        local[pair] = weight
        if forced and (one << 32 | other) in forced:
            together.append(pair)
    rules = Rules(settings.join, settings.unseen, settings.against, settings.ceiling)
    grouped = clusters(many, local, together, rules)
    of = {rows[number]: at for at, group in enumerate(grouped) for number in group}
    inside: list[dict[Pair, float]] = [{} for _ in grouped]
    for pair, weight in bits.items():
        if of[pair[0]] == of[pair[1]]:
            inside[of[pair[0]]][pair] = weight
    for group, found in zip(grouped, inside, strict=True):
        yield Group([rows[number] for number in group], found)
