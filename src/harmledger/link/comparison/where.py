"""Comparing where: by distance and reach where both are located, else by words."""

from math import asin, cos, radians, sin, sqrt

import numpy as np

from harmledger.link.comparison.kind import (
    NOT_SAID,
    Comparison,
    Cuts,
    Floats,
    Levels,
    Met,
    Rows,
    Side,
    cut,
)
from harmledger.link.table import Table
from harmledger.model import Place

EARTH_KM = 12742.0  # mean diameter
SAME = ("same_spot", "same_village", "same_town", "same_area", "same_region")
REACHES = ("spot", "village", "town", "area")
FAR = ("deep_inside", "inside", "touching", "near", "region", "far")
ALIKE = ("little", "part", "most")


def kilometres(left: Place, right: Place) -> float | None:
    """Great-circle distance between two places, or None where either is not located."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    north, other_north = radians(left.lat), radians(right.lat)
    east = radians(right.lon - left.lon)
    half = sin((other_north - north) / 2) ** 2
    half += cos(north) * cos(other_north) * sin(east / 2) ** 2
    return EARTH_KM * asin(min(1.0, sqrt(half)))


def _between(table: Table, left: Rows, right: Rows) -> Floats:
    lat, lon = table.numbers["lat"], table.numbers["lon"]
    north, other_north = np.radians(lat[left]), np.radians(lat[right])
    half = np.sin((other_north - north) / 2) ** 2
    east = np.sin(np.radians(lon[right] - lon[left]) / 2) ** 2
    half += np.cos(north) * np.cos(other_north) * east
    return np.asarray(EARTH_KM * np.arcsin(np.minimum(1, np.sqrt(half))))


def _place_level(met: Met, cuts: Cuts) -> Levels:
    table, left, right = met.table, met.left, met.right
    reach, place = table.numbers["radius"], table.ids["place_id"]
    apart = _between(table, left, right)
    widest = np.maximum(reach[left], reach[right])
    beyond = cut(apart - reach[left] - reach[right], [cuts[name] for name in FAR])
    same = np.searchsorted([cuts[name] for name in REACHES], widest)
    found = np.where(
        (place[left] == place[right]) & (place[left] != 0),
        same,
        np.where(apart <= cuts["very_near"], len(SAME), beyond + len(SAME) + 1),
    )
    return np.where(beyond < 0, NOT_SAID, found).astype(np.int8)


def _place_says(left: Side, right: Side, level: str) -> str:
    ours, theirs = sorted((_name(left), _name(right)))
    if level in SAME:
        return f"both in {ours}"
    one, other = left.item.account.place, right.item.account.place
    apart = (None if one is None or other is None else kilometres(one, other)) or 0.0
    length = f"{apart:.1f}" if apart < 10 else f"{apart:,.0f}"
    return f"{length} km apart ({ours} and {theirs})"


def _words_level(met: Met, cuts: Cuts) -> Levels:
    nowhere = np.isnan(met.table.numbers["radius"])
    return cut(
        met.shared("place", nowhere[met.left] | nowhere[met.right]),
        [0, *(cuts[name] for name in ALIKE)],
    )


def _words_says(left: Side, right: Side, level: str) -> str:
    ours, theirs = sorted((_name(left), _name(right)))
    return f"both say {ours}" if ours == theirs else f"places named {ours} and {theirs}"


def _name(side: Side) -> str:
    place = side.item.account.place
    return "" if place is None else place.name or place.words


PLACE = Comparison(
    (*SAME, "very_near", *FAR, "apart"),
    (*REACHES, "very_near", *FAR),
    _place_level,
    _place_says,
)
PLACE_WORDS = Comparison(("differ", *ALIKE, "same"), ALIKE, _words_level, _words_says)
