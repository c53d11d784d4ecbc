"""Days that a calendar gives: of a date in whole or in part, and of stretches between dates."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from harmledger.extract.date_parts import Days, Parts, whole_month
from harmledger.model import TimePrecision, When

SIX_DAYS = timedelta(days=6)
AHEAD = timedelta(days=7)
"""A day and month without a year may lie this far after publication: pages are dated a day to a
week off. Beyond it the year before is meant."""
HIJRA = date(622, 7, 19)
"""The first day of the Hijri calendar (16 July 622 of the Julian one)."""


def _iso(parts: Parts) -> Days | None:
    day = date(
        int(parts.groups["y"].text), int(parts.groups["m"].text), int(parts.groups["d"].text)
    )
    return day, day, TimePrecision.DAY


def _day(parts: Parts) -> Days | None:
    day = _dated(parts.number("y"), parts.feature("m", "month"), parts.number("d"), parts.published)
    return day, day, TimePrecision.DAY


def _days(parts: Parts) -> Days | None:
    year, month = parts.number("y"), parts.feature("m", "month")
    start = _dated(year, month, parts.number("d"), parts.published)
    end = _dated(year, month, parts.number("e"), parts.published)
    return (start, end, TimePrecision.DAY) if start <= end else None


def _dated(year: int | None, month: int, day: int | None, published: date) -> date:
    """A day of a month; without a year the latest not much after publication."""
    if year is not None:
        return date(year, month, day or 1)
    this = date(published.year, month, day or 1)
    return this if this <= published + AHEAD else date(published.year - 1, month, day or 1)


def _hijri(parts: Parts) -> Days | None:
    """A day of the Hijri year by the tabular calendar; who sights the moon may differ by one."""
    month, day = parts.feature("m", "month"), parts.number("d") or 1
    newest = int((parts.published.year - 621.5) * 1.0307) + 1
    days = (_islamic(year, month, day) for year in range(newest, newest - 3, -1))
    found = next(one for one in days if one <= parts.published)
    return found, found, TimePrecision.DAY


def _islamic(year: int, month: int, day: int) -> date:
    """The day of the tabular Islamic calendar: thirty-year cycles with eleven leap years."""
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return HIJRA + timedelta(days=before + day - 1)


def _month(parts: Parts) -> Days | None:
    year, month = parts.number("y"), parts.feature("m", "month")
    if year is None:
        year = parts.published.year - (month > parts.published.month)
    start, end = whole_month(year, month)
    return start, min(end, max(start, parts.published)), TimePrecision.MONTH


def _mid(parts: Parts) -> Days | None:
    start, _, _ = _month(parts) or (None, None, None)
    if start is None:
        return None
    middle = start.replace(day=15)
    return middle, middle, TimePrecision.WEEK


def _part(parts: Parts) -> Days | None:
    start, end, _ = _month(parts) or (None, None, None)
    if start is None or end is None:
        return None
    part = parts.feature("p", "part")
    if isinstance(part, int):
        last = whole_month(start.year, start.month)[1]
        first = last - SIX_DAYS if part < 0 else start + timedelta(days=7 * part)
        return first, first + SIX_DAYS, TimePrecision.WEEK
    if part == "early":
        return start, start.replace(day=10), TimePrecision.WEEK
    return start.replace(day=21), max(end, start.replace(day=21)), TimePrecision.WEEK


def _never(parts: Parts) -> Days | None:
    """A day that no calendar has ("32 January")."""
    return None


def _year(parts: Parts) -> Days | None:
    year = parts.number("y")
    if year is None or year > parts.published.year:
        return None
    return date(year, 1, 1), min(date(year, 12, 31), parts.published), TimePrecision.YEAR


def _span(parts: Parts) -> Days | None:
    left, right = parts.moment("x"), parts.moment("y")
    if left.start is None or right.end is None or right.end < left.start:
        return None
    return left.start, right.end, max(left.precision, right.precision, key=_coarse)


def _twice(parts: Parts) -> Days | None:
    left, right = parts.moment("x"), parts.moment("y")
    finer = min((left, right), key=lambda when: (_coarse(when.precision), when is left))
    if finer.start is None or finer.end is None:
        return None
    coarser = right if finer is left else left
    if coarser.precision is not finer.precision and not _holds(coarser, finer.start):
        return None
    return finer.start, finer.end, finer.precision


def _holds(when: When, day: date) -> bool:
    """Whether a stretch holds a day; one whose days are not known holds any."""
    return when.start is None or when.end is None or when.start <= day <= when.end


def _coarse(precision: TimePrecision) -> int:
    return list(TimePrecision).index(precision)


DATED: Mapping[str, Callable[[Parts], Days | None]] = {
    "iso": _iso,
    "day": _day,
    "days": _days,
    "month": _month,
    "hijri": _hijri,
    "mid": _mid,
    "part": _part,
    "never": _never,
    "year": _year,
    "span": _span,
    "twice": _twice,
}
