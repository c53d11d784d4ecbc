"""Gazetteers for the tests of this room."""

from pathlib import Path

import pytest

from harmledger.locate import Gazetteer, build, default_gazetteer
from tests.locate.made import SMALL


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """The places of `made.SMALL`."""
    path = tmp_path_factory.mktemp("gazetteer") / "small.sqlite"
    build([SMALL], path)
    return Gazetteer.open(path)


@pytest.fixture(scope="session")
def bundled() -> Gazetteer:
    """The default gazetteer, built once and kept between runs."""
    return default_gazetteer()


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """Where a test may build an index."""
    return tmp_path / "cache" / "index.sqlite"
