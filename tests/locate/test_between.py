"""What lies between two places has their middle as its point and both within its reach."""

import pytest

from harmledger.locate import locate
from harmledger.locate.sphere import kilometres
from harmledger.model import Place
from tests.make import claim, reading


def place_of(words: str, gazetteer) -> Place:
    [found] = locate(reading(claims=(claim(place=Place(words)),)), gazetteer).claims
    return found.place


MIDDLES = [
    # words
    "between Mosul and Tel Afar",
    "a road between Mosul and Tel Afar",
    "the Mosul - Tel Afar highway",
    "الطريق بين الموصل وتلعفر",
    "بين الموصل و تلعفر",
    # named after two towns, with nothing between their names
    "طريق الموصل تلعفر",
]


@pytest.mark.parametrize("words", MIDDLES)
def test_the_point_is_halfway(small, words):
    place = place_of(words, small)
    at = (place.lat, place.lon)
    for end in ((36.33, 43.12), (36.38, 42.45)):
        assert kilometres(at, end) == pytest.approx(place.radius_km, abs=0.2)


@pytest.mark.parametrize("words", ["between Mosul and Xyzzyville", "Mosul and Tel Afar"])
def test_one_place_alone_bounds_nothing(small, words):
    assert place_of(words, small).id == "own:mosul"


def test_places_of_two_lands_bound_nothing(small):
    assert place_of("between Mosul and Taiz", small).lat in (36.33, 13.58)
