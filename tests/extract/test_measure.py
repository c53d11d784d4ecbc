"""What is counted, of whom: verbs, nouns, passives, adjectives, headlines, names, ellipsis."""

import pytest

from tests.extract.made import claims

CASES = [
    # sentence, measure, low, high, status, people
    # killed
    ("Shelling killed 12 shoppers.", "killed", 12, 12, "civilian", "all"),
    ("Twelve soldiers were shot dead.", "killed", 12, 12, "combatant", "all"),
    ("Eleven soldiers were martyred.", "killed", 11, 11, "combatant", "all"),
    ("The coalition neutralised 16 militants.", "killed", 16, 16, "combatant", "all"),
    ("Five aid workers lost their lives.", "killed", 5, 5, "civilian", "all"),
    ("The raid cost the lives of three medics.", "killed", 3, 3, "civilian", "all"),
    ("A mine claimed the life of a herder.", "killed", 1, 1, "civilian", "all"),
    ("The bodies of 17 men were dug up near a quarry.", "killed", 17, 17, "unknown", "men"),
    ("Eleven succumbed to their wounds.", "killed", 11, 11, "unknown", "all"),
    ("Nine people did not make it.", "killed", 9, 9, "unknown", "all"),
    ("Monitors verified 212 civilian deaths.", "killed", 212, 212, "civilian", "all"),
    ("The bombing claimed 40 lives.", "killed", 40, 40, "unknown", "all"),
    ("The killing of six farmers set off a feud.", "killed", 6, 6, "civilian", "all"),
    ("Farmer killed in Barzan", "killed", 1, 1, "civilian", "all"),
    ("Salim Nader was killed at the gate.", "killed", 1, 1, "civilian", "all"),
    ("Forty people were reported killed.", "killed", 40, 40, "unknown", "all"),
    # families by their members and by their size
    ("A couple and their infant son were killed.", "killed", 3, 3, "civilian", "all"),
    ("Two women and their four children died.", "killed", 6, 6, "civilian", "all"),
    ("A family of six was killed.", "killed", 6, 6, "civilian", "all"),
    # injured, casualties
    ("Rescuers treated 27 wounded soldiers.", "injured", 27, 27, "combatant", "all"),
    ("Twelve herders were shot and wounded.", "injured", 12, 12, "civilian", "all"),
    ("Fifteen people were taken to hospital.", "injured", 15, 15, "unknown", "all"),
    ("Dozens of girls suffered burns.", "injured", 24, None, "civilian", "children"),
    ("Civilians were wounded, some seriously.", "injured", None, None, "civilian", "all"),
    ("Eight killed and wounded in market blast", "casualties", 8, 8, "unknown", "all"),
    ("The ambush caused 17 casualties.", "casualties", 17, 17, "unknown", "all"),
    # missing, abducted, detained
    ("Nine people remain under the rubble.", "missing", 9, 9, "unknown", "all"),
    ("Forty villagers are missing.", "missing", 40, 40, "civilian", "all"),
    ("Gunmen kidnapped three nurses from a clinic.", "abducted", 3, 3, "civilian", "all"),
    ("Rebels captured five soldiers.", "abducted", 5, 5, "combatant", "all"),
    ("Police arrested 15 men.", "detained", 15, 15, "unknown", "men"),
    # people on the move
    ("Some 9,000 people fled Barzan overnight.", "displaced", 9000, 9000, "unknown", "all"),
    ("Fighting drove 6,400 people from their homes.", "displaced", 6400, 6400, "unknown", "all"),
    ("The camp now shelters 420,000 people.", "displaced_stock", 420000, 420000, "unknown", "all"),
    ("About 70,000 people are trapped in Kharab.", "present", 70000, 70000, "unknown", "all"),
]


@pytest.mark.parametrize(("text", "measure", "low", "high", "status", "people"), CASES)
def test_one_count_of_one_measure(text, measure, low, high, status, people):
    [claim] = claims(text)
    assert (claim.measure, claim.count.low, claim.count.high) == (measure, low, high)
    assert (claim.group.status, claim.group.people) == (status, people)


HELD = [
    # sentence, measure, low
    ("Taken to hospital with shrapnel wounds: 12.", "injured", 12),
    ("Admitted to hospital: 9 people", "injured", 9),
    ("Killed: 14 people.", "killed", 14),
]


@pytest.mark.parametrize(("text", "measure", "low"), HELD)
def test_a_label_before_a_colon_tells_the_measure(text, measure, low):
    [claim] = claims(text)
    assert (claim.measure, claim.count.low) == (measure, low)


def test_both_of_two_kinds_are_not_two():
    assert claims("The shelling killed both soldiers and civilians.") == []


SEVERAL = [
    # sentence, measure and least of each claim
    ("BARZAN: 12 dead, 20 hurt", [("killed", 12), ("injured", 20)]),
    ("Barzan blast: 27 killed 5 hurt", [("killed", 27), ("injured", 5)]),
    ("The bomber killed himself and six soldiers.", [("killed", 1), ("killed", 6)]),
    ("Drone kills 4, hurts 9 at Barzan depot", [("killed", 4), ("injured", 9)]),
    ("The blast left 30 dead and 50 wounded.", [("killed", 30), ("injured", 50)]),
    ("Rebels killed 14 soldiers and captured five.", [("killed", 14), ("abducted", 5)]),
    ("Shells destroyed six houses and killed two men.", [("housing_destroyed", 6), ("killed", 2)]),
    ("Six air raids killed nine people.", [("attacks", 6), ("killed", 9)]),
    ("Rebels fired 20 rockets and killed nine people.", [("attacks", 20), ("killed", 9)]),
    ("Four guards and a driver were killed.", [("killed", 4), ("killed", 1)]),
    ("Mines wounded five boys near Barzan and four near Kharab.", [("injured", 5), ("injured", 4)]),
]


@pytest.mark.parametrize(("text", "told"), SEVERAL)
def test_several_counts_in_one_sentence(text, told):
    assert [(claim.measure, claim.count.low) for claim in claims(text)] == told


def test_households_are_not_people():
    [claim] = claims("Some 600 families have returned to their homes.")
    assert (claim.measure, claim.count.low, claim.group.unit) == ("returned", 600, "households")


CONTROL = [
    # sentence, change, who, from whom, share
    ("Hamas captured the town of Barzan.", "gained", "Hamas", None, None),
    ("Rebels control about half of Barzan.", "held", "Rebels", None, 0.5),
    ("The town is held by the rebels.", "held", "rebels", None, None),
]


@pytest.mark.parametrize(("text", "kind", "by", "taken_from", "share"), CONTROL)
def test_control_of_a_place_holds_no_count(text, kind, by, taken_from, share):
    [claim] = claims(text)
    change = claim.change
    assert (claim.measure, claim.count) == ("control", None)
    assert (change.kind, change.by, change.taken_from) == (kind, by, taken_from)
    assert change.share_low == share
