"""A full disk, Ctrl-C and kill -9 in the middle of a run: nothing that was there is lost."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from harmledger.ledger import Ledger
from harmledger.model import LedgerError
from tests.cli.doors import ROWS, files, harmledger, jsonl, many

RUN = [sys.executable, "-m", "harmledger.cli", "run"]


def small_disk() -> None:
    """No file may grow beyond this, as if the disk were full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))


def entries(folder: Path) -> int:
    """How many entries the ledger of a run under way holds."""
    if not (folder / "ledger.db").is_file():
        return 0
    try:
        return Ledger.open(folder, create=False).head()[0]
    except LedgerError:  # it is being made at this moment
        return 0


def test_a_full_disk_leaves_the_old_files_and_says_so(tmp_path: Path) -> None:
    out = tmp_path / "out"
    harmledger("run", jsonl(tmp_path / "in.jsonl", ROWS), "--out", out, "--quiet")
    before = files(out)
    more = jsonl(tmp_path / "more.jsonl", many(300))
    done = subprocess.run(
        [*RUN, more, "--out", out, "--jobs", "1"],
        preexec_fn=small_disk,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 4
    assert done.stderr.startswith("harmledger: ")
    assert len(done.stderr.splitlines()) == 1
    assert files(out) == before
    assert Ledger.open(out).verify().holds


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_run_is_completed_by_the_next(tmp_path: Path, jobs: int) -> None:
    source = jsonl(tmp_path / "in.jsonl", many(1200))
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    harmledger("run", source, "--out", whole, "--quiet")
    process = subprocess.Popen([*RUN, source, "--out", killed, "--quiet", "--jobs", str(jobs)])
    while process.poll() is None and entries(killed) < 400:
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    held = Ledger.open(killed).verify()
    assert held.holds
    assert 400 <= held.entries < Ledger.open(whole).head()[0]
    assert harmledger("run", source, "--out", killed, "--quiet") == 0
    assert files(killed) == files(whole)
    assert Ledger.open(killed).verify().holds


@pytest.mark.slow
def test_ctrl_c_is_calm(tmp_path: Path) -> None:
    source = jsonl(tmp_path / "in.jsonl", many(1200))
    out = tmp_path / "out"
    process = subprocess.Popen(
        [*RUN, source, "--out", out, "--jobs", "2"],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while process.poll() is None and entries(out) < 300:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    stdout, stderr = process.communicate()
    assert process.returncode == 130
    assert (stdout, stderr) == ("", "harmledger: stopped; what was already read is kept\n")
    assert Ledger.open(out).verify().holds


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


def test_out_writes_into_what_is_no_file_and_leaves_it_what_it_is(
    tmp_path: Path, pipe: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    harmledger("run", jsonl(tmp_path / "in.jsonl", ROWS), "--out", out, "--quiet")
    reader = subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE, text=True)
    assert harmledger("totals", out, "--format", "json", "--out", pipe) == 0
    assert '"scheme": "airwars"' in reader.communicate(timeout=20)[0]
    assert pipe.is_fifo()
    # a device that is always full, behind a link so that the test breaks no machine
    link = tmp_path / "full"
    link.symlink_to("/dev/full")
    assert harmledger("totals", out, "--out", link) == 4
    assert "No space left" in capsys.readouterr().err
    assert link.is_symlink()
    assert Path("/dev/full").is_char_device()
    assert harmledger("totals", out, "--out", tmp_path) == 2


def test_out_through_a_link_writes_its_file(tmp_path: Path) -> None:
    out, old = tmp_path / "out", tmp_path / "old.csv"
    harmledger("run", jsonl(tmp_path / "in.jsonl", ROWS), "--out", out, "--quiet")
    old.write_text("as it was", "utf-8")
    real = tmp_path / "real.csv"
    real.symlink_to(old)
    assert harmledger("totals", out, "--format", "csv", "--out", real) == 0
    # a link still leads to its file
    assert real.is_symlink()
    assert "airwars" in old.read_text("utf-8")
