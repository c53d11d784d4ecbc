"""Write docs/reference from the code and the vocabulary, and replay the documents' consoles.

    python tools/write_docs.py      writes; `make docs` calls it, tests/docs checks that it was

A console is a fenced block that starts with three backticks and `console`. Its lines that start
with `$ ` are run in bash, in one folder a document; what follows is what they print. A line of
`...` stands for output left out: as many lines before and after it are kept as stood there.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from harmledger.cli.exits import Exit
from harmledger.cli.main import COMMANDS, harmledger_cli
from harmledger.grade import load_scheme, scheme_names
from harmledger.grade.condition import CONDITIONS
from harmledger.vocab.load import document, listing

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
REPLAYED = (ROOT / "README.md", ROOT / "docs" / "tutorial.md")
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_OUT = "..."
GENERATED = "*Written by `make docs`; change the {source}, not this page.*"


def pages() -> dict[str, str]:
    """Every page of docs/reference that is generated: its name and its text."""
    return {
        "commands.md": _commands(),
        "exit-codes.md": _exit_codes(),
        "reasons.md": _reasons(),
        "vocabulary.md": _vocabulary(),
        "schemes.md": _schemes(),
    }


def replayed(text: str) -> str:
    """The document with the output of its consoles as it is now."""
    with TemporaryDirectory() as folder:
        return CONSOLE.sub(lambda block: _replay(block[1], Path(folder)), text)


def _replay(block: str, folder: Path) -> str:
    written = []
    for command, before in _steps(block):
        written += [f"$ {command}", *_shortened(_output(command, folder), before)]
    return "```console\n" + "".join(f"{line}\n" for line in written) + "```"


def _steps(block: str) -> Iterator[tuple[str, list[str]]]:
    """Each command with the lines that stand below it."""
    for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *lines = step.splitlines()
        yield command, lines


def _output(command: str, folder: Path) -> list[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=os.environ | {"PATH": path, "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return [line.rstrip() for line in done.stdout.splitlines()]


def _shortened(lines: list[str], before: list[str]) -> list[str]:
    """The output with as much left out as was left out before."""
    if LEFT_OUT not in before:
        return lines
    head = before.index(LEFT_OUT)
    tail = len(before) - head - 1
    return [*lines[:head], LEFT_OUT, *lines[len(lines) - tail :]]


def _commands() -> str:
    parts = ["# Commands", GENERATED.format(source="command's docstring and options")]
    for name in COMMANDS:
        command = harmledger_cli.get_command(click.Context(harmledger_cli), name)
        assert command is not None
        parts += _help(command, f"harmledger {name}")
    return _page(parts)


def _help(command: click.Command, name: str) -> Iterator[str]:
    context = click.Context(command, info_name=name, terminal_width=80)
    yield f"## {name}"
    yield f"```text\n{command.get_help(context)}\n```"
    if isinstance(command, click.Group):
        for inner, one in command.commands.items():
            yield from _help(one, f"{name} {inner}")


def _exit_codes() -> str:
    rows = ((str(int(code)), code.says) for code in Exit)
    parts = ["# Exit codes", GENERATED.format(source="table in cli/exits.py")]
    return _page([*parts, _table(("code", "says"), rows)])


def _reasons() -> str:
    found = document("codes/reasons.yml")
    rows = [
        (
            f"`{one['id']}`",
            one["stage"],
            "yes" if one.get("fault") else "",
            one["says"],
            one["remedy"],
        )
        for one in found["entries"]
    ]
    parts = ["# Reasons for setting something aside", found["says"].strip()]
    parts.append(GENERATED.format(source="entries of vocab/codes/reasons.yml"))
    return _page([*parts, _table(("reason", "stage", "fault", "says", "remedy"), rows)])


def _vocabulary() -> str:
    parts = ["# Vocabulary", GENERATED.format(source="entries of vocab/codes/*.yml")]
    for file in listing("codes"):
        found = document(file)
        name = file.removeprefix("codes/").removesuffix(".yml")
        if name == "reasons":
            continue
        rows = ((f"`{one['id']}`", one["says"]) for one in found["entries"])
        parts += [f"## {name.replace('_', ' ')}", found["says"].strip()]
        parts.append(_table(("code", "says"), rows))
    return _page(parts)


def _schemes() -> str:
    parts = ["# Schemes", GENERATED.format(source="vocab/schemes/*.yml and its conditions")]
    for name in scheme_names():
        found, scheme = document(f"schemes/{name}.yml"), load_scheme(name)
        grades = (
            (f"`{one['id']}`", one["says"], ", ".join(f"`{when}`" for when in one["when"]))
            for one in found["entries"]
        )
        rules = (
            (f"`{one['id']}`", one["says"], str(one["value"]), one["reason"], one["source"])
            for one in found["rules"]
        )
        parts += [f"## {name}", found["says"].strip(), f"Version {found['version']}."]
        parts.append(f"Source: {found['source']}")
        parts += [f"Headline: {scheme.together}.", _table(("grade", "says", "conditions"), grades)]
        parts.append(_table(("rule", "says", "value", "reason", "source"), rules))
    conditions = (
        (f"`{name}`", (condition.__doc__ or "").splitlines()[0])
        for name, condition in sorted(CONDITIONS.items())
    )
    return _page([*parts, "## Conditions", _table(("condition", "holds where"), conditions)])


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = list(head)
    lines = [head, ["---"] * len(head), *map(list, rows)]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _page(parts: Iterable[str]) -> str:
    return "\n\n".join(parts) + "\n"


def main() -> None:
    """Write everything that has changed."""
    REFERENCE.mkdir(exist_ok=True)
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")
    for path in REPLAYED:
        path.write_text(replayed(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
