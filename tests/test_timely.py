"""What lies after the day of a run is set aside; what could be told by then is not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from harmledger.timely import aside, happened, published
from tests.make import account, claim, reading, report

TODAY = date(2024, 5, 1)


def days(number):
    return TODAY + timedelta(days=number)


# day of publication; whether it is kept
PUBLISHED = [
    (None, True),
    (days(-400), True),
    (TODAY, True),
    # in Kiritimati it is tomorrow already
    (days(1), True),
    (days(2), False),
    (date.max, False),
]


@pytest.mark.parametrize(("day", "kept"), PUBLISHED)
def test_published(day, kept):
    pair = report(published=day), reading(account())
    found, apart = published([pair], TODAY)
    assert found == ([pair] if kept else [])
    assert [one.reason for one in apart] == ([] if kept else ["published_in_future"])
    assert aside(apart) == (frozenset() if kept else {"r1"})


# first and last day; whether it is kept
HAPPENED = [
    (None, None, True),
    (days(-1), days(1), True),
    # "in early May", told in it
    (days(-1), days(9), True),
    (days(2), days(9), False),
    (days(3), None, False),
    (None, days(3), False),
]


@pytest.mark.parametrize(("start", "end", "kept"), HAPPENED)
def test_happened(start, end, kept):
    told = account(start=start, end=end)
    pair = report(), reading(told)
    found, apart = happened([pair], TODAY)
    assert found == ([pair] if kept else [])
    assert [(one.item, one.reason) for one in apart] == (
        [] if kept else [(told.account_id, "future_date")]
    )


def test_of_several_accounts_only_the_late_one_is_set_aside():
    good, late = account(claims=("c1",)), account(claims=("c2",), start=days(9), end=days(9))
    told = reading(late, good)
    [(_, left)], [one] = happened([(report(), told)], TODAY)
    assert (left, one.item) == (replace(told, accounts=(good,)), late.account_id)


def test_the_claims_of_a_late_account_go_with_it():
    first, both, gone = claim(12), claim(3, at=60), claim(7, at=90)
    good = account(claims=(first.claim_id, both.claim_id))
    late = account(claims=(gone.claim_id, both.claim_id), start=days(9), end=days(9))
    told = reading(good, late, claims=(first, both, gone))
    [(_, left)], _ = happened([(report(), told)], TODAY)
    assert left.claims == (first, both)


def test_a_report_that_counts_no_harm_stays():
    pair = report(), reading()
    assert happened([pair], TODAY) == ([pair], [])


def test_on_the_last_day_there_is_nothing_is_late():
    pair = report(published=date.max), reading(account(start=date.max, end=date.max))
    for find in (published, happened):
        assert find([pair], date.max) == ([pair], [])
