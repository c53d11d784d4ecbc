"""Accounts that can't be true as they stand: set aside for a person, never linked."""

from harmledger.link.weights import Settings
from harmledger.model import Account, Report, SetAside

Broken = tuple[str, str]  # reason and detail


def beyond(report: Report, account: Account, settings: Settings) -> SetAside | None:
    """The first limit that the account breaks, or None."""
    for limit in LIMITS:
        found = limit(report, account, settings)
        if found is not None:
            reason, detail = found
            return SetAside(account.account_id, "link", reason, detail)
    return None


def _too_many(report: Report, account: Account, settings: Settings) -> Broken | None:
    most = max([max(one.low or 0, one.high or 0) for one in account.figures], default=0)
    if most <= settings.most_people:
        return None
    says = f"{most:,} is more than {settings.most_people:,}; check the report's number"
    return "absurd_count", says


def _too_soon(report: Report, account: Account, settings: Settings) -> Broken | None:
    last = account.end or account.start
    if last is None or report.published is None:
        return None
    # Ahead of the date, not a date beyond it: a row may say 9999-12-31, the last there is.
    ahead = max(account.start or last, last) - report.published
    if ahead.days <= settings.days_ahead:
        return None
    return "future_date", f"told of {last} but published on {report.published}; check both dates"


def _nowhere(report: Report, account: Account, settings: Settings) -> Broken | None:
    place, near = account.place, settings.no_place_degrees
    if place is None or place.lat is None or place.lon is None:
        return None
    if abs(place.lat) > near or abs(place.lon) > near:
        return None
    return "null_island", f"{place.words!r} lies at 0, 0; correct the gazetteer's entry"


LIMITS = (_too_many, _too_soon, _nowhere)
