"""What belligerents concede."""

import pytest

from harmledger.grade import concessions
from harmledger.model import Held, Measure, Polarity, Range, Scope, ScopeKind, SourceKind, Status
from tests.grade.made import case, tells
from tests.make import actor, claim, source

ARMY = actor("the army")
ARMY_SAYS = source("The Army", SourceKind.MILITARY)
OWNS = {"perpetrator": ARMY, "source": ARMY_SAYS}

# reports; what is conceded
CASES = [
    ([tells(claim(4, **OWNS))], [("the army", Measure.KILLED, Range(4, 4))]),
    ([tells(claim(4, **OWNS)), tells(claim(6, **OWNS))], [("the army", "killed", Range(4, 6))]),
    (
        [tells(claim(perpetrator=actor("the militia", Held.CLAIMED)))],
        [("the militia", "killed", Range(12, 12))],
    ),
    # blamed by another, and answering in its own name
    (
        [tells(claim(12, perpetrator=ARMY)), tells(claim(3, source=ARMY_SAYS))],
        [("The Army", "killed", Range(3, 3))],
    ),
    ([tells(claim(12, perpetrator=ARMY))], []),
    ([tells(claim(0, **OWNS))], []),
    ([tells(claim(4, polarity=Polarity.DENIED, **OWNS))], []),
    ([tells(claim(4, status=Status.COMBATANT, **OWNS))], []),
    ([tells(claim(400, scope=Scope(ScopeKind.CUMULATIVE), **OWNS))], []),
    ([tells(claim(4, perpetrator=actor("the army", Held.DENIED), source=ARMY_SAYS))], []),
    # it counts what another did
    ([tells(claim(4, perpetrator=actor("the militia"), source=ARMY_SAYS))], []),
]


@pytest.mark.parametrize(("told", "expected"), CASES)
def test_concessions(told, expected):
    found = concessions(*case(*told))
    assert [(one.by, one.measure, one.range) for one in found] == expected
    assert all(one.claims for one in found)
