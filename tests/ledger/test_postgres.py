"""The same ledger on a real PostgreSQL server, started for the test."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from harmledger.deciding import judge, retract, today
from harmledger.grade import load_scheme
from harmledger.items import current
from harmledger.ledger import Appended, Ledger
from harmledger.model import Gone, Incident, LedgerError, Tombstone, Verdict
from harmledger.record import bring_out, take_in
from tests.cli.doors import ROWS, jsonl

psycopg = pytest.importorskip(
    "psycopg", reason="PostgreSQL not tested: psycopg is not installed (pip install psycopg)"
)
ITEMS = [("report", key, {"text": "نص", "n": 1}) for key in ("b", "B", "a", "é", "ب", "10", "9")]


def programs() -> Path | None:
    """Where the server's programs stand; Debian keeps them off the PATH."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).parent
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return places[-1].parent if places else None


def run(user: list[str], *words: str | Path) -> None:
    subprocess.run([*user, *map(str, words)], check=True, capture_output=True, cwd="/")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    found = programs()
    if found is None:
        pytest.skip("PostgreSQL not tested: no server here (apt-get install postgresql)")
    user = []
    # Not pytest's own folder: the server's user may not enter it.
    with tempfile.TemporaryDirectory(prefix="ledger-", ignore_cleanup_errors=True) as home:
        if os.geteuid() == 0:  # the server refuses to run as root
            user = ["runuser", "-u", "postgres", "--"]
            shutil.chown(home, "postgres")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        data = f"{home}/data"
        run(user, found / "initdb", "-D", data, "-U", "keeper", "-A", "trust", "-E", "UTF8")
        options = f"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories={home}"
        control = (found / "pg_ctl", "-D", data, "-w")
        run(user, *control, "-o", options, "-l", f"{home}/log", "start")
        yield f"postgresql://keeper@127.0.0.1:{port}/postgres"
        run(user, *control, "-m", "immediate", "stop")


@pytest.fixture
def ledger(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Ledger]:
    name = f"ledger_{abs(hash(request.node.name))}"
    with psycopg.connect(server, autocommit=True) as raw:
        raw.execute(f"CREATE DATABASE {name}")
    monkeypatch.setenv("DATABASE_URL", server.replace("/postgres", f"/{name}"))
    opened = Ledger.open(tmp_path)
    yield opened
    opened.close()


def test_append_read_withdraw_verify(ledger: Ledger) -> None:
    assert ledger.append(ITEMS) == Appended(new=7, unchanged=0)
    assert ledger.append(ITEMS) == Appended(new=0, unchanged=7)
    assert [key for key, _ in ledger.current("report")] == sorted(key for _, key, _ in ITEMS)
    ledger.withdraw("report", ["a"], because="sent twice")
    assert ledger.get("report", "a") is None
    assert [entry.because for entry in ledger.history("report", "a")] == [None, "sent twice"]
    assert [entry.seq for entry in ledger.of_kind("report")] == [*range(1, 9)]
    assert ledger.of_kind("override") == []
    found = ledger.verify()
    assert (found.entries, found.misfit) == (8, None)
    assert not (ledger.folder / "ledger.db").exists()


STATEMENTS = [
    "UPDATE ledger_entry SET payload = '{}'",
    "DELETE FROM ledger_entry",
    "TRUNCATE ledger_entry",
]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_server_refuses_to_change_the_past(ledger: Ledger, statement: str) -> None:
    ledger.append(ITEMS)
    with (
        psycopg.connect(os.environ["DATABASE_URL"]) as raw,
        pytest.raises(psycopg.Error, match="append-only"),
    ):
        raw.execute(statement)
    assert len(ledger.keys("report")) == 7


def test_a_second_writer_waits_then_says_so(ledger: Ledger) -> None:
    other = Ledger.open(ledger.folder, wait=0.05)
    with psycopg.connect(os.environ["DATABASE_URL"]) as raw:
        raw.execute("LOCK TABLE ledger_entry IN EXCLUSIVE MODE")
        with pytest.raises(LedgerError, match=r"still writing after 0\.05 s"):
            other.append(ITEMS)
        raw.rollback()
    assert other.append(ITEMS).new == 7
    other.close()


def test_a_database_of_somebody_else_is_refused(ledger: Ledger, server: str) -> None:
    with psycopg.connect(server, autocommit=True) as raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", server)
        with pytest.raises(LedgerError, match="other tables"):
            Ledger.open(ledger.folder)


def test_a_server_that_does_not_answer_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://keeper@127.0.0.1:9/lost?connect_timeout=2")
    with pytest.raises(LedgerError, match=r"127\.0\.0\.1/lost"):
        Ledger.open(tmp_path)


def lived(ledger: Ledger, given: Path) -> list[object]:
    """Reports read, joined by a person, parted again, one retracted: what stands after each."""
    list(take_in(ledger, [given]))
    scheme, stands = load_scheme(), list[object]()
    who = {"by": "Amal", "because": "saw the film"}
    for verdict in (None, Verdict.SAME, Verdict.NOT_SAME):
        if verdict is not None:
            judge(ledger, "market-1", "dnipro", verdict, **who)
        bring_out(ledger, scheme, today=today())
        stands.append([(one.code, one.reports) for one in current(ledger, Incident)])
        stands.append([(one.code, one.to, one.judgement) for one in current(ledger, Tombstone)])
    retract(ledger, Gone.REPORT, "market-2", **who)
    bring_out(ledger, scheme, today=today())
    stands.append([(one.code, one.reports) for one in current(ledger, Incident)])
    return stands


def test_codes_last_as_in_a_file(ledger: Ledger, tmp_path: Path) -> None:
    given = jsonl(tmp_path / "in.jsonl", ROWS)
    there = lived(ledger, given)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL")
        file = Ledger.open(tmp_path / "file")
        assert lived(file, given) == there
        file.close()
    before, _, joined, stones, parted, gone, _ = there
    assert (before, gone) == (parted, [])
    assert (len(joined), len(stones)) == (1, 1)  # type: ignore[arg-type]
