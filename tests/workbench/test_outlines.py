"""Coarse outlines."""

from itertools import pairwise
from typing import Any

from harmledger.workbench.outlines import LEAST, land

# A border that winds a little between two squares, the same points on both sides.
BORDER = [[1.0, 0.0], [1.0004, 0.3], [0.9997, 0.5], [1.0003, 0.8], [1.0, 1.0]]
WEST = {"type": "Polygon", "coordinates": [[[0, 0], *BORDER, [0, 1], [0, 0]]]}
EAST = {"type": "Polygon", "coordinates": [[[2, 1], *BORDER[::-1], [2, 0], [2, 1]]]}


def island(side: float) -> dict[str, Any]:
    ring = [[9, 9], [9 + side, 9], [9 + side, 9 + side], [9, 9 + side], [9, 9]]
    return {"type": "MultiPolygon", "coordinates": [[ring]]}


def rings(collection: dict[str, Any]) -> list[list[list[float]]]:
    return [
        ring
        for feature in collection["features"]
        for polygon in feature["geometry"]["coordinates"]
        for ring in polygon
    ]


def test_neighbours_keep_one_border() -> None:
    west, east = rings(land([WEST, EAST]))

    def edges(ring: list[list[float]]) -> set[frozenset[tuple[float, ...]]]:
        return {frozenset(map(tuple, edge)) for edge in pairwise(ring)}

    common = edges(west) & edges(east)
    assert common
    assert {point for edge in common for point in edge} >= {(1.0, 0.0), (1.0, 1.0)}
    assert len(west) < len(WEST["coordinates"][0])


def test_islands_too_small_to_see_are_left_out_and_others_stay() -> None:
    assert land([island(LEAST / 2)])["features"] == []
    assert len(rings(land([island(LEAST * 2)]))) == 1


def test_holes_stay_holes() -> None:
    hole = [[0.2, 0.2], [0.2, 0.8], [0.8, 0.8], [0.8, 0.2], [0.2, 0.2]]
    square = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
    found = land([{"type": "Polygon", "coordinates": [square, hole]}])
    (feature,) = found["features"]
    assert [len(polygon) for polygon in feature["geometry"]["coordinates"]] == [2]


def test_rings_are_closed() -> None:
    assert all(ring[0] == ring[-1] for ring in rings(land([WEST, EAST, island(1)])))
