"""Recompute a ledger's chain and archive, and name what is not as it was written."""

from collections.abc import Sequence
from pathlib import Path

import click

from harmledger.cli.exits import Exit
from harmledger.ledger import Ledger
from harmledger.publish import Checked, checked


@click.command()
@click.argument(
    "folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default="."
)
@click.option(
    "--release",
    "releases",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder of a release of this ledger, to be checked too; may be repeated.",
)
def verify(folder: Path, releases: Sequence[Path]) -> Exit:
    """Recompute the ledger of FOLDER, and look at every original and file beside it.

    Every entry carries the hash of the one before: the first that does not fit is named. So are
    entries cut off the end, by the number and hash of the last one that each run and each release
    notes down, and files that are not what the manifest names. Where FOLDER is itself a release,
    its files alone are checked.
    """
    ours = checked(folder)
    if ours is not None and ours.ledger is not None:
        return _said(ours.problems, f"{ours.files:,} files; of ledger entry {ours.ledger[0]:,}")
    ledger = Ledger.open(folder, create=False)
    found = ledger.verify()
    problems = [*found.problems, *(() if ours is None else ours.problems)]
    for path in releases:
        problems += _of_release(path, checked(path), ledger)
    many = f"{found.entries:,} entries and {found.originals:,} originals"
    return _said(
        problems, f"{many}; {'' if ours is None else f'{ours.files:,} files; '}head {found.head}"
    )


def _of_release(path: Path, found: Checked | None, ledger: Ledger) -> list[str]:
    """What is wrong with a release, or with the ledger by it."""
    if found is None:
        return [f"{path} has no manifest.json: it is no release"]
    if found.ledger is None:
        return [*found.problems]
    cut = ledger.lacks(*found.ledger, str(path))
    return [*found.problems, *([] if cut is None else [cut])]


def _said(problems: Sequence[str], whole: str) -> Exit:
    for problem in problems:
        click.echo(problem)
    click.echo(whole)
    return Exit.BAD_INPUT if problems else Exit.FINE
