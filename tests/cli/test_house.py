"""Looking after what there is: verify, vocab check, sample."""

from pathlib import Path

import pytest

from harmledger.grade import load_scheme, scheme_names
from harmledger.model import VocabularyError
from harmledger.vocab.canonical import canonical, check_ids, make_canonical, not_canonical
from harmledger.vocab.load import listing
from tests.cli.doors import ROWS, harmledger, jsonl


def test_verify_names_an_altered_original(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    harmledger("run", jsonl(tmp_path / "in.jsonl", ROWS), "--out", out, "--quiet")
    assert harmledger("verify", out) == 0
    assert "3 originals" in capsys.readouterr().out
    original = next(path for path in (out / "archive").rglob("*") if path.is_file())
    original.chmod(0o644)
    original.write_bytes(b"something else")
    assert harmledger("verify", out) == 1
    assert f"original {original.name} was altered" in capsys.readouterr().out


def test_the_vocabulary_is_right_and_in_canonical_form(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert harmledger("vocab", "check") == 0
    assert f"{len(listing(''))} vocabulary files are right" in capsys.readouterr().out


# text; in canonical form
FORMS = [
    ("a: 1\n", "a: 1\n"),
    ("a: 1", "a: 1\n"),
    ("a: 1\n\n\n", "a: 1\n"),
    ("a: 1  \nb: 2\t\n", "a: 1\nb: 2\n"),
    ("a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
    ("\ufeffa: غارة\n", "a: غارة\n"),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_canonical_form(text: str, expected: str) -> None:
    assert canonical(text) == expected
    assert canonical(expected) == expected


def test_files_that_are_not_canonical_are_found_and_repaired(tmp_path: Path) -> None:
    (tmp_path / "loose.yml").write_bytes(b"a: 1\r\n")
    (tmp_path / "tight.yml").write_bytes(b"a: 1\n")
    files = ["loose.yml", "tight.yml"]
    assert not_canonical(tmp_path, files) == ["loose.yml"]
    make_canonical(tmp_path, files)
    assert not_canonical(tmp_path, files) == []
    assert (tmp_path / "loose.yml").read_bytes() == b"a: 1\n"


def test_an_id_that_stands_twice_in_a_folder_is_named() -> None:
    with pytest.raises(
        VocabularyError, match=r"id en\.\S+ stands in grammars/en/\S+ and in grammars"
    ):
        check_ids([*listing("grammars/en"), listing("grammars/en")[0]])


def test_the_sample_is_copied_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert harmledger("sample", "--out", tmp_path / "in") == 0
    suffixes = {path.suffix for path in (tmp_path / "in").iterdir()}
    assert {".txt", ".html", ".pdf", ".jsonl", ".xml"} <= suffixes
    assert "Next: harmledger run" in capsys.readouterr().out


@pytest.mark.parametrize("name", scheme_names())
def test_a_scheme_is_printed_as_a_ground_for_ones_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert harmledger("vocab", "scheme", name) == 0
    own = tmp_path / "ours.yml"
    own.write_text(capsys.readouterr().out, "utf-8")
    assert load_scheme(str(own)).steps == load_scheme(name).steps
