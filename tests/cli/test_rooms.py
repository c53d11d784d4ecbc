"""The rooms as commands: a pipe through all of them is a run."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from harmledger.cli.lines import write_lines
from tests.cli.doors import ROWS, files, harmledger, jsonl
from tests.make import claim, reading, report

APART = {"id": "none", "text": "Keine Angaben.", "lang": "xx"}


def step(words: str, source: Path, target: Path) -> Path:
    assert harmledger(*words.split(), source, "--out", target) == 0
    return target


def test_a_pipe_through_the_rooms_is_a_run(tmp_path: Path) -> None:
    source = jsonl(tmp_path / "in.jsonl", [*ROWS, APART])
    harmledger("run", source, "--out", tmp_path / "run", "--quiet")
    shell = " | ".join(
        f"{sys.executable} -m harmledger.cli {words}"
        for words in (
            f"ingest {source}",
            "extract",
            "locate",
            "link",
            "grade",
            f"publish --record --out {tmp_path / 'pipe'}",
        )
    )
    done = subprocess.run(["bash", "-o", "pipefail", "-c", shell], check=False, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert files(tmp_path / "pipe") == files(tmp_path / "run")


def test_publish_withholds_unless_the_record_is_asked_for(tmp_path: Path) -> None:
    rows = tmp_path / "graded.jsonl"
    with rows.open("w", encoding="utf-8") as out:
        told = reading(claims=(claim(quote="Salma Nadir was killed"),))
        assert len(list(write_lines([report(), told], out))) == 2
    assert harmledger("publish", rows, "--out", tmp_path / "release") == 0
    assert harmledger("publish", rows, "--out", tmp_path / "record", "--record") == 0
    assert b"Salma" not in b"".join(files(tmp_path / "release").values())
    assert b"Salma" in files(tmp_path / "record")["claims.jsonl"]


def test_extract_with_input_writes_the_claims_alone(tmp_path: Path) -> None:
    source = jsonl(tmp_path / "in.jsonl", ROWS)
    claims = tmp_path / "claims.jsonl"
    assert harmledger("extract", source, "--out", claims) == 0
    rows = [json.loads(line) for line in claims.read_text("utf-8").splitlines()]
    assert [row["claim_id"] for row in rows] == sorted(row["claim_id"] for row in rows)
    assert {row["report_id"] for row in rows} == {str(row["id"]) for row in ROWS}
    texts = {row["id"]: str(row["text"]) for row in ROWS}
    for row in rows:
        evidence = row["evidence"]
        text = texts[row["report_id"]]
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_ingest_says_what_it_set_aside_in_its_place_and_by_its_code(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps(ROWS[0]) + "\n{no JSON\n" + json.dumps(ROWS[1]) + "\n", "utf-8")
    out = tmp_path / "rows.jsonl"
    assert harmledger("ingest", source, "--out", out) == 1
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [row["kind"] for row in rows] == ["report", "set_aside", "report"]
    assert rows[1]["item"] == f"{source}:2"


@pytest.mark.parametrize("line", ["{no JSON", '{"kind": "house"}', '{"kind": "report"}', "[]"])
def test_a_line_that_is_no_row_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    source = tmp_path / "rows.jsonl"
    source.write_text(line + "\n", "utf-8")
    assert harmledger("link", source) == 2
    assert "line 1 of the input is no row" in capsys.readouterr().err


def test_a_reader_that_has_enough_ends_the_writer_in_peace(tmp_path: Path) -> None:
    rows = [ROWS[0] | {"id": f"r{number}"} for number in range(3000)]
    source = jsonl(tmp_path / "in.jsonl", rows)
    shell = f"{sys.executable} -m harmledger.cli ingest {source} | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", shell], check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["report_id"] == "r0"
