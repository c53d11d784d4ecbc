"""Borders with P-codes are read strictly, whatever year their columns are named after."""

import json

import pytest

from harmledger.locate.gazetteer.borders import border_rows
from harmledger.model import PlacePrecision, VocabularyError

SQUARE = {
    "type": "Polygon",
    "coordinates": [[[43, 36], [43.4, 36], [43.4, 36.3], [43, 36.3], [43, 36]]],
}
OLD = {
    "ADM2_EN": "Zarqa",
    "ADM2_AR": "زرقا",
    "ADM2_PCODE": "IQ15Q01",
    "ADM1_PCODE": "IQ15",
    "ADM0_PCODE": "IQ",
}
NEW = {
    "adm2_name": "Zarqa",
    "adm2_name1": "زرقا",
    "adm2_pcode": "IQ15Q01",
    "adm1_pcode": "IQ15",
    "adm0_pcode": "IQ",
}


@pytest.fixture
def read(tmp_path):
    def read(properties, geometry=SQUARE):
        path = tmp_path / "adm.geojson"
        feature = {"type": "Feature", "properties": properties, "geometry": geometry}
        path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), "utf-8")
        return list(border_rows(path))

    return read


@pytest.mark.parametrize("properties", [OLD, NEW])
def test_an_area_has_its_code_its_names_and_what_holds_it(read, properties):
    [row] = read(properties)
    assert row.entry.id == "pcode:IQ15Q01"
    assert row.entry.precision is PlacePrecision.DISTRICT
    assert (row.entry.country, row.entry.area, row.entry.code) == (
        "IQ",
        "IQ.IQ15",
        "IQ.IQ15.IQ15Q01",
    )
    assert (row.entry.name, "زرقا" in row.names) == ("Zarqa", True)


def test_its_point_lies_in_it_and_its_reach_holds_it(read):
    [row] = read(OLD)
    assert 36 < row.entry.lat < 36.3
    assert 43 < row.entry.lon < 43.4
    assert 20 < row.entry.radius_km < 30


WRONG = [
    # properties                            geometry                                  named
    (OLD, None, "no geometry"),
    (OLD, {"type": "Polygon", "coordinates": "abc"}, "feature 1"),
    (OLD, {"type": "Polygon", "coordinates": []}, "empty geometry"),
    ({"name": "Zarqa"}, SQUARE, "no P-code"),
    ({"ADM1_PCODE": "IQ15"}, SQUARE, "no name"),
    (None, SQUARE, "no properties"),
    (OLD, {"type": "Point", "coordinates": [0, 0]}, "0, 0"),
    (OLD, {"type": "Point", "coordinates": [43, 136]}, "no point on earth"),
]


@pytest.mark.parametrize(("properties", "geometry", "named"), WRONG)
def test_what_is_wrong_is_named(read, properties, geometry, named):
    with pytest.raises(VocabularyError, match=named):
        read(properties, geometry)


@pytest.mark.parametrize("text", ["no JSON", "[]", '{"features": []}', ""])
def test_a_file_that_is_no_collection_is_named(tmp_path, text):
    path = tmp_path / "adm.geojson"
    path.write_text(text, "utf-8")
    with pytest.raises(VocabularyError, match=r"adm\.geojson"):
        list(border_rows(path))
