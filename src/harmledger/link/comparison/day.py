"""Comparing when: the days told, else the days of publication."""

from datetime import date

from harmledger.link.comparison.kind import Comparison, Cuts, within
from harmledger.link.sketch import Sketch

NEAR = ("same_day", "next_day", "days", "week", "month")


def _time_level(left: Sketch, right: Sketch, cuts: Cuts) -> str | None:
    if left.start is None or right.start is None or left.end is None or right.end is None:
        return None
    gap = _gap(left.start, left.end, right.start, right.end)
    longest = max((left.end - left.start).days, (right.end - right.start).days)
    if gap == 0 and longest > cuts["long"]:
        return "overlap"
    return within(gap, NEAR, cuts, beyond="apart")


def _time_says(left: Sketch, right: Sketch, level: str) -> str:
    ours, theirs = _stretch(left.start, left.end), _stretch(right.start, right.end)
    if level == "same_day" and ours == theirs:
        return f"same day ({ours})"
    verb = "overlap" if level in ("same_day", "overlap") else "told differ"
    return f"days {verb} ({_both(ours, theirs)})"


def _published_level(left: Sketch, right: Sketch, cuts: Cuts) -> str | None:
    ours, theirs = left.report.published, right.report.published
    if ours is None or theirs is None or (left.start is not None and right.start is not None):
        return None
    return within(abs((ours - theirs).days), NEAR, cuts, beyond="apart")


def _published_says(left: Sketch, right: Sketch, level: str) -> str:
    ours, theirs = _day(left.report.published), _day(right.report.published)
    if level == "same_day":
        return f"published on the same day ({ours})"
    return f"published on {_both(ours, theirs)}"


def _gap(start: date, end: date, other_start: date, other_end: date) -> int:
    """Days between two stretches; 0 where they touch or overlap."""
    return max(0, (other_start - end).days, (start - other_end).days)


def _stretch(start: date | None, end: date | None) -> str:
    return _day(start) if start == end else f"{_day(start)} to {_day(end)}"


def _day(day: date | None) -> str:
    return "unknown" if day is None else day.isoformat()


def _both(ours: str, theirs: str) -> str:
    return " and ".join(sorted((ours, theirs)))


TIME = Comparison((*NEAR, "overlap", "apart"), (*NEAR, "long"), _time_level, _time_says)
PUBLISHED = Comparison((*NEAR, "apart"), NEAR, _published_level, _published_says)
