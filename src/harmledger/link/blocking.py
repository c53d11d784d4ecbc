"""Blocking: which pairs are worth comparing, so that a collection is never compared all with all.

Two accounts become a pair where they share a key. A stretch of days (or degrees) is cut into
windows that overlap by half, so that whatever lies within one width shares a window.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations, product
from math import floor

from harmledger.link.sketch import Sketch
from harmledger.link.weights import Settings
from harmledger.model import PlacePrecision

Key = tuple[Hashable, ...]
Pair = tuple[int, int]
COARSE = frozenset({PlacePrecision.PROVINCE, PlacePrecision.COUNTRY, PlacePrecision.NONE})


def windows(first: float, last: float, width: float) -> range:
    """Numbers of the windows of `width` that the stretch touches; two within it share one."""
    return range(floor(first / width), floor(last / width) + 2)


def by_report(sketch: Sketch, settings: Settings) -> Iterator[Key]:
    """Accounts of one report are compared, so that they are kept apart."""
    yield (sketch.report.report_id,)


def by_day_and_place(sketch: Sketch, settings: Settings) -> Iterator[Key]:
    """Near days, and places near each other or of the same name."""
    for day, spot in product(_days(sketch, settings), _spots(sketch, settings)):
        yield (day, *spot)


def by_day_and_word(sketch: Sketch, settings: Settings) -> Iterator[Key]:
    """Near days, and one of the most telling words."""
    words = _telling(sketch, settings.block_words)
    yield from product(_days(sketch, settings), words)


def by_words(sketch: Sketch, settings: Settings) -> Iterator[Key]:
    """Two of the most telling words, whatever the day: late and undated accounts."""
    yield from combinations(sorted(_telling(sketch, settings.block_pair_words)), 2)


def by_copy(sketch: Sketch, settings: Settings) -> Iterator[Key]:
    """A shingle that both texts hold among their least: copies, whatever the day."""
    for shingle in sketch.signature[: settings.block_shingles]:
        yield (shingle,)


BLOCKS: dict[str, Callable[[Sketch, Settings], Iterator[Key]]] = {
    "report": by_report,
    "day_and_place": by_day_and_place,
    "day_and_word": by_day_and_word,
    "words": by_words,
    "copy": by_copy,
}


def pairs(sketches: Sequence[Sketch], settings: Settings) -> list[Pair]:
    """Places in `sketches` of every two that share a key, each pair once, rising.

    In a block of more than `block_size`, each is paired only with the `block_reach` next by day:
    the work grows with the number of accounts, not with its square.
    """
    found: set[Pair] = set()
    for keys in BLOCKS.values():
        for block in _blocks(sketches, settings, keys):
            found.update(_within(block, sketches, settings))
    return sorted(found)


def _blocks(
    sketches: Sequence[Sketch],
    settings: Settings,
    keys: Callable[[Sketch, Settings], Iterator[Key]],
) -> Iterator[list[int]]:
    blocks: dict[Key, list[int]] = defaultdict(list)
    for number, sketch in enumerate(sketches):
        for key in set(keys(sketch, settings)):
            blocks[key].append(number)
    return (block for block in blocks.values() if len(block) > 1)


def _within(block: list[int], sketches: Sequence[Sketch], settings: Settings) -> Iterator[Pair]:
    if len(block) <= settings.block_size:
        yield from combinations(block, 2)
        return
    by_day = sorted(block, key=lambda number: (str(sketches[number].day), number))
    for at, number in enumerate(by_day):
        for other in by_day[at + 1 : at + 1 + settings.block_reach]:
            yield min(number, other), max(number, other)


def _days(sketch: Sketch, settings: Settings) -> Sequence[int]:
    """Windows of the days told, else of publication; none where neither is known or it is long."""
    if sketch.start is not None and sketch.end is not None:
        first, last = sketch.start, sketch.end
    elif sketch.report.published is not None:
        first = last = sketch.report.published
    else:
        return ()
    if (last - first).days > settings.longest_days:
        return ()
    return windows(first.toordinal(), last.toordinal(), settings.block_days)


def _spots(sketch: Sketch, settings: Settings) -> Iterator[Key]:
    place = sketch.account.place
    if place is None:
        return
    yield ("name", *sorted(sketch.place_words))
    if place.lat is None or place.lon is None or place.precision in COARSE:
        return
    width = settings.block_degrees
    for north in windows(place.lat, place.lat, width):
        for east in windows(place.lon, place.lon, width):
            yield (north, east)


def _telling(sketch: Sketch, most: int) -> list[str]:
    return list(sketch.vector)[:most]
