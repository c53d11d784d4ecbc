"""A table: the sketches of many accounts in columns, so that millions of pairs compare fast."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import vstack

from harmledger.link import spaces
from harmledger.link.broader import broader
from harmledger.link.rarity import scripts
from harmledger.link.read import Words, follow, read, script, some
from harmledger.link.sketch import Extent, Item, reach, text_of
from harmledger.link.spread import spread
from harmledger.link.toll import headline
from harmledger.model import Measure, Place, PlacePrecision, Range

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
    "bare",
    "size",
    "opens",
    "script",
)
IDS = ["account", "report", "place_id", "means", "broader_means", "publisher", "site"]
RANK = {precision: rank for rank, precision in enumerate(PlacePrecision)}
CHUNK = 10_000
OPEN_END = 1e7  # people; an end that is not said bounds nothing


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One row an account.

    Attributes:
        numbers: By name; days are ordinals, NaN where not said; `size` in telling words, `opens`
            is 1 where all of these are the opening.
        ids: By name; hashes, 0 where not said. Of means the bits of vocab/codes/means.yml.
        spaces: By name; sparse rows of weights by hashed token.
    """

    numbers: Mapping[str, Numbers]
    ids: Mapping[str, Ids]
    spaces: Mapping[str, Sparse]

    def __len__(self) -> int:
        return len(self.ids["account"])

    def some(self, rows: NDArray[np.int64]) -> "Table":
        """A table of these rows, in their order."""
        return Table(
            {name: column[rows] for name, column in self.numbers.items()},
            {name: column[rows] for name, column in self.ids.items()},
            {name: space[rows] for name, space in self.spaces.items()},
        )


def table(items: Sequence[Item], extent: Extent, *, jobs: int = 1) -> Table:
    """Read items into a table, in their order. A row depends on its item alone.

    Args:
        jobs: Processes; the result is the same with any number. Where `spread` can't fork, one.
    """

    def part(start: int) -> Table:
        return _part(items[start : start + CHUNK], extent)

    # What the first needs of the word lists is read once, before processes share the others.
    first, rest = part(0), range(CHUNK, len(items), CHUNK)
    return whole([first, *spread(part, rest, jobs=jobs)])


def whole(parts: Sequence[Table]) -> Table:
    """The rows of several tables, one table after the other."""
    return Table(
        {name: np.concatenate([one.numbers[name] for one in parts]) for name in NUMBERS},
        {name: np.concatenate([one.ids[name] for one in parts]) for name in IDS},
        {name: vstack([one.spaces[name] for one in parts], format="csr") for name in SPACES},
    )


def _part(items: Sequence[Item], extent: Extent) -> Table:
    texts = [text_of(item, extent)[: extent.characters] for item in items]
    words = read(texts, extent)
    titled = read([item.report.title or "" for item in items], extent)
    hashes = np.array([_ids(item) for item in items], dtype=np.uint64)
    numbers = np.array([_numbers(item) for item in items], dtype=np.float64)
    columns = [
        *numbers.reshape(len(items), len(NUMBERS) - 3).T,
        *spaces.sizes(words, titled, extent),
        script(words, scripts()),
    ]
    return Table(
        {name: column.copy() for name, column in zip(NUMBERS, columns, strict=True)},
        {
            name: column.copy()
            for name, column in zip(IDS, hashes.reshape(len(items), len(IDS)).T, strict=True)
        },
        _spaces(items, texts, words, titled, extent),
    )


def _spaces(
    items: Sequence[Item], texts: Sequence[str], words: Words, titled: Words, extent: Extent
) -> dict[str, Sparse]:
    size = len(items)
    told = [item.account.place for item in items]
    named = ["" if one is None else f"{one.words} {one.name or ''}" for one in told]
    head = follow(titled, some(words, words.place < extent.plain_words))
    return {
        "words": spaces.telling(words, titled, extent, extent.text_words, size),
        "opening": spaces.telling(words, titled, extent, extent.opening_words, size),
        "sounds": spaces.heard(head, size),
        "phrases": spaces.phrases(head, extent, size),
        "names": spaces.names(texts, extent),
        "numbers": spaces.numbers(words, size),
        "place": spaces.places(named),
        "named": spaces.named(read(named, extent), size),
        "actors": spaces.actors(item.account.perpetrators for item in items),
        "shingles": spaces.shingles(words, extent, size),
    }


def _numbers(item: Item) -> list[float]:
    account = item.account
    place = account.place
    located = place is not None and place.lat is not None and place.lon is not None
    return [
        _day(account.start),
        _day(account.end or account.start),
        _day(item.report.published),
        place.lat if located and place and place.lat is not None else np.nan,
        place.lon if located and place and place.lon is not None else np.nan,
        _radius(place),
        RANK[place.precision] if place is not None else RANK[PlacePrecision.NONE],
        _score(place),
        *_ends(headline(account, Measure.KILLED)),
        *_ends(headline(account, Measure.INJURED)),
        item.bare,
    ]


def _score(place: Place | None) -> float:
    """How sure the place is, 0 to 1; NaN where nobody knows.

    A point without a score was given with the report, not chosen among places: it is sure.
    """
    if place is None:
        return np.nan
    if place.score is None:
        return np.nan if place.lat is None or place.lon is None else 1.0
    return place.score


def _radius(place: Place | None) -> float:
    """How far in km from its point the place may reach; NaN where not located."""
    if place is None or place.lat is None:
        return np.nan
    return place.radius_km or reach()[place.precision] or 0.0


def _ids(item: Item) -> list[int]:
    place = item.account.place
    means, above = _means(tuple(weapon.code for weapon in item.account.means))
    site = (urlsplit(item.report.url or "").hostname or "").removeprefix("www.")
    return [
        hashed(item.account.account_id),
        hashed(item.report.report_id),
        _known(place.id if place is not None else None),
        means,
        above,
        _known(item.report.publisher),
        _known(site or None),
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


@lru_cache(maxsize=10_000)
def _means(codes: tuple[str, ...]) -> tuple[int, int]:
    """The bits of these means, and of those that a less exact report would name."""
    above = {name for code in codes for name in broader().get(code, ())}
    return _bits(codes), _bits(above)


def _bits(codes: Iterable[str]) -> int:
    return sum({_bit().get(code, 0) for code in codes})


@lru_cache(maxsize=100_000)
def _known(name: str | None) -> int:
    """The same, kept: places, publishers and sites are told of again and again."""
    return hashed(name)
