"""Which incidents a list shows, and in which order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from harmledger.model import Range
from harmledger.workbench.board import Row
from harmledger.workbench.words import place


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a person asked for; what is "" or None asks nothing.

    Attributes:
        words: Each must stand somewhere in the incident or its reports' names.
        since: First day; an incident without a day is then left out, since it may lie before.
        until: Last day; likewise.
        place: Part of the place's name, or of the words of its reports for it.
        killed: At least so many people may have been killed: looks at the range's high end,
            or its low end where no high end is stated.
        lang: At least one report is in it.
    """

    words: str = ""
    since: date | None = None
    until: date | None = None
    grade: str = ""
    means: str = ""
    place: str = ""
    killed: int | None = None
    lang: str = ""

    def admits(self, row: Row) -> bool:
        """Whether the incident is all that was asked for."""
        incident = row.incident
        return (
            all(word in row.words for word in self.words.casefold().split())
            and (self.since is None or _after(incident.end or incident.start, self.since))
            and (self.until is None or _after(self.until, incident.start or incident.end))
            and self.grade in {"", incident.grade}
            and (self.means == "" or self.means in incident.means)
            and (self.place == "" or self._there(row))
            and (self.killed is None or reach(row.killed) >= self.killed)
            and (self.lang == "" or self.lang in row.langs)
        )

    def _there(self, row: Row) -> bool:
        return self.place.casefold() in "\n".join(row.places).casefold()


def _after(later: date | None, earlier: date | None) -> bool:
    return later is not None and earlier is not None and later >= earlier


def reach(counted: Range | None) -> int:
    """The most people that a range speaks of; -1 where it speaks of none at all."""
    if counted is None:
        return -1
    ends = [end for end in (counted.low, counted.high) if end is not None]
    return max(ends, default=-1)


def _stated(counted: Range | None) -> int | None:
    return None if reach(counted) < 0 else reach(counted)


# None sorts last whichever way round.
SORTS: dict[str, Callable[[Row], Any]] = {
    "date": lambda row: row.incident.start,
    "code": lambda row: row.incident.code,
    "place": lambda row: place(row.incident.place).casefold() if row.incident.place else None,
    "means": lambda row: row.incident.means or None,
    "grade": lambda row: row.incident.grade,
    "killed": lambda row: _stated(row.killed),
    "injured": lambda row: _stated(row.injured),
    "displaced": lambda row: _stated(row.displaced),
    "sources": lambda row: row.incident.independent_sources,
    "reports": lambda row: len(row.incident.reports),
}
DEFAULT_SORT = "-date"


def select(rows: Iterable[Row], wanted: Wanted) -> list[Row]:
    """The incidents that are all that was asked for, in the order given."""
    return [row for row in rows if wanted.admits(row)]


def order(rows: Iterable[Row], sort: str) -> list[Row]:
    """Sort by a name of `SORTS`, from the greatest with "-" before it.

    Where two are equal the code decides, so that pages neither repeat nor miss one.
    """
    key = SORTS[sort.removeprefix("-")]
    by_code = sorted(rows, key=lambda row: (row.incident.code, row.incident.incident_id))
    known = [row for row in by_code if key(row) is not None]
    unknown = [row for row in by_code if key(row) is None]
    return sorted(known, key=key, reverse=sort.startswith("-")) + unknown
