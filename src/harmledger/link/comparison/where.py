"""Comparing where: by distance and reach where both are located, else by words."""

from math import asin, cos, radians, sin, sqrt

from harmledger.link.comparison.kind import Comparison, Cuts
from harmledger.link.sketch import Sketch
from harmledger.model import Place, PlacePrecision

EARTH_KM = 12742.0  # mean diameter
SPOTS = frozenset(
    {
        PlacePrecision.EXACT,
        PlacePrecision.STREET,
        PlacePrecision.LANDMARK,
        PlacePrecision.NEIGHBOURHOOD,
        PlacePrecision.VILLAGE,
    }
)
TOWNS = frozenset({PlacePrecision.TOWN, PlacePrecision.CITY})


def kilometres(left: Place, right: Place) -> float | None:
    """Great-circle distance between two places, or None where either is not located."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    north, other_north = radians(left.lat), radians(right.lat)
    east = radians(right.lon - left.lon)
    half = sin((other_north - north) / 2) ** 2
    half += cos(north) * cos(other_north) * sin(east / 2) ** 2
    return EARTH_KM * asin(min(1.0, sqrt(half)))


def _place_level(left: Sketch, right: Sketch, cuts: Cuts) -> str | None:
    ours, theirs = left.account.place, right.account.place
    apart = _apart(left, right)
    if ours is None or theirs is None or apart is None:
        return None
    if ours.id == theirs.id:
        return "same_often" if left.place_share > cuts["often"] else _same(ours)
    reaches = sorted((left.radius_km or 0.0, right.radius_km or 0.0))
    if ours.precision in SPOTS and theirs.precision in SPOTS and apart <= cuts["same_spot"]:
        return "same_spot"
    if apart <= reaches[1]:
        return "inside"
    beyond = apart - sum(reaches)
    return "near" if beyond <= cuts["near"] else "region" if beyond <= cuts["region"] else "apart"


def _same(place: Place) -> str:
    if place.precision in SPOTS:
        return "same_spot"
    return "same_town" if place.precision in TOWNS else "same_area"


def _place_says(left: Sketch, right: Sketch, level: str) -> str:
    ours, theirs = sorted((_name(left), _name(right)))
    if ours == theirs and level.startswith("same"):
        return f"both in {ours}" + (", as many are" if level == "same_often" else "")
    apart = _apart(left, right) or 0.0
    length = f"{apart:.1f}" if apart < 10 else f"{apart:,.0f}"
    return f"{length} km apart ({ours} and {theirs})"


def _words_level(left: Sketch, right: Sketch, cuts: Cuts) -> str | None:
    ours, theirs = left.place_words, right.place_words
    if not ours or not theirs or (left.radius_km is not None and right.radius_km is not None):
        return None
    if ours == theirs:
        return "same"
    return "part" if ours <= theirs or theirs <= ours else "differ"


def _words_says(left: Sketch, right: Sketch, level: str) -> str:
    ours, theirs = sorted((_name(left), _name(right)))
    return f"both say {ours}" if level == "same" else f"places named {ours} and {theirs}"


def _apart(left: Sketch, right: Sketch) -> float | None:
    ours, theirs = left.account.place, right.account.place
    return None if ours is None or theirs is None else kilometres(ours, theirs)


def _name(sketch: Sketch) -> str:
    place = sketch.account.place
    return "" if place is None else place.name or place.words


PLACE = Comparison(
    ("same_spot", "same_town", "same_area", "same_often", "inside", "near", "region", "apart"),
    ("same_spot", "often", "near", "region"),
    _place_level,
    _place_says,
)
PLACE_WORDS = Comparison(("same", "part", "differ"), (), _words_level, _words_says)
