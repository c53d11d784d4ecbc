"""Country outlines for the map, coarse enough to load at once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import shapely  # type: ignore[import-untyped]

Geometry = Mapping[str, Any]
Points = Sequence[Sequence[float]]
# Degrees: about 3 km, so a pixel or two at the map's closest; and what is an island still.
TOLERANCE = 0.03
LEAST = 0.04
DECIMALS = 3


def land(countries: Iterable[Geometry]) -> dict[str, Any]:
    """The outlines as GeoJSON, one feature a country, neighbours with one border between them.

    Islands too small to see are left out.

    Args:
        countries: Polygons and multipolygons as GeoJSON has them, which touch but do not overlap.
    """
    shapes = [shapely.geometry.shape(country) for country in countries]
    # Simplified one by one, each side of a border would be drawn differently.
    simple = map(shapely.geometry.mapping, shapely.coverage_simplify(shapes, TOLERANCE))
    features = [
        {
            "type": "Feature",
            "properties": {},
            "geometry": {"type": "MultiPolygon", "coordinates": polygons},
        }
        for polygons in map(_polygons, simple)
        if polygons
    ]
    return {"type": "FeatureCollection", "features": features}


def _polygons(country: Geometry) -> list[list[list[list[float]]]]:
    found = country["coordinates"]
    polygons = [found] if country["type"] == "Polygon" else found
    # The first ring is the outline, the others are holes in it.
    return [[_rounded(ring) for ring in polygon] for polygon in polygons if _seen(polygon[0])]


def _seen(ring: Points) -> bool:
    lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
    return max(max(lons) - min(lons), max(lats) - min(lats)) >= LEAST


def _rounded(ring: Points) -> list[list[float]]:
    return [[round(lon, DECIMALS), round(lat, DECIMALS)] for lon, lat in ring]
