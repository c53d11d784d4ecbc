"""Every expected error is one line and an exit code; other packages may add commands."""

import sys
from pathlib import Path

import pytest

from harmledger.cli.exits import SAYS, Exit, faults
from harmledger.cli.main import COMMANDS, harmledger_cli
from tests.cli.doors import ROWS, harmledger, jsonl

# words; exit code; what the line says
ERRORS = [
    (["walk"], Exit.USAGE, "No such command 'walk'"),
    (["run"], Exit.USAGE, "Missing argument 'INPUT...'"),
    (["run", "no-such-file.txt", "--out", "out"], Exit.USAGE, "does not exist"),
    (["run", "in.jsonl"], Exit.USAGE, "Missing option '--out'"),
    (["run", "in.jsonl", "--out", "out", "--jobs", "0"], Exit.USAGE, "--jobs"),
    (["run", "in.jsonl", "--out", "out", "--scheme", "none"], Exit.VOCABULARY, "no scheme 'none'"),
    (["run", "in.jsonl", "--out", "out", "--gazetteer", "in.jsonl"], Exit.VOCABULARY, "gazetteer"),
    (["run", "in.jsonl", "--out", "in.jsonl/out"], Exit.STORE, "can't be made"),
    (["verify", "."], Exit.STORE, "holds no ledger"),
    (["extract", "in.jsonl", "--out", "no/claims.jsonl"], Exit.USAGE, "no/claims.jsonl"),
]


@pytest.mark.parametrize(("words", "code", "says"), ERRORS, ids=lambda value: str(value)[:40])
def test_an_error_is_one_line_and_a_code(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    code: Exit,
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    jsonl(tmp_path / "in.jsonl", ROWS)
    assert harmledger(*words) == code
    said = capsys.readouterr().err
    assert says in said
    assert "Traceback" not in said


def test_every_exit_code_and_fault_is_explained() -> None:
    assert SAYS.keys() == set(Exit)
    assert {"not_json", "unreadable"} <= faults()
    assert not {"bad_published", "duplicate", "no_grammar"} & faults()


def test_every_command_loads_and_says_what_it_does() -> None:
    for name in COMMANDS:
        command = harmledger_cli.get_command(None, name)  # type: ignore[arg-type]
        assert command is not None
        assert command.help


def test_a_package_can_add_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The recipe docs/recipes/add-a-command.md, followed."""
    (tmp_path / "weather.py").write_text(
        "import click\n\n\n@click.command()\ndef sky():\n    click.echo('clear')\n"
    )
    meta = tmp_path / "weather-1.0.dist-info"
    meta.mkdir()
    (meta / "METADATA").write_text("Metadata-Version: 2.1\nName: weather\nVersion: 1.0\n")
    (meta / "entry_points.txt").write_text("[harmledger.cli]\nsky = weather:sky\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert harmledger("sky") == 0
    assert capsys.readouterr().out == "clear\n"
    sys.modules.pop("weather")
