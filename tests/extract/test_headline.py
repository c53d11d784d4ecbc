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
