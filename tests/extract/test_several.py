"""Reports of several incidents: what becomes an account of its own, and what stays in one."""

from fractions import Fraction

import pytest

from harmledger.model import Measure
from tests.extract.made import reading
from tests.extract.round_ups import second_apart, second_tuned, set_apart, tuned


def counted(text, lang):
    """The numbers of people that each account of a report counts, the main one's first."""
    told = reading(text, lang=lang)
    lows = {
        claim.claim_id: claim.count.low
        for claim in told.claims
        if claim.count is not None and claim.measure is not Measure.ATTACKS
    }
    return [{lows[one] for one in account.claims if one in lows} for account in told.accounts]


def rates(rows):
    """The share of accounts that are right, and of those to be found that are."""
    right = out = wanted = 0
    for lang, text, expected in rows:
        found = counted(text, lang)
        right += sum(one in found for one in expected)
        out += len(found)
        wanted += len(expected)
    return Fraction(right, out), Fraction(right, wanted)


def test_round_ups_on_which_the_rules_were_tuned():
    precision, recall = rates(tuned.ROUND_UPS)
    assert precision >= Fraction(95, 100)
    assert recall >= Fraction(90, 100)


def test_round_ups_set_apart():
    precision, recall = rates(set_apart.ROUND_UPS)
    assert precision >= Fraction(95, 100)
    assert recall >= Fraction(83, 100)


def test_days_and_cities_of_one_report_on_which_the_rules_were_tuned():
    precision, recall = rates(second_tuned.ROUND_UPS)
    assert precision >= Fraction(95, 100)
    assert recall >= Fraction(94, 100)


def test_days_and_cities_of_one_report_set_apart():
    precision, recall = rates(second_apart.ROUND_UPS)
    assert precision >= Fraction(9, 10)
    assert recall >= Fraction(8, 10)


SINGLE = [row for half in (tuned, set_apart, second_tuned, second_apart) for row in half.SINGLE]


@pytest.mark.parametrize(("lang", "text"), SINGLE)
def test_other_places_and_days_make_no_other_incident(lang, text):
    assert len(counted(text, lang)) == 1


ACCOUNTS = [
    # text, place and day of each account
    (
        "A mine killed three people in Barzan on Monday. Separately, shells killed two in Kharab.",
        [("Barzan", "2017-03-13"), ("Kharab", "2017-03-13")],
    ),
    # a past happening keeps its own day, and what comes after it is of the main one's again
    (
        "Shells killed nine people in Barzan on Sunday. On 3 February a raid on Kharab killed 40. "
        "The shelling of Barzan on Sunday also wounded 12 people.",
        [("Barzan", "2017-03-12"), ("Kharab", "2017-02-03")],
    ),
    # what is told in words that count nobody opens no account
    (
        "Shells killed nine people in Barzan on Sunday. On 3 February strikes hit Kharab.",
        [("Barzan", "2017-03-12")],
    ),
    # a clause of something earlier has its own place and day, wherever it stands
    (
        "A day after nine people died in Kharab, a mine killed three people in Barzan on Monday.",
        [("Barzan", "2017-03-13"), ("Kharab", "2017-03-12")],
    ),
    (
        "A mine killed three people in Barzan on Monday, a week after shells killed 40 in Kharab.",
        [("Barzan", "2017-03-13"), ("Kharab", "2017-03-06")],
    ),
    (
        "A mine killed three people in Barzan on Monday, days after shells killed 40 in Kharab. "
        "Five others were hurt.",
        [("Barzan", "2017-03-13"), ("Kharab", "None")],
    ),
    # without a place it is nobody's
    (
        "A mine killed three people in Barzan on Monday, a week after shells killed 40 people.",
        [("Barzan", "2017-03-13")],
    ),
    # what only tells more of the same leaves it the main one
    (
        "A day after nine people died in Barzan, two of the wounded died in a hospital in Kharab.",
        [("Barzan", "None")],
    ),
    # a city has an account of each day
    (
        "Shells killed nine people in Barzan on Sunday. On Monday, a raid on the town killed four. "
        "Sunday's shelling of Barzan also wounded 12 people.",
        [("Barzan", "2017-03-12"), ("Barzan", "2017-03-13")],
    ),
    # as many people died elsewhere: no restatement
    (
        "Shells killed nine people in Barzan on Sunday. In Kharab, a raid killed nine people.",
        [("Barzan", "2017-03-12"), ("Kharab", "2017-03-12")],
    ),
    # a past happening without a place is nobody's
    (
        "Shells killed nine people in Barzan on Sunday. In February a raid killed 40 people.",
        [("Barzan", "2017-03-12")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ACCOUNTS)
def test_each_account_has_its_own_place_and_day(text, expected):
    told = reading(text).accounts
    assert [(one.place.words, str(one.start)) for one in told] == expected


def test_each_account_counts_its_own_claims():
    text = "A mine killed 3 people in Barzan. In another attack, gunmen killed 5 in Kharab."
    first, second = reading(text).accounts
    assert [one.low for one in first.figures if one.group == "all"] == [3]
    assert [one.low for one in second.figures if one.group == "all"] == [5]
    assert not set(first.claims) & set(second.claims)


def test_what_tells_more_of_a_day_goes_to_its_account():
    text = (
        "Shells killed nine people in Barzan on Sunday. On Monday, a raid on the town killed four. "
        "Sunday's shelling of Barzan also wounded 12 people."
    )
    assert counted(text, "en") == [{9, 12}, {4}]


def test_each_item_of_a_list_counts_though_others_count_as_many():
    text = "- Barzan: a mine killed two people.\n- Kharab: a mine killed two people."
    assert counted(text, "en") == [{2}, {2}]


BY_DAY = [
    # text, how many were killed in each incident
    ("Shells killed four in Barzan on Friday and six in Nahri on Saturday.", [4, 6]),
    (
        "Shells killed four in Barzan on Friday, six in Nahri on Saturday "
        "and two in Selim on Sunday.",
        [4, 6, 2],
    ),
    ("Five died on Friday and six on Saturday in Barzan.", [11]),
]


@pytest.mark.parametrize(("text", "killed"), BY_DAY)
def test_days_and_places_of_one_sentence_are_incidents_of_their_own(text, killed):
    found = [one for told in reading(text).accounts for one in told.figures]
    assert [one.low for one in found if (one.measure, one.group) == ("killed", "all")] == killed
