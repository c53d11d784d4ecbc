"""The rooms that join: link, grade, publish. Rows in; each needs all of them at once."""

from pathlib import Path
from typing import TextIO

import click

from harmledger.cli.exits import Exit, exit_of
from harmledger.cli.lines import of_kind, read_lines, write_lines
from harmledger.cli.options import FOLDER_OUT, OUT, ROWS, SCHEME, cores
from harmledger.grade import load_scheme
from harmledger.link import link as join
from harmledger.model import Incident, Judgement, Reading, Report, SetAside
from harmledger.pipeline import graded, paired, release
from harmledger.publish import publish as write_release
from harmledger.view import conceded


@click.command()
@ROWS
@OUT
def link(rows: TextIO, out: TextIO) -> Exit:
    """Join what reports tell into incidents: rows of `locate` in, the same and incidents out."""
    items = list(read_lines(rows))
    told = paired(of_kind(items, Report), of_kind(items, Reading))
    incidents, apart = join(told, of_kind(items, Judgement), jobs=cores())
    return exit_of(write_lines([*items, *apart, *incidents], out))


@click.command()
@ROWS
@OUT
@SCHEME
def grade(rows: TextIO, out: TextIO, scheme: str) -> Exit:
    """Grade incidents and draw their ranges: rows of `link` in, the same with grades out."""
    items = list(read_lines(rows))
    rest = [one for one in items if not isinstance(one, Incident)]
    told = paired(of_kind(items, Report), of_kind(items, Reading))
    incidents = graded(of_kind(items, Incident), told, load_scheme(scheme))
    return exit_of(write_lines([*rest, *incidents], out))


@click.command()
@ROWS
@FOLDER_OUT
@SCHEME
@click.option(
    "--record",
    is_flag=True,
    help="Withhold nothing from the JSON Lines, as in the folder of a run: keep them close.",
)
def publish(rows: TextIO, folder: Path, scheme: str, record: bool) -> Exit:
    """Write rows of `grade` as the files of a release: JSON Lines, CSV and GeoJSON."""
    items = list(read_lines(rows))
    reports, readings = of_kind(items, Report), of_kind(items, Reading)
    incidents = of_kind(items, Incident)
    going_out = release(
        load_scheme(scheme),
        reports=reports,
        readings=readings,
        incidents=incidents,
        set_aside=of_kind(items, SetAside),
        conceded=conceded(incidents, paired(reports, readings)),
        record=record,
    )
    write_release(going_out, folder)
    return exit_of(items)
