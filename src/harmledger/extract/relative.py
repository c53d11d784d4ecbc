"""Days told from the day of publication: last Tuesday, three weeks ago, since the war of a name."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from harmledger.extract.date_parts import Days, Parts, whole_month
from harmledger.model import TimePrecision, VocabularyError

HALF_DAY = 12
"""Hours from which "so many hours ago" was likely the day before."""


def _weekday(parts: Parts) -> Days | None:
    back = (parts.published.weekday() - parts.feature("w", "weekday")) % 7
    day = parts.published - timedelta(days=back)
    return day, day, TimePrecision.DAY


def _last_weekday(parts: Parts) -> Days | None:
    back = (parts.published.weekday() - parts.feature("w", "weekday")) % 7 or 7
    day = parts.published - timedelta(days=back)
    return day, day, TimePrecision.DAY


def _relday(parts: Parts) -> Days | None:
    start = parts.published + timedelta(days=parts.feature("r", "from"))
    return start, parts.published + timedelta(days=parts.feature("r", "to")), TimePrecision.DAY


def _last_unit(parts: Parts) -> Days | None:
    published = parts.published
    match parts.feature("u", "unit"):
        case "week":
            start = published - timedelta(days=published.weekday() + 7)
            return start, start + timedelta(days=6), TimePrecision.WEEK
        case "month":
            end = published.replace(day=1) - timedelta(days=1)
            return end.replace(day=1), end, TimePrecision.MONTH
        case "year":
            year = published.year - 1
            return date(year, 1, 1), date(year, 12, 31), TimePrecision.YEAR
        case "day" | "hour":
            return published - timedelta(days=1), published, TimePrecision.DAY
    return None


def _weekend(parts: Parts) -> Days | None:
    """The Saturday and Sunday before the week of publication."""
    sunday = parts.published - timedelta(days=parts.published.weekday() + 1)
    return sunday - timedelta(days=1), sunday, TimePrecision.DAY


def _this_unit(parts: Parts) -> Days | None:
    published = parts.published
    match parts.feature("u", "unit"):
        case "week":
            start = published - timedelta(days=published.weekday())
            return start, published, TimePrecision.WEEK
        case "month":
            return published.replace(day=1), published, TimePrecision.MONTH
        case "year":
            return published.replace(month=1, day=1), published, TimePrecision.YEAR
        case "day":
            return published, published, TimePrecision.DAY
    return None


def _back(unit: str, how_many: int, published: date) -> tuple[date, TimePrecision]:
    """The day so many units before publication."""
    match unit:
        case "hour":
            return published - timedelta(days=-(-how_many // 24)), TimePrecision.DAY
        case "day":
            return published - timedelta(days=how_many), TimePrecision.DAY
        case "week":
            return published - timedelta(weeks=how_many), TimePrecision.WEEK
        case "fortnight":
            return published - timedelta(weeks=2 * how_many), TimePrecision.WEEK
        case "month":
            months = published.year * 12 + published.month - 1 - how_many
            year, month = divmod(months, 12)
            day = min(published.day, monthrange(year, month + 1)[1])
            return date(year, month + 1, day), TimePrecision.MONTH
        case "year":
            return date(published.year - how_many, published.month, 1), TimePrecision.YEAR
    raise VocabularyError(f"vocab/grammars: no unit of dates: {unit!r}; use one of hour to year")


def _past(parts: Parts) -> Days | None:
    how_many, unit = parts.units(), parts.feature("u", "unit")
    if how_many is None:
        return None
    start, precision = _back(unit, how_many, parts.published)
    return start, parts.published, precision


def _ago(parts: Parts) -> Days | None:
    how_many, unit = parts.units(), parts.feature("u", "unit")
    if how_many is None:
        return None
    day, precision = _back(unit, how_many, parts.published)
    if unit == "hour":
        day = parts.published - timedelta(days=(how_many + HALF_DAY) // 24)
    if unit == "month":
        start, end = whole_month(day.year, day.month)
        return start, end, precision
    if unit == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31), precision
    return day, day, precision


def _ago_today(parts: Parts) -> Days | None:
    """ "Ten years ago today": the day of publication, so much earlier."""
    how_many, unit = parts.units(), parts.feature("u", "unit")
    if how_many is None:
        return None
    years = 1 if unit == "year" else parts.feature("u", "years")
    if years is not None:
        day = parts.published.replace(year=parts.published.year - how_many * years)
    else:
        day, _ = _back(unit, how_many, parts.published)
    return day, day, TimePrecision.DAY


def _this_day_of(parts: Parts) -> Days | None:
    """ "On this day in 1988"."""
    year = parts.number("y")
    if year is None or parts.feature("u", "unit") not in ("day", None):
        return None
    day = parts.published.replace(year=year)
    return day, day, TimePrecision.DAY


def _anniversary(parts: Parts) -> Days | None:
    """The year of what an anniversary is of; None where it is not said which one."""
    how_many = parts.number("c")
    if not how_many:
        return None
    year = parts.published.year - how_many
    return date(year, 1, 1), date(year, 12, 31), TimePrecision.YEAR


def _era(parts: Parts) -> Days | None:
    """A war known by its name."""
    start, end = parts.feature("e", "start"), parts.feature("e", "end")
    return date.fromisoformat(start), date.fromisoformat(end), TimePrecision.LONGER


def _since(parts: Parts) -> Days | None:
    if "u" in parts.groups:
        return _this_unit(parts)
    start = parts.moment("x").start
    return None if start is None else (start, max(start, parts.published), TimePrecision.LONGER)


RELATIVE: Mapping[str, Callable[[Parts], Days | None]] = {
    "weekday": _weekday,
    "last_weekday": _last_weekday,
    "relday": _relday,
    "last_unit": _last_unit,
    "this_unit": _this_unit,
    "past": _past,
    "ago": _ago,
    "ago_today": _ago_today,
    "anniversary": _anniversary,
    "era": _era,
    "this_day_of": _this_day_of,
    "weekend": _weekend,
    "since": _since,
}
