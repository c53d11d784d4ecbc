"""A report as a whole: parts in wholes, what is said again, later tolls, headline figures."""

import pytest

from tests.extract.made import claims, figures, reading

NESTED = [
    # sentence, least of the whole, least of each part
    ("Rockets killed nine civilians, including three children.", 9, [3]),
    ("Rockets killed nine civilians in Barzan, including three children.", 9, [3]),
    ("Mines killed 23 people, nine of them children.", 23, [9]),
    ("The strike killed 12 people, including five children and three women.", 12, [5, 3]),
    ("The shelling wounded nine, three of them critically.", 9, [3]),
    ("Fourteen villagers, five of them girls, had been abducted.", 14, [5]),
]


@pytest.mark.parametrize(("text", "whole", "parts"), NESTED, ids=[row[0] for row in NESTED])
def test_parts_point_at_their_whole(text, whole, parts):
    first, *rest = claims(text)
    assert first.count.low == whole
    assert first.group.part_of is None
    assert [claim.count.low for claim in rest] == parts
    assert {claim.group.part_of for claim in rest} == {first.claim_id}
    assert {claim.measure for claim in rest} == {first.measure}


AGAIN = [
    # said again: texts with one claim
    "Nine people were killed in Barzan. Nine people were killed, residents said.",
    "Nine killed in Barzan\n\nShells killed nine people in Barzan on Sunday, the mayor said.",
    "Nine people were killed, residents said. “Nine people were killed,” residents said again.",
]


@pytest.mark.parametrize("text", AGAIN)
def test_what_is_said_again_is_one_claim(text):
    [claim] = claims(text)
    assert claim.count.low == 9


APART = [
    # not the same claim: texts with two
    "Nine people were killed, residents said. Nine people were killed, the army said.",
    "Nine people were killed. Nine people were wounded.",
    "Nine people were killed. The army denied that nine people were killed.",
    "Nine people were killed on Sunday. In 2014 nine people were killed there.",
    "Nine soldiers were killed. Nine civilians were killed.",
]


@pytest.mark.parametrize("text", APART)
def test_another_source_measure_day_or_status_is_another_claim(text):
    assert [claim.count.low for claim in claims(text)] == [9, 9]


def test_parts_of_what_is_said_again_are_parts_of_what_stands():
    text = (
        "Rockets killed 12 villagers, including five children, in Barzan. "
        "Twelve villagers were killed, residents said."
    )
    found = claims(text)
    ids = {claim.claim_id for claim in found}
    parts = [claim.group.part_of for claim in found if claim.group.part_of is not None]
    assert len(parts) == 1
    assert set(parts) <= ids


FIGURES = [
    # text, headline figures
    ("Nine people were killed.", {"killed all": (9, 9)}),
    # children, women, combatants stand inside the whole
    (
        "Rockets killed nine civilians, including three children.",
        {"killed all": (9, 9), "killed civilian": (9, 9), "killed children": (3, 3)},
    ),
    # groups said side by side add up
    (
        "Four drivers and two women were killed.",
        {"killed all": (6, 6), "killed civilian": (6, 6), "killed women": (2, 2)},
    ),
    (
        "Thirty people were killed: 18 rebels, 9 soldiers and 3 civilians.",
        {"killed all": (30, 30), "killed civilian": (3, 3), "killed combatant": (27, 27)},
    ),
    # a later toll stands for the one before
    (
        "Shells killed nine people on Monday. The death toll rose from 9 to 12 overnight.",
        {"killed all": (12, 12)},
    ),
    # dead in addition are added
    (
        "Nine people were killed in Barzan and three more died in hospital.",
        {"killed all": (12, 12)},
    ),
    # said again by others: the headline is the first
    (
        "Shells killed nine people in Barzan. The mayor said 11 people had died.",
        {"killed all": (9, 9)},
    ),
    # denied, background and cumulative counts are no headline
    (
        "Shells killed nine people in Barzan on Sunday. The army denied that 30 people had died.",
        {"killed all": (9, 9)},
    ),
    (
        "Shells killed nine people on Sunday. In 2014 a raid on the mill killed 40 people.",
        {"killed all": (9, 9)},
    ),
    (
        "Shells killed nine people on Sunday. Since January 412 people have been killed.",
        {"killed all": (9, 9)},
    ),
    ("About 350 people a day are fleeing the town.", {}),
    # open ends stay open
    ("At least 12 people were killed.", {"killed all": (12, None)}),
    ("Up to 40 people were killed.", {"killed all": (None, 40)}),
    ("Several people were killed.", {"killed all": (2, None)}),
    # a bare plural may be a manner of speaking
    ("Civilians were killed.", {"killed all": (None, None), "killed civilian": (None, None)}),
    # where the first telling is open above, a greater count closes it
    (
        "At least 12 people were killed in Barzan. Rescuers counted 15 dead.",
        {"killed all": (12, 15)},
    ),
    # civilians told one by one are of the whole, unless others are combatants
    (
        "Nine people were killed in Barzan. A baker was killed at his door.",
        {"killed all": (9, 9)},
    ),
    # a toll below what was told first is an older one
    (
        "At least 15 people were killed in Barzan. An early post put the death toll at 12.",
        {"killed all": (15, None)},
    ),
    # unless its own source, or nobody named, made it less
    (
        "Shells killed 21 people in Barzan, the mayor said. The mayor lowered his toll to 17.",
        {"killed all": (17, 17)},
    ),
    (
        "Shells killed 21 people in Barzan, the mayor said. The toll was later revised down to 17.",
        {"killed all": (17, 17)},
    ),
    (
        "Shells killed 21 people in Barzan, the mayor said. The army lowered its toll to 17.",
        {"killed all": (21, 21)},
    ),
    # what is cut or falls near the toll is not the toll
    (
        "Shells killed 20 people in Barzan. Officials cut power as the death toll rose to 9.",
        {"killed all": (20, 20)},
    ),
    (
        "Shells killed 20 people in Barzan. The death toll after shells fell rose to 9.",
        {"killed all": (20, 20)},
    ),
    # of people who moved, a number stands for words
    (
        "Among the hundreds of people displaced, 175 were sheltering in tents.",
        {"displaced_stock all": (175, 175)},
    ),
    # households are no people: as many people at least
    (
        "Some 40 families fled Barzan.",
        {
            "displaced all": (40, None),
            "displaced households": (40, 40),
            "displaced civilian": (40, None),
        },
    ),
    # unless their people are counted beside them
    *[
        (
            f"Some 40 {households} were displaced from Barzan.",
            {
                "displaced all": (210, 210),
                "displaced households": (40, 40),
                "displaced civilian": (210, 210),
            },
        )
        for households in (
            "households (210 individuals)",
            "families (about 210 people)",
            "households, or 210 people,",
            "families, comprising 210 persons,",
        )
    ],
    # nothing is known of how many live where people are numbered elsewhere
    (
        "Residents fled Barzan. A camp in Erbil shelters 900 people.",
        {"displaced_stock all": (900, 900)},
    ),
    # those shot are no injured where as many died
    (
        "A man shot a clerk in Barzan. The clerk later died.",
        {"killed all": (1, 1), "killed civilian": (1, 1)},
    ),
    # none is a figure, and not the figure of those hurt
    ("Nobody was killed but nine people were hurt.", {"killed all": (0, 0), "injured all": (9, 9)}),
    # each measure its own
    (
        "BARZAN: 12 dead, 20 hurt, 3 missing",
        {"killed all": (12, 12), "injured all": (20, 20), "missing all": (3, 3)},
    ),
]


@pytest.mark.parametrize(("text", "told"), FIGURES)
def test_headline_figures(text, told):
    assert figures(text) == told


def test_the_main_incident_has_its_day_place_and_means():
    [account] = reading("A drone strike killed nine people in Barzan on Sunday.").accounts
    assert str(account.start) == str(account.end) == "2017-03-12"
    assert account.place.words == "Barzan"
    assert [weapon.code for weapon in account.means] == ["drone"]
