"""A run uses no network: neither reading nor joining nor publishing."""

import os
import subprocess
import sys
from pathlib import Path

OFFLINE = Path(__file__).parent / "offline"


def harmledger(*words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "harmledger.cli", *map(str, words)]
    environment = os.environ | {"PYTHONPATH": str(OFFLINE)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_the_sample_runs_where_every_socket_is_refused(tmp_path: Path) -> None:
    harmledger("sample", "--out", tmp_path / "in")
    done = harmledger("run", tmp_path / "in", "--out", tmp_path / "out", "--jobs", 2)
    assert (done.returncode, done.stderr) == (0, "")
    assert "fair" in done.stdout


def test_the_guard_does_refuse() -> None:
    code = "import urllib.request; urllib.request.urlopen('http://192.0.2.1/')"
    environment = os.environ | {"PYTHONPATH": str(OFFLINE)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert "harmledger used the network" in done.stderr
