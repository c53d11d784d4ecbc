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

    A report none of whose accounts can have happened is left out with them.
    """
    kept, apart = [], []
    for report, reading in told:
        late = list(_late(reading.accounts, today))
        apart += [_apart(account, today) for account in late]
        left = tuple(one for one in reading.accounts if one not in late)
        if left or not late:
            kept.append((report, replace(reading, accounts=left) if late else reading))
    return kept, apart


def aside(notes: Iterable[SetAside]) -> frozenset[str]:
    """Ids of the reports among what was set aside that were published too late."""
    return frozenset(one.item for one in notes if one.reason == REPORT)


def _late(accounts: Sequence[Account], today: date) -> Iterator[Account]:
    for one in accounts:
        days = [day for day in (one.start, one.end) if day is not None]
        if days and max(days) > _last(today):
            yield one


def _apart(account: Account, today: date) -> SetAside:
    day = account.end or account.start
    why = f"told of {day}, after this run's day {today}; check the words of the date"
    return SetAside(account.account_id, STAGE, ACCOUNT, why)


def _last(today: date) -> date:
    """The last day that can be told of; of the last day there is, itself."""
    return today if today > date.max - AHEAD else today + AHEAD
