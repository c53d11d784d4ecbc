"""What lies after the day of a run: set aside until it has come, or somebody has looked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from harmledger.model import Account, Reading, Report, SetAside

Told = tuple[Report, Reading]
STAGE = "link"
REPORT, ACCOUNT = "published_in_future", "future_date"
AHEAD = timedelta(days=1)  # somewhere it is tomorrow already: clocks reach 14 hours beyond UTC's


def published(told: Iterable[Told], today: date) -> tuple[list[Told], list[SetAside]]:
    """Reports that can have been published by a day, in their order; and the others with why.

    A report without a date of publication stays.
    """
    kept, apart = [], []
    for report, reading in told:
        day = report.published
        if day is None or day <= _last(today):
            kept.append((report, reading))
        else:
            why = f"published on {day}, after this run's day {today}; correct its date"
            apart.append(SetAside(report.report_id, STAGE, REPORT, why))
    return kept, apart


def happened(told: Iterable[Told], today: date) -> tuple[list[Told], list[SetAside]]:
    """What can have happened by a day, in its order; and the accounts that can't, with why.

    A stretch of days counts by its first: "in early May" can be told on the 8th. A report none of
    whose accounts can have happened is left out with them.
    """
    told = list(told)
    apart = [
        _apart(account, today) for _, reading in told for account in _late(reading.accounts, today)
    ]
    return without(told, late(apart)), apart


def without(told: Iterable[Told], accounts: frozenset[str]) -> list[Told]:
    """What reports tell, without some accounts and the claims that only these tell.

    A report that has no account left is left out; one that had none before stays.
    """
    kept = []
    for report, reading in told:
        left = tuple(one for one in reading.accounts if one.account_id not in accounts)
        if left == reading.accounts:
            kept.append((report, reading))
        elif left:
            kept.append((report, _only(reading, left)))
    return kept


def late(notes: Iterable[SetAside]) -> frozenset[str]:
    """Ids of the accounts among what was set aside that tell of a day to come."""
    return frozenset(one.item for one in notes if one.reason == ACCOUNT)


def aside(notes: Iterable[SetAside]) -> frozenset[str]:
    """Ids of the reports among what was set aside that were published too late."""
    return frozenset(one.item for one in notes if one.reason == REPORT)


def _late(accounts: Sequence[Account], today: date) -> Iterator[Account]:
    for one in accounts:
        first = one.start or one.end
        if first is not None and first > _last(today):
            yield one


def _only(reading: Reading, left: tuple[Account, ...]) -> Reading:
    stay = {claim for account in left for claim in account.claims}
    gone = {claim for account in reading.accounts for claim in account.claims} - stay
    claims = tuple(one for one in reading.claims if one.claim_id not in gone)
    return replace(reading, accounts=left, claims=claims)


def _apart(account: Account, today: date) -> SetAside:
    day = account.start or account.end
    why = f"told of {day}, after this run's day {today}; check the words of the date"
    return SetAside(account.account_id, STAGE, ACCOUNT, why)


def _last(today: date) -> date:
    """The last day that can be told of; of the last day there is, itself."""
    return today if today > date.max - AHEAD else today + AHEAD
