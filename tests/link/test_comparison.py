"""Comparisons: a level and a checkable sentence for each pair; the two sides mean nothing."""

from dataclasses import replace
from datetime import date

import pytest

from harmledger.link import load_weights
from harmledger.link.comparison import COMPARISONS
from harmledger.link.comparison.kind import Met
from harmledger.link.table import table
from harmledger.link.toll import headline
from harmledger.model import Measure, Place, PlacePrecision, Range, Weapon
from tests.link.made import item, rows, sides, tell
from tests.make import DAY, MOSUL, account, figure, place

NEXT = date(2017, 3, 15)
WEEK = date(2017, 3, 21)
NINEVEH = place("Nineveh", lat=36.2, lon=42.6, precision=PlacePrecision.PROVINCE)
ERBIL = place("Erbil", lat=36.19, lon=44.01)
QUARTER = place("Old City", lat=36.341, lon=43.128, precision=PlacePrecision.NEIGHBOURHOOD)
STREET = place("Clock Street", lat=36.343, lon=43.13, precision=PlacePrecision.STREET)
NOWHERE = Place("the old mill")
ZANJILI, BADUSH = Place("Zanjili"), Place("Badush")
TEXT = "Two shells fell on the vegetable market of Karsha shortly before the noon prayer ended"
ARABIC = "سقطت قذائف على كركميش"
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
        "long_overlap",
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
    ("published", said(), said(), "told_same_day", "published on the same day (2017-03-15)"),
    (
        "published",
        said(),
        {"published": date(2017, 3, 20)},
        "told_five_days",
        "published on 2017-03-15 and 2017-03-20",
    ),
    ("published", said(), {"published": None}, None, None),
    (
        "reported",
        said(),
        said(start=None, end=None),
        "next_day",
        "one tells of 2017-03-14, the other was published on 2017-03-15",
    ),
    ("reported", said(start=None, end=None), said(start=None, end=None), None, None),
    ("place", said(), said(), "same_town", "both in Mosul"),
    (
        "place",
        said(place=QUARTER),
        said(place=STREET),
        "very_near",
        "0.3 km apart (Clock Street and Old City)",
    ),
    (
        "place",
        said(),
        said(place=NINEVEH),
        "deep_inside",
        "49 km apart (Mosul and Nineveh)",
    ),
    ("place", said(), said(place=ERBIL), "far", "81 km apart (Erbil and Mosul)"),
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
    (
        "place",
        said(),
        said(place=replace(ERBIL, score=0.8)),
        "far_unsure",
        "81 km apart (Erbil and Mosul)",
    ),
    (
        "place",
        said(place=replace(MOSUL, score=None)),
        said(place=replace(ERBIL, score=None)),
        "far",
        "81 km apart (Erbil and Mosul)",
    ),
    (
        "place_told",
        {"text": "A shell fell on Zanjili.", **said(place=ZANJILI)},
        {"text": "سقطت قذيفة في الزنجيلي", **said(place=NOWHERE)},
        "one",
        "one text holds the name of the other's place (Zanjili; the old mill)",
    ),
    (
        "place_told",
        {"text": "A shell fell on Zanjili.", **said(place=ZANJILI)},
        {"text": "A shell fell on Badush.", **said(place=BADUSH)},
        "neither",
        "neither text holds the name of the other's place (Badush; Zanjili)",
    ),
    (
        "place_told",
        {"text": "A shell fell on Zanjili.", **said(place=ZANJILI)},
        {"text": "Zanjili and Badush were hit.", **said(place=BADUSH)},
        "one",
        "one text holds the name of the other's place (Badush; Zanjili)",
    ),
    (
        "place_told",
        {"text": "Zanjili was hit.", **said(place=ZANJILI)},
        {"text": "Zanjili was hit again.", **said(place=ZANJILI)},
        "both",
        "each text holds the name of the other's place (Zanjili; Zanjili)",
    ),
    ("place_told", said(place=None), said(place=None), None, None),
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
    ("killed", toll(2), toll(2), "equal_two", "both 2 killed"),
    ("killed", toll(12), toll(11, 14), "overlap", "11-14 and 12 killed"),
    ("killed", toll(12), toll(10, None), "overlap", "12 and at least 10 killed"),
    ("killed", toll(12), toll(15), "close_large", "12 and 15 killed"),
    ("killed", toll(12), toll(22), "double_large", "12 and 22 killed"),
    ("killed", toll(4), toll(5), "close", "4 and 5 killed"),
    ("killed", toll(9), toll(12), "close", "12 and 9 killed"),
    ("killed", toll(12), toll(40), "far", "12 and 40 killed"),
    ("killed", toll(12), toll(900), "worlds", "12 and 900 killed"),
    ("killed", toll(0), toll(0), "equal_none", "both 0 killed"),
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
        "brief_nearly",
        "words in common: karsha, shelling",
    ),
    ("words", {"text": TEXT}, {"text": OTHER}, "brief_none", "no telling word in common"),
    ("words", {"text": TEXT}, {"text": ARABIC}, None, None),
    ("opening", {"text": TEXT}, {"text": OTHER}, "none", "the openings share no telling word"),
    (
        "names",
        {"text": "By Rana Durnani"},
        {"text": "for Rana Durnani."},
        "several",
        "both name Rana Durnani",
    ),
    ("names", {"text": "By Rana Durnani"}, {"text": "no name"}, None, None),
    (
        "phrases",
        {"text": "the kasra durnan mill"},
        {"text": "near kasra durnan"},
        "few",
        "both say: kasra durnan",
    ),
    ("numbers", {"text": "aged 34 and 61"}, {"text": "34, of 7"}, "many", "numbers in both: 34"),
    ("numbers", {"text": "aged 34"}, {"text": "aged"}, None, None),
    (
        "sounds",
        {"text": "Shells fell on Karkamish"},
        {"text": ARABIC},
        "nearly",
        "sounding alike in two scripts: karkamish",
    ),
    ("sounds", {"text": TEXT}, {"text": OTHER}, None, None),
    (
        "site",
        {"url": "https://tigris.example/1"},
        {"url": "http://www.tigris.example/2"},
        "same",
        "both on one site",
    ),
    ("site", {}, {"url": "http://www.tigris.example/2"}, None, None),
    ("publisher", {}, {}, "same", "both published by Tigris Wire"),
    ("publisher", {"publisher": None}, {"publisher": None}, None, None),
]


@pytest.mark.parametrize(("name", "left", "right", "level", "sentence"), CASES)
def test_level_and_sentence(name, left, right, level, sentence):
    ours, theirs = sides(
        *(
            tell(number, *side.get("accounts", ()), **_rest(side))
            for number, side in (("r1", left), ("r2", right))
        )
    )
    comparison, cuts = COMPARISONS[name], load_weights().comparisons[name].cuts
    met = Met(ours.table, rows(0, 1), rows(1, 0))
    found = comparison.level(met, cuts)
    assert found[0] == found[1]
    assert (None if found[0] < 0 else comparison.levels[found[0]]) == level
    if level is not None:
        shared, again = ((), ()) if comparison.space is None else met.common(comparison.space)
        assert comparison.says(ours, theirs, level, shared) == sentence
        assert comparison.says(theirs, ours, level, again) == sentence


def test_one_report_keeps_its_accounts_apart():
    made = sides(tell("r1"), tell("r2"))[0].table
    level = COMPARISONS["report"].level
    assert level(Met(made, rows(0, 0), rows(0, 1)), {}).tolist() == [0, -1]


def test_every_comparison_is_in_the_table():
    assert {case[0] for case in CASES} | {"report", "injured"} == set(COMPARISONS)


def test_the_whole_is_civilians_and_combatants_where_no_whole_is_told():
    parts = [figure(8, group="civilian"), figure(4, group="combatant")]
    assert headline(account(*parts), Measure.KILLED) == Range(12, 12)
    assert headline(account(figure(13), *parts), Measure.KILLED) == Range(13, 13)


def test_a_place_that_is_not_located_has_no_reach():
    extent = load_weights().extent
    made = [item(tell("r1", account(place=one))) for one in (NOWHERE, MOSUL)]
    assert str(table(made, extent).numbers["radius"].tolist()) == "[nan, 15.0]"


def _rest(side):
    return {key: value for key, value in side.items() if key != "accounts"}
