"""A table: the sketches of many accounts in columns, so that millions of pairs compare fast."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack

from harmledger.link.broader import broader
from harmledger.link.sketch import COLUMN, Extent, Item, Sketch, Weighed, sketch
from harmledger.model import PlacePrecision, Range

Numbers = NDArray[np.float64]
Ids = NDArray[np.uint64]
Sparse = Any  # scipy ships no types
SPACES = (
    "words",
    "opening",
    "sounds",
    "phrases",
    "names",
    "numbers",
    "place",
    "named",
    "actors",
    "shingles",
)
NUMBERS = (
    "start",
    "end",
    "published",
    "lat",
    "lon",
    "radius",
    "precision",
    "score",
    "killed_low",
    "killed_high",
    "injured_low",
    "injured_high",
    "size",
    "script",
    "bare",
)
IDS = ["account", "report", "place_id", "means", "broader_means", "publisher", "site"]
RANK = {precision: rank for rank, precision in enumerate(PlacePrecision)}
COLUMNS = COLUMN + 1
CHUNK = 20_000
OPEN_END = 1e7  # people; an end that is not said bounds nothing


@dataclass(frozen=True, slots=True)
class Table:
    """One row an account.

    Attributes:
        numbers: By name; days are ordinals, NaN where not said.
        ids: By name; hashes, 0 where not said. Of means the bits of vocab/codes/means.yml.
        spaces: By name; sparse rows of weights by hashed token.
    """

    numbers: Mapping[str, Numbers]
    ids: Mapping[str, Ids]
    spaces: Mapping[str, Sparse]

    def __len__(self) -> int:
        return len(self.ids["account"])


def table(items: Iterable[Item], extent: Extent) -> Table:
    """Sketch items into a table, in their order."""
    waiting = iter(items)
    parts = []
    while chunk := list(islice(waiting, CHUNK)):
        parts.append(_part(chunk, [sketch(one, extent) for one in chunk]))
    return whole(parts) if parts else _part([], [])


def whole(parts: Sequence[Table]) -> Table:
    """The rows of several tables, one table after the other."""
    return Table(
        {name: np.concatenate([one.numbers[name] for one in parts]) for name in NUMBERS},
        {name: np.concatenate([one.ids[name] for one in parts]) for name in IDS},
        {name: vstack([one.spaces[name] for one in parts], format="csr") for name in SPACES},
    )


def _part(items: Sequence[Item], made: Sequence[Sketch]) -> Table:
    rows = [_numbers(item, one) for item, one in zip(items, made, strict=True)]
    ids = [_ids(item, one) for item, one in zip(items, made, strict=True)]
    numbers = np.array(rows, dtype=np.float64).reshape(len(items), len(NUMBERS))
    hashes = np.array(ids, dtype=np.uint64).reshape(len(items), len(IDS))
    return Table(
        {name: numbers[:, at].copy() for at, name in enumerate(NUMBERS)},
        {name: hashes[:, at].copy() for at, name in enumerate(IDS)},
        {name: _sparse([getattr(one, name) for one in made]) for name in SPACES},
    )


def _numbers(item: Item, one: Sketch) -> list[float]:
    place = item.account.place
    located = place is not None and place.lat is not None and place.lon is not None
    return [
        _day(one.start),
        _day(one.end),
        _day(item.report.published),
        place.lat if located and place and place.lat is not None else np.nan,
        place.lon if located and place and place.lon is not None else np.nan,
        np.nan if one.radius_km is None else one.radius_km,
        RANK[place.precision] if place is not None else RANK[PlacePrecision.NONE],
        1.0 if place is None or place.score is None else place.score,
        *_ends(one.killed),
        *_ends(one.injured),
        one.size,
        one.script,
        item.bare,
    ]


def _ids(item: Item, one: Sketch) -> list[int]:
    place = item.account.place
    codes = {weapon.code for weapon in item.account.means}
    return [
        hashed(item.account.account_id),
        hashed(item.report.report_id),
        hashed(place.id if place is not None else None),
        _bits(codes),
        _bits({above for code in codes for above in broader().get(code, ())}),
        hashed(item.report.publisher),
        hashed(one.site or None),
    ]


def hashed(name: str | None) -> int:
    """64 bits that are the same on any machine; 0 for None."""
    if name is None:
        return 0
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big")


def _day(day: date | None) -> float:
    return np.nan if day is None else day.toordinal()


def _ends(said: Range | None) -> tuple[float, float]:
    if said is None:
        return np.nan, np.nan
    return (
        0.0 if said.low is None else said.low,
        OPEN_END if said.high is None else said.high,
    )


@cache
def _bit() -> dict[str, int]:
    return {code: 1 << at for at, code in enumerate(sorted(broader()))}


def _bits(codes: Iterable[str]) -> int:
    return sum({_bit().get(code, 0) for code in codes})


def _sparse(rows: Sequence[Weighed]) -> Sparse:
    ordered = [sorted(row.items()) for row in rows]
    starts = np.cumsum([0, *(len(row) for row in ordered)])
    tokens = np.array([token for row in ordered for token, _ in row], dtype=np.int32)
    weights = np.array([weight for row in ordered for _, weight in row], dtype=np.float32)
    return csr_matrix((weights, tokens, starts), shape=(len(rows), COLUMNS))
