"""The whole way: files in, a folder with ledger, tables and map data out."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from harmledger.cli.exits import Exit, exit_of
from harmledger.cli.options import FOLDER_OUT, GAZETTEERS, NEEDED_INPUTS, SCHEME, cores
from harmledger.cli.screen import closing, noted, waiting, watched
from harmledger.deciding import today
from harmledger.grade import load_scheme
from harmledger.ledger import Ledger
from harmledger.locate import default_gazetteer
from harmledger.publish import publish
from harmledger.record import bring_out, take_in


@click.command()
@NEEDED_INPUTS
@FOLDER_OUT
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=cores,
    show_default="the cores",
    help="Processes that read and link; the result is the same for any number.",
)
@SCHEME
@GAZETTEERS
@click.option(
    "--sure",
    type=click.FloatRange(0, 1),
    help="Set aside for a person the places with a lower score; they stay where they are. Holds "
    "for later runs too; 0 ends it.",
)
@click.option(
    "--today",
    "day",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    help="The day of the run: what is dated after it is set aside. Holds for decisions after it, "
    "up to the next run.  [default: today]",
)
def run(
    inputs: Sequence[Path],
    folder: Path,
    quiet: bool,
    jobs: int,
    scheme: str,
    gazetteers: Sequence[Path],
    sure: float | None,
    day: datetime | None,
) -> Exit:
    """Read reports into incidents with graded ranges.

    INPUT is files or folders: .txt .html .pdf .jsonl .csv .warc and saved feeds. What the ledger
    in the folder holds from earlier runs stays and is joined with what is new; the same input
    again changes nothing.
    """
    if any(path.is_dir() and folder.is_dir() and path.samefile(folder) for path in inputs):
        raise click.UsageError(f"--out {folder} is the input itself; name another folder")
    by, named = load_scheme(scheme), day and day.date()
    with waiting("opening the gazetteer (its index is built on first use)", quiet=quiet):
        default_gazetteer(extra=gazetteers)
    ledger = Ledger.open(folder)
    reading = take_in(ledger, inputs, jobs=jobs, gazetteers=tuple(gazetteers))
    code = exit_of(watched(reading, "reading", quiet=quiet))
    said: list[str] = []
    with waiting("linking and grading", quiet=quiet):
        going_out = bring_out(
            ledger,
            by,
            today=named or today(),
            lasting_day=named is not None,
            sure=sure,
            jobs=jobs,
            say=said.append,
        )
        publish(going_out, folder)
    if not quiet:
        for line in said:
            noted(line)
        closing(going_out, by, folder)
    return code
