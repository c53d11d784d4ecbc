"""Appending and reading."""

import sqlite3
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_benchmark.fixture import BenchmarkFixture

from harmledger.ledger import Appended, Ledger
from harmledger.model import LedgerError

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
TWO = [("report", "r1", {"text": "one"}), ("report", "r2", {"text": "اثنان"})]


def test_what_went_in_comes_out_by_key(ledger: Ledger) -> None:
    assert ledger.append(reversed(TWO)) == Appended(new=2, unchanged=0)
    assert [*ledger.current("report")] == [(key, payload) for _, key, payload in TWO]
    assert ledger.get("report", "r2") == {"text": "اثنان"}
    assert ledger.get("report", "r3") is None
    assert ledger.get("incident", "r1") is None
    assert ledger.pick("report", ["r2", "r3"]) == {"r2": {"text": "اثنان"}}


def test_the_same_input_twice_changes_nothing(ledger: Ledger) -> None:
    ledger.append(TWO)
    head = ledger.head()
    assert ledger.append(TWO) == Appended(new=0, unchanged=2)
    assert ledger.head() == head


def test_a_correction_is_a_new_entry(ledger: Ledger) -> None:
    ledger.append([("incident", "i1", {"killed": 3})], at=AT)
    ledger.append([("incident", "i1", {"killed": 5})])
    first, second = ledger.history("incident", "i1")
    assert ledger.get("incident", "i1") == {"killed": 5}
    assert (first.payload, second.payload) == ({"killed": 3}, {"killed": 5})
    assert (first.seq, first.at, second.seq) == (1, AT, 2)


def test_a_change_undone_is_a_third_entry(ledger: Ledger) -> None:
    for killed in (3, 5, 3):
        assert ledger.append([("incident", "i1", {"killed": killed})]).new == 1
    assert ledger.get("incident", "i1") == {"killed": 3}


def test_an_item_twice_in_one_call_keeps_the_later(ledger: Ledger) -> None:
    items = [("incident", "i1", {"n": n}) for n in (1, 1, 2, 1, 1)]
    assert ledger.append(items) == Appended(new=3, unchanged=2)
    assert ledger.get("incident", "i1") == {"n": 1}


def test_what_is_withdrawn_leaves_the_view_and_stays_in_the_history(ledger: Ledger) -> None:
    ledger.append(TWO)
    assert ledger.withdraw("report", ["r1"], because="sent twice").new == 1
    assert ledger.withdraw("report", ["r1"], because="sent twice").new == 0
    assert ledger.keys("report") == {"r2"}
    assert ledger.get("report", "r1") is None
    assert [entry.because for entry in ledger.history("report", "r1")] == [None, "sent twice"]
    ledger.append(TWO)
    assert ledger.keys("report") == {"r1", "r2"}


def test_entries_behind_one_are_what_a_reader_has_not_seen(ledger: Ledger) -> None:
    ledger.append(TWO)
    ledger.append([("run", "1", {"made": "r2"})])
    assert [entry.key for entry in ledger.entries(after=1)] == ["r2", "1"]
    assert [*ledger.entries(after=3)] == []


def test_keys_come_in_code_point_order(ledger: Ledger) -> None:
    keys = ["b", "B", "a", "é", "ب", "10", "9"]
    ledger.append(("report", key, {}) for key in keys)
    assert [key for key, _ in ledger.current("report")] == sorted(keys)


def test_more_than_a_batch_is_one_chain(ledger: Ledger) -> None:
    many = [("claim", f"c{number:05}", {"n": number}) for number in range(4500)]
    assert ledger.append(iter(many)) == Appended(new=4500, unchanged=0)
    assert ledger.verify().entries == 4500
    assert len(ledger.pick("claim", (key for _, key, _ in many))) == 4500


kinds = st.sampled_from(["report", "incident"])
steps = st.lists(st.tuples(kinds, st.sampled_from("abc"), st.integers(0, 2)), max_size=12)


@given(steps)
@settings(max_examples=25, deadline=None)
def test_the_view_is_the_last_word_however_it_was_batched(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, int]]
) -> None:
    items = [(kind, key, {"n": number}) for kind, key, number in steps]
    whole = Ledger.open(tmp_path_factory.mktemp("whole"))
    whole.append(items)
    single = Ledger.open(tmp_path_factory.mktemp("single"))
    for item in items:
        single.append([item])
    last = {(kind, key): payload for kind, key, payload in items}
    for kind in ("report", "incident"):
        expected = sorted((key, row) for (of, key), row in last.items() if of == kind)
        assert [*whole.current(kind)] == [*single.current(kind)] == expected
    assert whole.head()[0] == single.head()[0]
    whole.close()
    single.close()


def test_batches_before_a_bad_item_stay(ledger: Ledger) -> None:
    good = [("claim", f"c{number}", {}) for number in range(2000)]
    with pytest.raises(LedgerError, match="claim 'bad'"):
        ledger.append([*good, ("claim", "bad", {"x": float("inf")})])
    assert len(ledger.keys("claim")) == 2000


def rows(ledger: Ledger) -> Any:
    return apps.get_model("ledger", "EntryRow").objects.using(ledger.database.alias)


CHANGES = [
    lambda ledger: rows(ledger).update(payload="{}"),
    lambda ledger: rows(ledger).filter(seq=1).delete(),
    lambda ledger: rows(ledger).get(seq=1).delete(),
    lambda ledger: rows(ledger).get(seq=1).save(),
    lambda ledger: rows(ledger).bulk_update([rows(ledger).get(seq=1)], ["payload"]),
]


@pytest.mark.parametrize("change", CHANGES)
def test_the_model_refuses_to_change_the_past(ledger: Ledger, change: Any) -> None:
    ledger.append(TWO)
    with pytest.raises(LedgerError, match="append-only"):
        change(ledger)
    assert [*ledger.current("report")] == [(key, payload) for _, key, payload in TWO]


STATEMENTS = ["UPDATE ledger_entry SET payload = '{}'", "DELETE FROM ledger_entry"]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_database_itself_refuses_to_change_the_past(ledger: Ledger, statement: str) -> None:
    ledger.append(TWO)
    with (
        sqlite3.connect(ledger.folder / "ledger.db") as raw,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        raw.execute(statement)
    raw.close()
    assert len(ledger.keys("report")) == 2


def test_a_second_writer_waits_then_says_so(ledger: Ledger) -> None:
    ledger.append(TWO)
    other = Ledger.open(ledger.folder, wait=0.05)
    with sqlite3.connect(ledger.folder / "ledger.db", isolation_level=None) as raw:
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match=r"still writing after 0\.05 s; wait"):
            other.append([("report", "r3", {})])
        assert other.keys("report") == {"r1", "r2"}
        raw.execute("ROLLBACK")
    raw.close()
    assert other.append([("report", "r3", {})]).new == 1


def test_writers_at_once_make_one_chain(ledger: Ledger) -> None:
    def write(name: int) -> None:
        for number in range(20):
            ledger.append([("claim", f"{name}-{number}", {"n": number})])
        ledger.close()

    threads = [threading.Thread(target=write, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ledger.verify().misfit is None
    assert ledger.head()[0] == 80


def test_append_speed(tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    items = [("claim", f"c{number:06}", {"text": "x" * 200}) for number in range(10_000)]
    turns = iter(range(1000))

    def fresh() -> tuple[tuple[Ledger], dict[str, Any]]:
        return (Ledger.open(tmp_path / str(next(turns))),), {}

    benchmark.pedantic(lambda ledger: ledger.append(items), setup=fresh, rounds=5)


def test_current_speed(ledger: Ledger, benchmark: BenchmarkFixture) -> None:
    ledger.append(("report", f"r{number:05}", {"text": "x" * 5000}) for number in range(3000))
    benchmark(lambda: sum(1 for _ in ledger.current("report")))
