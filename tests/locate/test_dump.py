"""GeoNames dumps are read as what their features are."""

import pytest

from harmledger.locate.gazetteer.dump import dump_rows
from harmledger.model import PlacePrecision, VocabularyError


def line(
    number: int,
    name: str,
    kind: str,
    *,
    names: str = "",
    country: str = "IQ",
    path: tuple[str, ...] = (),
    people: int = 0,
) -> str:
    """A line of a dump; `kind` is "P.PPL", `path` the codes below the country."""
    feature_class, code = kind.split(".")
    codes = [*path, *[""] * 4][:4]
    columns = [number, name, name, names, 36.0, 43.0, feature_class, code, country, "", *codes]
    return "\t".join(map(str, [*columns, people, "", "200", "Asia/Baghdad", "2024-01-01"]))


@pytest.fixture
def read(tmp_path):
    def read(*lines: str):
        path = tmp_path / "IQ.txt"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return list(dump_rows(path))

    return read


KINDS = [
    # feature    people     precision
    ("P.PPLC", 5_000_000, "city"),
    ("P.PPL", 60_000, "city"),
    ("P.PPL", 6_000, "town"),
    ("P.PPL", 300, "village"),
    ("P.PPLX", 90_000, "neighbourhood"),
    ("A.PCLI", 40_000_000, "country"),
    ("A.ADM1", 0, "province"),
    ("A.ADM2", 0, "district"),
    ("A.ADM3", 0, "subdistrict"),
    ("S.HSP", 0, "landmark"),
    ("R.RD", 0, "street"),
    ("H.DAM", 0, "landmark"),
]


@pytest.mark.parametrize(("kind", "people", "precision"), KINDS)
def test_a_feature_is_the_kind_of_place_it_is(read, kind, people, precision):
    [row] = read(line(1, "Sayhan", kind, path=("15", "1501", "150101"), people=people))
    assert row.entry.precision is PlacePrecision(precision)


def test_an_area_has_its_path_and_the_one_it_lies_in(read):
    province, district, village = read(
        line(1, "Nineveh", "A.ADM1", path=("15",)),
        line(2, "Tel Afar", "A.ADM2", path=("15", "90392")),
        line(3, "Sayhan", "P.PPL", path=("15", "90392"), people=300),
    )
    assert (province.entry.code, province.entry.area) == ("IQ.15", "IQ")
    assert (district.entry.code, district.entry.area) == ("IQ.15.90392", "IQ.15")
    assert (village.entry.code, village.entry.area) == (None, "IQ.15.90392")
    assert village.entry.inside(district.entry)
    assert village.entry.inside(province.entry)
    assert not province.entry.inside(village.entry)


def test_names_worth_matching_are_kept(read):
    [row] = read(line(1, "Nineveh", "A.ADM1", names="نينوى,Ninawa Governorate,OSM,ninawa,NIN1"))
    assert row.names == ("Nineveh", "نينوى", "Ninawa Governorate", "Ninawa")


def test_ids_carry_their_namespace_and_unknown_people_are_none(read):
    [row] = read(line(99072, "Mosul", "P.PPL"))
    assert (row.entry.id, row.entry.population) == ("geonames:99072", None)


def test_what_no_longer_exists_is_not_matched(read):
    assert read(line(1, "Old Province", "A.ADM1H")) == []


@pytest.mark.parametrize("bad", ["one\ttwo", line(1, "A", "P.PPL").replace("36.0", "north")])
def test_a_broken_line_is_named_by_its_number(read, bad):
    with pytest.raises(VocabularyError, match=r"IQ\.txt:2"):
        read(line(1, "Mosul", "P.PPL"), bad)
