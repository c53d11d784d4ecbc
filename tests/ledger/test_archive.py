"""Originals, byte for byte."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.ledger import Archive
from harmledger.model import LedgerError


@given(st.binary(max_size=100))
def test_what_is_kept_is_read_back(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    archive = Archive(tmp_path_factory.getbasetemp() / "kept")
    sha = archive.keep(data)
    assert sha == archive.keep(data) == sha256(data).hexdigest()
    assert archive.read(sha) == data


def test_it_stands_under_its_hash_and_is_not_writable(tmp_path: Path) -> None:
    sha = Archive(tmp_path).keep(b"one")
    path = tmp_path / "archive" / sha[:2] / sha
    assert path.read_bytes() == b"one"
    assert path.stat().st_mode & 0o222 == 0
    assert [*path.parent.iterdir()] == [path]


def test_what_a_killed_writer_left_is_no_part_of_it(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    path = archive.path(archive.keep(b"one"))
    path.with_name(f"{path.name}.77.part").write_bytes(b"on")
    assert len(archive) == 1
    assert [*archive.verify()] == []


def test_missing_and_altered_originals_are_not_read(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with pytest.raises(LedgerError, match=r"archive/00/0+: the original can't be read"):
        archive.read("0" * 64)
    path = archive.path(archive.keep(b"one"))
    path.chmod(0o644)
    path.write_bytes(b"two")
    with pytest.raises(LedgerError, match="altered"):
        archive.read(path.name)
    assert [*archive.verify()] == [path.name]


def test_a_place_that_can_not_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "archive").write_text("in the way")
    with pytest.raises(LedgerError, match=r"archive/.*can't be written.*run again"):
        Archive(tmp_path).keep(b"one")
