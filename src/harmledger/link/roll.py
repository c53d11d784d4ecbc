"""The roll: which rows are which report's, and which reports are told as they were before.

A report that is told as it was, word for word, is as sound as it was: nobody looks at it again. The
roll holds hashes alone; a report none of whose accounts was linked is not on it, and comes as a new
one each time.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from harmledger.link.door import sound
from harmledger.link.pairing import Rows
from harmledger.link.sketch import Item, Told
from harmledger.link.table import hashed
from harmledger.link.weights import Weights
from harmledger.model import SetAside

Marks = NDArray[np.uint64]
TWICE = 0  # the mark of none: what bears it is never told as it was


@dataclass(frozen=True, slots=True)
class Roll:
    """Reports in the order of their rows.

    Attributes:
        marks: Of each, the hash of it and of what was told with it.
        sizes: Of each, how many rows are its accounts'.
    """

    marks: Marks
    sizes: Rows

    @classmethod
    def of(cls, items: Iterable[Item], marks: Mapping[str, int]) -> "Roll":
        """The roll of items in the order of their rows, those of one report together.

        Args:
            marks: By report id.
        """
        many = Counter(one.report.report_id for one in items)
        ours = [marks[report_id] for report_id in many]
        return cls(np.array(ours, dtype=np.uint64), np.array(list(many.values()), dtype=np.int64))

    def with_others(self, other: "Roll") -> "Roll":
        """This one, and then the other."""
        return Roll(
            np.concatenate([self.marks, other.marks]), np.concatenate([self.sizes, other.sizes])
        )


@dataclass(frozen=True, slots=True)
class Called:
    """What is told, seen by a roll on which all stand as they did.

    Attributes:
        told: What is on the roll, new reports last.
        fresh: Accounts that are new, in the order of their rows.
        apart: What of the reports, old and new, is not linked.
    """

    roll: Roll
    told: Sequence[Told]
    fresh: Sequence[Item]
    apart: Sequence[SetAside]

    def items(self, rows: Rows, weights: Weights) -> dict[int, Item]:
        """By row, the accounts of all reports that these rows are of."""
        starts = np.cumsum(self.roll.sizes) - self.roll.sizes
        reports = np.unique(np.searchsorted(starts, rows, side="right") - 1)
        told = [self.told[at] for at in reports.tolist()]
        found = _by_report(sound(told, weights)[0])
        both = zip(starts[reports].tolist(), told, strict=True)
        return {
            row: item
            for start, (report, _) in both
            for row, item in enumerate(found[report.report_id], start)
        }


def marked(told: Iterable[Told], marks: Mapping[str, str]) -> dict[str, int]:
    """By report id, the hash of it and of what was told with it; `TWICE` where two bear it."""
    found: dict[str, int] = {}
    for report, _ in told:
        name = report.report_id
        found[name] = TWICE if name in found else hashed(f"{name} {marks[name]}")
    return found


def call(
    roll: Roll, told: Sequence[Told], marks: Mapping[str, int], weights: Weights
) -> Called | str:
    """See what is told by a roll; in words, why not, where not all on it is told as it was.

    Args:
        marks: By report id, as `marked` gives them.
    """
    if len(marks) < len(told):
        return "a report is told twice"
    new = {marks[report.report_id]: (report, reading) for report, reading in told}
    known = roll.marks.tolist()
    lost = len(known) - sum(mark in new for mark in known)
    if lost:
        return f"{lost:,} of {len(known):,} reports told before are told otherwise now, or no more"
    before = [new.pop(mark) for mark in known]
    every = np.array([len(reading.accounts) or 1 for _, reading in before], dtype=np.int64)
    # Not all accounts of these are linked: it is said again why.
    parted = [before[at] for at in np.flatnonzero(every > roll.sizes).tolist()]
    found, apart = sound([*parted, *new.values()], weights)
    ids = {report.report_id: (report, reading) for report, reading in new.values()}
    by_report = _by_report(one for one in found if one.report.report_id in ids)
    fresh = [item for items in by_report.values() for item in items]
    grown = roll.with_others(Roll.of(fresh, marks))
    return Called(grown, [*before, *map(ids.__getitem__, by_report)], fresh, apart)


def _by_report(items: Iterable[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for one in items:
        found[one.report.report_id].append(one)
    return found
