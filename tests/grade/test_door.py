"""Grades of the Airwars scheme, each with its reasons, and dossiers gathered from readings."""

import pytest

from harmledger.grade import dossiers, grade, load_scheme
from harmledger.model import Held, Status
from tests.grade.made import case, tells
from tests.make import account, actor, claim, figure, incident, reading, report

AIRWARS = load_scheme("airwars")
ARMY, MILITIA = actor("the army"), actor("the militia")
FIGHTERS = {"status": Status.COMBATANT}

# reports, grade, first reason
CASES = [
    (
        [tells(claim(perpetrator=actor("the army", Held.CLAIMED)))],
        "confirmed",
        "the army accepts responsibility (residents in A, 12 killed).",
    ),
    (
        [tells(claim(perpetrator=ARMY)), tells(claim(perpetrator=MILITIA))],
        "contested",
        "Attributions compete: the army (A) and the militia (B).",
    ),
    ([tells(claim()), tells(claim())], "fair", "2 independent sources among A; B."),
    ([tells(claim())], "weak", "One independent source, carried by A."),
    (
        [tells(claim(), means=()), tells(claim(), means=())],
        "weak",
        "No report says what did the harm or who.",
    ),
    (
        [tells(claim(**FIGHTERS)), tells(claim(**FIGHTERS))],
        "discounted",
        "Only combatants are counted: residents in A, 12 killed; residents in B, 12 killed.",
    ),
]


@pytest.mark.parametrize(("told", "expected", "first"), CASES)
def test_grades(told, expected, first):
    found = grade(*case(*told), AIRWARS)
    assert found.grade == expected
    assert found.grade_reasons[0] == first


def test_every_grade_is_reached():
    assert {row[1] for row in CASES} == {step.grade for step in AIRWARS.steps}


def test_reasons_say_what_the_better_grades_lacked():
    found = grade(*case(tells(claim())), AIRWARS)
    assert found.grade_reasons == (
        "One independent source, carried by A.",
        "No count of this incident was read with a perpetrator.",
        "Not only combatants were harmed: residents in A, 12 killed.",
        "No belligerent accepts responsibility.",
    )


def test_grading_draws_figures_and_changes_nothing_else():
    before, dossier = case(tells(claim()), tells(claim(15)))
    after = grade(before, dossier, AIRWARS)
    assert [(one.group, one.low, one.high) for one in after.figures] == [
        ("all", 12, 15),
        ("civilian", 12, 15),
    ]
    assert (after.incident_id, after.claims) == (before.incident_id, before.claims)


def test_dossier_holds_what_the_incident_tells_and_no_more():
    ours, theirs, aside = claim(12), claim(3, at=90), claim(7, at=200)
    told = [
        (
            report(),
            reading(
                account(figure(12), claims=(ours.claim_id,)),
                account(figure(3), claims=(theirs.claim_id,)),
                claims=(ours, theirs, aside),
            ),
        )
    ]
    made = incident(accounts=(f"r1:{ours.claim_id}",), reports=("r1",))
    [found] = dossiers([made], told)
    assert [one.figures[0].low for one in found.accounts] == [12]
    assert list(found.claims) == [ours.claim_id]
    assert found.teller("r1") == "Tigris Wire"


def test_a_report_without_a_publisher_is_no_publisher_of_its_own():
    made = incident(accounts=("r1:",))
    [found] = dossiers([made], [(report(publisher=None), reading(account()))])
    assert found.teller("r1") == "an unnamed publisher"
    assert found.publisher("r1") is None


def test_what_the_reports_tell_besides_stands_aside():
    ours, aside = claim(12), claim(7, at=200)
    told = reading(account(figure(12), claims=(ours.claim_id,)), claims=(ours, aside))
    made = incident(accounts=(f"r1:{ours.claim_id}",))
    [found] = dossiers([made], [(report(), told)])
    assert [one.count.low for one in found.aside] == [7]
