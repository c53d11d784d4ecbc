"""Only what changed is graded again, and it comes out as if everything had been."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from harmledger import changed as room
from harmledger.changed import BEGUN, Changed, begun
from harmledger.deciding import judge, override, retract, undo
from harmledger.decisions import log
from harmledger.grade import load_scheme
from harmledger.items import current
from harmledger.ledger import Entry, Ledger
from harmledger.model import Gone, Incident, SetAside, Verdict
from harmledger.record import bring_out, take_in
from harmledger.view import last_scheme, view
from harmledger.vocab import code as letters
from tests.cli.doors import ROWS, jsonl
from tests.make import incident

AT = datetime(2026, 1, 1, tzinfo=UTC)
TODAY = date(2026, 1, 1)
WHO = {"by": "Amal", "because": "saw the film"}


def entry(kind, key):
    return Entry(1, kind, key, {}, None, AT, "")


# kind and key of an entry; reports, claims and incidents that it changes
ENTRIES = [
    ("report", "r1 of two", {"r1 of two"}, set(), set()),
    ("reading", "r1", {"r1"}, set(), set()),
    ("retraction", "report r1 of two", {"r1 of two"}, set(), set()),
    ("retraction", "claim c1", set(), {"c1"}, set()),
    ("override", "aa11 killed:all", set(), set(), {"aa11"}),
    # who is joined with whom shows in what linking gives
    ("judgement", "r1: r2:", set(), set(), set()),
    ("incident", "aa11", set(), set(), set()),
]


@pytest.mark.parametrize(("kind", "key", "reports", "claims", "incidents"), ENTRIES)
def test_what_an_entry_changes(kind, key, reports, claims, incidents):
    found = Changed.told([entry(kind, key)])
    assert found == Changed(False, frozenset(reports), frozenset(claims), frozenset(incidents))


HELD = incident(incident_id="aa11", claims=("c1",), reports=("r1",), grade="fair")
FRESH = replace(HELD, grade=None)
# what changed; the incident as linked now; whether its grade stands
SPARED = [
    (Changed(False), FRESH, True),
    (Changed(True), FRESH, False),
    (Changed(False, reports=frozenset({"r1"})), FRESH, False),
    (Changed(False, reports=frozenset({"r2"})), FRESH, True),
    (Changed(False, claims=frozenset({"c1"})), FRESH, False),
    (Changed(False, incidents=frozenset({"aa11"})), FRESH, False),
    (Changed(False), replace(FRESH, independent_sources=2), False),
    (Changed(False), replace(FRESH, former_codes=("old-1",)), False),
]


@pytest.mark.parametrize(("changed", "fresh", "stands"), SPARED)
def test_what_is_spared(changed, fresh, stands):
    assert changed.spares(fresh, HELD) is stands
    assert changed.spares(fresh, None) is False
    anew, stay = changed.parted([fresh], [HELD])
    assert (anew, stay) == (([], {"aa11": HELD}) if stands else ([fresh], {}))


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    opened = Ledger.open(tmp_path / "out")
    list(take_in(opened, [jsonl(tmp_path / "in.jsonl", ROWS)]))
    bring_out(opened, load_scheme(), today=TODAY)
    return opened


def written(ledger: Ledger, kind: str, after: int) -> set[str]:
    return {one.key for one in ledger.entries(after=after) if one.kind == kind}


def code(ledger: Ledger, report: str) -> str:
    (found,) = [one for one in current(ledger, Incident) if report in one.reports]
    return found.code


def claim(ledger: Ledger, report: str) -> str:
    (found,) = [one for one in current(ledger, Incident) if report in one.reports]
    return next(
        one for figure in found.figures for one in figure.claims if figure.measure == "injured"
    )


def more(ledger: Ledger, **row: object) -> None:
    rows = [{**ROWS[0], "id": "more", "publisher": "Copy Shop", **row}]
    list(take_in(ledger, [jsonl(ledger.folder.parent / "more.jsonl", rows)]))


def take_back(ledger: Ledger) -> None:
    *_, (last, _) = log(ledger)
    undo(ledger, last.seq, **WHO)


STEPS = {
    "the same again": lambda it: None,
    "a report that joins": lambda it: more(it),
    "a report of its own": lambda it: more(it, text=str(ROWS[2]["text"]).replace("Dnipro", "Homs")),
    "parted": lambda it: judge(it, "market-1", "market-2", Verdict.NOT_SAME, **WHO),
    "joined": lambda it: judge(it, "market-1", "dnipro", Verdict.SAME, **WHO),
    "graded by hand": lambda it: override(
        it, code(it, "dnipro"), "grade", grade="contested", **WHO
    ),
    "counted by hand": lambda it: override(it, code(it, "market-1"), "killed:all", low=3, **WHO),
    "a claim withdrawn": lambda it: retract(it, Gone.CLAIM, claim(it, "dnipro"), **WHO),
    "a report retracted": lambda it: retract(it, Gone.REPORT, "market-2", **WHO),
}


@pytest.mark.parametrize("step", STEPS)
def test_it_comes_out_as_if_everything_were_graded_again(ledger: Ledger, step: str) -> None:
    before = {one.incident_id: one for one in current(ledger, Incident)}
    for number, act in enumerate((STEPS[step], take_back)):
        if number and step in {"the same again", "a report that joins", "a report of its own"}:
            break
        act(ledger)
        seq, _ = ledger.head()
        bring_out(ledger, last_scheme(ledger), today=TODAY)
        now = {one.incident_id: one for one in current(ledger, Incident)}
        whole = {one.incident_id: one for one in view(ledger, last_scheme(ledger)).incidents}
        assert now == whole
        different = {key for key in now.keys() | before.keys() if now.get(key) != before.get(key)}
        assert written(ledger, "incident", seq) == different
        before = now


def test_another_scheme_grades_everything(ledger: Ledger) -> None:
    assert Changed.since_last_run(ledger, load_scheme()).everything is False
    assert Changed.since_last_run(ledger, load_scheme("ucdp")).everything is True
    own = replace(load_scheme(), text=f"{load_scheme().text}\n# another word")
    assert Changed.since_last_run(ledger, own).everything is True
    bring_out(ledger, load_scheme("ucdp"), today=TODAY)
    assert Changed.since_last_run(ledger, load_scheme("ucdp")).everything is False
    found = {one.incident_id: one for one in view(ledger, load_scheme("ucdp")).incidents}
    assert {one.incident_id: one for one in current(ledger, Incident)} == found


def test_a_run_that_was_cut_off_leaves_no_grade_of_its_scheme(ledger: Ledger) -> None:
    whole = current(ledger, Incident)
    seq, _ = ledger.head()
    bring_out(ledger, load_scheme("ucdp"), today=TODAY)
    # As far as it came: the incidents are graded, that the run ended was never written.
    cut = Ledger.open(ledger.folder.parent / "cut")
    kept = [one for one in ledger.entries() if one.seq <= seq or one.kind not in {"run", "scheme"}]
    for one in kept:
        if one.payload is not None:
            cut.append([(one.kind, one.key, one.payload)])
    assert current(cut, Incident) != whole
    bring_out(cut, load_scheme(), today=TODAY)
    assert current(cut, Incident) == whole


def test_a_scheme_that_began_between_leaves_no_grade_though_this_one_began_after(
    ledger: Ledger,
) -> None:
    whole = current(ledger, Incident)
    seq, _ = ledger.head()
    bring_out(ledger, load_scheme("ucdp"), today=TODAY)
    twice = Ledger.open(ledger.folder.parent / "twice")
    for one in ledger.entries():
        if one.payload is not None and (one.seq <= seq or one.kind not in {"run", "scheme"}):
            twice.append([(one.kind, one.key, one.payload)])
    # The next run was cut off too, before it wrote a grade.
    twice.append([(*BEGUN, begun(load_scheme()))])
    assert current(twice, Incident) != whole
    bring_out(twice, load_scheme(), today=TODAY)
    assert current(twice, Incident) == whole


@pytest.mark.parametrize("name", ["decisions.py", "view.py", "grade", "model"])
def test_whatever_a_grade_passes_through_names_the_code(
    name: str,
) -> None:
    assert name in room.CODE
    assert letters.code(*room.CODE) != letters.code(*(one for one in room.CODE if one != name))


LATE = "A strike killed 7 people in Homs on 3 March 2031."


def test_what_waits_for_its_day_adds_to_nothing_and_then_does(ledger: Ledger) -> None:
    more(ledger, id="both", published=None, text=f"{ROWS[0]['text']} {LATE}")
    more(ledger, id="alone", published=None, text=LATE)
    bring_out(ledger, load_scheme(), today=TODAY)
    apart = {one.item.partition(":")[0] for one in current(ledger, SetAside)}
    seen = view(ledger, load_scheme())
    claims = {one.report_id: reading.claims for one, reading in seen.happened}
    assert apart == {"both", "alone"}
    assert "both" in claims
    assert "alone" not in claims
    assert not any("2031" in str(one) for one in claims.values())
    bring_out(ledger, load_scheme(), today=date(2031, 4, 1))
    assert current(ledger, SetAside) == []
    assert {*view(ledger, load_scheme()).happened} == {*seen.told}


def test_an_empty_ledger_or_one_of_another_version_grades_everything(
    ledger: Ledger, tmp_path: Path
) -> None:
    assert Changed.since_last_run(Ledger.open(tmp_path / "new"), load_scheme()).everything is True
    last = ledger.get("run", "last")
    assert last is not None
    ledger.append([("run", "last", {**last, "code": "0"})])
    assert Changed.since_last_run(ledger, load_scheme()).everything is True
