"""The index is opened read-only, travels as a path, and says what is wrong with it."""

import os
import pickle
import sqlite3

import pytest

from harmledger.locate import Gazetteer
from harmledger.model import HarmledgerError


def test_an_unknown_name_has_no_entry(small):
    assert small.lookup("Xyzzyville") == ()


@pytest.mark.parametrize("name", ["", "-", "'", "%", "Mosul' OR '1'='1"])
def test_odd_names_have_no_entry(small, name):
    assert small.lookup(name) == ()


def test_spellings_find_the_same_entries(small):
    assert small.lookup("al-bab") == small.lookup("Al Bāb") == small.lookup("AL-BAB")
    assert [entry.id for entry in small.lookup("Al-Bab")] == ["own:bab-iq", "own:bab-sy"]


def test_an_area_is_found_by_its_path(small):
    assert small.area("IQ.15").name == "Nineveh"
    assert small.area("ZZ") is None


def test_it_travels_to_another_process_as_its_path(small):
    assert pickle.loads(pickle.dumps(small)).lookup("Mosul") == small.lookup("Mosul")


def test_a_forked_process_opens_its_own(small):
    small.lookup("Mosul")
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writer, small.lookup("Tel Afar")[0].id.encode())
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reader, 100) == b"own:talafar"


def test_a_missing_index_is_named(tmp_path):
    with pytest.raises(HarmledgerError, match=r"none\.sqlite"):
        Gazetteer.open(tmp_path / "none.sqlite")


def test_a_file_that_is_no_index_is_named(tmp_path):
    path = tmp_path / "text.sqlite"
    path.write_text("not a database, but long enough to look like a file of one" * 20)
    with pytest.raises(HarmledgerError, match=r"text\.sqlite"):
        Gazetteer.open(path)


def test_an_index_of_another_layout_is_refused(tmp_path):
    path = tmp_path / "old.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version=999")
    with pytest.raises(HarmledgerError, match="layout 999"):
        Gazetteer.open(path)


def test_it_can_not_be_written(small):
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        small._index().execute("DELETE FROM entry")
