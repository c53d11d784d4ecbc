"""When: calendar expressions against the day of publication, and which claim they belong to."""

from datetime import date

import pytest

from harmledger.extract.item import Item
from harmledger.extract.lexicon import sense
from harmledger.extract.symbols import Alphabet
from harmledger.extract.when import resolved
from harmledger.model import VocabularyError
from tests.extract.made import PUBLISHED, claims

CASES = [
    # words of time, first day, last day; published on Tuesday 14 March 2017
    ("today", "2017-03-14", "2017-03-14"),
    ("yesterday", "2017-03-13", "2017-03-13"),
    ("overnight", "2017-03-13", "2017-03-14"),
    ("on Friday", "2017-03-10", "2017-03-10"),
    ("on Friday morning", "2017-03-10", "2017-03-10"),
    ("on Tuesday", "2017-03-14", "2017-03-14"),
    ("last Tuesday", "2017-03-07", "2017-03-07"),
    ("three days ago", "2017-03-11", "2017-03-11"),
    ("last week", "2017-03-06", "2017-03-12"),
    ("last month", "2017-02-01", "2017-02-28"),
    ("on 9 March", "2017-03-09", "2017-03-09"),
    ("on March 9, 2017", "2017-03-09", "2017-03-09"),
    ("on the 3rd of October", "2016-10-03", "2016-10-03"),
    ("on 16 March", "2017-03-16", "2017-03-16"),
    ("on 30 November", "2016-11-30", "2016-11-30"),
    ("on 2017-03-09", "2017-03-09", "2017-03-09"),
    ("on 3-5 March", "2017-03-03", "2017-03-05"),
    ("from 1 March to 9 March", "2017-03-01", "2017-03-09"),
    ("in mid-October", "2016-10-15", "2016-10-15"),
    ("in early February", "2017-02-01", "2017-02-10"),
    ("in 2014", "2014-01-01", "2014-12-31"),
    ("since 1 March", "2017-03-01", "2017-03-14"),
    ("since January", "2017-01-01", "2017-03-14"),
    ("in the past two weeks", "2017-02-28", "2017-03-14"),
    ("on Tuesday (14 March)", "2017-03-14", "2017-03-14"),
    ("a week ago", "2017-03-07", "2017-03-07"),
    ("an hour ago", "2017-03-14", "2017-03-14"),
    ("a few hours ago", "2017-03-14", "2017-03-14"),
    ("in the past few hours", "2017-03-14", "2017-03-14"),
    ("ten years ago today", "2007-03-14", "2007-03-14"),
    ("a decade ago today", "2007-03-14", "2007-03-14"),
    ("on this day in 1988", "1988-03-14", "1988-03-14"),
    ("over the weekend", "2017-03-11", "2017-03-12"),
]


@pytest.mark.parametrize(("words", "start", "end"), CASES, ids=[row[0] for row in CASES])
def test_a_time_is_told_from_the_day_of_publication(words, start, end):
    [claim] = claims(f"Shells killed 12 people in Barzan {words}.")
    assert (str(claim.time.start), str(claim.time.end)) == (start, end)
    assert claim.time.words in f"in Barzan {words}."


WHOLE = ["on March 9, 2017", "on 2017-03-09", "in 2014"]
"""Words that tell the year, and so need no day of publication."""


@pytest.mark.parametrize("words", [row[0] for row in CASES if row[0] not in WHOLE])
def test_without_a_day_of_publication_only_the_words_are_known(words):
    [claim] = claims(f"Shells killed 12 people in Barzan {words}.", published=None)
    assert (claim.time.start, claim.time.end, claim.time.reason) == (None, None, "no_published")


@pytest.mark.parametrize("words", WHOLE)
def test_a_time_with_its_year_needs_no_day_of_publication(words):
    text = f"Shells killed 12 people in Barzan {words}."
    [claim], [dated] = claims(text, published=None), claims(text)
    assert claim.time == dated.time


def test_the_same_words_mean_another_day_in_another_report():
    later = date(2017, 3, 18)
    text = "Shells killed 12 people on Friday."
    assert claims(text)[0].time.start == date(2017, 3, 10)
    assert claims(text, published=later)[0].time.start == date(2017, 3, 17)


BELONGS = [
    # sentences, first day of each claim
    # the day of a statement is not the day of the harm
    ("On Monday shells killed nine people, a doctor said on Tuesday.", ["2017-03-13"]),
    # each clause has its own
    ("Nine people died on Sunday; four died on Monday.", ["2017-03-12", "2017-03-13"]),
    # each count has the day behind it, though the other day is nearer
    (
        "Strikes killed four in Barzan on Friday, six in Nahri on Saturday and two on Sunday.",
        ["2017-03-10", "2017-03-11", "2017-03-12"],
    ),
    # but not the day of a clause of their own
    (
        "Shells killed four farmers in Barzan on Friday and wounded two children born on Monday.",
        ["2017-03-10", "2017-03-10"],
    ),
    # or the day before it
    (
        "On Friday five were killed in Barzan, and on Saturday six in Nahri.",
        ["2017-03-10", "2017-03-11"],
    ),
    ("Five died on Friday and six on Saturday in Barzan.", ["2017-03-10", "2017-03-11"]),
    # a time said before holds until another is said
    ("Shells hit Barzan on Sunday. Nine people were killed.", ["2017-03-12"]),
    # what is mentioned in passing keeps its own
    (
        "Shells killed nine people on Sunday. In 2014 a raid on the mill killed 40 people.",
        ["2017-03-12", "2014-01-01"],
    ),
    ("Nine people were killed.", [None]),
]


@pytest.mark.parametrize(("text", "starts"), BELONGS, ids=[row[0] for row in BELONGS])
def test_each_claim_has_its_own_time(text, starts):
    found = [claim.time and str(claim.time.start) for claim in claims(text)]
    assert found == starts


def test_the_day_of_publication_is_a_tuesday():
    assert PUBLISHED.weekday() == 1


UNKNOWN = [
    # words of time that tell no day that can be known
    "on 32 January",
    "on 30 February",
    "on 2016-13-45",
    "on 3 May 9999",
    "several years ago",
    "a few weeks ago",
    "two decades ago",
    "in the past several days",
    "in recent months",
]


@pytest.mark.parametrize("words", UNKNOWN)
def test_what_is_no_day_is_unknown_and_never_another_day(words):
    claim = claims(f"Shells killed 12 people in Barzan {words}. On Sunday it rained on ruins.")[0]
    assert (claim.count.low, claim.time.start, claim.time.end) == (12, None, None)
    assert claim.time.reason == "no_date"


LONG_AGO = [
    # sentence, first day, last day of each claim
    ("Ten years ago today, 300 people were killed.", [("2007-03-14", "2007-03-14")]),
    (
        "On Monday mourners marked the tenth anniversary of the raid that killed 40 people.",
        [("2007-01-01", "2007-12-31")],
    ),
    ("In World War II shells killed 300 people here.", [("1939-09-01", "1945-09-02")]),
    ("Mourners marked the anniversary of the raid that killed 40.", [("None", "None")]),
    ("BARZAN, 13 March - A blast late on Sunday killed nine people.", [("2017-03-12",) * 2]),
    ("In March 12 people were killed.", [("2017-03-01", "2017-03-14")]),
]


@pytest.mark.parametrize(("text", "days"), LONG_AGO)
def test_what_was_long_ago_belongs_to_its_own_time(text, days):
    assert [(str(claim.time.start), str(claim.time.end)) for claim in claims(text)] == days


def test_a_year_told_later_is_of_another_event():
    first, second = claims("A raid killed 12 people. In 1998, 60 people died when a jet crashed.")
    assert first.time is None
    assert str(second.time.start) == "1998-01-01"


@pytest.mark.parametrize("kind", ["past", "ago"])
def test_a_unit_that_is_none_of_dates_is_an_error_of_the_vocabulary(kind):
    unit = Item(0, 4, "aeon", sense({"TIMEUNIT": {"unit": "aeon"}}, Alphabet()))
    with pytest.raises(VocabularyError, match="no unit of dates: 'aeon'"):
        resolved("an aeon ago", kind, {"u": unit}, date(2017, 3, 14))
