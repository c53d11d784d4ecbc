"""What a stranger is told of the files: every column, what is withheld, and under which scheme."""

import pytest

from harmledger.publish import FORMATS
from harmledger.publish.claim_table import COLUMNS as CLAIMS
from harmledger.publish.incident_table import COLUMNS as INCIDENTS
from harmledger.publish.total_table import COLUMNS as TOTALS
from harmledger.vocab.load import entries
from tests.publish.made import release

DESCRIBED = {one.id for one in entries("columns.yml", knows=frozenset(), needs=frozenset())}
TABLES = [("claims", CLAIMS), ("incidents", INCIDENTS), ("totals", TOTALS)]


def written(**other):
    return "".join(piece for piece, _ in FORMATS["READ_ME_FIRST.txt"](release(**other)).pieces())


@pytest.mark.parametrize(("file", "columns"), TABLES, ids=[name for name, _ in TABLES])
def test_every_column_is_described_and_nothing_else(file, columns):
    ends = ("low", "best", "high")
    # The columns of figures are many: they are described by how they end.
    named = {
        f"{file}.{name.rpartition('_')[2] if file == 'incidents' and name.endswith(ends) else name}"
        for name in columns
    }
    assert named == {one for one in DESCRIBED if one.startswith(f"{file}.")}


def test_it_names_the_scheme_and_what_is_withheld():
    text = written()
    for words in ("airwars 1", "0123456789ab", "'withheld'", "2 incidents out of 3 reports"):
        assert words in text


def test_a_whole_release_warns_and_withholds_nothing():
    assert "Do not pass them on" in written(whole=True)
    whole = "".join(piece for piece, _ in FORMATS["claims.csv"](release(whole=True)).pieces())
    passed_on = "".join(piece for piece, _ in FORMATS["claims.csv"](release()).pieces())
    assert ",Umm Salma," in whole
    assert ",quote," in whole
    assert ",Umm Salma," not in passed_on
    assert ",withheld," in passed_on
    assert ",quote," not in passed_on
    assert ",evidence_start,evidence_end," in passed_on


def test_lines_fit_a_terminal():
    assert max(map(len, written().splitlines())) <= 100


def test_a_total_names_its_scheme_and_what_is_not_counted():
    head, row, *_ = "".join(
        piece for piece, _ in FORMATS["totals.csv"](release(ledger="7 abc")).pieces()
    ).splitlines()
    cells = dict(zip(head.lstrip("\ufeff").split(","), row.split(","), strict=True))
    assert (cells["low"], cells["best"], cells["high"]) == ("10", "", "12")
    assert (cells["incidents"], cells["incidents_without_count"]) == ("3", "1")
    assert (cells["conceded_low"], cells["conceded_high"]) == ("0", "4")
    assert (cells["scheme"], cells["scheme_version"], cells["ledger"]) == ("airwars", "1", "7 abc")
