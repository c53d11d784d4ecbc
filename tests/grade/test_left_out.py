"""What the scheme leaves out of a range, in sentences."""

from dataclasses import replace
from datetime import date

import pytest

from harmledger.grade import grade, load_scheme
from harmledger.grade.left_out import left_out
from harmledger.grade.ranges import figures
from harmledger.model import Polarity, Scope, ScopeKind, SourceKind, Status, Supersession
from tests.grade.made import case, tells
from tests.make import actor, claim, source

AIRWARS, UCDP = load_scheme("airwars"), load_scheme("ucdp")
ARMY = actor("the army")
ARMY_SAYS = source("The Army", SourceKind.MILITARY)
CIVIL = source("the civil defence", SourceKind.CIVIL_DEFENCE)

# scheme, reports, the sentences
CASES = [
    (AIRWARS, [tells(claim(12)), tells(claim(9))], []),
    (
        AIRWARS,
        [tells(claim(12, perpetrator=ARMY)), tells(claim(0, source=ARMY_SAYS))],
        ["Left out: 0 killed (The Army in B, 2017-03-15); a perpetrator's word about itself."],
    ),
    (
        UCDP,
        [tells(claim(12)), tells(claim(90, source=ARMY_SAYS))],
        [
            "Left out: 90 killed (The Army in B, 2017-03-15); "
            "who says so counts only where nobody else does."
        ],
    ),
    (UCDP, [tells(claim(90, source=ARMY_SAYS))], []),
    # what its own claim says of itself is not said again
    (AIRWARS, [tells(claim(12)), tells(claim(9, polarity=Polarity.DENIED))], []),
    (AIRWARS, [tells(claim(12)), tells(claim(9, scope=Scope(ScopeKind.CUMULATIVE)))], []),
]


@pytest.mark.parametrize(("scheme", "told", "expected"), CASES)
def test_left_out(scheme, told, expected):
    incident, dossier = case(*told)
    assert list(left_out(incident, dossier, scheme.rules)) == expected
    reasons = grade(incident, dossier, scheme).grade_reasons
    assert list(reasons[len(reasons) - len(expected) :]) == expected


def replacing():
    """The civil defence counts four civilians, then six; residents count four fighters."""
    incident, dossier = case(
        tells(claim(4, source=CIVIL)),
        tells(claim(6, source=CIVIL)),
        tells(claim(4, status=Status.COMBATANT)),
    )
    days = {"r0": date(2017, 3, 15), "r1": date(2017, 3, 17), "r2": date(2017, 3, 15)}
    reports = {key: replace(one, published=days[key]) for key, one in dossier.reports.items()}
    (old,), (new,) = (
        [one.claim_id for one in dossier.claims.values() if one.report_id == report]
        for report in ("r0", "r1")
    )
    anew = Supersession((old,), (new,), "killed: 4 on 2017-03-15, 6 on 2017-03-17")
    return replace(incident, superseded=(anew,)), replace(dossier, reports=reports)


def test_a_replaced_count_is_said_with_what_replaced_it_and_disputes_nothing():
    incident, dossier = replacing()
    assert list(left_out(incident, dossier, AIRWARS.rules)) == [
        "Left out: 4 killed (the civil defence in A, 2017-03-15); "
        "replaced by 6 killed (the civil defence in B, 2017-03-17)."
    ]
    found = {one.group: (one.low, one.high) for one in figures(incident, dossier, AIRWARS.rules)}
    assert found["civilian"] == (6, 6)
