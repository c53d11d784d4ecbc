"""Administrative borders with P-codes, as OCHA's common operational datasets give them (COD-AB).

One GeoJSON file holds the areas of one order. A feature's properties bear the codes and names of
its area and of those that hold it: `ADM2_PCODE`, `ADM2_EN`, `ADM2_AR`, `ADM1_PCODE` ... in older
files, `adm2_pcode`, `adm2_name`, `adm2_name1`, `adm1_pcode` ... in newer ones.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import shapely  # type: ignore[import-untyped]

from harmledger.locate.gazetteer.entry import Entry, Row
from harmledger.locate.gazetteer.names import matchable
from harmledger.locate.gazetteer.reading import point, reading
from harmledger.locate.size import reach
from harmledger.locate.sphere import furthest_km, unit
from harmledger.model import PlacePrecision, VocabularyError

CODE = re.compile(r"adm(\d)_?pcode", re.IGNORECASE)
NAME = r"adm{order}_?(?:name\d*|ref(?:_name)?|alt\d_?[a-z]{{2}}|(?!id)[a-z]{{2}})"
COUNTRY = re.compile(r"[A-Z]{2}")
ORDERS = (
    PlacePrecision.COUNTRY,
    PlacePrecision.PROVINCE,
    PlacePrecision.DISTRICT,
    PlacePrecision.SUBDISTRICT,
    PlacePrecision.SUBDISTRICT,
)
Properties = Mapping[str, Any]


def border_rows(path: Path) -> Iterator[Row]:
    """Every feature of the file, in its order.

    An area's point is one that surely lies in it; its radius reaches the furthest of its border.

    Raises:
        VocabularyError: The file is no GeoJSON of features with P-codes, or a feature has no
            geometry, no name or no code.
    """
    with reading(path):
        read = json.loads(path.read_text(encoding="utf-8-sig"))
    features = read.get("features") if isinstance(read, dict) else None
    if not isinstance(features, list) or not features:
        raise VocabularyError(f"{path}: no GeoJSON FeatureCollection with features; export it so")
    for number, feature in enumerate(features, 1):
        try:
            yield _row(feature)
        except (ValueError, shapely.errors.GEOSException) as error:
            raise VocabularyError(f"{path}: feature {number}: {error}") from error


def _row(feature: Any) -> Row:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        raise ValueError("has no properties; it needs ADM1_PCODE, ADM1_EN or the like")
    codes = _codes(properties)
    if not codes:
        raise ValueError("has no P-code; a property such as ADM1_PCODE is needed")
    order = max(codes)
    names = _names(properties, order)
    if not names:
        raise ValueError(f"{codes[order]} has no name; a property such as ADM{order}_EN is needed")
    where = _geometry(feature, codes[order])
    lat, lon = point(where.representative_point().y, where.representative_point().x)
    precision = ORDERS[min(order, len(ORDERS) - 1)]
    country = codes[min(codes)][:2]
    path = ".".join((country, *(codes[level] for level in sorted(codes) if level > 0)))
    edge = [unit((north, east)) for east, north in _edge(where)]
    entry = Entry(
        id=f"pcode:{codes[order]}",
        name=names[0],
        lat=round(lat, 5),
        lon=round(lon, 5),
        precision=precision,
        radius_km=round(furthest_km((lat, lon), edge), 1) if edge else reach(precision),
        country=country if COUNTRY.fullmatch(country) else None,
        area=path.rpartition(".")[0] or None,
        code=path,
    )
    return Row(entry, matchable(names, precision))


def _codes(properties: Properties) -> dict[int, str]:
    """P-codes by their order, 0 for the country."""
    found = ((CODE.fullmatch(key), value) for key, value in properties.items())
    return {int(match[1]): str(value) for match, value in found if match and value}


def _names(properties: Properties, order: int) -> tuple[str, ...]:
    """The area's names in every language, in the order of the file."""
    pattern = re.compile(NAME.format(order=order), re.IGNORECASE)
    found = (value for key, value in properties.items() if pattern.fullmatch(key))
    return tuple(dict.fromkeys(value for value in found if isinstance(value, str) and value))


def _geometry(feature: Mapping[str, Any], code: str) -> shapely.Geometry:
    if not feature.get("geometry"):
        raise ValueError(f"{code} has no geometry; export the borders with the file")
    try:
        found = shapely.geometry.shape(feature["geometry"])
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"{code} has a geometry that is none: {error!r}") from error
    if found.is_empty:
        raise ValueError(f"{code} has an empty geometry; export the borders with the file")
    return found


def _edge(where: shapely.Geometry) -> Iterator[tuple[float, float]]:
    """The corners of its convex hull, degrees east and north: the furthest point is one of them."""
    hull = where.convex_hull
    outline = getattr(hull, "exterior", hull)
    return iter([(corner[0], corner[1]) for corner in outline.coords])
