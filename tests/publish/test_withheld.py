"""What one file of a release withholds, no other file of it tells."""

import json
from dataclasses import replace

import pytest

from harmledger.grade import load_scheme
from harmledger.link.assemble import code
from harmledger.model import (
    Actor,
    Candidate,
    Link,
    Place,
    PlacePrecision,
    Reason,
    Relay,
    SetAside,
    SourceKind,
    Tombstone,
)
from harmledger.pipeline import release as put_together
from harmledger.publish import FORMATS
from tests.make import DAY, account, claim, figure, incident, place, reading, report, source
from tests.publish.made import release

SECRET = "Salma Nadir"
SLUG = SECRET.lower().replace(" ", "-")
EXACT = place(
    "Lane 9",
    id="own:1",
    words=f"{SECRET}'s house",
    lat=36.3456789,
    lon=43.1298765,
    precision=PlacePrecision.EXACT,
    candidates=(
        Candidate("own:1", "Lane 9", 36.3456789, 43.1298765, PlacePrecision.EXACT, 0.9, (SECRET,)),
    ),
)
QUOTED = claim(
    12,
    quote=f"{SECRET} lost 12 of hers",
    source=source(SECRET, SourceKind.WITNESS),
    target=Actor(f"the house of {SECRET}", SECRET),
    place=EXACT,
)
# no gazetteer knows it
UNLOCATED = Place(f"near the house of {SECRET}")
# it has no point, what was weighed has one
COUNTRY = replace(EXACT, name="Iraq", lat=None, lon=None, precision=PlacePrecision.COUNTRY)
# an exact place, told more widely
STAND_IN = replace(EXACT, precision=PlacePrecision.DISTRICT)
# the project's own gazetteer knows it, and nobody else's
OWN = replace(EXACT, name=f"{SECRET}'s house", id=f"own:{SECRET}")
PLACES = {
    "exact": EXACT,
    "unlocated": UNLOCATED,
    "country": COUNTRY,
    "stand-in": STAND_IN,
    "own house": OWN,
    "own house, told more widely": replace(
        OWN,
        precision=PlacePrecision.DISTRICT,
        candidates=(replace(EXACT.candidates[0], id=OWN.id, name=OWN.name),),
    ),
}
TOLD = account(claims=(QUOTED.claim_id,), place=EXACT)
LINK = Link("r1:", "r2:", 3.0, (Reason("voice", 3.0, f"both quote {SECRET}"),))
HELD = incident(
    place=EXACT,
    grade="weak",
    grade_reasons=(f"Graded weak by {SECRET}",),
    links=(LINK,),
    relays=(Relay("r2:", "r1:", f"both give {SECRET}'s 12 killed"),),
)
KEPT = release(
    reports=(report(title=f"{SECRET}'s house hit", url=f"https://post.example/{SLUG}"),),
    readings=(replace(reading(TOLD, claims=(QUOTED,)), place=EXACT),),
    incidents=(HELD,),
    set_aside=(
        SetAside(f"/home/{SECRET}/scan.pdf", "ingest", "encrypted", "needs a password"),
        SetAside("c1", "judge", "claim_withdrawn", f"{SECRET} on 2026-03-01: entered twice"),
    ),
    tombstones=(Tombstone("a-1", "1", ("a-2",), f"{SECRET} judged them one"),),
)
PASSED_ON = replace(KEPT, record=False)


def text(name, going_out):
    return "".join(piece for piece, _ in FORMATS[name](going_out).pieces())


def at(where):
    """The release with everything in it told of one place, and its totals by place."""
    told = reading(replace(TOLD, place=where), claims=(replace(QUOTED, place=where),))
    held = replace(HELD, place=where, code=code(HELD.incident_id, DAY, where, 4))
    return replace(
        PASSED_ON,
        readings=(told, replace(told, report_id="r2", accounts=(), place=where)),
        reports=(*PASSED_ON.reports, report(report_id="r2", title=SECRET)),
        incidents=(held,),
        totals=put_together(load_scheme(), incidents=[replace(held, figures=(figure(12),))]).totals,
    )


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("name", FORMATS)
def test_no_file_of_a_release_names_whom_another_withholds(name, where):
    written = text(name, at(PLACES[where]))
    assert SECRET not in written
    assert SLUG not in written
    assert "36.3456789" not in written


@pytest.mark.parametrize("name", FORMATS)
def test_a_whole_release_and_the_working_record_are_one_in_json_lines(name):
    if name.endswith(".jsonl"):
        assert text(name, replace(PASSED_ON, whole=True)) == text(name, KEPT)
        # every one of them is put to the test above
        assert SECRET in text(name, KEPT) or "36.3456789" in text(name, KEPT)


def test_what_is_withheld_says_so_and_is_not_blank():
    assert '"quote": "withheld"' in text("claims.jsonl", PASSED_ON)
    assert '"title": "withheld"' in text("reports.jsonl", PASSED_ON)
    assert '"url": "withheld"' in text("reports.jsonl", PASSED_ON)
    assert '"id": "withheld"' in text("incidents.jsonl", at(OWN))
    assert '"words": "withheld"' in text("incidents.jsonl", at(UNLOCATED))
    assert '"because": "withheld"' in text("tombstones.jsonl", PASSED_ON)
    assert '"item": "scan.pdf"' in text("set_aside.jsonl", PASSED_ON)
    warning = "JSON Lines are the working record"
    assert warning in text("READ_ME_FIRST.txt", KEPT)
    assert text("READ_ME_FIRST.txt", PASSED_ON).count(warning) == 0


def test_own_places_that_hold_many_keep_their_names():
    camp = replace(OWN, name="Kasra camp", id="own:kasra", precision=PlacePrecision.NEIGHBOURHOOD)
    camp = replace(camp, candidates=())
    assert "Kasra camp" in text("incidents.csv", at(camp))
    assert "own:kasra" in text("incidents.csv", at(camp))
    assert ",Kasra camp," in text("totals.csv", at(camp))


def test_a_claim_keeps_its_id_whatever_is_withheld_of_it():
    for where in PLACES.values():
        going_out = at(where)
        (known,) = (one.claim_id for one in going_out.readings[0].claims)
        assert json.loads(text("claims.jsonl", going_out))["claim_id"] == known
        assert text("claims.csv", going_out).splitlines()[1].startswith(f"{known},")
