"""Comparisons: a level and a checkable sentence for each pair; the two sides mean nothing."""

from dataclasses import replace
from datetime import date

import pytest

from harmledger.link import load_weights
from harmledger.link.comparison import COMPARISONS
from harmledger.link.comparison.what import doublings
from harmledger.model import Place, PlacePrecision, Range, Weapon
from tests.link.made import sketch, tell
from tests.make import DAY, MOSUL, account, figure, place

NEXT = date(2017, 3, 15)
WEEK = date(2017, 3, 21)
NINEVEH = place("Nineveh", lat=36.2, lon=42.6, precision=PlacePrecision.PROVINCE)
ERBIL = place("Erbil", lat=36.19, lon=44.01)
QUARTER = place("Old City", lat=36.341, lon=43.128, precision=PlacePrecision.NEIGHBOURHOOD)
STREET = place("Clock Street", lat=36.343, lon=43.13, precision=PlacePrecision.STREET)
NOWHERE = Place("the old mill")
TEXT = "Two shells fell on the vegetable market of Karsha shortly before the noon prayer ended"
OTHER = "Gunmen stopped a minibus near Dolan bridge, and burned it with its driver inside"


def said(**of_account):
    return {"accounts": [account(**of_account)]}


def toll(low, high="low", *more):
    return {"accounts": [account(figure(low, high), *more)]}


# comparison, left, right, level, sentence
CASES = [
    ("time", said(), said(), "same_day", "same day (2017-03-14)"),
    (
        "time",
        said(),
        said(start=NEXT, end=NEXT),
        "next_day",
        "days told differ (2017-03-14 and 2017-03-15)",
    ),
    (
        "time",
        said(),
        said(start=DAY, end=NEXT),
        "same_day",
        "days overlap (2017-03-14 and 2017-03-14 to 2017-03-15)",
    ),
    (
        "time",
        said(),
        said(start=date(2017, 3, 1), end=date(2017, 3, 31)),
        "overlap",
        "days overlap (2017-03-01 to 2017-03-31 and 2017-03-14)",
    ),
    (
        "time",
        said(),
        said(start=WEEK, end=WEEK),
        "week",
        "days told differ (2017-03-14 and 2017-03-21)",
    ),
    ("time", said(), said(start=None, end=None), None, None),
    (
        "published",
        said(),
        said(start=None, end=None),
        "same_day",
        "published on the same day (2017-03-15)",
    ),
    ("published", said(), said(), None, None),
    ("place", said(), said(), "same_town", "both in Mosul"),
    (
        "place",
        said(place=QUARTER),
        said(place=STREET),
        "same_spot",
        "0.3 km apart (Clock Street and Old City)",
    ),
    (
        "place",
        said(),
        said(place=NINEVEH),
        "inside",
        "49 km apart (Mosul and Nineveh)",
    ),
    ("place", said(), said(place=ERBIL), "apart", "81 km apart (Erbil and Mosul)"),
    ("place", said(), said(place=NOWHERE), None, None),
    ("place", said(), said(place=None), None, None),
    (
        "place_words",
        said(place=replace(NOWHERE, words="Mosul")),
        said(),
        "same",
        "both say Mosul",
    ),
    (
        "place_words",
        said(place=NOWHERE),
        said(),
        "differ",
        "places named Mosul and the old mill",
    ),
    ("place_words", said(), said(), None, None),
    ("means", said(), said(), "same", "both say airstrike"),
    (
        "means",
        said(),
        said(means=(Weapon("drone", "a drone"),)),
        "fits",
        "airstrike and drone",
    ),
    (
        "means",
        said(),
        said(means=(Weapon("car_bomb", "a car bomb"),)),
        "differ",
        "airstrike against car bomb",
    ),
    ("means", said(), said(means=()), None, None),
    ("killed", toll(12), toll(12), "equal_many", "both 12 killed"),
    ("killed", toll(2), toll(2), "equal_few", "both 2 killed"),
    ("killed", toll(12), toll(11, 14), "overlap", "11-14 and 12 killed"),
    ("killed", toll(12), toll(10, None), "overlap", "12 and at least 10 killed"),
    ("killed", toll(12), toll(15), "close", "12 and 15 killed"),
    ("killed", toll(12), toll(90), "far", "12 and 90 killed"),
    ("killed", toll(12), said(), None, None),
    ("killed", toll(None, None), toll(12), None, None),
    ("perpetrator", said(perpetrators=("the army",)), said(), None, None),
    (
        "perpetrator",
        said(perpetrators=("the army",)),
        said(perpetrators=("The Army",)),
        "same",
        "perpetrators named: The Army; the army",
    ),
    (
        "perpetrator",
        said(perpetrators=("the army",)),
        said(perpetrators=("the militia",)),
        "differ",
        "perpetrators named: the army; the militia",
    ),
    ("copy", {"text": TEXT}, {"text": TEXT}, "copy", "nearly the same text"),
    ("copy", {"text": TEXT}, {"text": OTHER}, None, None),
    (
        "words",
        {"text": "Shelling of Karsha bakeries"},
        {"text": "A shell hit Karsha's bakery"},
        "alike",
        "words in common: karsha, shelling",
    ),
    ("words", {"text": TEXT}, {"text": OTHER}, "none", "no telling word in common"),
    ("publisher", {}, {}, "same", "both published by Tigris Wire"),
    ("publisher", {"publisher": None}, {"publisher": None}, None, None),
]


@pytest.mark.parametrize(("name", "left", "right", "level", "sentence"), CASES)
def test_level_and_sentence(name, left, right, level, sentence):
    ours, theirs = (
        sketch(tell(number, *side.get("accounts", ()), **_rest(side)))
        for number, side in (("r1", left), ("r2", right))
    )
    comparison, cuts = COMPARISONS[name], load_weights().comparisons[name].cuts
    found = comparison.level(ours, theirs, cuts)
    assert found == comparison.level(theirs, ours, cuts) == level
    if level is not None:
        assert comparison.says(ours, theirs, level) == sentence
        assert comparison.says(theirs, ours, level) == sentence


def test_one_report_keeps_its_accounts_apart():
    one, other = sketch(tell("r1")), sketch(tell("r2"))
    assert COMPARISONS["report"].level(one, one, {}) == "same"
    assert COMPARISONS["report"].level(one, other, {}) is None


def test_every_comparison_is_in_the_table():
    assert {case[0] for case in CASES} | {"report", "injured"} == set(COMPARISONS)


def test_the_whole_is_civilians_and_combatants_where_no_whole_is_told():
    parts = [figure(8, group="civilian"), figure(4, group="combatant")]
    assert sketch(tell("r1", account(*parts))).killed == Range(12, 12)
    assert sketch(tell("r1", account(figure(13), *parts))).killed == Range(13, 13)


# ours, theirs, doublings
GAPS = [
    (Range(3, 3), Range(7, 7), 1.0),
    (Range(0, 0), Range(1, 1), 1.0),
    (Range(3, None), Range(7, 7), 0.0),
    (Range(None, 3), Range(7, None), 1.0),
    (Range(3, 9), Range(7, 7), 0.0),
]


@pytest.mark.parametrize(("ours", "theirs", "expected"), GAPS)
def test_doublings(ours, theirs, expected):
    assert doublings(ours, theirs) == doublings(theirs, ours) == expected


def test_place_without_country_or_id_of_its_own_is_no_match():
    unlocated = sketch(tell("r1", account(place=NOWHERE)))
    assert unlocated.radius_km is None
    assert sketch(tell("r1", account(place=MOSUL))).radius_km == 15


def _rest(side):
    return {key: value for key, value in side.items() if key != "accounts"}
