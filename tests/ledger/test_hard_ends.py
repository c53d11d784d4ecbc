"""A kill and a full disk, for real, in a process of their own."""

import os
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from harmledger.ledger import Ledger

WRITER = """
import sys
from pathlib import Path
from harmledger.ledger import Ledger

ledger = Ledger.open(Path(sys.argv[1]))
def items():
    for number in range(60_000):
        if number % 1000 == 0:
            print(number, flush=True)
        yield "claim", f"c{number:06}", {"text": "x" * 100}
for number in range(50):
    ledger.archive.keep(str(number).encode() * 10_000)
print(ledger.append(items()).new, flush=True)
"""

FULL = """
import resource, sys
from pathlib import Path
from harmledger.ledger import Ledger
from harmledger.model import LedgerError

ledger = Ledger.open(Path(sys.argv[1]))
ledger.append([("report", "early", {"text": "first"})])
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    WHAT
except LedgerError as error:
    print(error)
"""


def run(code: str, folder: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", code, folder],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": ""},
        timeout=60,
    ).stdout


@pytest.mark.parametrize("after", [1000, 5000, 9000])
def test_a_kill_leaves_a_ledger_that_opens_and_verifies(tmp_path: Path, after: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, tmp_path],
        stdout=subprocess.PIPE,
        text=True,
        env={"PATH": ""},
    )
    assert process.stdout is not None
    while process.stdout.readline().strip() != str(after):
        pass
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    process.stdout.close()
    ledger = Ledger.open(tmp_path)
    left = ledger.verify()
    assert left.holds
    assert left.entries < 60_000
    rest = ledger.append(
        ("claim", f"c{number:06}", {"text": "x" * 100}) for number in range(after + 1000)
    )
    assert rest.unchanged <= left.entries
    assert ledger.verify().holds
    assert len(ledger.keys("claim")) == max(after + 1000, left.entries)


def test_a_full_disk_loses_nothing_that_was_in(tmp_path: Path) -> None:
    write = 'ledger.append(("report", str(n), {"text": "x" * 5000}) for n in range(1000))'
    said = run(FULL.replace("WHAT", write), tmp_path)
    assert said.startswith(str(tmp_path / "ledger.db"))
    assert "run again" in said
    ledger = Ledger.open(tmp_path)
    assert ledger.verify().holds
    assert ledger.get("report", "early") == {"text": "first"}
    assert ledger.append(("report", str(n), {"text": "x" * 5000}) for n in range(1000)).new > 0
    assert ledger.verify().holds


def test_an_original_that_does_not_fit_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    said = run(FULL.replace("WHAT", 'ledger.archive.keep(b"x" * 500_000)'), tmp_path)
    sha = sha256(b"x" * 500_000).hexdigest()
    assert said.startswith(str(tmp_path / "archive" / sha[:2] / sha))
    assert [*(tmp_path / "archive").rglob("*.part")] == []
    assert Ledger.open(tmp_path).verify().holds
