"""A fresh ledger for each test, on SQLite whatever the machine's DATABASE_URL says."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from harmledger.ledger import Ledger

# One process has one Django: what the workbench's tests need holds the ledger's app too.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "harmledger.workbench.settings")


@pytest.fixture(autouse=True)
def _no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    opened = Ledger.open(tmp_path)
    yield opened
    opened.close()
