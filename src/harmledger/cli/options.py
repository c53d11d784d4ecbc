"""Arguments and options that several commands share."""

import os
from pathlib import Path
from typing import IO, Any

import click


def cores() -> int:
    """How many processes can work at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class OutFile(click.File):
    """A file to write: whole or not at all, but what is no regular file is written as it is.

    A file is written beside its place and moved there, so that a full disk leaves the old one. A
    device or a pipe would be replaced by that.
    """

    def __init__(self) -> None:
        super().__init__("w", encoding="utf-8", lazy=True, atomic=True)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> IO[Any]:
        """Open it when it is first written to."""
        if value == "-" or not Path(value).exists() or Path(value).is_file():
            return super().convert(value, param, ctx)
        return click.File("w", encoding="utf-8", lazy=True).convert(value, param, ctx)


INPUTS = click.argument(
    "inputs", metavar="INPUT...", nargs=-1, type=click.Path(path_type=Path, exists=True)
)
NEEDED_INPUTS = click.argument(
    "inputs",
    metavar="INPUT...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True),
)
ROWS = click.argument("rows", metavar="[ROWS]", type=click.File(encoding="utf-8"), default="-")
OUT = click.option(
    "--out",
    type=OutFile(),
    default="-",
    help="File to write instead of standard output.",
)
FOLDER_OUT = click.option(
    "--out",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write into; made if it is not there.",
)
GAZETTEERS = click.option(
    "--gazetteer",
    "gazetteers",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="CSV, GeoNames dump or GeoJSON of the project's own places; may be repeated.",
)
SCHEME = click.option(
    "--scheme",
    default="airwars",
    show_default=True,
    help="How incidents are graded: airwars, ucdp, acled, plain, or a file of your own (.yml).",
)
FOLDER = click.argument(
    "folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default="."
)
NEEDED_FOLDER = click.argument(
    "folder", type=click.Path(path_type=Path, exists=True, file_okay=False)
)
STORED_SCHEME = click.option(
    "--scheme",
    help="airwars, ucdp, acled, plain, one the ledger keeps, or a file of your own (.yml).  "
    "[default: that of the last run]",
)
