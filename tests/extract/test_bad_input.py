"""What no newsroom wrote: tables, code, pages of sport, endless lines, broken marks.

Nothing may crash and nothing may be read that is not there. That time grows with length and no
faster is shown by the benchmarks at the end (`make bench`): each kind's sizes double, and so do its
times.
"""

from time import process_time

import pytest

from tests.extract.made import claims, reading

MANY = 20_000
"""Characters of a text that goes on and on; the benchmarks go to 5 million."""


def filled(piece, size=MANY):
    """So much of a piece that the text is about `size` characters long."""
    return piece * (size // len(piece) + 1)


def table(size=MANY):
    """Rows of numbers."""
    row = "17\t4,210\t0.93\t1998-03\t61%\t12\n"
    return "Region\tTotal\tShare\tMonth\tChange\tRank\n" + filled(row, size)


CODE = '''
def kill(process, wounded=0):
    """Kill 12 processes; raise if 3 children are missing."""
    for pid in (17, 23, 40):
        os.kill(pid, 9)  # 2 dead children
    assert len(killed) == 12, f"{killed} killed, {wounded} injured"
    return {"killed": 12, "missing": [3, 4, 5], "toll": 0x17}
'''
SPORT = """
Rovers 3-1 Athletic: Kam strikes twice as champions top the league
Two goals in four minutes killed the game off. Rovers fired 14 shots and Athletic were hurt by an
early blow: the captain was injured after 12 minutes of the second half. Attack was the best form
of defence in the 90th minute, and 31,000 fans saw the visitors' 11 men die on their feet. The
striker has now shot 23 goals, nine of them headers, this season. Three players are out injured
for the tournament and five were booked. They lost 4 of the last 6 and sit 17th.
"""
STOCKS = """
KAMCO 14.20 +0.31 (2.2%) vol 1,204,000
TELL OIL 103.5 -4.1 (-3.8%) vol 88,310
BARZAN STEEL 7.07 0.00 vol 12,000
Shares dived: the index lost 212 points, wiping out 3.1 billion. Traders sold 400 lots.
"""
MIXED = "В Барзане 12 домов 家12軒 12軒の家 12 σπίτια 12 نافذة 12 मकान "
FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"

# name, text, and how many claims may be read in it
CASES = [
    ("one line without spaces", filled("x"), 0),
    ("one line of words without spaces", filled("12peoplekilled"), 0),
    ("one line of words", filled("lorem ipsum dolor sit amet "), 0),
    ("spaces", filled(" "), 0),
    ("line ends", filled("\r\n"), 0),
    ("one digit over and over", filled("7"), 0),
    ("digits and commas", filled("1,"), 0),
    ("digits and full stops", filled("1."), 0),
    ("initials", filled("A. "), 0),
    ("apostrophes", filled("a'"), 0),
    ("full stops", filled("... "), 0),
    ("open brackets", filled("([{"), 0),
    ("quotes never closed", filled("“He said ‘"), 0),
    ("a word of harm over and over", filled("killed "), 0),
    ("a preposition over and over", filled("the killing of "), 0),
    ("names over and over", filled("Idris Kamau "), 0),
    ("a source over and over", filled("the mayor said "), 0),
    ("numbers joined", filled("12 and "), 0),
    ("a table of numbers", table(), 0),
    ("source code", CODE, 0),
    ("a list of stocks", STOCKS, 0),
    ("scripts mixed", filled(MIXED), 0),
    ("families of one character", filled(FAMILY), 0),
    ("control characters", filled("\x00\x07\x1b[31m\x7f"), 0),
    ("the private use area", filled("\ue000\ue001\uf8ff"), 0),
    ("lone surrogates' neighbours", filled("\ud7ff\ufffd\uffff"), 0),
    ("ten thousand numbers", f"Killed were {', '.join(map(str, range(10_000)))}.", None),
    ("ten thousand people", f"Killed were {'a baker, ' * 10_000}and a clerk.", None),
    ("counts without an end", filled("12 people killed "), None),
    ("lists without an end", filled("killed three men, "), None),
    ("signs in one word", filled("ق\N{ARABIC DAMMA}"), 0),
]


@pytest.mark.parametrize(("text", "most"), [pytest.param(*row, id=name) for name, *row in CASES])
def test_what_tells_of_no_harm_gives_no_claim(text, most):
    found = claims(text)
    assert most is None or [claim.evidence.quote for claim in found] == []
    for claim in found:
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote


# Harm in other senses of its words.
OTHER_SENSES = [
    pytest.param(SPORT, id="a page of sport"),
    pytest.param("Traders took heavy losses.", id="losses of money"),
]


@pytest.mark.parametrize("text", OTHER_SENSES)
def test_harm_of_other_kinds_gives_no_claim(text):
    assert claims(text) == []


# The same harm with something in the way.
HIDDEN = [
    # text, low, measure
    ("Shells killed 12 people in Barzan. " + "x" * 5000, 12, "killed"),
    ("x" * 5000 + " Shells killed 12 people in Barzan.", 12, "killed"),
    ("“‘“‘ Shells killed 12 people in Barzan, he said.", 12, "killed"),
    (")))]]] Shells killed 12 people in Barzan.", 12, "killed"),
    ("Shells\u00a0killed\u00a012\u00a0people in Barzan.", 12, "killed"),
    ("Shells killed\t12\tpeople in Barzan.", 12, "killed"),
    ("SHELLS KILLED 12 PEOPLE IN BARZAN", 12, "killed"),
    ("🕊️🕊️ Shells killed 12 people in Barzan 🕊️", 12, "killed"),
    ("\ufeffShells killed 12 people in Barzan.", 12, "killed"),
    (f"{CODE}\n\nShells killed 12 people in Barzan.", 12, "killed"),
    (f"{STOCKS}\n\nShells killed 12 people in Barzan.", 12, "killed"),
]


@pytest.mark.parametrize(("text", "low", "measure"), HIDDEN)
def test_harm_is_read_whatever_stands_around_it(text, low, measure):
    [claim] = claims(text)
    assert (claim.count.low, claim.measure) == (low, measure)


def test_a_sentence_longer_than_any_is_cut_between_words():
    text = "Shells killed 12 people " + "and broke windows " * 400
    assert [claim.count.low for claim in claims(text)] == [12]


GROWING = {
    # name: piece, characters
    "one line without spaces": ("x", 5_000_000),
    "one line of words": ("lorem ipsum dolor sit amet ", 5_000_000),
    "a table of numbers": ("17\t4,210\t0.93\t1998-03\t61%\t12\n", 5_000_000),
    "scripts mixed": (MIXED, 5_000_000),
    "numbers in one sentence": ("killed 12, 17, 23, 40, ", 100_000),
    "source code": (CODE, 200_000),
    "zero-width characters": ("kil\u200bled 12\u200b peo\u200dple ", 200_000),
    "quotes never closed": ("“He said ‘", 200_000),
    "one count again": ("Shells killed 12 people. ", 200_000),
    "counts without an end": ("12 people killed ", 200_000),
    "lists without an end": ("killed three men, ", 200_000),
    "signs in one word": ("ق\N{ARABIC DAMMA}", 64_000),
    "doubts without an end": ("Shells killed 12 people. That could not be verified. ", 200_000),
    "sources behind": ("Shells killed 12 people. That was a shame, he said. ", 200_000),
    "sources without an end": ('"," he said ', 200_000),
}


@pytest.mark.benchmark(timer=process_time)
@pytest.mark.parametrize("part", [8, 4, 2, 1], ids=["eighth", "quarter", "half", "whole"])
@pytest.mark.parametrize("name", GROWING)
def test_time_grows_with_length(benchmark, name, part):
    reading("")  # loads the grammar
    piece, size = GROWING[name]
    text = filled(piece, size // part)
    benchmark.extra_info["characters"] = len(text)
    benchmark.pedantic(reading, args=(text,), rounds=1, warmup_rounds=0)


@pytest.mark.benchmark(timer=process_time)
@pytest.mark.parametrize("many", [500, 1_000, 2_000, 4_000])
def test_time_grows_with_the_number_of_claims(benchmark, many):
    text = " ".join(f"Shells killed {number} people." for number in range(2, many + 2))
    found = benchmark.pedantic(claims, args=(text,), rounds=1, warmup_rounds=0)
    assert len(found) == many


@pytest.mark.parametrize("units", ["1000000 days", "9999999999 weeks"])
def test_a_day_before_all_calendars_is_none(units):
    text = f"On Tuesday, {units} after 14 people died in a raid on Barzan, five people were killed."
    assert [claim.count.low for claim in claims(text)] == [14, 5]
