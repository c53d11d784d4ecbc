"""What the map needs is put in place, also where the package can't be written."""

import json
import os
from pathlib import Path

import pytest

from harmledger.model import HarmledgerError
from harmledger.workbench import assets


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache, as where the package is read-only."""
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    monkeypatch.delenv("HARMLEDGER_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "harmledger" / "vendor"


def test_a_package_that_can_be_written_holds_its_own() -> None:
    assert assets.vendor() == assets.HERE / "static" / "vendor"


def test_the_cache_is_where_the_gazetteers_is(
    elsewhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HARMLEDGER_CACHE", str(tmp_path / "own"))
    assert assets.vendor() == tmp_path / "own" / "vendor"


def test_a_set_up_that_was_cut_short_is_done_again_and_a_whole_one_is_not(elsewhere: Path) -> None:
    elsewhere.mkdir(parents=True)
    (elsewhere / "land.geojson").write_text('{"features": [')
    assert assets.install() == elsewhere
    outlines = json.loads((elsewhere / "land.geojson").read_text())
    assert len(outlines["features"]) > 200
    assert (elsewhere / "land.geojson").stat().st_size < 4_000_000
    assert "maplibregl" in (elsewhere / "maplibre-gl.js").read_text()
    assert (elsewhere / "maplibre-gl.css").stat().st_size > 10_000
    (elsewhere / "maplibre-gl.js").write_text("as it was")
    assets.install()
    assert (elsewhere / "maplibre-gl.js").read_text() == "as it was"


def test_a_missing_package_is_named(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "MAPLIBRE", "no-such-package")
    with pytest.raises(HarmledgerError, match="pip install no-such-package"):
        assets.install()


def test_a_cache_that_can_not_be_written_is_named(elsewhere: Path) -> None:
    elsewhere.parent.write_text("in the way")
    with pytest.raises(HarmledgerError, match="vendor: can't be set up"):
        assets.install()
