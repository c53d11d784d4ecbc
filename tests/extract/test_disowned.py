"""Forces that deny what is told of them: the harm stays told, the doer is held and denied."""

import pytest

from tests.extract.ar.test_no_harm import claims as arabic
from tests.extract.made import claims

DENIED = [
    # text, who denies
    ("The airstrike killed nine. The army denied that its aircraft struck Barzan.", "The army"),
    ("Nine died in a strike, but the army denied its jets bombed the town.", "the army"),
    ("The army denied that its jets hit the market, where nine people were killed.", "The army"),
    ("The shelling killed nine people. Russia denied responsibility.", "Russia"),
    ("The group denied responsibility for the car bomb that killed nine people.", "The group"),
    ("The militia denied carrying out the raid, which killed nine people.", "The militia"),
]
ARABIC = [
    ("نفى الجيش قصف البلدة حيث قتل تسعة مزارعين.", "الجيش"),
    ("قتل تسعة مزارعين في غارة نفى الجيش تنفيذها.", "الجيش"),
    ("قتل تسعة مزارعين بقصف على البلدة. ونفى الجيش قصف البلدة.", "الجيش"),
    ("قتل تسعة مزارعين في غارة جوية، ونفت روسيا مسؤوليتها.", "روسيا"),
]


@pytest.mark.parametrize(("text", "name"), DENIED)
def test_who_denies_the_attack_is_held_and_denied(text, name):
    [claim] = claims(text)
    assert (claim.polarity, claim.count.low) == ("affirmed", 9)
    assert (claim.perpetrator.name, claim.perpetrator.held) == (name, "denied")


@pytest.mark.parametrize(("text", "name"), ARABIC)
def test_who_denies_the_attack_in_arabic(text, name):
    [claim] = arabic(text)
    assert (claim.polarity, claim.count.low) == ("affirmed", 9)
    assert (claim.perpetrator.name, claim.perpetrator.held) == (name, "denied")


NAMED = [
    # the first place, the second, the denial, of which of them it is
    ("Barzan", "Nahri", "Russia denied bombing Nahri.", [None, "denied"]),
    ("Barzan", "Nahri", "Russia denied striking the town of Nahri.", [None, "denied"]),
    ("Tell Abda", "Tell Nahri", "Russia denied bombing Tell Nahri.", [None, "denied"]),
    ("Barzan", "Nahri", "Russia denied bombing the towns.", ["denied", "denied"]),
    ("Barzan", "Tell Nahri", "Russia denied bombing Tell Abda.", ["denied", "denied"]),
    (
        "Barzan",
        "Nahri",
        "The Russian army in New Barzan denied carrying out the strikes.",
        ["denied", "denied"],
    ),
]


@pytest.mark.parametrize(("first", "second", "denial", "held"), NAMED)
def test_a_denial_that_names_one_place_is_of_that_place(first, second, denial, held):
    found = claims(f"Airstrikes killed nine people in {first} and seven in {second}. {denial}")
    assert [one.perpetrator and one.perpetrator.held for one in found] == held


TELLERS = [
    # text, who tells of the dead: not who denies to have done it
    ("The army denied hitting the school, where nine pupils were killed, medics said.", "medics"),
    ("Russia denied responsibility for the strike that killed nine pupils.", None),
    ("The army denied involvement in the massacre of nine pupils.", None),
]


@pytest.mark.parametrize(("text", "name"), TELLERS)
def test_who_denies_to_have_done_it_does_not_tell_of_the_dead(text, name):
    [claim] = claims(text)
    assert (claim.polarity, claim.source and claim.source.name) == ("affirmed", name)


OTHERS = [
    "The airstrike killed nine. The rescue service denied that its convoy had been attacked.",
    "The airstrike killed nine. The ministry denied that prices had risen.",
    "Nine people drowned. The army denied that its jets bombed the town.",
    "The army denied that nine soldiers were killed in the attack.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_who_denies_something_else_is_held_for_nothing(text):
    [claim] = claims(text)
    assert (claim.count.low, claim.perpetrator) == (9, None)


def test_whose_weapon_it_was_stays_who_did_it():
    [claim] = claims("A Turkish airstrike killed nine. The militia denied firing rockets.")
    assert (claim.perpetrator.name, claim.perpetrator.held) == ("Turkish", "known")
