"""Why many reports are few sources: the relay tree of an incident."""

from pathlib import Path
from typing import TextIO

import click

from harmledger.cli.options import NEEDED_FOLDER, OUT
from harmledger.items import current
from harmledger.ledger import Ledger
from harmledger.meant import incident_named
from harmledger.model import Incident, Report
from harmledger.model.codec import load
from harmledger.relays import as_text, tree


@click.command()
@NEEDED_FOLDER
@click.argument("incident")
@OUT
def relays(folder: Path, incident: str, out: TextIO) -> None:
    """Show which report of INCIDENT copies or credits which, each below the one it passes on.

    INCIDENT is a code or a former code, or the end of one. An account that relays another adds no
    source, however many carry it.
    """
    ledger = Ledger.open(folder, create=False)
    found = incident_named(incident, current(ledger, Incident))
    reports = ledger.pick("report", found.reports)
    known = {key: load(Report, payload) for key, payload in reports.items()}
    out.write(as_text(found, tree(found, known)))
