"""What a second run may not do: change a report, or read its own output."""

from pathlib import Path

import pytest

from harmledger.ledger import Ledger
from tests.cli.doors import ROWS, files, harmledger, jsonl


def test_another_text_under_a_known_id_is_set_aside(tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = jsonl(tmp_path / "first.jsonl", ROWS)
    other = ROWS[0] | {"text": "An airstrike hit a market in Mosul on Saturday, killing 99 people."}
    second = jsonl(tmp_path / "second.jsonl", [other])
    assert harmledger("run", first, "--out", out, "--quiet") == 0
    assert harmledger("run", second, "--out", out, "--quiet") == 1
    kept = Ledger.open(out).get("report", str(ROWS[0]["id"]))
    assert kept is not None
    assert kept["text"] == ROWS[0]["text"]
    assert "id_repeated" in (out / "set_aside.jsonl").read_text("utf-8")
    head = Ledger.open(out).head()
    assert harmledger("run", second, "--out", out, "--quiet") == 1
    assert Ledger.open(out).head() == head


def test_a_run_into_a_folder_of_its_input_does_not_read_its_own_output(tmp_path: Path) -> None:
    jsonl(tmp_path / "press.jsonl", ROWS)
    out = tmp_path / "record"
    assert harmledger("run", tmp_path, "--out", out, "--quiet") == 0
    before = files(out)
    assert harmledger("run", tmp_path, "--out", out, "--quiet") == 0
    assert files(out) == before


def test_the_input_itself_is_no_place_for_the_output(tmp_path: Path) -> None:
    jsonl(tmp_path / "press.jsonl", ROWS)
    assert harmledger("run", tmp_path, "--out", tmp_path, "--quiet") == 2
    assert [path.name for path in tmp_path.iterdir()] == ["press.jsonl"]


def test_a_run_says_once_why_it_compares_everything_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, out = jsonl(tmp_path / "press.jsonl", ROWS), tmp_path / "record"
    assert harmledger("run", given, "--out", out) == 0
    assert harmledger("run", given, "--out", out) == 0
    assert capsys.readouterr().err == ""
    words = ("--because", "saw the film", "--by", "Amal", "--later")
    for report, quiet in (("dnipro", []), ("market-2", ["--quiet"])):
        harmledger("judge", "retract", out, report, *words)
        assert harmledger("run", given, "--out", out, *quiet) == 0
        said = "comparing all reports anew: 1 of 3 reports told before are told otherwise now, "
        assert capsys.readouterr().err == ("" if quiet else f"{said}or no more\n")
