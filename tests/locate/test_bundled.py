"""The default gazetteer knows what installed packages carry: settlements, areas, countries."""

import pytest

from harmledger.locate import locate
from harmledger.locate.gazetteer.names import readable, shed, worth_matching
from harmledger.model import Place, PlacePrecision
from tests.make import claim, reading

CASES = [
    # words                                        hints           id        precision   country
    ("western Mosul", (), "99072", "city", "IQ"),
    ("Bab al-Tob neighbourhood of western Mosul", (), "99072", "city", "IQ"),
    ("الموصل", (), "99072", "city", "IQ"),
    ("Nineveh province", (), "92877", "province", "IQ"),
    ("محافظة نينوى", (), "92877", "province", "IQ"),
    ("Wad Madani's industrial zone", (), "364103", "city", "SD"),
    ("old quarter of Taiz", (), "70225", "city", "YE"),
    ("Al-Shaqab near Taiz", (), "70225", "district", "YE"),
    ("Daireaux (Buenos Aires)", (), "3859538", "town", "AR"),
    ("Khushali Toorkhel, North Waziristan", (), "1168875", "district", "PK"),
    ("Yaftal-e-Sufla district, Badakhshan", (), "7052701", "district", "AF"),
    ("northern Syria", (), "163843", "country", "SY"),
    ("Damascus countryside", (), "170652", "province", "SY"),
    ("Gaza, the Gaza Strip", (), "281133", "city", "PS"),
    ("the US", (), "6252001", "country", "US"),
    ("DR Congo", (), "203312", "country", "CD"),
    ("السعودية", (), "102358", "country", "SA"),
    ("Tripoli", ("Lebanon",), "266826", "city", "LB"),
    ("Tripoli", ("Libya",), "2210247", "city", "LY"),
]


@pytest.mark.parametrize(("words", "hints", "id", "precision", "country"), CASES)
def test_known_places_are_found(bundled, words, hints, id, precision, country):
    found = locate(reading(claims=(claim(place=Place(words)),)), bundled, hints=hints)
    place = found.claims[0].place
    assert place is not None
    assert (place.id, place.precision, place.country) == (
        f"geonames:{id}",
        PlacePrecision(precision),
        country,
    )


@pytest.mark.parametrize("words", ["Karari district", "Springfield", "Council"])
def test_what_is_not_known_or_not_told_apart_is_not_placed(bundled, words):
    found = locate(reading(claims=(claim(place=Place(words)),)), bundled, hints=("Sudan",))
    assert found.claims[0].place == Place(words, candidates=found.claims[0].place.candidates)


def test_a_province_holds_its_towns(bundled):
    [mosul] = [one for one in bundled.lookup("Mosul") if one.id == "geonames:99072"]
    nineveh = bundled.area("IQ.15")
    assert mosul.inside(nineveh)
    assert nineveh.inside(bundled.area("IQ"))
    assert nineveh.radius_km > 75


WORTH = [
    # name       is worth matching
    ("Mosul", True),
    ("الموصل", True),
    ("摩苏尔", True),
    ("mwsl", False),
    ("OSM", False),
    ("Us", False),
    ("NIN1", False),
    ("م", False),
]


@pytest.mark.parametrize(("name", "worth"), WORTH)
def test_junk_among_the_names_is_left_out(name, worth):
    assert worth_matching(name) is worth


SHED = [
    # name                       short
    ("Nineveh Governorate", "Nineveh"),
    ("محافظة نينوى", "نينوى"),
    ("Provincia de Salta", "Salta"),
    ("Nineveh", None),
    ("Province", None),
]


@pytest.mark.parametrize(("name", "short"), SHED)
def test_the_word_for_its_kind_falls_away_from_an_area(name, short):
    assert shed(name) == short


READABLE = [
    # recorded name   others                                   shown
    ("Nīnawá", ("Neynəvə", "Nineveh", "Nineveh Governorate"), "Nineveh"),
    ("Ḩimş", ("حمص",), "Ḩimş"),
    ("Tāʻizz", ("Taizz",), "Taizz"),
    ("Idlib", ("Idleb Governorate",), "Idlib"),
]


@pytest.mark.parametrize(("name", "others", "shown"), READABLE)
def test_an_area_is_shown_by_its_english_name(name, others, shown):
    assert readable(name, others) == shown
