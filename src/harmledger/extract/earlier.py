"""A clause of something earlier than its sentence tells: "two days after 14 died in Barzan"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from harmledger.extract.context import Sentence
from harmledger.extract.grammar import Grammar
from harmledger.extract.item import Item
from harmledger.extract.when import Moment
from harmledger.model import TimePrecision, When

HARM = frozenset({"HARM_D", "HARM_G", "HARM_S", "HARMOF", "FARE_D", "STATE", "FIGHTING"})
"""Classes of words that make a claim; one before the clause: the clause is the sentence's end."""
MARKS = frozenset({"COMMA", "DASH"})
"""Classes of what ends the clause where what its sentence tells stands behind it."""
RELATIVE = 2
"""Words in which a relative clause says that it is one: "in which"."""
UNITS = {"hour": 0, "day": 1, "week": 7}
"""Days of each unit by which the clause tells how much earlier; of others no day follows."""


class Earlier(NamedTuple):
    """Such a clause.

    Attributes:
        start: First character in the report.
        end: One past the last.
        words: How much earlier, as written.
        days: The same; None where the words leave it open ("days after").
    """

    start: int
    end: int
    words: str
    days: int | None

    def holds(self, at: int) -> bool:
        """Whether a character stands in the clause."""
        return self.start <= at < self.end


def earlier(read: Sentence, grammar: Grammar) -> Earlier | None:
    """The clause of a sentence that tells of something earlier, or None."""
    pattern = grammar.pattern("resolve.earlier", read.awake)
    match = None if pattern is None else pattern.search(read.said)
    if match is None:
        return None
    own, behind = read.words[slice(*match.span())], read.words[match.end() :]
    end = read.end
    if not any(item.among(HARM) for item in read.words[: match.start()]):
        end = _end(behind, read.end)
    if not any(item.among(HARM) for item in behind if item.start < end):
        return None
    words = " ".join(item.text for item in own)
    return Earlier(own[0].start, end, words, _days(own))


def _end(behind: Sequence[Item], end: int) -> int:
    """Where the clause ends whose words begin here: at a mark, but that of a relative clause."""
    marks = [at for at, item in enumerate(behind) if item.among(MARKS)]
    for at in marks:
        harm = any(item.among(HARM) for item in behind[:at])
        if harm or not any(item.of("WHO") for item in behind[at + 1 : at + 1 + RELATIVE]):
            return behind[at].end
    return end


def _days(own: Sequence[Item]) -> int | None:
    unit = next((item.sense.get("unit") for item in own if "unit" in item.sense.says), None)
    digits = (int(item.text) for item in own if item.text.isdecimal())
    said = (item.sense.get("value") for item in own if "value" in item.sense.says)
    count = next(digits, None) or next(said, None)
    return None if count is None or unit not in UNITS else int(count) * UNITS[unit]


def divided(read: Sentence, grammar: Grammar) -> Sentence:
    """The sentence with such a clause as a clause of its own."""
    clause = earlier(read, grammar)
    if clause is None:
        return read
    inside = {one for one in (clause.start, clause.end) if read.start < one < read.end}
    return read._replace(segments=tuple(sorted({*read.segments, *inside})))


def before(moment: Moment | None, clause: Earlier) -> Moment:
    """When the clause's own happening was, where only that of its sentence is told."""
    when = None if moment is None else moment.when
    if when is None or when.start is None or clause.days is None or when.start != when.end:
        reason = "no_date" if when is None or when.reason is None else when.reason
        return Moment(When(clause.words, None, None, TimePrecision.NONE, reason=reason), "ago")
    try:
        day: date = when.start - timedelta(days=clause.days)
    except OverflowError:  # before the first day that a calendar has
        return Moment(When(clause.words, None, None, TimePrecision.NONE, reason="no_date"), "ago")
    told = replace(when, words=clause.words, start=day, end=day, edtf=day.isoformat())
    return Moment(told, "ago")
