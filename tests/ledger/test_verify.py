"""A ledger that was tampered with says where."""

import sqlite3
from pathlib import Path

import pytest

from harmledger.ledger import Ledger
from harmledger.model import LedgerError

UNGUARD = "DROP TRIGGER ledger_entry_no_update; DROP TRIGGER ledger_entry_no_delete;"
TAMPERED = [
    # statement, first entry that does not fit, why
    ("UPDATE ledger_entry SET payload='{\"n\":9}' WHERE seq=2", 2, "content was altered"),
    (
        "UPDATE ledger_entry SET payload='{\"n\":9}', digest='{sha}' WHERE seq=2",
        2,
        "altered",
    ),
    ("UPDATE ledger_entry SET payload='no json' WHERE seq=2", 2, "content was altered"),
    ("UPDATE ledger_entry SET key='other' WHERE seq=2", 2, "key, time or content"),
    ("UPDATE ledger_entry SET kind='claim' WHERE seq=2", 2, "its kind"),
    ("UPDATE ledger_entry SET at='2001-01-01 00:00:00' WHERE seq=2", 2, "time"),
    ("UPDATE ledger_entry SET previous='x' WHERE seq=3", 3, "another entry as the one before"),
    ("UPDATE ledger_entry SET hash='x' WHERE seq=1", 1, "altered"),
    ("DELETE FROM ledger_entry WHERE seq=2", 3, "entry 2 is gone"),
    ("DELETE FROM ledger_entry WHERE seq=1", 2, "entry 1 is gone"),
    ("UPDATE ledger_entry SET seq=9 WHERE seq=3", 4, "entry 3 is gone"),
    # What is not even of the column's kind, or can't be read as it.
    ("UPDATE ledger_entry SET at='once' WHERE seq=2", 2, "not of its kind"),
    ("UPDATE ledger_entry SET at='2001-99-01 00:00:00' WHERE seq=3", 3, "can't be read"),
    ("UPDATE ledger_entry SET payload=x'00ff' WHERE seq=2", 2, "not of its kind"),
    ("UPDATE ledger_entry SET payload=cast(x'7bff' AS text) WHERE seq=3", 3, "can't be read"),
]


@pytest.mark.parametrize(("statement", "seq", "why"), TAMPERED)
def test_the_first_entry_that_does_not_fit_is_named(
    ledger: Ledger, statement: str, seq: int, why: str
) -> None:
    ledger.append(("report", f"r{number}", {"n": number}) for number in range(1, 5))
    assert ledger.verify().holds
    with sqlite3.connect(ledger.folder / "ledger.db") as raw:
        raw.executescript(UNGUARD + statement)
    raw.close()
    found = ledger.verify()
    assert found.misfit is not None
    assert found.misfit.seq == seq
    assert found.entries < seq
    assert why in found.misfit.why
    assert not found.holds
    assert found.problems[0].startswith(f"entry {seq} (")


def test_cut_off_entries_show_by_the_head(ledger: Ledger) -> None:
    ledger.append(("run", str(number), {}) for number in range(3))
    noted = ledger.verify().head
    with sqlite3.connect(ledger.folder / "ledger.db") as raw:
        raw.executescript(UNGUARD + "DELETE FROM ledger_entry WHERE seq=3")
    raw.close()
    assert ledger.verify().holds
    assert ledger.verify().head != noted


def test_an_index_that_hides_an_entry_is_damage(ledger: Ledger) -> None:
    ledger.append(("run", str(number), {}) for number in range(3))
    ledger.close()
    with sqlite3.connect(ledger.folder / "ledger.db") as raw:
        raw.executescript(
            "PRAGMA writable_schema=ON;"
            "UPDATE sqlite_master SET sql=sql || ' WHERE seq<>2' WHERE name='ledger_current'"
        )
        raw.execute("PRAGMA writable_schema=OFF")
    with sqlite3.connect(ledger.folder / "ledger.db") as raw:
        raw.execute("REINDEX ledger_current")
        raw.execute("PRAGMA writable_schema=ON")
        raw.execute("UPDATE sqlite_master SET sql=replace(sql, ' WHERE seq<>2', '')")
    raw.close()
    found = ledger.verify()
    assert found.misfit is None
    assert found.problems == (f"the file is damaged: {found.damage}",)


def test_an_empty_ledger_holds(ledger: Ledger) -> None:
    found = ledger.verify()
    assert found.holds
    assert found.entries == found.originals == 0


def keep(ledger: Ledger, data: bytes) -> Path:
    sha = ledger.archive.keep(data)
    ledger.append([("report", f"of-{sha[:4]}", {"sha256": sha})])
    return ledger.archive.path(sha)


def test_originals_that_are_missing_or_altered_are_named(ledger: Ledger) -> None:
    whole, gone, altered = (keep(ledger, data) for data in (b"whole", b"gone", b"altered"))
    assert ledger.verify().holds
    gone.unlink()
    altered.chmod(0o644)
    altered.write_bytes(b"altered since")
    found = ledger.verify()
    assert found.missing == ((f"of-{gone.name[:4]}", gone.name),)
    assert found.altered == (altered.name,)
    assert found.misfit is None
    assert len(found.problems) == 2
    assert found.originals == 2
    assert whole.name not in " ".join(found.problems)


def test_what_took_an_originals_place_is_not_read(ledger: Ledger) -> None:
    folder, endless, nowhere = (keep(ledger, data) for data in (b"folder", b"endless", b"nowhere"))
    for path in (folder, endless, nowhere):
        path.unlink()
    folder.mkdir()
    endless.symlink_to("/dev/zero")
    nowhere.symlink_to("nowhere-at-all")
    found = ledger.verify()
    assert {sha for _, sha in found.missing} == {folder.name, endless.name, nowhere.name}
    assert found.altered == ()


@pytest.mark.parametrize("text", ["no json", "[1]", "5"])
def test_what_is_no_payload_is_refused_and_verify_is_named(ledger: Ledger, text: str) -> None:
    ledger.append([("report", "r1", {})])
    with sqlite3.connect(ledger.folder / "ledger.db") as raw:
        raw.executescript(f"{UNGUARD} UPDATE ledger_entry SET payload='{text}'")
    raw.close()
    for look in (lambda: ledger.get("report", "r1"), lambda: [*ledger.entries()]):
        with pytest.raises(LedgerError, match=r"report 'r1' was altered.*harmledger verify"):
            look()


def cut(ledger: Ledger, statement: str) -> None:
    with sqlite3.connect(ledger.folder / "ledger.db") as raw:
        raw.executescript(UNGUARD + statement)
    raw.close()


# what becomes of the ledger after its head was noted; what a check says of it
NOTED = [
    ("SELECT 1", None),
    ("DELETE FROM ledger_entry WHERE seq > 1", "entries 2 to 3 are gone"),
    ("DELETE FROM ledger_entry", "entries 1 to 3 are gone"),
]


@pytest.mark.parametrize(("statement", "why"), NOTED)
def test_entries_cut_off_the_end_are_seen_by_the_noted_head(
    ledger: Ledger, statement: str, why: str | None
) -> None:
    ledger.append(("run", str(number), {}) for number in range(3))
    ledger.note_head()
    cut(ledger, statement)
    found = ledger.verify()
    assert found.misfit is None
    assert found.holds is (why is None)
    assert why is None or found.problems[0].startswith(why)


@pytest.mark.parametrize(("statement", "why"), NOTED)
def test_nothing_is_built_on_a_ledger_that_was_cut(
    ledger: Ledger, statement: str, why: str | None
) -> None:
    ledger.append(("run", str(number), {}) for number in range(3))
    ledger.note_head()
    cut(ledger, statement)
    if why is None:
        ledger.require_whole()
    else:
        with pytest.raises(LedgerError, match=why):
            ledger.require_whole()


def test_a_ledger_may_grow_behind_the_noted_head_but_not_be_another(ledger: Ledger) -> None:
    ledger.append([("run", "1", {})])
    ledger.note_head()
    ledger.append([("run", "2", {})])
    assert ledger.verify().holds
    cut(ledger, "DELETE FROM ledger_entry")
    ledger.append([("run", "other", {})])
    assert ledger.verify().problems == ("entry 1 is not the one that ledger-head.json names",)
    (ledger.folder / "ledger-head.json").write_text("{}")
    assert ledger.verify().problems == ("ledger-head.json is not as it was written",)
