"""Calendar expressions, and the days they mean against the day of publication."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from harmledger.extract.grammar import Grammar
from harmledger.extract.item import Item, Items, merged
from harmledger.extract.level import Row, level
from harmledger.extract.rules import Rule
from harmledger.model import TimePrecision, VocabularyError, When

SIX_DAYS = timedelta(days=6)
AHEAD = timedelta(days=7)
"""A day and month without a year may lie this far after publication: pages are dated a day to a
week off. Beyond it the year before is meant."""


HALF_DAY = 12
"""Hours from which "so many hours ago" was likely the day before."""


class Moment(NamedTuple):
    """A calendar expression read in its place.

    Attributes:
        when: Its days.
        kind: How the words tell them: the name of a function of `KINDS`.
    """

    when: When
    kind: str


class Parts(NamedTuple):
    """The groups of a date pattern, read."""

    groups: Mapping[str, Item]
    published: date

    def feature(self, group: str, name: str) -> Any:
        """What the lexicon says of the group's word; None where the group is absent."""
        item = self.groups.get(group)
        return None if item is None else item.sense.get(name)

    def number(self, group: str) -> int | None:
        """What the group's digits or number word say; None where absent, or not to be read."""
        item = self.groups.get(group)
        if item is None:
            return None
        if item.data is not None and item.data.value is not None:
            return int(item.data.value)
        if item.sense.get("value") is not None:
            return int(item.sense.get("value"))
        return int(item.text) if item.text.isdigit() else None

    def units(self) -> int | None:
        """How many units: one where none is counted; None where the number can't be read.

        Hours that no one counted ("a few hours ago") lead to no day before: 0.
        """
        item = self.groups.get("c")
        if item is None or item.of("A"):
            return 1
        return self.number("c") or (0 if self.feature("u", "unit") == "hour" else None)

    def moment(self, group: str) -> When:
        """The date inside the group."""
        when: When = self.groups[group].data.when
        return when


Days = tuple[date, date, TimePrecision]


def dates(below: Row, text: str, grammar: Grammar, published: date | None) -> Row:
    """Put one item in place of each calendar expression."""
    sense = grammar.phrase["D",]

    def build(items: Items, match: re.Match[str], rule: Rule) -> Item:
        own, kind = items[slice(*match.span())], str(rule.flags["kind"])
        groups = {name: items[at] for name in match.re.groupindex if (at := match.start(name)) >= 0}
        words = text[own[0].start : own[-1].end]
        return merged(own, text, sense, Moment(resolved(words, kind, groups, published), kind))

    single = level(below, grammar.rules["dates.entries"], build)
    return level(single, grammar.rules["dates.joined"], build)


def resolved(words: str, kind: str, groups: Mapping[str, Item], published: date | None) -> When:
    """The days that a calendar expression means, or None with the reason why not.

    Raises:
        VocabularyError: The lexicon has a unit that is none of dates.
    """
    published = published or _year_end(groups)
    if published is None:
        return When(words, None, None, TimePrecision.NONE, reason="no_published")
    try:
        found = KINDS[kind](Parts(groups, published))
    except (ValueError, OverflowError):
        found = None
    if found is None:
        return When(words, None, None, TimePrecision.NONE, reason="no_date")
    start, end, precision = found
    return When(words, start, end, precision, edtf(start, end))


def _year_end(groups: Mapping[str, Item]) -> date | None:
    """The end of the year that a date names itself: it needs no day of publication.

    "This day in 1988" does.
    """
    year = groups.get("y")
    if (
        year is None
        or "u" in groups
        or not year.text.isdecimal()
        or not date.min.year <= int(year.text) < 9999
    ):
        return None
    return date(int(year.text), 12, 31)


def edtf(start: date, end: date) -> str:
    """The stretch as an Extended Date/Time Format string (ISO 8601-2, level 0)."""
    return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"


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
    start, end = _whole_month(year, month)
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
        last = _whole_month(start.year, start.month)[1]
        first = last - SIX_DAYS if part < 0 else start + timedelta(days=7 * part)
        return first, first + SIX_DAYS, TimePrecision.WEEK
    if part == "early":
        return start, start.replace(day=10), TimePrecision.WEEK
    return start.replace(day=21), max(end, start.replace(day=21)), TimePrecision.WEEK


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
        start, end = _whole_month(day.year, day.month)
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


def _never(parts: Parts) -> Days | None:
    """A day that no calendar has ("32 January")."""
    return None


def _year(parts: Parts) -> Days | None:
    year = parts.number("y")
    if year is None or year > parts.published.year:
        return None
    return date(year, 1, 1), min(date(year, 12, 31), parts.published), TimePrecision.YEAR


def _since(parts: Parts) -> Days | None:
    if "u" in parts.groups:
        return _this_unit(parts)
    start = parts.moment("x").start
    return None if start is None else (start, max(start, parts.published), TimePrecision.LONGER)


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


def _whole_month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


HIJRA = date(622, 7, 19)
"""The first day of the Hijri calendar (16 July 622 of the Julian one)."""
KINDS: dict[str, Callable[[Parts], Days | None]] = {
    "iso": _iso,
    "day": _day,
    "days": _days,
    "month": _month,
    "hijri": _hijri,
    "mid": _mid,
    "part": _part,
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
    "never": _never,
    "this_day_of": _this_day_of,
    "weekend": _weekend,
    "year": _year,
    "since": _since,
    "span": _span,
    "twice": _twice,
}


def aggregates(moment: Moment) -> bool:
    """Whether a count with this time runs over a stretch rather than happens in it."""
    return moment.kind in ("last_unit", "this_unit", "past", "month", "span", "part")
