"""What the listed incidents add up to, worded for one line each."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from harmledger.grade import Scheme, totals
from harmledger.model import Measure, Range
from harmledger.workbench.board import Row

SHOWN = (Measure.KILLED, Measure.INJURED, Measure.DISPLACED)


@dataclass(frozen=True, slots=True)
class Part:
    """The headline, or a grade that stands apart from it.

    Attributes:
        name: The grades it holds, as words.
        incidents: How many incidents there are, counted or not.
        sums: Sum of lows to sum of highs, for each measure that anyone counts.
    """

    name: str
    incidents: int
    sums: dict[str, Range] = field(default_factory=dict)


def parts(rows: Iterable[Row], by: Scheme) -> list[Part]:
    """The headline first, even if it is empty; then every other grade that occurs.

    Incidents whose grade the scheme does not know are added up by no rule: they are counted.
    """
    grades = [step.grade for step in by.steps]
    found: dict[str, list[Row]] = {grade: [] for grade in grades}
    for row in rows:
        found.setdefault(row.incident.grade or "ungraded", []).append(row)
    headline = [row for grade in grades if grade in by.headline for row in found[grade]]
    apart = [(name, found[name]) for name in found if name not in by.headline and found[name]]
    known = [part for part in apart if part[0] in grades]
    unknown = [Part(name, len(held)) for name, held in apart if name not in grades]
    together = " and ".join(grade for grade in grades if grade in by.headline)
    return [_part(name, held, by) for name, held in [(together, headline), *known]] + unknown


def _part(name: str, rows: list[Row], by: Scheme) -> Part:
    sums = {
        str(total.measure): Range(total.low, total.high)
        for total in totals((row.incident for row in rows), by)
        if total.group == "all" and total.measure in SHOWN and total.uncounted < total.incidents
    }
    return Part(name, len(rows), sums)
