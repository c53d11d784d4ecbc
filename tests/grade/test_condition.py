"""Conditions: whether each holds, in a sentence that names sources and counts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from harmledger.grade import load_scheme
from harmledger.grade.condition import CONDITIONS
from harmledger.model import (
    Held,
    Measure,
    PlacePrecision,
    Polarity,
    SourceKind,
    Status,
    Weapon,
)
from tests.grade.made import case, tells
from tests.make import DAY, actor, claim, place, source

RULES = load_scheme("airwars").rules
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
    (
        "competing_attributions",
        [tells(claim())],
        False,
        "No count of this incident was read with a perpetrator.",
    ),
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
    (
        "perpetrator_named",
        [tells(claim(perpetrator=ARMY)), tells(claim())],
        True,
        "A perpetrator is named: the army (A).",
    ),
    # who denies is not blamed, even where the account lists it
    (
        "perpetrator_named",
        [tells(claim(perpetrator=actor("the army", Held.DENIED)))],
        False,
        "No count of this incident was read with a perpetrator.",
    ),
    (
        "somebody_killed",
        [tells(claim(12))],
        True,
        "Somebody was killed: residents in A, 12 killed.",
    ),
    ("somebody_killed", [tells(claim(0))], False, "Nobody is counted as killed."),
    ("somebody_killed", [tells(claim(3, measure=Measure.INJURED))], False, None),
    ("somebody_killed", [tells(claim(12, polarity=Polarity.DENIED))], False, None),
    ("time_told", [tells(claim())], True, "A time is told: 2017-03-14."),
    ("day_told", [tells(claim())], True, "The day is told: 2017-03-14."),
    ("place_told", [tells(claim())], True, "The place is told: Mosul (city)."),
]


@pytest.mark.parametrize(("name", "told", "holds", "sentence"), CASES)
def test_condition(name, told, holds, sentence):
    found = CONDITIONS[name](*case(*told), RULES)
    assert found.holds is holds
    if sentence is not None:
        assert found.says == sentence


def test_relays_count_once():
    told = case(tells(claim()), tells(claim()), tells(claim()), independent_sources=1)
    found = CONDITIONS["two_independent_sources"](*told, RULES)
    assert found.holds is False
    assert found.says == "One independent source, carried by A; B; C."


def test_many_sources_are_named_in_part():
    told = case(*(tells(claim()) for _ in range(5)))
    found = CONDITIONS["two_independent_sources"](*told, RULES)
    assert found.says == "5 independent sources among A; B; C and 2 more."


# what is known of when; whether a time and whether a day is told
DAYS = [
    (None, None, False, False),
    (DAY, DAY, True, True),
    (DAY, DAY + timedelta(days=1), True, True),
    (DAY, DAY + timedelta(days=20), True, False),
]


@pytest.mark.parametrize(("start", "end", "time", "day"), DAYS)
def test_a_day_is_told_or_a_time(start, end, time, day):
    told = case(tells(claim()), start=start, end=end)
    found = [CONDITIONS[name](*told, RULES).holds for name in ("time_told", "day_told")]
    assert found == [time, day]


# place; whether it is told; sentence
PLACES = [
    (None, False, "No report says where it was."),
    (
        place("Iraq", precision=PlacePrecision.COUNTRY),
        False,
        "The place is not told closely: Iraq (a country).",
    ),
    (
        place("the hill", precision=PlacePrecision.NONE),
        False,
        "The place is not told closely: the hill (not found in any gazetteer).",
    ),
    (place("Badush"), True, "The place is told: Badush (city)."),
]


@pytest.mark.parametrize(("where", "holds", "sentence"), PLACES)
def test_a_place_is_smaller_than_a_country(where, holds, sentence):
    found = CONDITIONS["place_told"](*case(tells(claim()), place=where), RULES)
    assert (found.holds, found.says) == (holds, sentence)


def test_whom_its_reports_name_elsewhere_is_said():
    incident, dossier = case(tells(claim()))
    besides = replace(dossier, aside=(claim(45, at=200, perpetrator=ARMY),))
    found = CONDITIONS["perpetrator_named"](incident, besides, RULES)
    assert found.says.endswith("with a perpetrator. Elsewhere in its reports: the army.")


CIVIL_DEFENCE = source("the civil defence", SourceKind.CIVIL_DEFENCE)
HOSPITAL = source("the city hospital", SourceKind.MEDICAL)
# sources in three reports without a publisher, independent as linking has it; sources that stand
UNNAMED = [
    ((None, None, None), 1),
    ((source(), source(), source()), 1),
    ((CIVIL_DEFENCE, HOSPITAL, None), 2),
    ((CIVIL_DEFENCE, CIVIL_DEFENCE, CIVIL_DEFENCE), 1),
]


@pytest.mark.parametrize(("sources", "standing"), UNNAMED)
def test_reports_without_a_publisher_are_one_source_but_for_whom_they_name(sources, standing):
    incident, dossier = case(*(tells(claim(source=one)) for one in sources))
    nameless = {key: replace(one, publisher=None) for key, one in dossier.reports.items()}
    dossier = replace(dossier, reports=nameless)
    found = CONDITIONS["two_independent_sources"](incident, dossier, RULES)
    assert found.holds is (standing > 1)
    assert "an unnamed publisher" in found.says
    each = replace(RULES, unnamed_publisher="each")
    assert CONDITIONS["two_independent_sources"](incident, dossier, each).holds


def test_every_condition_is_in_the_table_and_explained():
    assert {row[0] for row in CASES} == set(CONDITIONS)
    assert all(condition.__doc__ for condition in CONDITIONS.values())
