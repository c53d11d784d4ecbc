"""Django's test client before a filled ledger."""

import os
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "harmledger.workbench.settings")

import django
import pytest
from django.test import Client

from harmledger.ledger import Ledger
from harmledger.workbench.desk import PLACE, Desk
from tests.workbench.fixture import fill

django.setup()


def client_of(ledger: Ledger) -> Client:
    """A client that asks as a browser on this machine does."""
    return Client(SERVER_NAME="localhost", **{PLACE: Desk(ledger)})


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    ledger = Ledger.open(tmp_path_factory.mktemp("filled"))
    fill(ledger)
    return ledger


@pytest.fixture
def client(filled: Ledger) -> Client:
    return client_of(filled)


@pytest.fixture
def empty(tmp_path: Path) -> Client:
    return client_of(Ledger.open(tmp_path))
