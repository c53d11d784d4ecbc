"""Copy the bundled sample out, so that a newcomer has something real to run."""

import shutil
from pathlib import Path

import click

from harmledger.sample import folder


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default="harmledger-sample",
    show_default=True,
    help="Folder to copy into; made if it is not there.",
)
def sample(out: Path) -> None:
    """Copy the bundled sample out: reports from invented publishers about three conflicts."""
    with folder() as bundled:
        shutil.copytree(bundled, out, dirs_exist_ok=True)
    files = sum(1 for path in out.rglob("*") if path.is_file())
    click.echo(f"{files} files in {out}. Next: harmledger run {out} --out {out}-out")
