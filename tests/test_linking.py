"""A ledger's reports are linked on from what was kept, as if everything had been compared anew."""

from datetime import date
from pathlib import Path
from random import Random

import pytest

from harmledger.deciding import judge, override, retract, undo
from harmledger.decisions import log
from harmledger.grade import load_scheme
from harmledger.items import current
from harmledger.ledger import Ledger
from harmledger.linking import FILE
from harmledger.model import Gone, Incident, Verdict
from harmledger.publish import publish
from harmledger.record import bring_out, take_in
from tests.cli.doors import ROWS, files, jsonl, many

TODAY = date(2026, 1, 1)
WHO = {"by": "Amal", "because": "saw the film"}
OTHER = {**ROWS[2], "id": "bridge", "text": "A mine killed two people in Kherson on Monday."}
MORE = [*ROWS, OTHER, {**ROWS[0], "id": "copy", "publisher": "Copy Shop"}, *many(12)]


class Run:
    """A ledger that is brought out time and again, and what was said of it."""

    def __init__(self, folder: Path, *, keeps: bool) -> None:
        self.ledger, self.keeps = Ledger.open(folder), keeps
        self.said: list[str] = []

    def add(self, rows: list[dict[str, object]]) -> None:
        given = jsonl(self.ledger.folder.parent / "in.jsonl", rows)
        list(take_in(self.ledger, [given]))

    def out(self, today: date = TODAY) -> dict[str, bytes]:
        kept = self.ledger.folder / FILE
        if not self.keeps:
            kept.unlink(missing_ok=True)
        made = bring_out(self.ledger, load_scheme(), today=today, say=self.said.append)
        publish(made, self.ledger.folder)
        return files(self.ledger.folder)


def incident(ledger: Ledger, report: str) -> str:
    (found,) = [one for one in current(ledger, Incident) if report in one.reports]
    return found.code


@pytest.fixture
def both(tmp_path: Path) -> tuple[Run, Run]:
    """The same reports twice: one ledger links on, the other forgets what it compared."""
    runs = (Run(tmp_path / "on", keeps=True), Run(tmp_path / "anew", keeps=False))
    for run in runs:
        run.add(MORE[:6])
        run.out()
    return runs


def test_runs_of_some_reports_each_are_one_run_of_all(tmp_path: Path) -> None:
    whole = Run(tmp_path / "whole", keeps=True)
    whole.add(MORE)
    expected = whole.out()
    chance = Random(1)
    for turn in range(3):
        # Codes last: the report that gives an incident its name has to be there first.
        rows = sorted(MORE, key=lambda row: str(row["id"]))
        cuts = sorted(chance.sample(range(len(rows)), 2))
        run = Run(tmp_path / f"parts{turn}", keeps=True)
        for cut in (*cuts, len(rows)):
            run.add(rows[:cut])
            found = run.out()
        assert found == expected
        assert run.said == []


def test_the_same_again_writes_nothing(tmp_path: Path) -> None:
    run = Run(tmp_path / "on", keeps=True)
    run.add(MORE)
    run.out()
    head, kept = run.ledger.head(), (run.ledger.folder / FILE).stat()
    run.out()
    again = (run.ledger.folder / FILE).stat()
    assert run.ledger.head() == head
    assert (again.st_ino, again.st_mtime_ns) == (kept.st_ino, kept.st_mtime_ns)


def joined(run: Run) -> None:
    one, other = incident(run.ledger, "bridge"), incident(run.ledger, "dnipro")
    judge(run.ledger, one, other, Verdict.SAME, **WHO)


def parted(run: Run) -> None:
    judge(run.ledger, "market-1", "market-2", Verdict.NOT_SAME, **WHO)


def undone(run: Run) -> None:
    joined(run)
    run.out()
    entry, _ = log(run.ledger)[-1]
    undo(run.ledger, entry.seq, **WHO)


def graded(run: Run) -> None:
    override(run.ledger, incident(run.ledger, "dnipro"), "grade", grade="weak", **WHO)


def retracted(run: Run) -> None:
    retract(run.ledger, Gone.REPORT, "market-2", **WHO)


def withdrawn(run: Run) -> None:
    (one,) = [one for one in current(run.ledger, Incident) if "dnipro" in one.reports]
    retract(run.ledger, Gone.CLAIM, one.claims[-1], **WHO)


def added(run: Run) -> None:
    run.add(MORE[6:])


def read_anew(run: Run) -> None:
    payload = run.ledger.get("report", "dnipro")
    assert payload is not None
    run.ledger.append([("report", "dnipro", payload | {"publisher": "Steppe Post"})])


# what happens between two runs; whether all has to be compared anew
BETWEEN = [
    (added, False),
    (joined, False),
    (parted, False),
    (undone, False),
    (graded, False),
    (retracted, True),
    (withdrawn, True),
    (read_anew, True),
]


@pytest.mark.parametrize(("happens", "anew"), BETWEEN)
def test_what_happens_between_is_seen(both: tuple[Run, Run], happens, anew: bool) -> None:
    on, forgets = both
    for run in both:
        happens(run)
    found, expected = on.out(), forgets.out()
    assert {**found, "set_aside.jsonl": b""} == {**expected, "set_aside.jsonl": b""}
    assert [line.startswith("comparing all reports anew: 1 of") for line in on.said] == [
        True
    ] * anew
    assert forgets.said == []
    assert on.out() == found
    assert len(on.said) == anew


def test_a_day_that_takes_reports_out_and_brings_them_back(both: tuple[Run, Run]) -> None:
    on, forgets = both
    for day in (date(2020, 1, 1), TODAY):
        assert on.out(day) == forgets.out(day)
    assert len(on.said) == 1


def test_what_was_kept_for_other_incidents_is_not_gone_on_from(both: tuple[Run, Run]) -> None:
    on, forgets = both
    kept = on.ledger.folder / FILE
    before = kept.read_bytes()
    for run in both:
        run.add(MORE)
        run.out()
    kept.write_bytes(before)  # as after a run that was killed before it could leave its own
    assert on.out() == forgets.out()
    assert on.said == [
        "comparing all reports anew: the program, its vocabulary or the incidents are not what "
        "they were kept for"
    ]
