"""Who is held to have done it, by the words beside the weapon or the verb."""

import pytest

from tests.extract.made import claims

NO_ATTACK = [
    # sentence, measures of its claims, code of the means of the last
    ("A plane crash killed 12 people near Barzan.", ["killed"], "traffic"),
    ("A passenger plane with 40 people on board crashed, killing 38.", ["killed"], None),
    ("Twelve people died when a small plane crashed into a hill.", ["killed"], None),
    ("A plane bombed a market, killing nine people.", ["killed"], "airstrike"),
    ("The army launched 12 drones, nine of which were shot down.", ["attacks"], "drone"),
    ("Of 40 drones launched, 12 were shot down.", ["attacks"], "drone"),
]


@pytest.mark.parametrize(("text", "measures", "code"), NO_ATTACK)
def test_what_crashes_is_no_attack(text, measures, code):
    found = claims(text)
    assert [claim.measure for claim in found] == measures
    assert (found[-1].means and found[-1].means.code) == code


DOWNED = [
    "Air defences shot down 12 drones overnight.",
    "12 drones were shot down over the port.",
    "The army intercepted 14 missiles.",
]


@pytest.mark.parametrize("text", DOWNED)
def test_what_is_shot_down_attacked_no_one(text):
    assert claims(text) == []


DOERS = [
    ("en", "Russian shelling killed four people in Barzan.", ("Russian", "known")),
    ("en", "Two civilians were killed in US drone strikes near Barzan.", ("US", "known")),
    ("en", "Seven people died in suspected Houthi shelling.", ("Houthi", "suspected")),
    ("en", "Three Israeli soldiers were killed in an attack on a post.", None),
    ("en", "Five civilians were killed in an air strike on a Syrian army base.", None),
    ("en", "Nine people were killed by rebels on the road.", ("rebels", "known")),
    ("ar", "قتل تسعة أشخاص في غارة جوية روسية على قرية كفرنوران.", ("روسية", "known")),
    ("ar", "قتل أربعة مدنيين في قصف مدفعي لقوات النظام على البلدة.", ("قوات النظام", "known")),
    ("ar", "قتل أربعة مدنيين في قصف على ثكنة للجيش.", None),
    # sides of a war by a common noun, states that fight together
    ("en", "Government shelling killed 12 people in Barzan.", ("Government", "known")),
    ("en", "The army shelled the town, killing 12 people.", ("army", "known")),
    ("en", "Regime warplanes struck the clinic, killing nine.", ("Regime", "known")),
    ("en", "Strikes by the US-led coalition killed 12 people.", ("US-led coalition", "known")),
    ("en", "Nine people died in an alleged coalition strike.", ("coalition", "suspected")),
    ("en", "A bill of the coalition government killed nine jobs and a man died.", None),
    ("en", "An ambush of an army convoy killed 12 people.", None),
    ("ar", "قتل تسعة أشخاص بغارات شنها التحالف الدولي.", ("التحالف الدولي", "known")),
    ("ar", "أصيب ثلاثة مدنيين بقصف مدفعي نفذته القوات التركية.", ("القوات التركية", "known")),
]


@pytest.mark.parametrize(("lang", "text", "doer"), DOERS)
def test_who_did_it_by_the_words_beside_the_weapon(lang, text, doer):
    actor = claims(text, lang=lang)[0].perpetrator
    assert (actor and (actor.name, actor.held.value)) == doer


FROM_THE_AIR = [
    ("قتل 12 شخصا في قصف طيران على البلدة.", "airstrike"),
    ("قتل 12 شخصا إثر قصف الطيران الحربي للبلدة.", "airstrike"),
    ("قتل 12 شخصا بقصف للطائرات الحربية.", "airstrike"),
    ("قتل 12 شخصا جراء استهداف الطيران الحربي سوقا.", "airstrike"),
    ("قتل 12 شخصا بقصف الطيران المسير على البلدة.", "drone"),
    ("قتل 12 شخصا بقصف مدفعي.", "shelling"),
]


@pytest.mark.parametrize(("text", "code"), FROM_THE_AIR)
def test_bombing_by_aircraft_is_no_shelling(text, code):
    [claim] = claims(text, lang="ar")
    assert claim.means.code == code


COALITION = (
    "The coalition assessed that 12 civilians were more likely than not unintentionally killed as "
    "a result of coalition strikes."
)


def test_what_a_force_assesses_of_its_own_strikes():
    [claim] = claims(COALITION)
    assert (claim.count.low, claim.group.status, claim.certainty) == (12, "civilian", "estimated")
    assert (claim.perpetrator.name, claim.source.name) == ("coalition", "The coalition")


SELVES = [
    # sentence, status of each of the killed
    ("The bomber killed himself and eight others.", ["combatant", "unknown"]),
    ("The gunman killed 12 people and then himself.", ["unknown", "combatant"]),
    ("The bomber set off his vest among worshippers, killing himself.", ["combatant"]),
    ("A woman killed herself and two soldiers.", ["civilian", "combatant"]),
]


@pytest.mark.parametrize(("text", "statuses"), SELVES)
def test_who_killed_himself_is_what_he_was_and_the_others_may_be_anyone(text, statuses):
    assert [claim.group.status for claim in claims(text)] == statuses
