"""Comparing when: the days told, and the days of publication."""

from datetime import date

import numpy as np

from harmledger.link.comparison.kind import (
    NOT_SAID,
    Comparison,
    Cuts,
    Floats,
    Levels,
    Met,
    Rows,
    Shared,
    Side,
    cut,
)
from harmledger.link.table import Table

NEAR = (
    "same_day",
    "next_day",
    "two_days",
    "three_days",
    "five_days",
    "week",
    "fortnight",
    "month",
    "quarter",
    "year",
)
LONG = ("long_overlap", "long_near", "long_apart")
CUTS = NEAR


def _steps(cuts: Cuts) -> list[float]:
    return [cuts[name] for name in NEAR]


def _time_level(met: Met, cuts: Cuts) -> Levels:
    start, end = met.table.numbers["start"], met.table.numbers["end"]
    left, right, gap = met.left, met.right, _gap(met)
    length = np.maximum((end - start)[left], (end - start)[right])
    found = cut(gap, _steps(cuts))
    first = len(NEAR) + 1
    long = np.where(gap == 0, first, np.where(gap <= cuts["week"], first + 1, first + 2))
    return np.where((length > cuts["long"]) & (found >= 0), long, found).astype(np.int8)


def _gap(met: Met) -> Floats:
    """Days between the stretches that the two tell, 0 where they overlap; NaN where not said."""
    start, end = met.table.numbers["start"], met.table.numbers["end"]
    left, right = met.left, met.right
    return np.asarray(np.maximum(0, np.maximum(start[right] - end[left], start[left] - end[right])))


def _time_says(left: Side, right: Side, level: str, shared: Shared) -> str:
    ours, theirs = _stretch(left), _stretch(right)
    if level == "same_day" and ours == theirs:
        return f"same day ({ours})"
    verb = "overlap" if level in ("same_day", "long_overlap") else "told differ"
    return f"days {verb} ({_both(ours, theirs)})"


def _published_level(met: Met, cuts: Cuts) -> Levels:
    """By whether both tell a day: then publication says little that the days don't.

    It says nothing for days told that differ: what was published on one day is of one happening
    only where it tells of one.
    """
    day, left, right = met.table.numbers["published"], met.left, met.right
    found = cut(np.abs(day[left] - day[right]), _steps(cuts))
    gap = _gap(met)
    told = np.where(~np.isnan(gap) & (found >= 0), found + len(NEAR) + 1, found)
    return np.where(gap > cuts["next_day"], NOT_SAID, told).astype(np.int8)


def _published_says(left: Side, right: Side, level: str, shared: Shared) -> str:
    ours, theirs = _day(left.item.report.published), _day(right.item.report.published)
    if ours == theirs:
        return f"published on the same day ({ours})"
    return f"published on {_both(ours, theirs)}"


def _reported_level(met: Met, cuts: Cuts) -> Levels:
    return cut(_lag(met.table, met.left, met.right), _steps(cuts))


def _lag(table: Table, left: Rows, right: Rows) -> Floats:
    """Days from the one's day told to the other's publication, the nearer way round."""
    start, day = table.numbers["start"], table.numbers["published"]
    found = np.fmin(np.abs(start[left] - day[right]), np.abs(start[right] - day[left]))
    return np.asarray(found)


def _reported_says(left: Side, right: Side, level: str, shared: Shared) -> str:
    found = []
    for one, other in ((left, right), (right, left)):
        told, published = one.item.account.start, other.item.report.published
        if told is not None and published is not None:
            found.append((abs((told - published).days), _day(told), _day(published)))
    _, day, out = min(found)
    return f"one tells of {day}, the other was published on {out}"


def _stretch(side: Side) -> str:
    start = side.item.account.start
    end = side.item.account.end or start
    return _day(start) if start == end else f"{_day(start)} to {_day(end)}"


def _day(day: date | None) -> str:
    return "unknown" if day is None else day.isoformat()


def _both(ours: str, theirs: str) -> str:
    return " and ".join(sorted((ours, theirs)))


TIME = Comparison((*NEAR, "apart", *LONG), (*CUTS, "long"), _time_level, _time_says)
PUBLISHED = Comparison(
    (*NEAR, "apart", *(f"told_{near}" for near in (*NEAR, "apart"))),
    CUTS,
    _published_level,
    _published_says,
)
REPORTED = Comparison((*NEAR, "apart"), CUTS, _reported_level, _reported_says)
