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
]


@pytest.mark.parametrize(("lang", "text", "doer"), DOERS)
def test_who_did_it_by_the_words_beside_the_weapon(lang, text, doer):
    actor = claims(text, lang=lang)[0].perpetrator
    assert (actor and (actor.name, actor.held.value)) == doer
