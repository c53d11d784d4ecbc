"""The closing tables: ranges as people write them, the worst first, and nothing left unsaid."""

import threading
from collections import Counter
from datetime import date

import pytest
from rich.console import Console
from rich.table import Table

from harmledger.batch import Tally
from harmledger.cli.screen import incident_table, set_aside_table, total_table, waiting
from harmledger.grade import load_scheme, totals
from harmledger.model import Incident, Measure
from tests.make import figure, incident


def shown(table: Table, width: int = 120) -> list[list[str]]:
    """The cells of each row, as they stand on a terminal of that width."""
    console = Console(width=width)
    with console.capture() as captured:
        console.print(table)
    return [line.split() for line in captured.get().splitlines()]


def graded(number: int, killed: int | None) -> Incident:
    code = f"2017-03-14-mosul-{number:04}"
    return incident(figure(killed), code=code, incident_id=f"{number:016}", grade="fair")


# low, high of the killed; what the table shows
RANGES = [
    (12, 12, "12"),
    (3, 1200, "3-1,200"),
    (None, 7, "up to 7"),
    (4, None, "at least 4"),
    (None, None, "unknown"),
    (0, 0, "0"),
]


@pytest.mark.parametrize(("low", "high", "words"), RANGES)
def test_a_range_is_shown_as_people_write_it(low: int | None, high: int | None, words: str) -> None:
    one = incident(figure(low, high), grade="weak")
    _, row = shown(incident_table([one], wide=True))
    assert row == [one.code, "2017-03-14", "Mosul", *words.split(), "weak", "1"]


def test_what_nobody_counted_stays_empty_and_civilians_stand_for_all() -> None:
    one = incident(figure(5, group="civilian"), figure(3, measure=Measure.INJURED), grade="fair")
    _, row = shown(incident_table([one], wide=True))
    assert row == [one.code, "2017-03-14", "Mosul", "5", "3", "fair", "1"]


def test_twenty_are_shown_the_worst_first_and_the_rest_is_counted() -> None:
    rows = shown(incident_table([graded(number, number) for number in range(1, 24)], wide=True))
    assert [row[3] for row in rows[1:21]] == [str(number) for number in range(23, 3, -1)]
    assert rows[21:] == [["and", "3", "more"]]


def test_a_narrow_terminal_gets_the_end_of_the_code_and_no_broken_line() -> None:
    one = incident(figure(), start=date(2017, 3, 14), end=date(2017, 3, 14), grade="discounted")
    _, row = shown(incident_table([one], wide=False), width=80)
    assert row == ["1f3a", "2017-03-14", "Mosul", "12", "discounted", "1"]


def test_totals_stand_apart_by_part() -> None:
    scheme = load_scheme("airwars")
    counted = [graded(1, 4), graded(2, 6), incident(figure(1, 2), grade="weak")]
    rows = shown(total_table(totals(counted, scheme), scheme))
    assert rows[1:] == [["headline", "(confirmed", "and", "fair)", "10"], ["weak", "1-2"]]


def test_the_commonest_reason_stands_first() -> None:
    tally = Tally(9, Counter({("ingest", "empty"): 1, ("extract", "no_claim"): 1200}))
    assert shown(set_aside_table(tally))[1:] == [
        ["1,200", "extract", "no_claim"],
        ["1", "ingest", "empty"],
    ]


def test_nothing_runs_beside_what_takes_long_so_that_linking_can_fork(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # as on a terminal
    before = threading.active_count()
    with waiting("linking", quiet=False):
        assert threading.active_count() == before
    assert "linking" in capsys.readouterr().err
