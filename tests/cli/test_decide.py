"""judge, totals, series, release: what they write, what they say, what they refuse."""

import csv
import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from harmledger.cli.main import main
from harmledger.ledger import Ledger
from harmledger.vocab.load import text
from tests.cli.doors import ROWS, files, harmledger, jsonl

WHY = ("--because", "saw the film", "--by", "Amal")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A run over three reports of two incidents."""
    folder = tmp_path / "out"
    harmledger("run", jsonl(tmp_path / "in.jsonl", ROWS), "--out", folder, "--quiet")
    return folder


def incidents(folder: Path) -> dict[str, dict[str, object]]:
    """By the first report of each."""
    lines = (folder / "incidents.jsonl").read_text("utf-8").splitlines()
    return {row["reports"][0]: row for row in map(json.loads, lines)}


def test_a_verdict_parts_a_report_and_is_taken_back(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(out)
    code = str(incidents(out)["market-1"]["code"])
    assert harmledger("judge", "not-same", out, code, "market-2", *WHY) == 0
    assert "-> 12 killed, weak, 1 report\n" in capsys.readouterr().out
    assert set(incidents(out)) == {"market-1", "market-2", "dnipro"}
    assert harmledger("judge", "list", out) == 0
    said = capsys.readouterr().out
    assert "not the same incident: Tigris Wire (market-1) and Nineveh Gazette (market-2)" in said
    number = said.split()[0]
    parted = tombstones(out)[0]
    assert (parted["code"], parted["to"][0]) == (code, code)
    assert parted["because"].startswith("Amal judged them not one on ")
    between = parted["to"][1]
    assert harmledger("judge", "undo", out, number, *WHY) == 0
    # the code that lived in between leads back; nothing else is left of it
    assert {row["code"]: row["to"] for row in tombstones(out)} == {between: [code]}
    assert incidents(out)["market-1"]["former_codes"] == [between]
    capsys.readouterr()
    assert harmledger("judge", "list", out) == 0
    made, undone, hold = capsys.readouterr().out.splitlines()
    assert "(no longer holds) not the same incident" in made
    assert undone.endswith(f"  takes back {number} (Amal: saw the film)")
    assert hold == "0 of 2 entries hold"
    alike = {"reports.jsonl", "claims.jsonl", "claims.csv", "totals.csv", "set_aside.jsonl"}
    assert {name: files(out)[name] for name in alike} == {name: before[name] for name in alike}
    assert harmledger("verify", out) == 0


def tombstones(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "tombstones.jsonl").open(encoding="utf-8")]


def test_a_merge_leaves_a_code_that_can_still_be_decided_on(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(out)
    market, dnipro = (str(incidents(out)[name]["code"]) for name in ("market-1", "dnipro"))
    assert harmledger("judge", "same", out, market, dnipro, *WHY) == 0
    (row,) = tombstones(out)
    assert (row["code"], row["to"]) == (dnipro, [market])
    assert row["because"].startswith("Amal judged them one with what took its place on ")
    assert incidents(out)["dnipro"]["former_codes"] == [dnipro]
    csv_row = next(csv.DictReader((out / "incidents.csv").open(encoding="utf-8-sig")))
    assert (csv_row["code"], csv_row["former_codes"]) == (market, dnipro)
    again = files(out)
    assert harmledger("run", out.parent / "in.jsonl", "--out", out, "--quiet") == 0
    assert files(out) == again
    assert harmledger("judge", "grade", out, dnipro, "contested", *WHY) == 0
    assert incidents(out)["dnipro"]["grade"] == "contested"
    capsys.readouterr()
    harmledger("judge", "list", out)
    for line in capsys.readouterr().out.splitlines()[:2]:
        harmledger("judge", "undo", out, line.split()[0], *WHY)
    # undone, both stand as they stood, and no code leads elsewhere
    assert files(out) == before


def test_decisions_survive_a_run_and_the_log_keeps_them(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = str(incidents(out)["market-1"]["code"])
    harmledger("judge", "grade", out, code.rpartition("-")[2], "contested", *WHY)
    harmledger("judge", "figure", out, code, "killed:civilian", "at least 10", *WHY)
    harmledger("judge", "withdraw", out, claim(out, "dnipro", "injured"), *WHY)
    after = files(out)
    harmledger("run", tmp_path / "in.jsonl", "--out", out, "--quiet")
    assert files(out) == after
    market, dnipro = incidents(out)["market-1"], incidents(out)["dnipro"]
    assert market["grade"] == "contested"
    assert market["grade_reasons"][1].startswith("Graded contested instead of fair by Amal")  # type: ignore[index]
    assert {one["measure"] for one in dnipro["figures"]} == {"killed"}  # type: ignore[attr-defined]
    assert "claim_withdrawn" in (out / "set_aside.jsonl").read_text("utf-8")
    capsys.readouterr()
    harmledger("judge", "list", out)
    said = capsys.readouterr().out
    for words in (
        "graded contested",
        "killed, civilian at least 10",
        "3 of 3 entries hold",
        "saw the film",
    ):
        assert words in said


def claim(folder: Path, report: str, measure: str) -> str:
    rows = map(json.loads, (folder / "claims.jsonl").read_text("utf-8").splitlines())
    found = (row for row in rows if (row["report_id"], row["measure"]) == (report, measure))
    return str(next(found)["claim_id"])


def test_contradictions_are_said_with_their_chain_and_nothing_is_merged_against_them(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    harmledger("judge", "same", out, "market-1", "market-2", *WHY)
    harmledger("judge", "same", out, "market-2", "dnipro", *WHY)
    assert len(incidents(out)) == 1
    capsys.readouterr()
    assert harmledger("judge", "not-same", out, "market-1", "dnipro", *WHY) == 0
    chain = r"to be settled: judged .+:\w+ = .+:\w+ = .+:\w+, but .+ not the same as"
    assert re.search(chain, capsys.readouterr().out)
    assert incidents(out)["market-1"]["reports"] == ["market-1", "market-2"]
    harmledger("judge", "list", out)
    said = capsys.readouterr().out
    assert re.search(chain, said)
    # one of the pairs judged again settles it
    assert harmledger("judge", "not-same", out, "market-2", "dnipro", *WHY) == 0
    assert "to be settled" not in capsys.readouterr().out
    assert "contradicting_judgements" not in (out / "set_aside.jsonl").read_text("utf-8")


def test_what_is_dated_after_the_day_of_the_run_waits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    soon = "Shelling killed five people in Homs on 3 March 2031, residents said."
    rows = [ROWS[0], {**ROWS[2], "id": "late", "published": "2031-04-01"}]
    rows += [{"id": "undated", "publisher": "Undated", "text": soon}]
    out, read = tmp_path / "out", jsonl(tmp_path / "in.jsonl", rows)
    assert harmledger("run", read, "--out", out, "--quiet", "--today", "2026-01-01") == 0
    assert set(incidents(out)) == {"market-1"}
    apart = map(json.loads, (out / "set_aside.jsonl").open(encoding="utf-8"))
    assert {(row["item"].partition(":")[0], row["reason"]) for row in apart} == {
        ("late", "published_in_future"),
        ("undated", "future_date"),
    }
    # a release of another day finds the same
    before = files(out)
    assert harmledger("release", out, "--whole", "--out", tmp_path / "again") == 0
    same = {"claims.jsonl", "reports.jsonl", "incidents.jsonl", "set_aside.jsonl"}
    assert {name: files(tmp_path / "again")[name] for name in same} == {
        name: before[name] for name in same
    }
    # when the day has come they count, and nothing says that they did not
    assert harmledger("run", read, "--out", out, "--quiet", "--today", "2031-04-01") == 0
    assert set(incidents(out)) == {"market-1", "late", "undated"}
    assert (out / "set_aside.jsonl").read_text("utf-8") == ""
    assert harmledger("run", read, "--out", out, "--today", "someday") == 2
    # a decision is settled by the day that the run named; so is the next; a new run has its own
    for left, right in (("market-1", "late"), ("market-1", "undated")):
        assert harmledger("judge", "not-same", out, left, right, *WHY) == 0
        assert set(incidents(out)) == {"market-1", "late", "undated"}
    assert harmledger("run", read, "--out", out, "--quiet") == 0
    assert set(incidents(out)) == {"market-1"}


def test_relays_are_shown_as_a_tree(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = {**ROWS[0], "id": "copy-1", "publisher": "Copy Shop", "published": "2017-02-13"}
    harmledger("run", jsonl(tmp_path / "more.jsonl", [copy]), "--out", out, "--quiet")
    code = str(incidents(out)["copy-1"]["code"])
    capsys.readouterr()
    assert harmledger("relays", out, code.rpartition("-")[2]) == 0
    first, *lines = capsys.readouterr().out.splitlines()
    assert first == f"{code}: 3 accounts, 2 independent sources"
    assert (
        "  - Copy Shop, 2017-02-13 (copy-1) relays Tigris Wire: 100% of the text is the same"
        in (lines)
    )
    assert harmledger("relays", out, "nowhere") == 4
    assert "no incident nowhere" in capsys.readouterr().err


def test_a_retracted_report_leaves_the_count_and_stays_in_the_ledger(out: Path) -> None:
    assert harmledger("judge", "retract", out, "dnipro", *WHY) == 0
    assert set(incidents(out)) == {"market-1"}
    assert "dnipro" in (out / "reports.jsonl").read_text("utf-8")
    assert '"dnipro"' not in (out / "claims.jsonl").read_text("utf-8")
    assert Ledger.open(out).get("reading", "dnipro") is not None


def test_later_writes_it_down_and_the_next_decision_applies_it(out: Path) -> None:
    before = files(out)
    assert harmledger("judge", "retract", out, "dnipro", "--later", *WHY) == 0
    assert files(out) == before
    harmledger("judge", "grade", out, incidents(out)["market-1"]["code"], "weak", *WHY)
    assert set(incidents(out)) == {"market-1"}


ROUND_UP = {
    "id": "bulletin",
    "publisher": "Nineveh Gazette",
    "published": "2017-02-14",
    "text": "An airstrike killed four people in Tal Afar on Monday, the mayor said. In a separate "
    "attack, a car bomb killed six people in Mosul on Monday.",
}


def test_a_report_of_several_incidents_is_joined_by_one_of_its_accounts(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    harmledger("run", jsonl(tmp_path / "more.jsonl", [ROUND_UP]), "--out", out, "--quiet")
    head = Ledger.open(out).head()
    assert harmledger("judge", "same", out, "bulletin", "dnipro", *WHY) == 4
    assert Ledger.open(out).head() == head
    said, *told = capsys.readouterr().err.splitlines()
    assert "bulletin tells of several incidents; name the account you mean:" in said
    afar, mosul = (re.fullmatch(r"  (\S+) in (\S+): 2017-02-13, (.+)", line) for line in told)
    assert afar is not None
    assert mosul is not None
    assert (afar[3], mosul[3]) == ("Tall ‘Afar", "Mosul")
    assert harmledger("judge", "same", out, afar[1], "dnipro", *WHY) == 0
    joined = next(one for one in incidents(out).values() if "dnipro" in one["reports"])
    assert afar[1] in joined["accounts"]
    assert mosul[1] not in joined["accounts"]
    # parted by the report's name, its other account is judged of nothing
    capsys.readouterr()
    assert harmledger("judge", "not-same", out, joined["code"], "bulletin", *WHY) == 0
    assert capsys.readouterr().out.startswith("1 pair judged not-same\n")


def test_a_former_code_is_parted_from_what_took_it_in_and_from_nothing_else(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    market, dnipro = (str(incidents(out)[name]["code"]) for name in ("market-1", "dnipro"))
    harmledger("judge", "same", out, market, dnipro, *WHY)
    capsys.readouterr()
    end = dnipro.rpartition("-")[2]
    assert harmledger("relays", out, end) == 0
    assert capsys.readouterr().out.startswith(f"{market}: 3 accounts")
    assert harmledger("judge", "not-same", out, market, end, *WHY) == 0
    assert capsys.readouterr().out.startswith("2 pairs judged not-same\n")
    assert {name: one["code"] for name, one in incidents(out).items()} == {
        "market-1": market,
        "dnipro": dnipro,
    }


def test_an_incident_is_not_parted_from_itself(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    market = incidents(out)["market-1"]["code"]
    assert harmledger("judge", "not-same", out, market, market, *WHY) == 4
    assert "are one incident; name two" in capsys.readouterr().err


# words after `judge`; exit code; what is said
REFUSED = [
    (("grade", "{out}", "nowhere", "fair", *WHY), 4, "no incident nowhere"),
    (("grade", "{out}", "dnipro", "splendid", *WHY), 2, "known are confirmed"),
    (("figure", "{out}", "dnipro", "displaced", "5", *WHY), 2, "write as in displaced:all; groups"),
    (("figure", "{out}", "dnipro", "kiled", "5", *WHY), 2, "write as in killed:civilian; groups"),
    (("figure", "{out}", "dnipro", "killed:all", "lots", *WHY), 2, "no range"),
    (("figure", "{out}", "dnipro", "killed:all", "7-3", *WHY), 2, "ends below"),
    (("figure", "{out}", "dnipro", "killed:all", "9999999999", *WHY), 2, "more people than"),
    (("figure", "{out}", "dnipro", "killed", "3", *WHY), 2, "write as in killed:all"),
    (("withdraw", "{out}", "zz", *WHY), 4, "holds no claim zz"),
    (("retract", "{out}", "zz", *WHY), 4, "holds no report zz"),
    (("retract", "{out}", "dnipro"), 2, "--because"),
    (("retract", "{out}", "dnipro", "--because", " "), 4, "needs its reason"),
    (("retract", "{out}", "dnipro", "--because", "x", "--by", ""), 4, "needs a name"),
    (("same", "{out}", "dnipro", "dnipro", *WHY), 4, "one account"),
    (("undo", "{out}", "1", *WHY), 4, "entry 1 is no decision"),
]


@pytest.mark.parametrize(("words", "code", "says"), REFUSED)
def test_what_can_not_be_decided_writes_nothing(
    out: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, says: str
) -> None:
    head = Ledger.open(out).head()
    assert harmledger("judge", *(word.format(out=out) for word in words)) == code
    assert says in capsys.readouterr().err
    assert Ledger.open(out).head() == head


@pytest.mark.parametrize("scheme", ["airwars", "ucdp", "acled", "plain"])
def test_the_same_ledger_is_added_up_under_any_scheme(
    out: Path, capsys: pytest.CaptureFixture[str], scheme: str
) -> None:
    head = Ledger.open(out).head()
    assert harmledger("totals", out, "--scheme", scheme, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["scheme"], found["ledger_head"]) == (scheme, head[1])
    rows = {one["part"]: one for one in found["totals"] if one["measure"] == "killed"}
    assert sum(one["incidents"] for one in rows.values()) == 2
    assert Ledger.open(out).head() == head


def test_totals_as_csv_and_as_a_table_are_the_same_numbers(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    harmledger("totals", out, "--by", "month", "--measure", "killed", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out.lstrip("\ufeff"))))
    assert {row["row"]: (row["low"], row["high"]) for row in rows} == {
        "2017-02": ("9", "12"),
        "2023-04": ("3", "3"),
    }
    harmledger("totals", out, "--by", "month", "--measure", "killed")
    said = capsys.readouterr().out
    for words in ("2017-02", "9-12", "2023-04", "scheme airwars"):
        assert words in said


def test_totals_of_some_days_say_how_many_they_leave_out(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    harmledger("totals", out, "--since", "2020-01-01")
    assert (
        "began 2020-01-01 to the last: 1; without a day, so in none: 0" in capsys.readouterr().out
    )
    assert harmledger("totals", out, "--since", "2020-01-02", "--until", "2020-01-01") == 2
    assert "lies after" in capsys.readouterr().err


def test_a_scheme_of_ones_own_is_kept_in_the_ledger(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "ours.yml"
    own.write_text(text("schemes/plain.yml").replace("single", "one_voice"), "utf-8")
    assert harmledger("totals", out, "--scheme", own) == 0
    assert "one_voice" in capsys.readouterr().out.replace(" ", "_")
    source = jsonl(tmp_path / "in.jsonl", ROWS)
    assert harmledger("run", source, "--out", out, "--scheme", own, "--quiet") == 0
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert (manifest["scheme"]["name"], len(manifest["scheme"]["digest"])) == ("ours", 12)
    own.unlink()
    # what was run under it can still be added up and decided under it
    assert harmledger("totals", out) == 0
    assert harmledger("totals", out, "--scheme", "ours") == 0
    code = str(incidents(out)["dnipro"]["code"])
    assert harmledger("judge", "grade", out, code, "corroborated", *WHY) == 0
    assert harmledger("totals", out, "--scheme", "theirs") == 4
    assert "known are" in capsys.readouterr().err
    taken = tmp_path / "airwars.yml"
    taken.write_text(text("schemes/plain.yml"), "utf-8")
    assert harmledger("totals", out, "--scheme", taken) == 3


def test_a_release_under_another_scheme_leaves_the_ledger_and_its_files(
    tmp_path: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, head = files(out), Ledger.open(out).head()
    assert harmledger("release", out, "--scheme", "ucdp", "--out", tmp_path / "ucdp") == 0
    assert (files(out), Ledger.open(out).head()) == (before, head)
    assert "ucdp 1" in (tmp_path / "ucdp" / "READ_ME_FIRST.txt").read_text("utf-8")
    assert '"best": 3' in (tmp_path / "ucdp" / "incidents.jsonl").read_text("utf-8")
    assert harmledger("release", out, "--out", tmp_path / "whole", "--whole") == 0
    assert ",quote," in (tmp_path / "whole" / "claims.csv").read_text("utf-8-sig")
    assert harmledger("release", out, "--out", out) == 2


CAMP = [
    {
        "id": "camp",
        "publisher": "Camp News",
        "published": "2019-09-12",
        "text": "Some 80,000 displaced people live in camps near Dohuk, the UN said. "
        "Shelling near the camps on Monday killed several people.",
    },
    {
        "id": "homes",
        "publisher": "Camp News",
        "published": "2019-08-12",
        "text": "Fighting in Tikrit on Sunday displaced 1,250 households, the UN said.",
    },
    {
        "id": "blast",
        "publisher": "Port Daily",
        "published": "2020-08-08",
        "text": "The death toll from the blast in Beirut on Tuesday climbed to 158 so far, the "
        "health ministry said.",
    },
]


@pytest.mark.parametrize("inside", ["archive", "archive/2026", "archive/../archive"])
def test_a_release_is_not_written_among_the_originals(
    out: Path, capsys: pytest.CaptureFixture[str], inside: str
) -> None:
    before = sorted((out / "archive").rglob("*"))
    assert harmledger("release", out, "--out", out / inside) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "in the ledger's archive, which holds its originals alone" in said
    assert sorted((out / "archive").rglob("*")) == before


def test_verify_sees_files_changed_and_entries_cut_off_by_what_a_release_noted(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "release"
    harmledger("release", out, "--out", to)
    capsys.readouterr()
    assert harmledger("verify", out, "--release", to) == 0
    assert "10 files; head" in capsys.readouterr().out
    assert harmledger("verify", to) == 0
    assert capsys.readouterr().out.startswith("10 files; of ledger entry ")
    incidents_file = to / "incidents.jsonl"
    incidents_file.write_text(incidents_file.read_text("utf-8").replace("weak", "fair"), "utf-8")
    for words in ((out, "--release", to), (to,)):
        assert harmledger("verify", *words) == 1
        assert f"{incidents_file} was altered" in capsys.readouterr().out
    (out / "incidents.jsonl").unlink()
    assert harmledger("verify", out) == 1
    assert f"{out / 'incidents.jsonl'} is missing" in capsys.readouterr().out
    # another ledger, or an older copy of this one
    again = tmp_path / "again"
    harmledger("run", tmp_path / "in.jsonl", "--out", again, "--quiet")
    assert harmledger("verify", again, "--release", to) == 1
    assert f"is not the one that {to} names" in capsys.readouterr().out
    assert harmledger("verify", again, "--release", tmp_path) == 1
    assert "it is no release" in capsys.readouterr().out


def test_totals_drop_nothing_without_a_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert harmledger("run", jsonl(tmp_path / "in.jsonl", CAMP), "--out", out) == 0
    assert "1,250 households" in capsys.readouterr().out
    harmledger("totals", out)
    said = re.sub(" +", " ", capsys.readouterr().out)
    for words in (
        "weak killed 2 1",
        "weak displaced unknown 1, without a count",
        "weak displaced, households 1,250 1",
        "weak displaced stock not added 1",
        "Not added: a stock",
    ):
        assert words in said
    rows = list(csv.DictReader((out / "totals.csv").open(encoding="utf-8-sig")))
    stock = next(row for row in rows if row["measure"] == "displaced_stock")
    assert (stock["adds"], stock["low"], stock["incidents"]) == ("no", "", "1")
    # the toll of one blast is no running total
    harmledger("series", out)
    assert "Left out: 1 given for one day alone" in capsys.readouterr().out


def test_series_say_what_there_is(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert harmledger("series", out) == 0
    assert "0 series; 2 incidents" in capsys.readouterr().out
    assert harmledger("series", out, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["series"] == []


@pytest.mark.parametrize("command", ["totals", "series", "judge"])
def test_a_folder_without_a_ledger_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    words = ("judge", "list") if command == "judge" else (command,)
    assert harmledger(*words, tmp_path) == 4
    assert "holds no ledger" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["link", "grade", "locate", "extract"])
def test_broken_bytes_on_standard_input_are_named_and_the_old_file_stays(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    old = tmp_path / "old.jsonl"
    old.write_text("as it was", "utf-8")
    broken = io.TextIOWrapper(io.BytesIO(b'{"kind": "report"\xff\xfe\n'), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", broken)
    with pytest.raises(SystemExit) as done:
        main([command, "--out", str(old)])
    assert done.value.code == 2
    assert "line 1 of the input" in capsys.readouterr().err
    assert old.read_text("utf-8") == "as it was"
