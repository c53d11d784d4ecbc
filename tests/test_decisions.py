"""What decisions change of what reports tell, before anything is linked or graded."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from harmledger.decisions import Decisions, standing
from harmledger.meant import incident_named, incident_of
from harmledger.model import Gone, LedgerError, Measure, Override, Retraction
from tests.make import account, actor, claim, figure, incident, reading, report

AT = datetime(2026, 3, 1, tzinfo=UTC)
KILLED = claim(12, perpetrator=actor("the army"))
HURT = claim(3, at=60, measure=Measure.INJURED)
TOLD = account(
    figure(12, claims=(KILLED.claim_id,)),
    figure(3, measure=Measure.INJURED, claims=(HURT.claim_id,)),
    claims=(KILLED.claim_id, HURT.claim_id),
    perpetrators=("the army",),
)
READ = reading(TOLD, claims=(KILLED, HURT))


def gone(what, *items):
    return Decisions(retractions=[Retraction(what, item, "Amal", AT, "why") for item in items])


def test_nothing_decided_changes_nothing():
    assert standing([(report(), READ)], Decisions()) == [(report(), READ)]


def test_a_retracted_report_tells_nothing():
    assert standing([(report(), READ)], gone(Gone.REPORT, "r1")) == []
    assert standing([(report(), READ)], gone(Gone.REPORT, "r2")) == [(report(), READ)]


def test_a_withdrawn_claim_takes_its_figure_and_what_it_alone_says_along():
    [(_, found)] = standing([(report(), READ)], gone(Gone.CLAIM, KILLED.claim_id))
    (left,) = found.accounts
    assert found.claims == (HURT,)
    assert [one.measure for one in left.figures] == [Measure.INJURED]
    assert left.perpetrators == ()
    # judgements name the account by its id, which is that of its first claim
    assert left.account_id == TOLD.account_id


def test_a_figure_that_loses_one_of_its_claims_is_what_the_others_add_up_to():
    men, women = claim(5, at=0), claim(3, None, at=60)
    both = figure(8, None, claims=(men.claim_id, women.claim_id))
    told = reading(account(both, claims=both.claims), claims=(men, women))
    [(_, found)] = standing([(report(), told)], gone(Gone.CLAIM, men.claim_id))
    [left] = found.accounts[0].figures
    assert (left.low, left.high, left.claims) == (3, None, (women.claim_id,))


def test_what_another_claim_says_too_stays_said():
    again = replace(HURT, perpetrator=actor("the army"))
    told = reading(replace(TOLD, perpetrators=("the army",)), claims=(KILLED, again))
    [(_, found)] = standing([(report(), told)], gone(Gone.CLAIM, KILLED.claim_id))
    assert found.accounts[0].perpetrators == ("the army",)


def test_an_account_without_a_claim_left_is_left_out():
    both = gone(Gone.CLAIM, KILLED.claim_id, HURT.claim_id)
    [(_, found)] = standing([(report(), READ)], both)
    assert (found.claims, found.accounts) == ((), ())


def test_every_decision_that_keeps_something_back_says_so():
    made = Decisions(
        overrides=[Override("lost", "grade", "fair", None, None, "Amal", AT, "why")],
        retractions=[
            Retraction(Gone.CLAIM, "c1", "Amal", AT, "twice"),
            Retraction(Gone.REPORT, "r1", "Amal", AT, "made up"),
        ],
    )
    found = [(one.item, one.reason) for one in made.set_aside([incident()])]
    assert found == [
        ("c1", "claim_withdrawn"),
        ("r1", "report_retracted"),
        ("lost", "override_without_incident"),
    ]
    assert [*made.set_aside([incident(incident_id="lost")])][-1].item == "r1"


INCIDENTS = [
    incident(incident_id="aa11", code="2017-03-14-mosul-aa11"),
    incident(incident_id="bb22", code="2017-03-14-mosul-bb22"),
    incident(incident_id="cc33", code="2018-01-01-aa11-cc33"),
]
# what a person says, the incident that is meant
NAMES = [
    ("aa11", "aa11"),
    ("2017-03-14-mosul-bb22", "bb22"),
    ("mosul-bb22", "bb22"),
    ("cc33", "cc33"),
    ("mosul", None),
    ("22", None),
    ("", None),
    ("-bb22", None),
]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_incidents_are_named_by_id_code_or_the_end_of_it(name, expected):
    found = incident_of(name, INCIDENTS)
    assert (found and found.incident_id) == expected


def test_a_former_code_means_the_incident_that_holds_it_unless_several_do():
    one, other = (
        replace(each, former_codes=("old-1", own))
        for each, own in zip(INCIDENTS, ("old-2", "old-3"), strict=False)
    )
    assert incident_of("old-2", [one, other]) == one
    assert incident_of("old-1", [one, other]) is None
    assert incident_of("2", [one, other]) == one  # the end of it


def test_an_end_of_two_codes_means_neither_and_both_are_told():
    one, other = (replace(INCIDENTS[at], former_codes=(f"x{at}-f697",)) for at in (0, 1))
    assert incident_of("f697", [one, other]) is None
    with pytest.raises(LedgerError, match="mosul-aa11 and 2017-03-14-mosul-bb22"):
        incident_named("f697", [one, other])
