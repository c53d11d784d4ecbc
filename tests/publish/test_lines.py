"""The JSON Lines files hold what MODEL.md says they hold."""

import json
from dataclasses import replace

from harmledger.model import Change, Incident, Measure, Tombstone
from harmledger.model.codec import load
from harmledger.publish import lines
from tests.make import claim, figure
from tests.publish.made import LOCATED, SINCE, STRIKE, release

CLAIM_KEYS = """
    claim_id report_id measure group count scope polarity certainty hedge source means
    perpetrator target change place time evidence rule confidence
"""
REPORT_KEYS = """
    report_id sha256 lang title publisher published url place start end means figures
"""


def rows(sheet):
    return [json.loads("".join(row)) for row in sheet.rows]


def test_reports_are_sorted_and_whole():
    found = rows(lines.reports(release()))
    assert [row["report_id"] for row in found] == ["r1", "r2", "r3"]
    assert all(list(row) == REPORT_KEYS.split() for row in found)


def test_a_report_has_its_main_incident():
    row = rows(lines.reports(release()))[0]
    assert (row["start"], row["end"], row["means"]) == ("2017-03-14", "2017-03-14", ["airstrike"])
    assert row["place"]["lat"] == 36.3456789
    assert row["figures"] == [
        {
            "measure": "killed",
            "group": "all",
            "unit": "people",
            "low": 12,
            "high": 12,
            "claims": [STRIKE.claim_id],
        }
    ]


def test_the_unit_of_a_claim_that_is_not_at_hand_is_not_known():
    counted = figure(12, claims=(STRIKE.claim_id,))
    assert [row["unit"] for row in lines.figure_rows([counted], [STRIKE])] == ["people"]
    assert [row["unit"] for row in lines.figure_rows([counted], [])] == [None]


def test_a_report_that_was_not_read_says_nothing():
    row = rows(lines.reports(release()))[2]
    assert row["publisher"] == "وكالة النهر"
    assert (row["place"], row["means"], row["figures"]) == (None, None, [])


def test_claims_are_sorted_and_whole():
    found = rows(lines.claims(release()))
    assert [row["claim_id"] for row in found] == sorted([STRIKE.claim_id, SINCE.claim_id])
    assert all(list(row) == CLAIM_KEYS.split() for row in found)


def test_a_claim_of_an_incident():
    row = lines.claim_row(STRIKE)
    assert row["scope"] == {"kind": "incident", "per": None, "start": None, "end": None}
    assert row["means"] == {"code": "airstrike", "words": "strike"}
    assert row["source"]["name"] == "Umm Salma"
    assert row["evidence"]["quote"] == "killing 12 civilians"
    assert row["time"]["precision"] == "day"
    assert row["perpetrator"] is None


def test_a_cumulative_claim_has_its_stretch():
    scope = lines.claim_row(SINCE)["scope"]
    assert (scope["start"], scope["end"]) == ("2016-10-17", "2017-03-14")


def test_control_holds_no_count():
    change = Change("gained", by="the army", taken_from="the rebels", share_low=0.5)
    row = lines.claim_row(replace(claim(), measure=Measure.CONTROL, count=None, change=change))
    assert row["count"] is None
    assert row["change"] == {
        "kind": "gained",
        "by": "the army",
        "from": "the rebels",
        "share": {"low": 0.5, "high": None},
    }


def test_incidents_are_sorted_and_can_be_read_back():
    found = rows(lines.incidents(release()))
    assert [row["code"] for row in found] == [
        "unknown-the-old-mill-0a00",
        "2017-03-14-mosul-1f3a",
    ]
    assert list(found[1])[:2] == ["incident_id", "code"]
    assert load(Incident, found[1]) == LOCATED


def test_tombstones_tell_what_leads_elsewhere():
    stones = (
        Tombstone("b-2", "2", ("a-1",), "joined", accounts=("r2:",)),
        Tombstone("a-1", "1", ("a-1",), "together again", parted=("r3:",)),
        Tombstone("a-0", "0", (), "no report tells of it"),
    )
    found = rows(lines.tombstones(release(tombstones=stones)))
    assert [(row["code"], row["to"]) for row in found] == [("a-0", []), ("b-2", ["a-1"])]


def test_set_aside():
    [row] = rows(lines.set_aside(release()))
    assert row == {
        "item": "r2",
        "stage": "extract",
        "reason": "no_claim",
        "detail": "no claim in r2",
    }
