"""The one table. What is in it stays: rows can be added, never changed or taken out."""

from typing import Any, NoReturn

from django.db import models

from harmledger.model import LedgerError

REFUSED = "the ledger is append-only: write a new entry for the same kind and key instead"


class AppendOnly(models.QuerySet["EntryRow"]):
    """Rows that can be read and added."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise LedgerError(REFUSED)

    def delete(self) -> NoReturn:
        """Refuse."""
        raise LedgerError(REFUSED)


class EntryRow(models.Model):
    """One entry as stored; `harmledger.ledger.Entry` is what callers see.

    `previous` is unique: two entries can't follow the same one, so the chain can't fork.
    """

    seq = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=32)
    key = models.TextField()
    payload = models.TextField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()
    previous = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    objects = AppendOnly.as_manager()

    class Meta:
        db_table = "ledger_entry"
        indexes = (models.Index(fields=("kind", "key", "seq"), name="ledger_current"),)

    def __str__(self) -> str:
        return f"{self.seq} {self.kind} {self.key}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row.

        Raises:
            LedgerError: The row is already in the ledger.
        """
        if not self._state.adding:
            raise LedgerError(REFUSED)
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise LedgerError(REFUSED)
