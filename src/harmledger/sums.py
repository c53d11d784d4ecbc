"""What is asked of a ledger's totals, and the answer as files: with scheme and ledger in each."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from harmledger.grade import Total
from harmledger.model import Incident
from harmledger.model.codec import dump
from harmledger.pipeline import release, total_rows
from harmledger.publish import FORMATS
from harmledger.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What totals are asked for; what is "" or None or empty asks nothing.

    Attributes:
        by: What makes the rows, a name of `grade.BY`.
        measures: Codes.
        since: First day: incidents that began before, or have no day, are left out.
        until: Last day: likewise.
    """

    by: str = ""
    measures: tuple[str, ...] = ()
    group: str = "all"
    since: date | None = None
    until: date | None = None

    @property
    def groups(self) -> frozenset[str]:
        """The group asked for; beside all people households, which are no people, stand apart."""
        return frozenset({self.group, "households"} if self.group == "all" else {self.group})

    @property
    def span(self) -> str | None:
        """The days asked for in words; None where every day is."""
        if self.since is None and self.until is None:
            return None
        return f"{self.since or 'the first'} to {self.until or 'the last'}"

    def admits(self, one: Incident) -> bool:
        """Whether an incident lies in the days asked for."""
        if self.span is None:
            return True
        day = one.start
        since, until = self.since or date.min, self.until or date.max
        return day is not None and since <= day <= until


@dataclass(frozen=True)
class Answer:
    """Totals of one view, as asked."""

    seen: View
    asked: Asked

    @cached_property
    def incidents(self) -> Sequence[Incident]:
        """Those in the days asked for."""
        return [one for one in self.seen.incidents if self.asked.admits(one)]

    @property
    def undated(self) -> int:
        """How many incidents are left out because no report says when they were."""
        if self.asked.span is None:
            return 0
        return sum(1 for one in self.seen.incidents if one.start is None)

    @cached_property
    def totals(self) -> list[Total]:
        """In the order of `grade.totals`."""
        asked = self.asked
        return [
            one
            for one in self.seen.totals(self.incidents, by=asked.by)
            if one.group in asked.groups and (not asked.measures or one.measure in asked.measures)
        ]

    def csv(self) -> str:
        """As totals.csv of a release; the byte order mark is part of it."""
        kept = {(one.part, one.row, one.measure, one.group) for one in self.totals}
        rows = [
            row
            for row in total_rows(
                self.incidents, self.seen.scheme, self.asked.by, self.seen.conceded
            )
            if (row.part, row.row, row.measure, row.group) in kept
        ]
        stamped = release(self.seen.scheme, totals=rows, ledger=self.seen.ledger)
        return "".join(piece for piece, _ in FORMATS["totals.csv"](stamped).pieces())

    def json(self) -> str:
        """With the ids of the incidents behind each sum."""
        whole = {
            **self.seen.stamp,
            "by": self.asked.by,
            "span": self.asked.span,
            "incidents": len(self.incidents),
            "incidents_without_day": self.undated,
            "totals": [dump(one) for one in self.totals],
        }
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
