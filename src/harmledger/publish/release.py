"""A release: one dataset to be published, with what made it."""

from collections.abc import Sequence
from dataclasses import dataclass

from harmledger.model import Incident, Measure, Range, Reading, Report, SetAside, Tombstone


@dataclass(frozen=True, slots=True)
class TotalRow:
    """One sum over incidents, as it is passed on.

    Attributes:
        by: What the incidents of a row have in common ("month"); "" where a row holds all.
        row: Which one it is ("2017-03"); "" for all.
        part: "headline", or the grade of incidents that stand apart from it.
        low: None where no incident states a number; so is high.
        best: None where the scheme gives none.
        uncounted: How many of the incidents tell of such harm without a number.
        conceded: What belligerents themselves concede; None where none does.
        conceding: In how many of the incidents one does.
        adds: False for a stock, which is never added: then only the incidents are counted.
    """

    by: str
    row: str
    part: str
    measure: Measure
    group: str
    low: int | None
    best: int | None
    high: int | None
    incidents: int
    uncounted: int
    conceded: Range | None
    conceding: int
    adds: bool = True


@dataclass(frozen=True, slots=True)
class Release:
    """Everything that goes out together; the order of each part means nothing.

    Attributes:
        reports: Every report that was ingested.
        readings: Of those reports, the ones that were read.
        incidents: Graded.
        vocabulary: Digest of the vocabulary that all of it was made with.
        scheme_digest: Of the scheme's text: two of one name and version may still differ.
        totals: Sums over the incidents, whole and taken by what they have in common.
        ledger: Number and hash of the ledger's last entry; "" where the release names none: the
            same input gives the same release in any ledger.
        whole: Whether nothing is withheld, for those who may see everything.
        record: Whether the JSON Lines are the working record, which withholds nothing.
        tombstones: Where codes went that are gone or were parted.
    """

    reports: Sequence[Report]
    readings: Sequence[Reading]
    incidents: Sequence[Incident]
    set_aside: Sequence[SetAside]
    scheme: str
    scheme_version: str
    vocabulary: str
    scheme_digest: str = ""
    totals: Sequence[TotalRow] = ()
    ledger: str = ""
    whole: bool = False
    tombstones: Sequence[Tombstone] = ()
    record: bool = False
