"""Accounts that can't be true as they stand: set aside for a person, never linked."""

from collections.abc import Iterator
from datetime import timedelta

from harmledger.link.weights import Settings
from harmledger.model import Account, Report, SetAside


def beyond(report: Report, account: Account, settings: Settings) -> SetAside | None:
    """The first limit that the account breaks, or None."""
    found = next(_broken(report, account, settings), None)
    if found is None:
        return None
    reason, detail = found
    return SetAside(account.account_id, "link", reason, detail)


def _broken(report: Report, account: Account, settings: Settings) -> Iterator[tuple[str, str]]:
    ends = [end for one in account.figures for end in (one.low, one.high) if end is not None]
    if ends and max(ends) > settings.most_people:
        yield (
            "absurd_count",
            f"{max(ends):,} is more than {settings.most_people:,}; check the report's number",
        )
    last = account.end or account.start
    if last is not None and report.published is not None:
        # Ahead of the date, not a date beyond it: a row may say 9999-12-31, the last there is.
        ahead = max(account.start or last, last) - report.published
        if ahead > timedelta(days=settings.days_ahead):
            yield (
                "future_date",
                f"told of {last} but published on {report.published}; check both dates",
            )
    place = account.place
    if place is not None and place.lat is not None and place.lon is not None:
        near = settings.no_place_degrees
        if abs(place.lat) <= near and abs(place.lon) <= near:
            yield "null_island", f"{place.words!r} lies at 0, 0; correct the gazetteer's entry"
