"""The files of a ledger written anew: by another scheme, or for those who may see everything."""

from pathlib import Path

import click

from harmledger.cli.options import FOLDER, STORED_SCHEME
from harmledger.cli.totals import seen_under
from harmledger.items import current
from harmledger.ledger import Ledger
from harmledger.model import Report, SetAside, Tombstone
from harmledger.pipeline import release as put_together
from harmledger.publish import publish


@click.command()
@FOLDER
@click.option(
    "--out",
    "to",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write into; made if it is not there.",
)
@STORED_SCHEME
@click.option("--whole", is_flag=True, help="Withhold nothing: keep it close.")
def release(folder: Path, to: Path, scheme: str | None, whole: bool) -> None:
    """Write the files of the ledger in FOLDER into another folder, under any scheme.

    Nothing is written into the ledger. READ_ME_FIRST.txt among the files says what each column
    means, and what is withheld and why.
    """
    if to.is_dir() and to.samefile(folder):
        raise click.UsageError(f"--out {to} is the ledger's own folder; name another")
    ledger = Ledger.open(folder, create=False)
    if ledger.archive.surrounds(to):
        raise click.UsageError(
            f"--out {to} lies in the ledger's archive, which holds its originals alone; name a "
            "folder elsewhere"
        )
    seen = seen_under(folder, scheme)
    going_out = put_together(
        seen.scheme,
        reports=current(ledger, Report),
        readings=[reading for _, reading in seen.told],
        incidents=seen.incidents,
        tombstones=current(ledger, Tombstone),
        set_aside=current(ledger, SetAside),
        conceded=seen.conceded,
        ledger=seen.ledger,
        whole=whole,
    )
    publish(going_out, to)
    click.echo(
        f"{len(seen.incidents):,} incidents in {to}, scheme {seen.scheme.name} "
        f"{seen.scheme.version}, ledger entry {seen.seq}"
    )
