"""What holds for every test: the same examples each time, and no database but its own."""

import pytest
from hypothesis import settings

# A shared machine is slow at times; that is no fault of what is tested.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _own_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
