"""GeoJSON: located incidents as RFC 7946 asks, the others said as a number."""

import json

from harmledger.publish import geojson
from tests.publish.made import ELSEWHERE, release


def read(made):
    return json.loads("".join(piece for piece, _ in geojson.incidents(made).pieces()))


def test_a_located_incident_is_a_feature():
    found = read(release())
    [feature] = found["features"]
    assert found["type"] == "FeatureCollection"
    assert feature["geometry"] == {"type": "Point", "coordinates": [43.13, 36.346]}
    assert feature["id"] == "1f3a000000000000"
    assert feature["properties"]["grade"] == "weak"
    assert feature["properties"]["figures"][0] == {
        "measure": "killed",
        "group": "all",
        "low": 10,
        "best": None,
        "high": 12,
    }


def test_what_is_not_located_is_counted():
    assert read(release())["unlocated"] == {"count": 1, "codes": ["unknown-the-old-mill-0a00"]}


def test_nothing_located_is_still_a_collection():
    assert read(release(incidents=(ELSEWHERE,)))["features"] == []
    assert read(release(incidents=()))["unlocated"]["count"] == 0


def test_no_names_of_sources():
    assert "carried by" not in json.dumps(read(release()))
