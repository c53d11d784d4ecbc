"""The rooms that read: ingest, extract, locate."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TextIO

import click

from harmledger.cli.exits import Exit, exit_of
from harmledger.cli.lines import Item, of_kind, read_lines, write_lines
from harmledger.cli.options import GAZETTEERS, INPUTS, NEEDED_INPUTS, OUT, ROWS
from harmledger.extract import extract as read_report
from harmledger.extract import readers
from harmledger.grade import load_scheme
from harmledger.ingest import ingest as read_inputs
from harmledger.locate import Gazetteer, default_gazetteer
from harmledger.model import Reading, Report
from harmledger.pipeline import placed, release
from harmledger.publish import FORMATS


@click.command()
@NEEDED_INPUTS
@OUT
def ingest(inputs: Sequence[Path], out: TextIO) -> Exit:
    """Read files, feeds and archives into reports, one a line, with their text.

    INPUT is files or folders: .txt .html .pdf .jsonl .csv .warc and saved feeds. Originals are
    kept by `harmledger run` alone.
    """
    return exit_of(write_lines(read_inputs(inputs, keep=_hash), out))


@click.command()
@INPUTS
@OUT
def extract(inputs: Sequence[Path], out: TextIO) -> Exit:
    """Read the claims of reports.

    With INPUT (anything `ingest` reads), write the claims alone, one a line, by id. Without,
    stand in a pipe: pass rows of `ingest` on, each report followed by its reading.
    """
    if len(inputs) == 0:
        return exit_of(write_lines(_read(read_lines(click.open_file("-", encoding="utf-8"))), out))
    items = list(_read(read_inputs(inputs, keep=_hash)))
    read = release(load_scheme(), readings=of_kind(items, Reading), record=True)
    out.writelines(FORMATS["claims.jsonl"](read).rows)
    return exit_of(items)


@click.command()
@ROWS
@OUT
@GAZETTEERS
def locate(rows: TextIO, out: TextIO, gazetteers: Sequence[Path]) -> Exit:
    """Find the places of readings: rows of `extract` in, the same rows with places out."""
    gazetteer = default_gazetteer(extra=gazetteers)
    return exit_of(write_lines(_place(read_lines(rows), gazetteer), out))


def _read(items: Iterable[Item]) -> Iterator[Item]:
    """Pass every item on; behind a report, what was read in it."""
    reader = readers()
    for item in items:
        yield item
        if isinstance(item, Report):
            yield read_report(item, reader)


def _place(items: Iterable[Item], gazetteer: Gazetteer) -> Iterator[Item]:
    """Pass every item on, each reading with its places; its report stands before it."""
    last: Report | None = None
    for item in items:
        if isinstance(item, Report):
            last = item
        if isinstance(item, Reading):
            if last is None or last.report_id != item.report_id:
                raise click.UsageError(f"the report of reading {item.report_id!r} is not before it")
            item = placed(item, last, gazetteer)
        yield item


def _hash(original: bytes) -> str:
    """Keep nothing: the hash alone goes into the report."""
    return sha256(original).hexdigest()
