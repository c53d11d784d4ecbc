"""An incident takes what most of its accounts tell."""

from datetime import date
from itertools import permutations

import pytest

from harmledger.link.assemble import assemble
from harmledger.link.independence import Independence
from harmledger.model import Place, PlacePrecision, Weapon
from tests.link.made import item, tell
from tests.make import DAY, MOSUL, account, place

NEXT = date(2017, 3, 15)
QUARTER = place("Old City", lat=36.341, lon=43.128, precision=PlacePrecision.NEIGHBOURHOOD)
ERBIL = place("Erbil", lat=36.19, lon=44.01)
MILL = Place("the old mill")
# Alike in all but what nothing is chosen by.
SEEN = [place("Mosul", country=country) for country in ("IQ", "SY", "TR", "IR", "JO")]
ALONE = Independence(1, ())


def made(*accounts):
    members = [item(tell(f"r{number}", one)) for number, one in enumerate(accounts)]
    found = {assemble(list(order), [], ALONE, ()) for order in permutations(members)}
    assert len(found) == 1  # the order means nothing
    return found.pop()


# days told, days of the incident
DAYS = [
    ([(DAY, DAY), (DAY, DAY), (NEXT, NEXT)], (DAY, DAY)),
    ([(DAY, NEXT), (NEXT, NEXT)], (NEXT, NEXT)),
    ([(NEXT, NEXT), (DAY, DAY)], (DAY, DAY)),
    ([(None, None), (DAY, DAY)], (DAY, DAY)),
    ([(None, None)], (None, None)),
]


@pytest.mark.parametrize(("told", "expected"), DAYS)
def test_days(told, expected):
    found = made(*(account(start=start, end=end) for start, end in told))
    assert (found.start, found.end) == expected


# places told, place of the incident
PLACES = [
    ([MOSUL, QUARTER, ERBIL], QUARTER),  # "Mosul" supports its old city
    ([MOSUL, MOSUL, ERBIL], MOSUL),
    ([MILL, ERBIL, MILL], ERBIL),
    (SEEN, SEEN[0]),
    ([MILL, None], MILL),
    ([None], None),
]


@pytest.mark.parametrize(("told", "expected"), PLACES)
def test_place(told, expected):
    assert made(*(account(place=one) for one in told)).place == expected


# place, first day, code without its id
CODES = [
    (MOSUL, DAY, "2017-03-14-mosul-"),
    (place("Deir ez-Zōr"), DAY, "2017-03-14-deir-ez-zor-"),
    # codes are passed on, and nobody knows whom unmatched words name
    (Place("near the house of Karim Zaydan"), DAY, "2017-03-14-unknown-"),
    (Place("الموصل"), DAY, "2017-03-14-unknown-"),
    (None, None, "unknown-unknown-"),
]


@pytest.mark.parametrize(("where", "start", "head"), CODES)
def test_code(where, start, head):
    found = made(account(place=where, start=start, end=start))
    assert found.code == head + found.incident_id[:4]


def test_means_and_perpetrators_most_said_first():
    drone, strike = Weapon("drone", "a drone"), Weapon("airstrike", "a strike")
    found = made(
        account(means=(strike, drone), perpetrators=("the militia",)),
        account(means=(drone,), perpetrators=("the army",)),
        account(means=(drone,), perpetrators=("the army",)),
    )
    assert found.means == ("drone", "airstrike")
    assert found.perpetrators == ("the army", "the militia")


def test_the_id_is_of_the_earliest_account():
    first = item(tell("r9", published=date(2017, 3, 14)))
    later = item(tell("r1", published=date(2017, 3, 16)))
    undated = item(tell("r0", published=None))
    alone = assemble([first], [], ALONE, ()).incident_id
    assert assemble([undated, later, first], [], ALONE, ()).incident_id == alone
