"""Recompute a ledger's chain and archive, and name the first entry that does not fit."""

from pathlib import Path

import click

from harmledger.cli.exits import Exit
from harmledger.ledger import Ledger


@click.command()
@click.argument(
    "folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default="."
)
def verify(folder: Path) -> Exit:
    """Recompute the ledger of FOLDER, and look at every original beside it.

    Every entry carries the hash of the one before: the first that does not fit is named.
    """
    found = Ledger.open(folder, create=False).verify()
    for problem in found.problems:
        click.echo(problem)
    click.echo(f"{found.entries:,} entries and {found.originals:,} originals; head {found.head}")
    return Exit.FINE if found.holds else Exit.BAD_INPUT
