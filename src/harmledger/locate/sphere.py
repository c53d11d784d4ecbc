"""Distances and points on the earth, taken as a sphere (error below 0.6 %)."""

from collections.abc import Iterable, Sequence
from math import acos, asin, atan2, cos, degrees, hypot, radians, sin, sqrt

RADIUS_KM = 6371.0
Point = tuple[float, float]  # degrees north and east
Vector = tuple[float, float, float]


def kilometres(left: Point, right: Point) -> float:
    """Great-circle distance between two points given as degrees north and east."""
    north, other_north = radians(left[0]), radians(right[0])
    half = (
        sin((other_north - north) / 2) ** 2
        + cos(north) * cos(other_north) * sin(radians(right[1] - left[1]) / 2) ** 2
    )
    return 2 * RADIUS_KM * asin(min(1.0, sqrt(half)))


def moved(point: Point, km: float, bearing: float) -> Point:
    """The point so far away, with the bearing in degrees clockwise from north."""
    north, east = radians(point[0]), radians(point[1])
    arc, way = km / RADIUS_KM, radians(bearing)
    to_north = asin(sin(north) * cos(arc) + cos(north) * sin(arc) * cos(way))
    to_east = east + atan2(sin(way) * sin(arc) * cos(north), cos(arc) - sin(north) * sin(to_north))
    return degrees(to_north), (degrees(to_east) + 180) % 360 - 180


def unit(point: Point) -> Vector:
    """The point as a vector of length 1 from the earth's middle."""
    north, east = radians(point[0]), radians(point[1])
    return cos(north) * cos(east), cos(north) * sin(east), sin(north)


def mean_point(weighted: Sequence[tuple[Vector, int]]) -> Point:
    """Where people live on average, from `unit` points and their people; at least one point.

    A settlement of unknown size counts as one person, so it counts only beside its like.
    """
    x = sum(vector[0] * max(people, 1) for vector, people in weighted)
    y = sum(vector[1] * max(people, 1) for vector, people in weighted)
    z = sum(vector[2] * max(people, 1) for vector, people in weighted)
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def furthest_km(point: Point, others: Iterable[Vector]) -> float:
    """Distance to the furthest of the `unit` points; at least one."""
    x, y, z = unit(point)
    least = min(x * other[0] + y * other[1] + z * other[2] for other in others)
    return RADIUS_KM * acos(max(-1.0, min(1.0, least)))
