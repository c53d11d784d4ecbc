"""Calendar expressions, and the days they mean against the day of publication."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from harmledger.extract.date_parts import Parts
from harmledger.extract.dated import DATED
from harmledger.extract.grammar import Grammar
from harmledger.extract.item import Item, Items, merged
from harmledger.extract.level import Row, level
from harmledger.extract.relative import RELATIVE
from harmledger.extract.rules import Rule
from harmledger.model import TimePrecision, When

KINDS = {**DATED, **RELATIVE}


class Moment(NamedTuple):
    """A calendar expression read in its place.

    Attributes:
        when: Its days.
        kind: How the words tell them: the name of a function of `KINDS`.
    """

    when: When
    kind: str


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


def aggregates(moment: Moment) -> bool:
    """Whether a count with this time runs over a stretch rather than happens in it."""
    return moment.kind in ("last_unit", "this_unit", "past", "month", "span", "part")
