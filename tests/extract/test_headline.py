"""Headline counts out of claims that say a thing twice, or speak of another strike."""

import pytest

from harmledger.extract.grammar import grammar
from tests.extract.made import claims, figures


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        # What is said to have hurt no one is another strike than what hurt some.
        ("سقط جرحى في قصف على البلدة. وانفجر لغم في المدينة دون وقوع إصابات.", "ar", (None, None)),
        ("أصيب طفلان في قصف على البلدة. وانفجر لغم في المدينة دون وقوع إصابات.", "ar", (2, 2)),
        ("انفجر لغم في المدينة دون وقوع إصابات.", "ar", (0, 0)),
        # A count spelled out by who they are is one count; with more people it is not.
        ("أصيب 13 آخرون، تسعة أطفال وأربع نساء، بقصف على البلدة.", "ar", (13, 13)),
        ("أصيب 13 آخرون وتسعة أطفال وثلاث نساء بقصف على البلدة.", "ar", (25, 25)),
    ],
)
def test_injured(text, lang, expected):
    assert figures(text, lang=lang)["injured all"] == expected


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Nine people were killed. The death toll rose to 12.", "en", (12, 12)),
        ("مقتل 9 أشخاص في قصف على البلدة. وارتفعت حصيلة القصف إلى 12.", "ar", (12, 12)),
    ],
)
def test_a_running_total_stands_for_the_counts_before_it(text, lang, expected):
    assert figures(text, lang=lang)["killed all"] == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Nine people were killed. The rescue service later lowered its toll to seven.", "en"),
        ("Nine people were killed. The toll was lowered from nine to seven.", "en"),
        ("Nine people were killed. The ministry revised the toll to seven.", "en"),
        ("Nine people were killed. The mayor corrected the number to seven.", "en"),
        ("Nine people were killed. The correct number is seven.", "en"),
        ("Nine people were killed. Correction: seven people were killed.", "en"),
        ("Seven have now died, up from six, after a wounded man died in hospital.", "en"),
        ("قتل 9 أشخاص في قصف على البلدة. وخفض الدفاع المدني الحصيلة إلى 7 قتلى.", "ar"),
    ],
)
def test_a_toll_that_is_lowered_stands_for_the_greater_one_before(text, lang):
    assert figures(text, lang=lang)["killed all"] == (7, 7)


def test_an_older_toll_that_is_less_does_not():
    text = "Nine people were killed. The toll had reached seven in the morning."
    assert figures(text)["killed all"] == (9, 9)


def test_the_others_of_a_bomber_add_to_him():
    told = figures("The bomber killed himself and eight others.")
    assert (told["killed all"], told["killed combatant"]) == ((9, 9), (1, 1))


WHOLES = [
    # text, how many were killed in all
    ("Of the 31 dead, 11 were children.", 31),
    ("A strike on Barzan killed 23 people, of whom nine were children.", 23),
    ("Of the 31 people who died in Barzan, 20 were civilians.", 31),
    ("The bomb killed 31 people, of whom at least 20 were civilians.", 31),
    ("Ten were killed, six in Barzan and four in Nahri.", 10),
    ("A raid killed 13 civilians, five of them in Barzan and eight in Nahri.", 13),
    ("Raids killed 13 people, two of them in Barzan, and 20 in Nahri.", 33),
    ("Raids killed three people in Barzan, two in Nahri and one in Selim.", 6),
]


@pytest.mark.parametrize(("text", "low"), WHOLES)
def test_parts_lie_inside_their_whole(text, low):
    assert figures(text)["killed all"] == (low, low)


NEWS = [
    # text, how many were killed in what the report is news of
    ("A year after the Barzan attack, in which 86 people died, a bomb killed two in Nahri.", 2),
    ("The bombing came a year after the raids that killed 32. Six people died in Nahri.", 6),
    ("On the anniversary of the raid, in which 500 people died, a bomb in Nahri killed two.", 2),
    ("The 2015 earthquake killed 9,000 people. On Monday a landslide killed six in Barzan.", 6),
    ("In 2013 shelling killed 1,400 in Barzan. On Monday shelling killed five in Nahri.", 5),
    ("In 2013 shelling killed 1,400 people in Barzan.", 1400),
]


@pytest.mark.parametrize(("text", "low"), NEWS)
def test_what_was_long_before_is_not_the_news(text, low):
    assert figures(text)["killed all"] == (low, low)


def test_a_year_told_later_dates_no_claim_before_it():
    text = "Twelve people were killed in Barzan. In 2017 more than 500 people died in the city."
    assert [str(one.time and one.time.start) for one in claims(text)] == ["None", "2017-01-01"]


@pytest.mark.parametrize(
    "behind",
    [
        "Asked how many families wanted tents, the mayor said the number is 400.",
        "Correction: the mayor's name is Idris Kamau; two people were killed on Sunday in Nahri.",
        "The wounded were carried up from 12 metres.",
        "The mayor corrected the spelling of four names.",
    ],
)
def test_what_puts_no_toll_right_leaves_it(behind):
    assert figures(f"An airstrike killed nine people in Barzan. {behind}")["killed all"] == (9, 9)


def test_running_totals_are_marked_in_the_data():
    assert grammar("en").tolls == {
        "en.toll.reached",
        "en.toll.of",
        "en.toll.raised",
        "en.toll.brings",
        "en.toll.righted",
        "en.toll.lowered",
        "en.toll.was-lowered",
    }
    assert grammar("ar").tolls == {
        "ar.toll.reached",
        "ar.toll.direct",
        "ar.toll.lowered",
        "ar.toll.correction",
        "ar.toll.corrected",
    }


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("Officials said nine people were killed.", "en", "unnamed"),
        ("Officials in Barzan said nine people were killed.", "en", None),
        ("قال مسؤول إن 9 أشخاص قتلوا.", "ar", "unnamed"),
    ],
)
def test_an_official_of_nothing_is_unnamed(text, lang, kind):
    assert [one.source and one.source.kind for one in claims(text, lang=lang)] == [kind]
