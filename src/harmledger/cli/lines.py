"""Rows that pass between commands: one noun a line, its ids first, its `kind` last."""

import json
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

import click

from harmledger.model import Incident, Judgement, Reading, Report, SetAside
from harmledger.model.codec import dump, load

Kind = TypeVar("Kind")
Item = Report | Reading | Incident | Judgement | SetAside

KINDS: dict[str, type[Item]] = {
    "report": Report,
    "reading": Reading,
    "incident": Incident,
    "judgement": Judgement,
    "set_aside": SetAside,
}
_NAMES = {kind: name for name, kind in KINDS.items()}


def write_lines(items: Iterable[Item], out: TextIO) -> Iterator[Item]:
    """Write each item as a row as soon as it comes, and yield it."""
    for item in items:
        row = dump(item) | {"kind": _NAMES[type(item)]}
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
        yield item


def read_lines(stream: Iterable[str]) -> Iterator[Item]:
    """Read the rows that `write_lines` wrote.

    Raises:
        click.UsageError: A line is no such row; names the line.
    """
    lines, number = iter(stream), 0
    while True:
        number += 1
        try:
            text = next(lines, None)
            if text is None:
                return
            row = json.loads(text)
            item = load(KINDS[row["kind"]], row)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise click.UsageError(
                f"line {number} of the input is no row of another harmledger command "
                f"({type(error).__name__}: {error}); give files as INPUT instead"
            ) from error
        yield item


def of_kind(items: Iterable[Item], kind: type[Kind]) -> list[Kind]:
    """Those of the items that are of a kind, in their order."""
    return [item for item in items if isinstance(item, kind)]
