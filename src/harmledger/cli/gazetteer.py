"""Places of one's own, kept for every run."""

from pathlib import Path

import click

from harmledger.cli.exits import Exit
from harmledger.cli.screen import waiting
from harmledger.locate import add, added, remove


@click.group()
def gazetteer() -> None:
    """Look after the places that are known beside the bundled ones, in every project here.

    They are kept in your data folder and not in a project's: each run of yours on this machine
    reads them. Places of one project alone go into `harmledger run --gazetteer`, or into a folder
    that HARMLEDGER_GAZETTEER names while you work on it.
    """


@gazetteer.command("add")
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@click.option("--quiet", is_flag=True, help="Show no progress.")
def add_file(files: tuple[Path, ...], quiet: bool) -> Exit:
    """Add files of places for every run of yours on this machine from now on, of any project.

    A GeoNames dump (.txt), borders with P-codes (COD-AB, .geojson) or a CSV of one's own. A copy
    is kept; a file of the same name is replaced. A wrong file changes nothing.
    """
    for path in files:
        with waiting(f"adding {path.name}", quiet=quiet):
            add(path)
        click.echo(f"{path.name} is added")
    return Exit.FINE


@gazetteer.command("list")
def list_files() -> Exit:
    """List the files that were added."""
    for path in added():
        click.echo(path)
    return Exit.FINE


@gazetteer.command("remove")
@click.argument("name")
def remove_file(name: str) -> Exit:
    """Take an added file out; NAME is as `list` shows it, without the folder."""
    remove(Path(name).name)
    click.echo(f"{Path(name).name} is removed")
    return Exit.FINE
