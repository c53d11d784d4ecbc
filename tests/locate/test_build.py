"""An index is whole or not there, and the same rows make the same answers."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from harmledger.locate import Gazetteer, build
from harmledger.locate.gazetteer.entry import Row
from tests.locate.made import SMALL, row


def failing() -> Iterator[Row]:
    yield SMALL[0]
    raise RuntimeError("the source broke off")


def test_every_name_of_an_entry_finds_it(index):
    build([SMALL], index)
    gazetteer = Gazetteer.open(index)
    for made in SMALL:
        for name in (made.entry.name, *made.names):
            assert made.entry in gazetteer.lookup(name)


def test_the_order_of_rows_does_not_matter(index, tmp_path):
    build([SMALL], index)
    build([SMALL[::-1]], tmp_path / "other.sqlite")
    here, there = Gazetteer.open(index), Gazetteer.open(tmp_path / "other.sqlite")
    for name in ("Al-Bab", "Idlib", "تعز", "Iraq"):
        assert here.lookup(name) == there.lookup(name)


def test_a_later_source_replaces_an_entry_and_keeps_its_names(index):
    later = row("mosul", "Mosul", 36.34, 43.13, "city", "IQ.15", "Ninwe")
    build([SMALL, [later]], index)
    gazetteer = Gazetteer.open(index)
    assert gazetteer.lookup("الموصل") == gazetteer.lookup("Ninwe") == (later.entry,)


def test_a_source_that_breaks_off_leaves_no_file(index):
    with pytest.raises(RuntimeError):
        build([failing()], index)
    assert list(index.parent.iterdir()) == []


def test_a_source_that_breaks_off_leaves_the_old_index(index):
    build([SMALL], index)
    with pytest.raises(RuntimeError):
        build([failing()], index)
    assert Gazetteer.open(index).lookup("Mosul")


KILLED = """
import sys
from pathlib import Path
from harmledger.locate import build
from tests.locate.made import SMALL

def endless():
    print("building", flush=True)
    while True:
        yield from SMALL

build([endless()], Path(sys.argv[1]))
"""


def test_a_killed_build_leaves_no_index(index):
    command = [sys.executable, "-c", KILLED, str(index)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path.cwd()) as process:
        assert process.stdout is not None
        process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
    assert not index.exists()
    build([SMALL], index)
    assert Gazetteer.open(index).lookup("Mosul")


def test_progress_counts_rows(index):
    told: list[tuple[str, int]] = []
    build([SMALL], index, progress=lambda step, done: told.append((step, done)))
    assert ("places", len(SMALL)) in told
