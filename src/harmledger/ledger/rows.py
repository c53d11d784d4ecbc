"""The rows of one database."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.db import connections

from harmledger.ledger.database import Database

if TYPE_CHECKING:
    from harmledger.ledger.models import AppendOnly


def rows_of(database: Database) -> "AppendOnly":
    """All rows, in no order."""
    # Not imported: Django forbids models before it is set up, and callers must not care.
    rows: AppendOnly = apps.get_model("ledger", "EntryRow").objects.using(database.alias)
    return rows


def vendor(database: Database) -> str:
    """ "sqlite" or "postgresql"."""
    return connections[database.alias].vendor
