"""Blocking: which pairs are worth comparing, so that a collection is never compared all with all.

Two accounts become a pair where they share a key. A stretch of days (or degrees) is cut into
windows that overlap by half, so that whatever lies within one width shares a window. A key of an
account depends on that account alone; a key that too many share tells nothing and makes no pair.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from harmledger.link.table import RANK, Ids, Numbers, Table
from harmledger.link.weights import Settings
from harmledger.model import PlacePrecision

Rows = NDArray[np.int64]
Keyed = tuple[Ids, Rows]
Pairs = NDArray[np.uint64]  # the lesser row in the upper half, the greater in the lower
HALF = np.uint64(32)
LOWER = np.uint64(0xFFFFFFFF)
COARSE = RANK[PlacePrecision.PROVINCE]


def by_report(table: Table, settings: Settings) -> Keyed:
    """Accounts of one report are compared, so that they are kept apart."""
    return table.ids["report"], np.arange(len(table))


def by_day(table: Table, settings: Settings) -> Keyed:
    """Days told or of publication, where few tell of them."""
    rows, windows = _windows(table, settings.near_days, settings.longest_days)
    return windows.astype(np.uint64), rows


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
    return _with_days(table, settings, np.concatenate(spots), np.tile(known, 4))


def by_day_and_place_word(table: Table, settings: Settings) -> Keyed:
    """Near days, and a word of the place in any script."""
    return _with_days(table, settings, *_top(table, "place", settings.block_words))


def by_day_and_word(table: Table, settings: Settings) -> Keyed:
    """Near days, and one of the most telling words."""
    return _with_days(table, settings, *_top(table, "words", settings.block_words))


def by_day_and_sound(table: Table, settings: Settings) -> Keyed:
    """Near days, and the sound of one of the rarest words: accounts in two scripts."""
    return _with_days(table, settings, *_top(table, "sounds", settings.block_sounds))


def by_name(table: Table, settings: Settings) -> Keyed:
    """A name, whatever the day."""
    return _top(table, "names", settings.block_names)


def by_phrase(table: Table, settings: Settings) -> Keyed:
    """A rare phrase, whatever the day."""
    return _top(table, "phrases", settings.block_names)


def by_words(table: Table, settings: Settings) -> Keyed:
    """Two of the most telling words, whatever the day: late and undated accounts."""
    tokens, rows = _top(table, "words", settings.block_pair_words)
    starts = np.searchsorted(rows, np.arange(len(table) + 1))
    found = []
    for step in range(1, settings.block_pair_words):
        first = np.arange(len(rows) - step)
        first = first[first + step < starts[rows[first] + 1]]
        low = np.minimum(tokens[first], tokens[first + step])
        high = np.maximum(tokens[first], tokens[first + step])
        found.append((_mixed(low, high), rows[first]))
    return np.concatenate([keys for keys, _ in found]), np.concatenate([row for _, row in found])


def by_copy(table: Table, settings: Settings) -> Keyed:
    """A shingle that both texts hold among their least: copies, whatever the day."""
    shingles = table.spaces["shingles"]
    rows = np.repeat(np.arange(len(table)), np.diff(shingles.indptr))
    kept = np.arange(len(rows)) - shingles.indptr[rows] < settings.block_shingles
    return shingles.indices[kept].astype(np.uint64), rows[kept]


BLOCKS: dict[str, Callable[[Table, Settings], Keyed]] = {
    "report": by_report,
    "day": by_day,
    "day_and_place": by_day_and_place,
    "day_and_place_word": by_day_and_place_word,
    "day_and_word": by_day_and_word,
    "day_and_sound": by_day_and_sound,
    "name": by_name,
    "phrase": by_phrase,
    "words": by_words,
    "copy": by_copy,
}


def keyed(table: Table, settings: Settings) -> Iterator[Keyed]:
    """Every key with its row, one kind of block after the other; keys of two kinds never meet."""
    for number, make in enumerate(BLOCKS.values()):
        keys, rows = make(table, settings)
        keys = _mixed(keys, np.full(len(keys), number, dtype=np.uint64))
        once = np.lexsort((rows, keys))
        keys, rows = keys[once], rows[once]
        new = np.ones(len(keys), dtype=bool)
        new[1:] = (keys[1:] != keys[:-1]) | (rows[1:] != rows[:-1])
        yield keys[new], rows[new]


def pairs(table: Table, settings: Settings) -> Pairs:
    """Every two rows that share a key of a block no larger than `block_size`, rising."""
    found = np.array([], dtype=np.uint64)
    for keys, rows in keyed(table, settings):
        # One kind after the other: of a million accounts all of them at once are gigabytes.
        more = rising(paired(keys, rows, settings.block_size))
        found = rising(np.concatenate([found, more]))
    return found


def paired(keys: Ids, rows: Rows, most: int) -> Pairs:
    """Pairs within each run of equal keys that is no longer than `most`."""
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.array([0])
    sizes = np.diff(np.r_[starts, len(keys)])
    fit = (sizes >= 2) & (sizes <= most)
    at = ranges(starts[fit], sizes[fit])
    last = np.repeat((starts + sizes)[fit], sizes[fit])
    found = []
    for step in range(1, most):
        keep = at + step < last
        at, last = at[keep], last[keep]
        if len(at) == 0:
            break
        found.append(joined(rows[at], rows[at + step]))
    return np.concatenate(found) if found else np.array([], dtype=np.uint64)


def rising(pairs: Pairs) -> Pairs:
    """Each once, rising; what is given is sorted in its place.

    This is `numpy.unique`, ten times as fast as by its hashes.
    """
    pairs.sort()
    new = np.ones(len(pairs), dtype=bool)
    new[1:] = pairs[1:] != pairs[:-1]
    return pairs[new]


def joined(one: Rows, other: Rows) -> Pairs:
    """Pairs as single numbers."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    return (low.astype(np.uint64) << HALF) | high.astype(np.uint64)


def parted(pairs: Pairs) -> tuple[Rows, Rows]:
    """The lesser and the greater rows of pairs."""
    return (pairs >> HALF).astype(np.int64), (pairs & LOWER).astype(np.int64)


def windows(first: Numbers, last: Numbers, width: float, most: int) -> tuple[Rows, Rows]:
    """Rows and windows of `width` that each stretch touches; two within one width share one.

    A stretch that is not known touches none, nor does one of more than `most` widths.
    """
    low, high = np.floor(first / width), np.floor(last / width) + 1
    rows, numbers = [], []
    for step in range(most + 2):
        fit = np.flatnonzero(low + step <= high)
        rows.append(fit)
        numbers.append((low[fit] + step).astype(np.int64))
    return np.concatenate(rows), np.concatenate(numbers)


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


def _with_days(table: Table, settings: Settings, keys: Ids, rows: Rows) -> Keyed:
    """Each key with each window of days of its row."""
    days_of, days = _windows(table, settings.block_days, settings.longest_days)
    starts = np.searchsorted(days_of, np.arange(len(table) + 1))
    many = (starts[rows + 1] - starts[rows]).astype(np.int64)
    at = ranges(starts[rows], many)
    return _mixed(np.repeat(keys, many), days[at].astype(np.uint64)), np.repeat(rows, many)


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
    return found.indices[keep].astype(np.uint64), rows[keep]


def ranges(starts: Rows, sizes: Rows) -> Rows:
    """The numbers from each start on, as many as its size."""
    ends = np.cumsum(sizes)
    whole = int(ends[-1]) if len(ends) else 0
    return np.arange(whole) - np.repeat(ends - sizes, sizes) + np.repeat(starts, sizes)


def _number(values: Numbers) -> Ids:
    return values.astype(np.int64).astype(np.uint64)


def _mixed(one: Ids, other: Ids) -> Ids:
    """One number from two, well spread (the finalizer of splitmix64)."""
    found = one * np.uint64(0x9E3779B97F4A7C15) + other
    found = (found ^ (found >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    found = (found ^ (found >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(found ^ (found >> np.uint64(31)))
