"""What can't be true as it stands is set aside with a reason, and nothing else is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from harmledger.link import load_weights
from harmledger.link.limits import beyond
from tests.make import DAY, MOSUL, account, figure, report

ZERO = replace(MOSUL, lat=0.0, lon=0.0)
LATE = DAY + timedelta(days=9)
# account, reason
CASES = [
    (account(figure(12)), None),
    (account(figure(10**9)), None),
    (account(figure(10**12)), "absurd_count"),
    (account(figure(None, 10**12)), "absurd_count"),
    (account(start=DAY + timedelta(days=2), end=DAY + timedelta(days=2)), None),
    (account(start=LATE, end=LATE), "future_date"),
    (account(start=DAY, end=LATE), "future_date"),
    (account(place=ZERO), "null_island"),
    (account(place=replace(ZERO, lat=5.3)), None),
    (account(place=None, start=None, end=None), None),
]


@pytest.mark.parametrize(("told", "reason"), CASES)
def test_limits(told, reason):
    found = beyond(report(), told, load_weights().settings)
    assert (None if found is None else found.reason) == reason


def test_without_a_publication_date_no_day_is_too_late():
    late = account(start=date(2999, 1, 1), end=date(2999, 1, 1))
    assert beyond(report(published=None), late, load_weights().settings) is None


def test_the_last_day_there_is_has_no_day_after_it():
    told = account(start=date.max, end=date.max)
    assert beyond(report(published=date.max), told, load_weights().settings) is None
