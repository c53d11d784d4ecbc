"""Conditions: whether each holds, in a sentence that names sources and counts."""

import pytest

from harmledger.grade.condition import CONDITIONS
from harmledger.model import Held, Polarity, SourceKind, Status, Weapon
from tests.grade.made import case, tells
from tests.make import actor, claim, source

ARMY, MILITIA = actor("the army"), actor("the militia")
ARMY_SAYS = source("The Army", SourceKind.MILITARY)
FIGHTERS = {"status": Status.COMBATANT}

# condition, reports, whether it holds, sentence
CASES = [
    (
        "belligerent_accepts",
        [tells(claim(perpetrator=actor("the militia", Held.CLAIMED)))],
        True,
        "the militia accepts responsibility (residents in A, 12 killed).",
    ),
    (
        "belligerent_accepts",
        [tells(claim(4, perpetrator=ARMY, source=ARMY_SAYS))],
        True,
        "the army accepts responsibility (The Army in A, 4 killed).",
    ),
    (
        "belligerent_accepts",
        [tells(claim(perpetrator=ARMY))],
        False,
        "No belligerent accepts responsibility.",
    ),
    # it counts the dead, as another's doing
    ("belligerent_accepts", [tells(claim(perpetrator=MILITIA, source=ARMY_SAYS))], False, None),
    # it claims to have killed fighters, or none
    (
        "belligerent_accepts",
        [tells(claim(perpetrator=ARMY, source=ARMY_SAYS, **FIGHTERS))],
        False,
        None,
    ),
    ("belligerent_accepts", [tells(claim(0, perpetrator=ARMY, source=ARMY_SAYS))], False, None),
    (
        "belligerent_accepts",
        [tells(claim(perpetrator=ARMY, source=ARMY_SAYS, polarity=Polarity.DENIED))],
        False,
        None,
    ),
    (
        "belligerent_accepts",
        [tells(claim(perpetrator=actor("the army", Held.DENIED), source=ARMY_SAYS))],
        False,
        None,
    ),
    (
        "only_combatants_harmed",
        [tells(claim(5, **FIGHTERS)), tells(claim(6, source=None, **FIGHTERS))],
        True,
        "Only combatants are counted: residents in A, 5 killed; B, 6 killed.",
    ),
    (
        "only_combatants_harmed",
        [tells(claim(5, **FIGHTERS)), tells(claim(1, status=Status.UNKNOWN))],
        False,
        "Not only combatants were harmed: residents in B, 1 killed.",
    ),
    (
        "only_combatants_harmed",
        [tells(claim(5, perpetrator=ARMY, source=ARMY_SAYS, **FIGHTERS))],
        False,
        "That only combatants were harmed is the perpetrator's word alone.",
    ),
    ("only_combatants_harmed", [tells()], False, "Nobody is counted as killed or injured."),
    (
        "competing_attributions",
        [tells(claim(perpetrator=ARMY)), tells(claim(perpetrator=MILITIA))],
        True,
        "Attributions compete: the army (A) and the militia (B).",
    ),
    # a joint action, and two ways to name one
    (
        "competing_attributions",
        [
            tells(claim(perpetrator=ARMY), claim(3, at=50, perpetrator=MILITIA)),
            tells(claim(perpetrator=ARMY)),
        ],
        False,
        "Attributions do not compete: the army, the militia.",
    ),
    (
        "competing_attributions",
        [tells(claim(perpetrator=ARMY)), tells(claim(perpetrator=actor("the northern army")))],
        False,
        None,
    ),
    # who denies is not blamed
    (
        "competing_attributions",
        [
            tells(claim(perpetrator=ARMY)),
            tells(claim(perpetrator=actor("the militia", Held.DENIED)), perpetrators=()),
        ],
        False,
        None,
    ),
    ("competing_attributions", [tells(claim())], False, "No report names a perpetrator."),
    (
        "two_independent_sources",
        [tells(claim()), tells(claim())],
        True,
        "2 independent sources among A; B.",
    ),
    (
        "two_independent_sources",
        [tells(claim())],
        False,
        "One independent source, carried by A.",
    ),
    (
        "action_likely_or_declared",
        [tells(claim())],
        True,
        "An action is told (airstrike): A.",
    ),
    (
        "action_likely_or_declared",
        [tells(claim(perpetrator=ARMY), means=())],
        True,
        "An action is told (the army): A.",
    ),
    (
        "action_likely_or_declared",
        [tells(claim(), means=(Weapon("car_bomb", "a car bomb"),)), tells(claim())],
        True,
        "An action is told (airstrike, car bomb): A; B.",
    ),
    (
        "action_likely_or_declared",
        [tells(claim(), means=())],
        False,
        "No report says what did the harm or who.",
    ),
]


@pytest.mark.parametrize(("name", "told", "holds", "sentence"), CASES)
def test_condition(name, told, holds, sentence):
    found = CONDITIONS[name](*case(*told))
    assert found.holds is holds
    if sentence is not None:
        assert found.says == sentence


def test_relays_count_once():
    told = case(tells(claim()), tells(claim()), tells(claim()), independent_sources=1)
    found = CONDITIONS["two_independent_sources"](*told)
    assert found.holds is False
    assert found.says == "One independent source, carried by A; B; C."


def test_many_sources_are_named_in_part():
    told = case(*(tells(claim()) for _ in range(5)))
    found = CONDITIONS["two_independent_sources"](*told)
    assert found.says == "5 independent sources among A; B; C and 2 more."


def test_every_condition_is_in_the_table_and_explained():
    assert {row[0] for row in CASES} == set(CONDITIONS)
    assert all(condition.__doc__ for condition in CONDITIONS.values())
