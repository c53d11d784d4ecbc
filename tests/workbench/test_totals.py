"""The totals line."""

from pathlib import Path

from harmledger.grade import load_scheme
from harmledger.ledger import Ledger
from harmledger.model import Range
from harmledger.workbench.board import Row
from harmledger.workbench.desk import Desk
from harmledger.workbench.incidents.totals import parts
from tests import make

AIRWARS = load_scheme("airwars")


def row(grade: str | None, low: int | None, high: int | None) -> Row:
    return Row(make.incident(make.figure(low, high), grade=grade), ())


def test_headline_grades_together_and_every_other_apart() -> None:
    rows = [row("fair", 1, 4), row("confirmed", 10, None), row("weak", 5, 5), row("weak", 2, 3)]
    headline, weak = parts(rows, AIRWARS)
    assert (headline.name, headline.incidents) == ("confirmed and fair", 2)
    assert headline.sums == {"killed": Range(11, 14)}
    assert (weak.name, weak.incidents, weak.sums) == ("weak", 2, {"killed": Range(7, 8)})


def test_nothing_found_still_has_a_headline() -> None:
    assert [(part.incidents, part.sums) for part in parts([], AIRWARS)] == [(0, {})]


def test_what_nobody_counts_is_no_nought() -> None:
    (headline,) = parts([row("fair", None, None)], AIRWARS)
    assert (headline.incidents, headline.sums) == (1, {})


def test_grades_of_another_scheme_are_counted_and_not_added() -> None:
    _, strange, ungraded = parts([row("likely", 3, 3), row(None, 4, 4)], AIRWARS)
    assert (strange.name, strange.incidents, strange.sums) == ("likely", 1, {})
    assert (ungraded.name, ungraded.incidents, ungraded.sums) == ("ungraded", 1, {})


def test_the_scheme_is_the_last_runs_if_it_is_known(tmp_path: Path) -> None:
    ledger = Ledger.open(tmp_path)
    assert Desk(ledger).scheme() == AIRWARS
    ledger.append([("run", "last", {"scheme": "ucdp 1"})])
    assert Desk(ledger).scheme() == load_scheme("ucdp")
    ledger.append([("run", "last", {"scheme": "of another house 1"})])
    assert Desk(ledger).scheme() == AIRWARS
