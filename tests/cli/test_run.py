"""`harmledger run`: what it writes, what it says, and what the same again changes."""

import json
from pathlib import Path

import pytest

from harmledger.ledger import Ledger
from tests.cli.doors import ROWS, files, harmledger, jsonl, many


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def rows_of(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_reports_come_out_as_incidents_with_what_to_open_next(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert harmledger("run", jsonl(tmp_path / "in.jsonl", ROWS), "--out", out) == 0
    said = capsys.readouterr().out
    market, dnipro = sorted(rows_of(out / "incidents.jsonl"), key=lambda row: str(row["start"]))
    assert market["reports"] == ["market-1", "market-2"]
    assert dnipro["reports"] == ["dnipro"]
    for expected in (str(market["code"]), "9-12", "fair", f"harmledger serve {out}"):
        assert expected in said


def test_quiet_says_nothing(tmp_path: Path, out: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert harmledger("run", jsonl(tmp_path / "in.jsonl", ROWS), "--out", out, "--quiet") == 0
    assert capfd.readouterr() == ("", "")


def test_the_same_input_again_changes_nothing(tmp_path: Path, out: Path) -> None:
    source = tmp_path / "in.jsonl"
    apart = {"id": "none", "text": "Zwei Menschen starben am Montag.", "lang": "de"}
    source.write_text("{no JSON\n" + jsonl(source, [*ROWS, apart]).read_text("utf-8"), "utf-8")
    harmledger("run", source, "--out", out, "--quiet")
    before, head = files(out), Ledger.open(out).head()
    harmledger("run", source, "--out", out, "--quiet")
    assert Ledger.open(out).head() == head
    assert files(out) == before


def test_the_same_reports_found_elsewhere_change_nothing(tmp_path: Path, out: Path) -> None:
    source = jsonl(tmp_path / "in.jsonl", ROWS)
    harmledger("run", source, "--out", out, "--quiet")
    head = Ledger.open(out).head()
    harmledger("run", source.rename(tmp_path / "moved.jsonl"), "--out", out, "--quiet")
    assert Ledger.open(out).head() == head


def test_any_number_of_jobs_writes_the_same(tmp_path: Path) -> None:
    source = jsonl(tmp_path / "in.jsonl", many(100))
    harmledger("run", source, "--out", tmp_path / "one", "--quiet", "--jobs", 1)
    harmledger("run", source, "--out", tmp_path / "three", "--quiet", "--jobs", 3)
    assert files(tmp_path / "three") == files(tmp_path / "one")


def test_new_input_is_joined_with_what_the_ledger_holds(tmp_path: Path, out: Path) -> None:
    whole = tmp_path / "whole"
    harmledger("run", jsonl(tmp_path / "all.jsonl", ROWS), "--out", whole, "--quiet")
    for number, row in enumerate(ROWS):
        source = jsonl(tmp_path / f"{number}.jsonl", [row])
        harmledger("run", source, "--out", out, "--quiet")
    assert files(out) == files(whole)


# rows of the input; exit code; reasons set aside
OUTCOMES = [
    # A day that is none, a language without a grammar, a report without a count: ordinary.
    (['{"id": "a", "text": "Two people were killed.", "published": "lately"}'], 0),
    (['{"id": "a", "text": "Zwei Menschen starben.", "lang": "xx"}'], 0),
    (['{"id": "a", "text": "The market opened again on Monday."}'], 0),
    (['{"id": "a", "text": "Two people were killed."}'] * 2, 0),
    # Something of the input is lost.
    (["{not JSON"], 1),
    (['{"id": "a", "words": "Two people were killed."}'], 1),
    (['{"id": "a", "text": "Two died."}', '{"id": "a", "text": "Three died."}'], 1),
]


@pytest.mark.parametrize(("rows", "code"), OUTCOMES)
def test_the_exit_code_says_whether_input_was_lost(
    tmp_path: Path, out: Path, rows: list[str], code: int
) -> None:
    good = json.dumps(ROWS[0])
    source = tmp_path / "in.jsonl"
    source.write_text("\n".join([*rows, good]) + "\n", "utf-8")
    assert harmledger("run", source, "--out", out, "--quiet") == code
    assert "market-1" in (out / "claims.jsonl").read_text("utf-8")


def test_what_was_mended_is_no_longer_set_aside(tmp_path: Path, out: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("{not JSON\n", "utf-8")
    other = tmp_path / "other.txt"
    other.write_bytes(b"")
    assert harmledger("run", source, other, "--out", out, "--quiet") == 1
    jsonl(source, ROWS)
    assert harmledger("run", source, "--out", out, "--quiet") == 0
    apart = rows_of(out / "set_aside.jsonl")
    assert [(row["item"], row["reason"]) for row in apart] == [(str(other), "empty")]


def test_a_report_that_says_nothing_any_more_loses_its_reading(tmp_path: Path, out: Path) -> None:
    source = jsonl(tmp_path / "in.jsonl", ROWS)
    harmledger("run", source, "--out", out, "--quiet")
    jsonl(source, [*ROWS[:2], ROWS[2] | {"lang": "de"}])
    harmledger("run", source, "--out", out, "--quiet")
    assert [row["reports"] for row in rows_of(out / "incidents.jsonl")] == [
        ["market-1", "market-2"]
    ]
    assert {row["report_id"] for row in rows_of(out / "claims.jsonl")} == {"market-1", "market-2"}
    jsonl(source, ROWS)
    harmledger("run", source, "--out", out, "--quiet")
    assert rows_of(out / "set_aside.jsonl") == []
    assert len(rows_of(out / "incidents.jsonl")) == 2


def test_unsure_places_are_sent_to_a_person_until_told_otherwise(tmp_path: Path, out: Path) -> None:
    def unsure() -> list[object]:
        rows = rows_of(out / "set_aside.jsonl")
        return [row["item"] for row in rows if row["reason"] in ("unsure_place", "no_match")]

    lost = {"id": "lost", "text": "Shells killed nine people in Umm Nowhere on Monday."}
    source = jsonl(tmp_path / "in.jsonl", [*ROWS, lost])
    harmledger("run", source, "--out", out, "--quiet")
    assert unsure() == []
    harmledger("run", source, "--out", out, "--quiet", "--sure", "0.1")
    assert len(unsure()) == 1
    harmledger("run", source, "--out", out, "--quiet")
    assert len(unsure()) == 1
    harmledger("run", source, "--out", out, "--quiet", "--sure", "0")
    assert unsure() == []
