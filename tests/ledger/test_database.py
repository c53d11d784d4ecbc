"""Opening: what is made, what is refused, and what the refusal says."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from harmledger.ledger import Ledger
from harmledger.model import LedgerError


def foreign(folder: Path) -> None:
    with sqlite3.connect(folder / "ledger.db") as raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")
    raw.close()


def newer(folder: Path) -> None:
    Ledger.open(folder).close()
    with sqlite3.connect(folder / "ledger.db") as raw:
        raw.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('ledger', '0999_later', '2030-01-01')"
        )
    raw.close()


def torn(folder: Path) -> None:
    (folder / "ledger.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)


NO_LEDGERS: list[tuple[Callable[[Path], object], str]] = [
    (lambda folder: (folder / "ledger.db").write_text("dear diary" * 100), "no ledger; move it"),
    (lambda folder: (folder / "ledger.db").mkdir(), "can't be opened"),
    (foreign, "other tables"),
    (newer, "newer harmledger.*upgrade"),
    (torn, "ledger.db: "),
]


@pytest.mark.parametrize(("spoil", "says"), NO_LEDGERS)
def test_what_is_no_ledger_is_refused_with_a_remedy(
    tmp_path: Path, spoil: Callable[[Path], object], says: str
) -> None:
    spoil(tmp_path)
    with pytest.raises(LedgerError, match=rf"ledger\.db.*{says}|{says}"):
        Ledger.open(tmp_path)


def test_somebody_elses_database_stays_as_it_was(tmp_path: Path) -> None:
    foreign(tmp_path)
    before = (tmp_path / "ledger.db").read_bytes()
    with pytest.raises(LedgerError):
        Ledger.open(tmp_path)
    assert (tmp_path / "ledger.db").read_bytes() == before


def test_a_folder_without_a_ledger_is_told_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="harmledger run"):
        Ledger.open(tmp_path / "nowhere", create=False)
    assert not (tmp_path / "nowhere").exists()


def test_a_file_in_the_folders_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(LedgerError, match="taken: can't be made"):
        Ledger.open(tmp_path / "taken")


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "ledger.db").touch()
    assert Ledger.open(tmp_path).head()[0] == 0


URLS = ["mysql://localhost/x", "postgres", "file:///x"]


@pytest.mark.parametrize("url", URLS)
def test_a_database_of_another_kind_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(LedgerError, match="postgresql://user:password@host"):
        Ledger.open(tmp_path)


def test_callers_need_no_django(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from harmledger.ledger import Ledger; "
        "ledger = Ledger.open(Path(sys.argv[1])); ledger.append([('run', '1', {})]); "
        "print(ledger.verify().holds)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, tmp_path],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": ""},
    )
    assert ran.stdout.strip() == "True"


def test_many_that_open_a_new_ledger_at_once_all_get_it(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from harmledger.ledger import Ledger; "
        "Ledger.open(Path(sys.argv[1])).append([('run', sys.argv[2], {})])"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", code, tmp_path, str(number)], env={"PATH": ""})
        for number in range(4)
    ]
    assert [process.wait() for process in started] == [0] * 4
    assert Ledger.open(tmp_path).keys("run") == {"0", "1", "2", "3"}


@pytest.fixture
def sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger as on a DVD. The tests may run as root, to whom no right is denied."""
    opened = Ledger.open(tmp_path)
    opened.append([("report", "r1", {"text": "one"})])
    opened.close()
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    return tmp_path


def test_a_ledger_that_may_not_be_written_is_read_and_left_alone(sealed: Path) -> None:
    before = {path: path.read_bytes() for path in sealed.iterdir() if path.is_file()}
    ledger = Ledger.open(sealed, create=False)
    assert ledger.get("report", "r1") == {"text": "one"}
    assert ledger.verify().misfit is None
    with pytest.raises(LedgerError, match="may not be written"):
        ledger.append([("report", "r2", {"text": "two"})])
    ledger.close()
    assert {path: path.read_bytes() for path in sealed.iterdir() if path.is_file()} == before


def test_a_log_that_can_not_be_read_there_is_no_reason_to_lose_it(sealed: Path) -> None:
    (sealed / "ledger.db-wal").write_bytes(b"entries")
    with pytest.raises(LedgerError, match="copy the whole folder"):
        Ledger.open(sealed, create=False)
