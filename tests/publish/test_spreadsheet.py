"""CSV: safe to open, the same columns whatever the rows, unknown left blank."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.publish import claim_table, incident_table
from harmledger.publish.spreadsheet import FORMULA, MARK, line, safe
from tests.publish.made import STRIKE, release

# cell, safe cell
CASES = [
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    ("+1", "'+1"),
    ("-12 people", "'-12 people"),
    ("@army", "'@army"),
    ("\tx", "'\tx"),
    ("the army", "the army"),
    ("", ""),
    (None, None),
    (-73.2, -73.2),
    (12, 12),
]


@pytest.mark.parametrize(("cell", "expected"), CASES)
def test_safe(cell, expected):
    assert safe(cell) == expected


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@given(st.lists(TEXT, min_size=1, max_size=4))
def test_a_line_reads_back_and_no_cell_is_a_formula(cells):
    [found] = csv.reader(StringIO(line(cells), newline=""))
    assert [cell.removeprefix("'") for cell in found] == [cell.removeprefix("'") for cell in cells]
    assert not any(cell.startswith(FORMULA) for cell in found)


def table(sheet):
    text = "".join(piece for piece, _ in sheet.pieces())
    assert text.startswith(MARK)
    return list(csv.DictReader(StringIO(text.removeprefix(MARK), newline="")))


@pytest.mark.parametrize("make", [incident_table.incidents, claim_table.claims])
def test_an_empty_release_has_its_header(make):
    empty = release(readings=(), incidents=())
    full, none = ("".join(piece for piece, _ in make(one).pieces()) for one in (release(), empty))
    assert none == full[: len(none)]
    assert table(make(empty)) == []


def test_incidents():
    [elsewhere, located] = table(incident_table.incidents(release()))
    assert located["code"] == "2017-03-14-mosul-1f3a"
    assert (located["killed_all_low"], located["killed_all_high"]) == ("10", "12")
    assert located["injured_children_high"] == "3"
    assert located["injured_all_low"] == ""  # unknown is not 0
    assert (located["lat"], located["lon"]) == ("36.346", "43.13")
    assert (elsewhere["place"], elsewhere["lat"], elsewhere["start"]) == (
        "withheld",
        "",
        "2017-03-14",
    )
    assert elsewhere["perpetrators"] == "'@army"


def test_claims():
    found = {row["claim_id"]: row for row in table(claim_table.claims(release()))}
    row = found[STRIKE.claim_id]
    assert (row["publisher"], row["published"]) == ("Tigris Wire", "2017-03-15")
    assert (row["low"], row["bound"], row["measure"]) == ("12", "exact", "killed")
    assert (row["source_name"], row["source_kind"]) == ("withheld", "witness")
    [other] = [row for claim_id, row in found.items() if claim_id != STRIKE.claim_id]
    assert (other["source_name"], other["perpetrator_held"]) == ("'=1+1", "suspected")


def test_no_table_holds_words_of_the_report():
    tables = [incident_table.incidents(release()), claim_table.claims(release())]
    for sheet in tables:
        text = "".join(piece for piece, _ in sheet.pieces())
        assert "killing 12 civilians" not in text
        assert "Umm Salma," not in text
        assert "carried by" not in text
