"""What has been compared so far: accounts in a table, pairs and their bits; and how it grows.

A world depends on which accounts are in it and never on when they came. Pairs name rows, and rows
are numbered as accounts come; whatever needs an order takes that of the accounts' hashes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from harmledger.link.blocking import Pairs, Rows, joined, pairs, parted
from harmledger.link.clusters import Pair, Rules, clusters
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


NOTHING = np.array([], dtype=np.uint64)
UNJUDGED = Judged(NOTHING, NOTHING)


def world(items: Sequence[Item], weights: Weights) -> World:
    """Compare what shares a key, once."""
    made = table(items, weights.extent)
    met = pairs(made, weights.settings)
    return World(made, met, weigh(made, *parted(met), weights))


def judged(same: Sequence[Pair], not_same: Sequence[Pair]) -> Judged:
    """Judgements on pairs of rows."""
    return Judged(_joined(same), _joined(not_same))


def _joined(rows: Sequence[Pair]) -> Pairs:
    if not rows:
        return NOTHING
    return np.unique(joined(*(np.array(side, dtype=np.int64) for side in zip(*rows, strict=True))))


def groups(
    known: World, weights: Weights, judged: Judged = UNJUDGED, *, touching: Rows | None = None
) -> Iterator[Group]:
    """Group the rows: together what is judged the same, apart what is judged not the same.

    What no chain of pairs above `tie` connects is grouped on its own.

    Args:
        touching: Only the groups that such chains connect with these rows; None for all.
    """
    met, bits = _with_judgements(known, judged, weights)
    left, right = parted(met)
    size = len(known.table)
    # Without ties, chains of pairs that say next to nothing would connect a whole war.
    strong = bits > weights.settings.tie
    links = coo_matrix((np.ones(strong.sum()), (left[strong], right[strong])), shape=(size, size))
    _, label = connected_components(links, directed=False)
    wanted = np.ones(size, dtype=bool) if touching is None else np.isin(label, label[touching])
    within = (label[left] == label[right]) & wanted[left]
    parts = _parts(np.flatnonzero(wanted), label, known.table)
    compared = _compared(left[within], right[within], bits[within], label)
    forced = set(judged.same.tolist())
    for number, rows in parts:
        found = compared.get(number, {})
        yield from _split(rows, found, forced, weights)


def _with_judgements(known: World, judged: Judged, weights: Weights) -> tuple[Pairs, Bits]:
    said = np.concatenate([judged.same, judged.not_same])
    if len(said) == 0:
        return known.pairs, known.bits
    bits = np.full(len(said), weights.settings.judgement)
    bits[len(judged.same) :] *= -1
    rest = ~np.isin(known.pairs, said)
    return np.concatenate([known.pairs[rest], said]), np.concatenate([known.bits[rest], bits])


def _parts(rows: Rows, label: NDArray[np.int32], made: Table) -> Iterator[tuple[int, list[int]]]:
    """Rows by component, each in the order of their accounts' hashes."""
    ordered = rows[np.lexsort((made.ids["account"][rows], label[rows]))]
    ends = np.flatnonzero(np.diff(label[ordered])) + 1
    listed = ordered.tolist()
    for start, end in zip([0, *ends.tolist()], [*ends.tolist(), len(listed)], strict=True):
        if end > start:
            yield int(label[listed[start]]), listed[start:end]


def _compared(
    left: Rows, right: Rows, bits: Bits, label: NDArray[np.int32]
) -> dict[int, dict[Pair, float]]:
    found: dict[int, dict[Pair, float]] = {}
    columns = (label[left].tolist(), left.tolist(), right.tolist(), bits.tolist())
    for number, one, other, weight in zip(*columns, strict=True):
        found.setdefault(number, {})[one, other] = weight
    return found


def _split(
    rows: list[int], bits: Mapping[Pair, float], forced: set[int], weights: Weights
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
    parts = clusters(many, local, together, rules)
    of = {number: at for at, part in enumerate(parts) for number in part}
    inside: list[dict[Pair, float]] = [{} for _ in parts]
    for (one, other), weight in bits.items():
        if of[at[one]] == of[at[other]]:
            inside[of[at[one]]][one, other] = weight
    for part, found in zip(parts, inside, strict=True):
        yield Group([rows[number] for number in part], found)
