"""The report's other places: they help to choose, and may stand in, coarser, for unknown words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.locate import locate
from harmledger.model import Place, PlacePrecision
from tests.make import account, claim, reading


def placed(text: str, words: str | None, gazetteer) -> Place | None:
    """Where the claim that the text's first word begins is, with those place words."""
    own = None if words is None else Place(words)
    [found] = locate(reading(claims=(claim(place=own, at=0),)), gazetteer, text=text).claims
    return found.place


STANDS_IN = [
    # text                                                         words           place        kind
    ("Four died in the Haddan family home in Taiz.", "Haddan", "taiz", "city"),
    ("Four died in Kafr Xyzzy, a village in Taiz.", "Kafr Xyzzy", "taiz", "district"),
    ("Four died in Kafr Xyzzy (Nineveh).", "Kafr Xyzzy", "nineveh", "province"),
    ("Four died. It was in Taiz.", None, "taiz", "district"),
    ("Four died in Haddan. Some were born in Mosul. Some studied in Taiz.", "Haddan", None, "none"),
    ("Four died in the village of Xyzzy. It was told in Taiz.", "village of Xyzzy", None, "none"),
    ("Four died in Xyzzyville.", "Xyzzyville", None, "none"),
]


@pytest.mark.parametrize(("text", "words", "id", "precision"), STANDS_IN)
def test_what_stands_in_is_coarser_or_nothing(small, text, words, id, precision):
    place = placed(text, words, small)
    assert place.precision is PlacePrecision(precision)
    assert place.id == (None if id is None else f"own:{id}")


def test_what_stands_in_says_so_and_reaches_further(small):
    itself = placed("Four died in Taiz.", "Taiz", small)
    place = placed("Four died in Kafr Xyzzy, a village in Taiz.", "Kafr Xyzzy", small)
    assert "names no place that the gazetteer knows" in place.candidates[0].reasons[0]
    assert place.radius_km > itself.radius_km


def test_an_unknown_place_beside_a_known_one_is_not_that_one(small):
    place = placed("Four died in Kafr Xyzzy, north-west of Taiz.", "Kafr Xyzzy", small)
    assert (place.id, place.precision) == ("own:taiz", "district")
    assert "names a place beside" in place.candidates[0].reasons[0]


def test_the_fuller_phrase_of_the_text_decides(small):
    assert placed("Four died in Al-Bab, Nineveh.", "Al-Bab", small).id == "own:bab-iq"


def test_the_other_places_of_the_text_decide_between_places_of_one_name(small):
    assert (
        placed("Four died in Sayhan. Others died in Taiz.", "Sayhan", small).id == "own:sayhan-ye"
    )


def test_a_country_has_no_point(small):
    place = placed("Four died in Yemen.", "Yemen", small)
    assert (place.id, place.lat, place.lon) == ("own:yemen", None, None)
    assert place.candidates[0].lat is not None


SENTENCES = st.lists(
    st.sampled_from(
        [
            "Four died in Mosul.",
            "It was in Kafr Xyzzy near Taiz.",
            "The Haddan family fled.",
            "A blast hit Al-Bab, Nineveh.",
            "Nobody was in Sayhan.",
            "قصف على مدينة الباب شرق حلب.",
        ]
    ),
    max_size=4,
)
OWN = st.sampled_from([None, "Mosul", "Haddan", "Kafr Xyzzy", "Al-Bab", "Sayhan", "الباب"])


@given(SENTENCES, OWN)
def test_locating_twice_changes_nothing(small, sentences, own):
    text = " ".join(sentences)
    place = None if own is None else Place(own)
    before = reading(account(place=place), claims=(claim(place=place),))
    once = locate(before, small, text=text)
    again = locate(once, small, text=text)
    assert [one.place and one.place.id for one in again.claims] == [
        one.place and one.place.id for one in once.claims
    ]


@given(SENTENCES, OWN)
def test_what_has_a_point_has_a_reach_and_a_precision(small, sentences, own):
    place = placed(" ".join(sentences), own, small)
    if place is not None and place.lat is not None:
        assert place.radius_km > 0
        assert place.precision is not PlacePrecision.NONE
