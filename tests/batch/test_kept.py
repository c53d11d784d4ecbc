"""A file of what was made before: whole or not there, and steady under who reads it."""

from pathlib import Path

import pytest

from harmledger.batch import read_kept, write_kept


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    write_kept([b"one ", memoryview(b"two")], path)
    found = read_kept(path)
    assert found is not None
    assert bytes(found) == b"one two"
    assert [one.name for one in tmp_path.iterdir()] == ["kept"]


def test_there_may_be_none(tmp_path: Path) -> None:
    assert read_kept(tmp_path / "kept") is None
    (tmp_path / "kept").touch()
    assert read_kept(tmp_path / "kept") is None


def test_what_is_open_stays_as_it_was_when_another_is_written(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    write_kept([b"first"], path)
    found = read_kept(path)
    write_kept([b"other"], path)
    assert found is not None
    assert bytes(found) == b"first"


def test_a_file_that_cant_be_written_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    with pytest.raises(OSError, match="kept"):
        write_kept([b"one"], tmp_path / "kept")
    assert [one.name for one in tmp_path.iterdir()] == ["kept"]
