"""totals.csv: one row a sum, with the scheme that made it in every row."""

from harmledger.publish.protect import policy_for
from harmledger.publish.release import Release, TotalRow
from harmledger.publish.sheet import Sheet
from harmledger.publish.spreadsheet import Columns, part, spreadsheet

Pair = tuple[TotalRow, Release]


def totals(release: Release) -> Sheet:
    """In the order of the release: the whole first, then by year, month and so on."""
    pairs = ((row, release) for row in release.totals)
    return spreadsheet(pairs, COLUMNS, policy_for(whole=release.whole))


COLUMNS: Columns[Pair] = {
    "by": lambda pair: pair[0].by,
    "row": lambda pair: pair[0].row,
    "part": lambda pair: pair[0].part,
    "measure": lambda pair: pair[0].measure.value,
    "group": lambda pair: pair[0].group,
    "low": lambda pair: pair[0].low,
    "best": lambda pair: pair[0].best,
    "high": lambda pair: pair[0].high,
    "adds": lambda pair: "yes" if pair[0].adds else "no",
    "incidents": lambda pair: pair[0].incidents,
    "incidents_without_count": lambda pair: pair[0].uncounted,
    **part(
        lambda pair: pair[0].conceded,
        {"conceded_low": lambda own: own.low, "conceded_high": lambda own: own.high},
    ),
    "incidents_conceded": lambda pair: pair[0].conceding,
    "scheme": lambda pair: pair[1].scheme,
    "scheme_version": lambda pair: pair[1].scheme_version,
    "scheme_digest": lambda pair: pair[1].scheme_digest,
    "vocabulary": lambda pair: pair[1].vocabulary,
    "ledger": lambda pair: pair[1].ledger or None,
}
