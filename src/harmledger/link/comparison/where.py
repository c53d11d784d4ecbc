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
    Shared,
    Side,
    cut,
)
from harmledger.link.table import Table
from harmledger.model import Place

EARTH_KM = 12742.0  # mean diameter
SAME = ("same_spot", "same_village", "same_town", "same_area", "same_region")
REACHES = ("spot", "village", "town", "area")
FAR = ("deep_inside", "inside", "touching", "near", "region", "far")
LEVELS = (*SAME, "very_near", *FAR, "apart")
UNSURE = ("near_unsure", "region_unsure", "far_unsure", "apart_unsure")
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
    score = table.numbers["score"]
    unsure = np.fmin(score[left], score[right]) < cuts["sure"]
    for at, name in enumerate(UNSURE, start=len(LEVELS)):
        found[unsure & (found == LEVELS.index(name.removesuffix("_unsure")))] = at
    return np.where(beyond < 0, NOT_SAID, found).astype(np.int8)


def _place_says(left: Side, right: Side, level: str, shared: Shared) -> str:
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


def _words_says(left: Side, right: Side, level: str, shared: Shared) -> str:
    ours, theirs = sorted((_name(left), _name(right)))
    return f"both say {ours}" if ours == theirs else f"places named {ours} and {theirs}"


def _told_level(met: Met, cuts: Cuts) -> Levels:
    """Whether either text holds the words of the other's place, in any script."""
    ours, theirs = met.held("named", "sounds"), met.held("named", "sounds", turned=True)
    most, least = np.fmax(ours, theirs), np.minimum(ours, theirs)
    found = np.where(least == 1, 3, np.where(most == 1, 2, np.where(most > 0, 1, 0)))
    return np.where(np.isnan(most), NOT_SAID, found).astype(np.int8)


def _told_says(left: Side, right: Side, level: str, shared: Shared) -> str:
    ours, theirs = sorted((_name(left) or "no place", _name(right) or "no place"))
    if level == "neither":
        return f"neither text holds the name of the other's place ({ours}; {theirs})"
    whose = "each text holds" if level == "both" else "one text holds"
    some = "a part of the name" if level == "part" else "the name"
    return f"{whose} {some} of the other's place ({ours}; {theirs})"


def _name(side: Side) -> str:
    place = side.item.account.place
    return "" if place is None else place.name or place.words


PLACE = Comparison(
    (*LEVELS, *UNSURE),
    (*REACHES, "very_near", *FAR, "sure"),
    _place_level,
    _place_says,
)
PLACE_TOLD = Comparison(("neither", "part", "one", "both"), (), _told_level, _told_says)
PLACE_WORDS = Comparison(("differ", *ALIKE, "same"), ALIKE, _words_level, _words_says)
