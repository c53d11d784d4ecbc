"""Counts: digits, words, bounds, ranges and vague words; and numbers that count no one."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.extract.made import claims

OPEN = None
"""An end that the words do not give."""
CASES = [
    # words, low, high, bound
    # digits
    ("7", 7, 7, "exact"),
    ("12", 12, 12, "exact"),
    ("015", 15, 15, "exact"),
    ("106", 106, 106, "exact"),
    ("1200", 1200, 1200, "exact"),
    ("1,200", 1200, 1200, "exact"),
    ("12,450", 12450, 12450, "exact"),
    ("1,234,567", 1234567, 1234567, "exact"),
    ("300.000", 300000, 300000, "exact"),
    ("1.250.000", 1250000, 1250000, "exact"),
    ("2\u00a0400", 2400, 2400, "exact"),
    ("18\u202f500", 18500, 18500, "exact"),
    ("3\u2009200", 3200, 3200, "exact"),
    ("1 000", 1000, 1000, "exact"),
    ("12 500", 12500, 12500, "exact"),
    ("1 250 000", 1250000, 1250000, "exact"),
    ("٣٥", 35, 35, "exact"),
    # a number of people that could be a year
    ("1998", 1998, 1998, "exact"),
    ("2017", 2017, 2017, "exact"),
    # digits with a scale word
    ("1.5 million", 1500000, 1500000, "exact"),
    ("2 million", 2000000, 2000000, "exact"),
    ("3.25 million", 3250000, 3250000, "exact"),
    ("40 thousand", 40000, 40000, "exact"),
    ("12.5 thousand", 12500, 12500, "exact"),
    ("3 hundred", 300, 300, "exact"),
    ("2 dozen", 24, 24, "exact"),
    ("6k", 6000, 6000, "exact"),
    ("2mn", 2000000, 2000000, "exact"),
    ("1.2 mln", 1200000, 1200000, "exact"),
    # words
    ("one", 1, 1, "exact"),
    ("two", 2, 2, "exact"),
    ("nine", 9, 9, "exact"),
    ("ten", 10, 10, "exact"),
    ("eleven", 11, 11, "exact"),
    ("nineteen", 19, 19, "exact"),
    ("twenty", 20, 20, "exact"),
    ("twenty-one", 21, 21, "exact"),
    ("twenty one", 21, 21, "exact"),
    ("thirty‑five", 35, 35, "exact"),
    ("fourty", 40, 40, "exact"),
    ("ninety-nine", 99, 99, "exact"),
    ("Twelve", 12, 12, "exact"),
    ("TWELVE", 12, 12, "exact"),
    ("Twenty-Two", 22, 22, "exact"),
    ("a hundred", 100, 100, "exact"),
    ("one hundred", 100, 100, "exact"),
    ("a hundred and six", 106, 106, "exact"),
    ("one hundred six", 106, 106, "exact"),
    ("two hundred and fifty-three", 253, 253, "exact"),
    ("three hundred forty", 340, 340, "exact"),
    ("twelve hundred", 1200, 1200, "exact"),
    ("a thousand", 1000, 1000, "exact"),
    ("one thousand two hundred", 1200, 1200, "exact"),
    ("two thousand and five", 2005, 2005, "exact"),
    ("five thousand, two hundred", 5200, 5200, "exact"),
    ("forty-six thousand", 46000, 46000, "exact"),
    ("a hundred thousand", 100000, 100000, "exact"),
    ("three hundred and twelve thousand", 312000, 312000, "exact"),
    ("a million", 1000000, 1000000, "exact"),
    ("one million two hundred thousand", 1200000, 1200000, "exact"),
    # halves, quarters, dozens, pairs
    ("half a million", 500000, 500000, "exact"),
    ("one and a half million", 1500000, 1500000, "exact"),
    ("two and a half thousand", 2500, 2500, "exact"),
    ("a quarter of a million", 250000, 250000, "exact"),
    ("a dozen", 12, 12, "exact"),
    ("half a dozen", 6, 6, "exact"),
    ("half-a-dozen", 6, 6, "exact"),
    ("half dozen", 6, 6, "exact"),
    ("two dozen", 24, 24, "exact"),
    ("three dozen", 36, 36, "exact"),
    ("a couple of", 2, 2, "exact"),
    ("a pair of", 2, 2, "exact"),
    # words that leave a number as it is
    ("a total of 31", 31, 31, "exact"),
    ("all 14", 14, 14, "exact"),
    ("exactly 60", 60, 60, "exact"),
    ("the 31", 31, 31, "exact"),
    ("another 14", 14, 14, "exact"),
    ("only two", 2, 2, "exact"),
    # at least
    ("at least 12", 12, OPEN, "at_least"),
    ("At least 12", 12, OPEN, "at_least"),
    ("at least twelve", 12, OPEN, "at_least"),
    ("at least a dozen", 12, OPEN, "at_least"),
    ("at least half a dozen", 6, OPEN, "at_least"),
    ("at least another 14", 14, OPEN, "at_least"),
    ("at least some 40", 40, OPEN, "at_least"),
    ("more than 200", 200, OPEN, "at_least"),
    ("more then 20", 20, OPEN, "at_least"),
    ("more than a dozen", 12, OPEN, "at_least"),
    ("more than two dozen", 24, OPEN, "at_least"),
    ("more than 1.5 million", 1500000, OPEN, "at_least"),
    ("over 35", 35, OPEN, "at_least"),
    ("over a thousand", 1000, OPEN, "at_least"),
    ("just over 90", 90, OPEN, "at_least"),
    ("well over 100", 100, OPEN, "at_least"),
    ("well over a hundred", 100, OPEN, "at_least"),
    ("no fewer than 17", 17, OPEN, "at_least"),
    ("no less than 17", 17, OPEN, "at_least"),
    ("not less than 40", 40, OPEN, "at_least"),
    ("upwards of 70", 70, OPEN, "at_least"),
    ("in excess of 1,500", 1500, OPEN, "at_least"),
    ("a minimum of 30", 30, OPEN, "at_least"),
    ("100 or more", 100, OPEN, "at_least"),
    ("100 and more", 100, OPEN, "at_least"),
    ("50 plus", 50, OPEN, "at_least"),
    ("50-plus", 50, OPEN, "at_least"),
    ("50+", 50, OPEN, "at_least"),
    # at most
    ("up to 40", OPEN, 40, "at_most"),
    ("up to 1,500", OPEN, 1500, "at_most"),
    ("up to a hundred", OPEN, 100, "at_most"),
    ("up to half a million", OPEN, 500000, "at_most"),
    ("as many as 60", OPEN, 60, "at_most"),
    ("as many as a dozen", OPEN, 12, "at_most"),
    ("fewer than 20", OPEN, 20, "at_most"),
    ("less than 20", OPEN, 20, "at_most"),
    ("no more than 25", OPEN, 25, "at_most"),
    ("not more than ten", OPEN, 10, "at_most"),
    ("a maximum of 8", OPEN, 8, "at_most"),
    ("at most 11", OPEN, 11, "at_most"),
    ("under 50", OPEN, 50, "at_most"),
    ("just under 300", OPEN, 300, "at_most"),
    ("40 or fewer", OPEN, 40, "at_most"),
    ("40 at most", OPEN, 40, "at_most"),
    # about
    ("about 300", 300, 300, "about"),
    ("around 300", 300, 300, "about"),
    ("some 480", 480, 480, "about"),
    ("some 70,000", 70000, 70000, "about"),
    ("some two dozen", 24, 24, "about"),
    ("roughly 90", 90, 90, "about"),
    ("approximately 1,000", 1000, 1000, "about"),
    ("approx. 40", 40, 40, "about"),
    ("circa 40", 40, 40, "about"),
    ("~40", 40, 40, "about"),
    ("nearly 80", 80, 80, "about"),
    ("nearly two million", 2000000, 2000000, "about"),
    ("almost a hundred", 100, 100, "about"),
    ("close to 5,000", 5000, 5000, "about"),
    ("in the region of 200", 200, 200, "about"),
    ("an estimated 6,000", 6000, 6000, "about"),
    ("an estimated 2.3 million", 2300000, 2300000, "about"),
    ("about a dozen", 12, 12, "about"),
    ("about 1.2 million", 1200000, 1200000, "about"),
    ("around half a million", 500000, 500000, "about"),
    ("30 or so", 30, 30, "about"),
    ("thirty-odd", 30, 30, "about"),
    # from one end to the other
    ("between 22 and 27", 22, 27, "range"),
    ("between ten and fifteen", 10, 15, "range"),
    ("between 5 to 7", 5, 7, "range"),
    ("between 1,000 and 1,500", 1000, 1500, "range"),
    ("anywhere between 40 and 60", 40, 60, "range"),
    ("18-24", 18, 24, "range"),
    ("18–24", 18, 24, "range"),
    ("18 - 24", 18, 24, "range"),
    ("18 to 24", 18, 24, "range"),
    ("300 to 400", 300, 400, "range"),
    ("two or three", 2, 3, "range"),
    ("two to three", 2, 3, "range"),
    ("five or six", 5, 6, "range"),
    ("ten to fifteen", 10, 15, "range"),
    ("30 or 40", 30, 40, "range"),
    ("about 20 to 30", 20, 30, "range"),
    ("a dozen to twenty", 12, 20, "range"),
    ("at least 20 and possibly 35", 20, 35, "range"),
    ("10,000-12,000", 10000, 12000, "range"),
    ("10,000 to 12,000", 10000, 12000, "range"),
    # a scale word that both ends share
    ("2 to 3 million", 2000000, 3000000, "range"),
    ("2-3 million", 2000000, 3000000, "range"),
    ("1.2 to 1.5 million", 1200000, 1500000, "range"),
    ("1.2-1.5 million", 1200000, 1500000, "range"),
    ("between one and two million", 1000000, 2000000, "range"),
    ("200 to 300 thousand", 200000, 300000, "range"),
    ("forty to fifty thousand", 40000, 50000, "range"),
    ("three to four hundred", 300, 400, "range"),
    # one that they do not
    ("2 to 300", 2, 300, "range"),
    ("twenty to a hundred", 20, 100, "range"),
    ("100,000 to a quarter of a million", 100000, 250000, "range"),
    # vague: the least that the words can mean, or nothing at all
    ("dozens of", 24, OPEN, "vague"),
    ("several dozen", 24, OPEN, "vague"),
    ("a few dozen", 24, OPEN, "vague"),
    ("many dozens of", 24, OPEN, "vague"),
    ("scores of", 40, OPEN, "vague"),
    ("tens of", 20, OPEN, "vague"),
    ("hundreds of", 200, OPEN, "vague"),
    ("several hundred", 200, OPEN, "vague"),
    ("a few hundred", 200, OPEN, "vague"),
    ("many hundreds of", 200, OPEN, "vague"),
    ("thousands of", 2000, OPEN, "vague"),
    ("several thousand", 2000, OPEN, "vague"),
    ("many thousands of", 2000, OPEN, "vague"),
    ("tens of thousands of", 20000, OPEN, "vague"),
    ("several tens of thousands of", 20000, OPEN, "vague"),
    ("hundreds of thousands of", 200000, OPEN, "vague"),
    ("millions of", 2000000, OPEN, "vague"),
    ("several", OPEN, OPEN, "vague"),
    ("several of", OPEN, OPEN, "vague"),
    ("some of", OPEN, OPEN, "vague"),
    ("many", OPEN, OPEN, "vague"),
    ("numerous", OPEN, OPEN, "vague"),
    ("countless", OPEN, OPEN, "vague"),
    ("a few", OPEN, OPEN, "vague"),
    ("more than a few", OPEN, OPEN, "vague"),
    ("at least several", OPEN, OPEN, "vague"),
    ("a handful of", OPEN, OPEN, "vague"),
    ("a number of", OPEN, OPEN, "vague"),
    ("an unknown number of", OPEN, OPEN, "vague"),
    # marks that steer how text is shown
    ("3,\u200b000", 3000, 3000, "exact"),
    ("1\u200b2", 12, 12, "exact"),
    ("1\u20602\u00ad0", 120, 120, "exact"),
    # a scale by one letter, a fraction that is no round number in binary
    ("1.2m", 1_200_000, 1_200_000, "exact"),
    ("about 2m", 2_000_000, 2_000_000, "about"),
    ("2.01 thousand", 2010, 2010, "exact"),
    ("4.35 million", 4_350_000, 4_350_000, "exact"),
    # both ends, each with its own bound
    ("at least 12 but no more than 20", 12, 20, "range"),
    ("at least 12 and at most 20", 12, 20, "range"),
    # none at all
    ("no", 0, 0, "none"),
    ("zero", 0, 0, "none"),
]


@pytest.mark.parametrize(("words", "low", "high", "bound"), CASES, ids=[row[0] for row in CASES])
def test_words_are_read_as_a_count(words, low, high, bound):
    [claim] = claims(f"Shelling killed {words} villagers near Barzan.")
    count = claim.count
    assert (count.low, count.high, count.bound) == (low, high, bound)
    assert count.words == words


def test_the_table_says_nothing_twice():
    assert len({row[0] for row in CASES}) == len(CASES) >= 150


# Every number here but the shepherd's is of something else than people harmed.
NO_ONE = [
    # ages
    "Shelling killed a shepherd aged 44 near Barzan.",
    "Shelling killed a 44-year-old shepherd near Barzan.",
    "Shelling killed a shepherd, 44, near Barzan.",
    "A shepherd was killed at the age of 50.",
    "The raid killed a shepherd in his 40s.",
    "A 9-month-old lamb was stolen and a shepherd was killed.",
    # children someone has
    "A father of nine was killed.",
    "A father of nine children was killed.",
    "A mother of five died of her wounds.",
    # telephones, codes
    "Call the office at 910-555-0171 about the killing of a shepherd.",
    "Process 4512 ended as a shepherd was killed.",
    # lengths, weights, shares, money
    "A mine killed a shepherd 16 km from Barzan.",
    "A mine killed a shepherd 16km from Barzan.",
    "A mine killed a shepherd some 300 metres from the road.",
    "The blast killed a shepherd and left a crater 4 metres deep.",
    "A 500-pound bomb killed a shepherd.",
    "A 2-tonne bomb killed a shepherd.",
    "About 20 acres burned and a shepherd died.",
    "About 63 percent of the town was without power and a shepherd was killed.",
    "Two-thirds of the village was burned and a shepherd was killed.",
    "Half of the orchard burned and a shepherd was killed.",
    "Damage of $9,500 was done to the shop and a shepherd was killed.",
    "Gunmen took 40,000 dinars and killed a shepherd.",
    "A shepherd was killed in a temperature of 40 degrees.",
    # times and days
    "A shell killed a shepherd at 7.15 p.m.",
    "A shell killed a shepherd at 19:40.",
    "A shell killed a shepherd at 0640 hours.",
    "A shell killed a shepherd on 9 March.",
    "A shell killed a shepherd on March 9, 2017.",
    "A shell killed a shepherd on 2017-03-09.",
    "A shell killed a shepherd in 2016.",
    "A shell killed a shepherd three days ago.",
    "The 1994 war killed a shepherd.",
    "In the 1990s a shepherd was killed.",
    "A shepherd was killed on the 40th day of the siege.",
    # names
    "Resolution 2585 condemned the killing of a shepherd.",
    "The council adopted resolutions 2401 and 2585 on the killing of a shepherd.",
    "A gunman on Flight 602 killed a shepherd.",
    "A shepherd was killed on Highway 7.",
    "A shepherd was killed at checkpoint 17.",
    "A shepherd was killed in the 300 block of Mill Street.",
    "A shepherd was killed, a witness told Channel 4.",
    "The 5th brigade killed a shepherd.",
    "The agency M23 killed a shepherd.",
    "The G7 condemned the killing of a shepherd.",
    "Article 51 was cited after the killing of a shepherd.",
    "Grade 7 pupils mourned the killing of a shepherd.",
    # weapons
    "A 120 mm mortar round killed a shepherd.",
    "A 120mm mortar round killed a shepherd.",
    "A 7.62 calibre bullet killed a shepherd.",
    "An AK-47 round killed a shepherd.",
    "The Su-25 that killed a shepherd was shot down.",
    # scores, votes, telephone numbers, prices
    "The killing of a shepherd came as the team won 3-1 at home.",
    "The council voted 14-0 to condemn the killing of a shepherd.",
    "A shepherd was killed; call 0750 555 0199 for news.",
    "A shepherd was killed. Share price 4.50.",
    # things and animals
    "The blast killed a shepherd and broke the windows of 12 shops.",
    "The blast killed a shepherd and 30 sheep.",
    "The blast killed a shepherd and destroyed 6 cars.",
    "The militia said 14 villages were cut off after a shepherd was killed.",
    "The group, which has 2,000 members, killed a shepherd.",
    "The 22-member council condemned the killing of a shepherd.",
    # sentences and rises
    "He was jailed for 25 years for the killing of a shepherd.",
    "Killings rose by 30 per cent after a shepherd was killed.",
]


POPULATION = "Barzan has a population of 11,600 and a shepherd was killed there."


@pytest.mark.parametrize("text", [*NO_ONE, POPULATION])
def test_other_numbers_count_no_one(text):
    counts = [(claim.count.low, claim.count.high) for claim in claims(text)]
    assert counts == [(1, 1)]


@pytest.mark.parametrize("text", ["1e400 killed in a raid", "10^9 killed in a raid", "1/0 died"])
def test_digits_glued_to_digits_are_no_count(text):
    assert claims(text) == []


def test_a_place_before_a_dash_and_a_count_is_no_name_with_a_number():
    [claim] = claims("Barzan - 47 killed in market blast")
    assert (claim.count.low, claim.measure) == (47, "killed")


UNDER_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
BY_TEN = "_ _ twenty thirty forty fifty sixty seventy eighty ninety"
ONES, TENS = UNDER_TWENTY.split(), BY_TEN.split()
numbers = st.integers(min_value=0, max_value=9_999_999)


def spelled(number, joint):
    """A number in English words; `joint` joins hundreds and what is left of them."""
    for size, name in ((1_000_000, "million"), (1_000, "thousand")):
        if number >= size:
            rest = number % size
            link = joint if 0 < rest < 100 else " "
            tail = f"{link}{spelled(rest, joint)}" if rest else ""
            return f"{spelled(number // size, joint)} {name}{tail}"
    if number >= 100:
        rest = number % 100
        tail = f"{joint}{spelled(rest, joint)}" if rest else ""
        return f"{ONES[number // 100]} hundred{tail}"
    if number >= 20:
        rest = number % 10
        return f"{TENS[number // 10]}-{ONES[rest]}" if rest else TENS[number // 10]
    return ONES[number]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (106, "one hundred and six"),
        (40021, "forty thousand and twenty-one"),
        (1200315, "one million two hundred thousand three hundred and fifteen"),
    ],
)
def test_the_speller_spells(number, words):
    assert spelled(number, " and ") == words


def killed(words, **other):
    """The ends of every count of the killed, where so many are."""
    found = claims(f"Shelling killed {words} people near Barzan.", **other)
    return [(claim.count.low, claim.count.high) for claim in found]


@given(numbers, st.sampled_from([" and ", " "]))
@settings(deadline=None, derandomize=True, max_examples=200)
@example(1_000_000, " and ")
@example(9_999_999, " ")
@example(100_001, " and ")
def test_every_number_in_words_reads_back(number, joint):
    assert killed(spelled(number, joint)) == [(number, number)]


@given(numbers, st.sampled_from(["{}", "{:,}"]))
@settings(deadline=None, derandomize=True, max_examples=200)
@example(2017, "{}")
@example(31, "{}")
def test_every_number_in_digits_reads_back(number, form):
    assert killed(form.format(number)) == [(number, number)]


@given(numbers, numbers)
@settings(deadline=None, derandomize=True, max_examples=150)
def test_a_range_is_read_from_its_least_to_its_most(one, other):
    low, high = sorted((one, other))
    if low == high:
        high += 1
    assert killed(f"between {low:,} and {high:,}") == [(low, high)]


@given(numbers.filter(bool), st.dates(date(1990, 1, 1), date(2030, 12, 31)))
@settings(deadline=None, derandomize=True, max_examples=50)
def test_a_count_does_not_depend_on_the_day(number, published):
    assert killed(f"{number:,}", published=published) == [(number, number)]


ROWS = [
    "1 2 3 killed",
    "one two three four five killed",
    "Tel. 555 12 34 killed",
    "1, 2, 3, 4 killed",
]


@pytest.mark.parametrize("text", ROWS)
def test_numbers_in_a_row_count_no_one(text):
    assert claims(text) == []


def test_a_pair_that_falls_is_no_range_and_neither_of_its_ends_a_count():
    assert [claim.count.low for claim in claims("12-5 people were killed.")] == [None]


COLUMNS = ["12  500 people were killed.", "12\t500 people were killed."]


@pytest.mark.parametrize("text", COLUMNS)
def test_groups_of_digits_further_apart_are_no_one_number(text):
    assert all(claim.count.low != 12500 for claim in claims(text))


PORTIONS = [
    # sentence, least, most, bound
    ("A third of the 300 were killed.", 100, 100, "about"),
    ("A quarter of the 300 villagers were killed.", 75, 75, "about"),
    ("More than half of the 40 passengers died.", 20, OPEN, "at_least"),
    ("Nearly two thirds of the 90 miners were killed.", 60, 60, "about"),
    ("A tenth of the town's 2,000 inhabitants died.", 200, 200, "about"),
    ("All but two of the 14 aboard were killed.", 12, 12, "exact"),
    ("All but one of the 12 passengers died.", 11, 11, "exact"),
    ("All except two of the 30 hostages were killed.", 28, 28, "exact"),
]


@pytest.mark.parametrize(("text", "low", "high", "bound"), PORTIONS)
def test_a_part_of_a_whole_is_counted(text, low, high, bound):
    [claim] = claims(text)
    assert (claim.count.low, claim.count.high, claim.count.bound) == (low, high, bound)
    assert claim.count.words in claim.evidence.quote


WHOLES = [
    # sentence, the least that is counted
    ("Two thirds of the 90 killed were children.", 90),
    ("Half of the 120 wounded are children.", 120),
    ("Half of the 200 people displaced by the fighting came home.", 200),
]


@pytest.mark.parametrize(("text", "low"), WHOLES)
def test_a_share_of_those_harmed_leaves_their_number_whole(text, low):
    [claim] = claims(text)
    assert claim.count.low == low


def test_a_share_of_no_number_counts_no_one_by_number():
    assert all(claim.count.low is None for claim in claims("A third of the villagers were killed."))
    assert claims("A third of the 300 houses stood.") == []


def test_a_wall_so_many_metres_high_is_no_million():
    [claim] = claims("A wall 1.2m high killed three people.")
    assert claim.count.low == 3


def test_none_among_so_many_is_none_of_them():
    [claim] = claims("There were no casualties among the 300 passengers.")
    assert (claim.count.low, claim.count.high, claim.count.bound) == (0, 0, "none")


def test_a_number_put_right_stands_for_the_one_that_was_wrong():
    text = "An earlier version of this page said 14 people were killed; the number is 12."
    wrong, right = claims(text)
    assert (wrong.count.low, wrong.polarity) == (14, "denied")
    assert (right.count.low, right.polarity, right.measure) == (12, "affirmed", "killed")
