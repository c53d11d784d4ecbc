"""The Django app."""

from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    """Holds no tables: what the pages show stands in the ledger."""

    name = "harmledger.workbench"
    label = "workbench"
