"""The Django app."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Holds the one table of entries."""

    name = "harmledger.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"
