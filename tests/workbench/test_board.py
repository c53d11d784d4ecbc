"""The incidents in memory follow the ledger."""

from dataclasses import replace
from pathlib import Path

import pytest

from harmledger.ledger import Ledger
from harmledger.model import Measure, Range
from harmledger.model.codec import dump
from harmledger.workbench.board import Board, Row
from harmledger.workbench.desk import Desk
from tests import make
from tests.workbench.fixture import STRIKE, fill


def test_it_reads_only_what_is_new(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path)
    desk = Desk(ledger)
    assert desk.board().rows == ()
    fill(ledger)
    first = desk.board()
    assert first.incidents.keys() == {"aa11", "bb22", "cc33"}
    assert desk.board() is first
    ledger.append([("incident", "aa11", dump(replace(STRIKE, figures=(make.figure(1, 2),))))])
    ledger.withdraw("incident", ["bb22"], because="joined with another")
    second = desk.board()
    assert second.incidents.keys() == {"aa11", "cc33"}
    ranges = {row.incident.incident_id: row.killed for row in second.rows}
    assert ranges["aa11"] == Range(1, 2)
    assert first.incidents["aa11"].figures[0].range == Range(12, 31)


def test_entries_in_parts_are_the_board_of_the_whole(filled: Ledger) -> None:
    entries = [*filled.entries()]
    whole = Board().after(entries)
    for cut in range(len(entries)):
        assert Board().after(entries[:cut]).after(entries[cut:]) == whole


def test_a_row_knows_its_reports(filled: Ledger) -> None:
    rows = {row.incident.incident_id: row for row in Desk(filled).board().rows}
    assert rows["aa11"].langs == {"en", "ar"}
    assert rows["bb22"].langs == {"en"}
    assert rows["cc33"].killed == Range(None, None)
    assert rows["cc33"].injured is None


@pytest.mark.parametrize(("low", "shown"), [(1250, Range(1250, 1250)), (None, None)])
def test_households_are_told_apart_from_people(low: int | None, shown: Range | None) -> None:
    homes = make.figure(low, measure=Measure.DISPLACED, group="households")
    row = Row(make.incident(make.figure(None, measure=Measure.DISPLACED), homes), ())
    assert (row.displaced, row.homes) == (Range(None, None), shown)
