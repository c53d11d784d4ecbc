"""Places below a score are told to be looked at, and stay."""

import pytest

from harmledger.locate import doubts
from harmledger.model import Candidate, Place, PlacePrecision
from tests.make import account, reading

CITY = PlacePrecision.CITY
POINT = ("Sinjar", "Sinjar", "own:1", 36.3, 41.9, CITY)
OTHER = Candidate("own:2", "Sinjar district", 36.3, 41.8, PlacePrecision.DISTRICT, 0.3)
CASES = [
    # place                                                                   sure  reason
    (Place(*POINT, 0.7, candidates=(OTHER,)), 0.8, "unsure_place"),
    (Place(*POINT, 0.8), 0.8, None),
    (Place(*POINT, 0.0), 0.8, "unsure_place"),
    (Place("36.3, 41.9", None, None, 36.3, 41.9, PlacePrecision.EXACT), 1.0, None),
    (Place("Umm Nowhere"), 0.1, "no_match"),
    (None, 1.0, None),
]  # fmt: skip


@pytest.mark.parametrize(("place", "sure", "reason"), CASES)
def test_a_place_below_the_score_is_told(place, sure, reason):
    told = reading(account(place=place))
    found = list(doubts(told, sure))
    assert [one.reason for one in found] == ([reason] if reason else [])
    assert all(one.item == told.accounts[0].account_id for one in found)


def test_what_stood_beside_it_is_named():
    [found] = doubts(reading(account(place=CASES[0][0])), 0.8)
    for expected in ("'Sinjar'", "own:1", "0.70", "Sinjar district (own:2, 0.30)"):
        assert expected in found.detail
