"""Blocking: which pairs are worth comparing, so that a collection is never compared all with all.

Two accounts become a pair where they share a key. A stretch of days (or degrees) is cut into
windows that overlap by half, so that whatever lies within one width shares a window. A key of an
account depends on that account alone; a key that too many share tells nothing and makes no pair.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from harmledger.link.pairing import (
    HALF,
    Keyed,
    Meet,
    Pairs,
    Rows,
    by_one,
    by_one_in_two_scripts,
    by_two,
    in_two_scripts,
    parted,
    ranges,
    rising,
    windows,
)
from harmledger.link.spread import spread
from harmledger.link.table import RANK, Ids, Numbers, Table
from harmledger.link.weights import Settings
from harmledger.model import PlacePrecision

COARSE = RANK[PlacePrecision.PROVINCE]
KIND = np.uint64(60)  # the bits above these say which kind of block a key is of
LOW = (np.uint64(1) << KIND) - np.uint64(1)


@dataclass(frozen=True, slots=True)
class Block:
    """One kind of key.

    Attributes:
        keys: Of the rows of a table; of 64 bits the lowest 60 count.
        meet: Which rows these bring together.
        any_day: Whether rows share a key whatever their days: it then tells less where many do.
        wanted: Whether any rows of a table could meet so.
    """

    keys: Callable[[Table, Settings], Keyed]
    meet: Meet = by_one
    any_day: bool = False
    wanted: Callable[[Table], bool] = bool

    def most(self, settings: Settings) -> int:
        """How many rows may share a key that brings them together."""
        return settings.block_size_any_day if self.any_day else settings.block_size


def by_report(table: Table, settings: Settings) -> Keyed:
    """Accounts of one report are compared, so that they are kept apart."""
    return Keyed(table.ids["report"], np.arange(len(table)))


def by_day(table: Table, settings: Settings) -> Keyed:
    """Days told or of publication, where few tell of them."""
    rows, windows = _windows(table, settings.near_days, settings.longest_days)
    return Keyed(windows.astype(np.uint64), rows)


def by_day_and_place(table: Table, settings: Settings) -> Keyed:
    """Near days, and places near each other."""
    fine = table.numbers["precision"] < COARSE
    north = np.where(fine, table.numbers["lat"], np.nan) / settings.block_degrees
    east = np.where(fine, table.numbers["lon"], np.nan) / settings.block_degrees
    known = np.flatnonzero(~np.isnan(north) & ~np.isnan(east))
    spots = [
        _mixed(_number(np.floor(north[known]) + up), _number(np.floor(east[known]) + right))
        for up in (0, 1)
        for right in (0, 1)
    ]
    return _with_days(table, settings, Keyed(np.concatenate(spots), np.tile(known, 4)))


def by_day_and_place_word(table: Table, settings: Settings) -> Keyed:
    """Near days, and a word of the place in any script."""
    return _with_days(table, settings, _top(table, "place", settings.block_words))


def by_day_and_word(table: Table, settings: Settings) -> Keyed:
    """Near days in the upper half, and one of the most telling words in the lower."""
    words = _top(table, "words", settings.block_words)
    keys, rows, days = _on_days(table, settings, words)
    return Keyed(days << HALF | keys, rows)


def by_day_and_sound(table: Table, settings: Settings) -> Keyed:
    """Near days, and the sound of one of the rarest words: accounts in two scripts."""
    return _with_days(table, settings, _top(table, "sounds", settings.block_sounds))


def by_name(table: Table, settings: Settings) -> Keyed:
    """A name, whatever the day."""
    return _top(table, "names", settings.block_names)


def by_phrase(table: Table, settings: Settings) -> Keyed:
    """A rare phrase, whatever the day."""
    return _top(table, "phrases", settings.block_names)


def by_words(table: Table, settings: Settings) -> Keyed:
    """Two of the most telling words, whatever the day: late and undated accounts."""
    top = _top(table, "words", settings.block_pair_words)
    tokens, rows = top.keys, top.rows
    starts = np.searchsorted(rows, np.arange(len(table) + 1))
    found = []
    for step in range(1, settings.block_pair_words):
        first = np.arange(len(rows) - step)
        first = first[first + step < starts[rows[first] + 1]]
        low = np.minimum(tokens[first], tokens[first + step])
        high = np.maximum(tokens[first], tokens[first + step])
        found.append((_mixed(low, high), rows[first]))
    return Keyed(*(np.concatenate(columns) for columns in zip(*found, strict=True)))


def by_copy(table: Table, settings: Settings) -> Keyed:
    """A shingle that both texts hold among their least: copies, whatever the day."""
    shingles = table.spaces["shingles"]
    rows = np.repeat(np.arange(len(table)), np.diff(shingles.indptr))
    kept = np.arange(len(rows)) - shingles.indptr[rows] < settings.block_shingles
    return Keyed(shingles.indices[kept].astype(np.uint64), rows[kept])


BLOCKS: dict[str, Block] = {
    "report": Block(by_report),
    "day": Block(by_day),
    "day_and_place": Block(by_day_and_place),
    "day_and_place_word": Block(by_day_and_place_word),
    # One word on one day is shared by chance: of the pairs that met so and in no other way, one in
    # a thousand belonged together, and they were half of all pairs of a large collection.
    "day_and_word": Block(by_day_and_word, by_two),
    "day_and_sound": Block(by_day_and_sound, by_one_in_two_scripts, wanted=in_two_scripts),
    "name": Block(by_name),
    "words": Block(by_words, any_day=True),
    "phrase": Block(by_phrase),
    "copy": Block(by_copy),
}


def keyed(table: Table, settings: Settings) -> Iterator[Keyed]:
    """Every key with its row, one kind of block after the other, each rising; no two kinds meet."""
    for number in range(len(BLOCKS)):
        yield _keyed(number, table, settings)


def pairs(table: Table, settings: Settings, *, jobs: int = 1) -> Pairs:
    """Every two rows that keys bring together, rising.

    Args:
        jobs: Processes; the result is the same with any number. Where `spread` can't fork, one.
    """

    def met(number: int) -> Pairs:
        block = list(BLOCKS.values())[number]
        if not block.wanted(table):
            return np.array([], dtype=np.uint64)
        return block.meet(_keyed(number, table, settings), table, block.most(settings))

    return _united(spread(met, range(len(BLOCKS)), jobs=jobs))


def meeting(every: Keyed, table: Table, settings: Settings) -> Pairs:
    """The same of keys of any kinds, rising."""
    ends = np.append(np.arange(1, len(BLOCKS), dtype=np.uint64) << KIND, np.iinfo(np.uint64).max)
    stops = np.searchsorted(every.keys, ends)
    starts = [0, *stops[:-1]]
    return _united(
        block.meet(
            Keyed(every.keys[start:stop], every.rows[start:stop]), table, block.most(settings)
        )
        for block, start, stop in zip(BLOCKS.values(), starts, stops, strict=True)
    )


def most_of(keys: Ids, settings: Settings) -> Rows:
    """Of each key how many rows may share it."""
    limits = np.array([block.most(settings) for block in BLOCKS.values()])
    return np.asarray(limits[keys >> KIND])


def _keyed(number: int, table: Table, settings: Settings) -> Keyed:
    made = list(BLOCKS.values())[number].keys(table, settings)
    keys = made.keys & LOW | np.uint64(number) << KIND
    order = np.argsort(keys)
    return Keyed(keys[order], made.rows[order])


def _united(kinds: Iterable[Pairs]) -> Pairs:
    return rising(np.concatenate([np.array([], dtype=np.uint64), *kinds]))


def _windows(table: Table, width: float, longest: int) -> tuple[Rows, Rows]:
    """Windows of the days told, unless they are many, and of the day of publication."""
    start, end = table.numbers["start"], table.numbers["end"]
    day = table.numbers["published"]
    start = np.where(end - start > longest, np.nan, start)
    most = int(longest // width) + 1
    told, out = windows(start, end, width, most), windows(day, day, width, 1)
    rows, days = np.concatenate([told[0], out[0]]), np.concatenate([told[1], out[1]])
    found, number = parted(rising(rows.astype(np.uint64) << HALF | days.astype(np.uint64)))
    return found, number


def _with_days(table: Table, settings: Settings, made: Keyed) -> Keyed:
    """Each key mixed with each window of days of its row."""
    keys, rows, days = _on_days(table, settings, made)
    return Keyed(_mixed(keys, days), rows)


def _on_days(table: Table, settings: Settings, made: Keyed) -> tuple[Ids, Rows, Ids]:
    """Each key with its row, once for each window of days of that row; and the windows."""
    days_of, days = _windows(table, settings.block_days, settings.longest_days)
    starts = np.searchsorted(days_of, np.arange(len(table) + 1))
    many = (starts[made.rows + 1] - starts[made.rows]).astype(np.int64)
    at = ranges(starts[made.rows], many)
    return np.repeat(made.keys, many), np.repeat(made.rows, many), days[at].astype(np.uint64)


def _top(table: Table, space: str, most: int) -> Keyed:
    """The weightiest tokens of each row, rows rising."""
    found: Any = table.spaces[space]
    sizes = np.diff(found.indptr)
    rows = np.repeat(np.arange(len(table)), sizes)
    keep = sizes[rows] <= most
    large = np.flatnonzero(~keep)
    order = large[np.lexsort((found.indices[large], -found.data[large], rows[large]))]
    first = np.searchsorted(rows[large], rows[order])
    keep[order[np.arange(len(order)) - first < most]] = True
    return Keyed(found.indices[keep].astype(np.uint64), rows[keep])


def _number(values: Numbers) -> Ids:
    return values.astype(np.int64).astype(np.uint64)


def _mixed(one: Ids, other: Ids) -> Ids:
    """One number from two, well spread (the finalizer of splitmix64)."""
    found = one * np.uint64(0x9E3779B97F4A7C15) + other
    found = (found ^ (found >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    found = (found ^ (found >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(found ^ (found >> np.uint64(31)))
