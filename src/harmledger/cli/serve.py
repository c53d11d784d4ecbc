"""Open the pages over a ledger in a browser."""

from pathlib import Path

import click

from harmledger.workbench import serve as serve_pages


@click.command()
@click.argument(
    "folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default="."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on; 0 picks one.")
@click.option("--open/--no-open", "open_browser", default=False, help="Open a browser too.")
def serve(folder: Path, host: str, port: int, open_browser: bool) -> None:
    """Show the ledger of FOLDER as web pages: incidents, a map, claims with their sources.

    FOLDER is what `harmledger run` wrote with --out; this folder if none is given.
    """
    serve_pages(folder, host=host, port=port, open_browser=open_browser)
