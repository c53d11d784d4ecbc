"""Words in, places out: the right entry, an honest precision, and nothing out of thin air."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.locate import locate
from harmledger.locate.sphere import kilometres
from harmledger.model import Place, PlacePrecision, Reading
from tests.make import account, claim, figure, reading


def told(*words: str) -> Reading:
    """A reading with a claim and an account for each of the words."""
    return reading(
        *(account(place=Place(one)) for one in words),
        claims=tuple(claim(place=Place(one), at=at) for at, one in enumerate(words)),
    )


def place_of(words: str, gazetteer, *hints: str) -> Place:
    place = locate(told(words), gazetteer, hints=hints).claims[0].place
    assert place is not None
    return place


CASES = [
    # words                                      hints             id              precision
    ("Mosul", (), "mosul", "city"),
    ("western Mosul", (), "mosul", "city"),
    ("the city of Mosul", (), "mosul", "city"),
    ("الموصل", (), "mosul", "city"),
    ("بالموصل", (), "mosul", "city"),
    ("Mosul's industrial zone", (), "mosul", "city"),
    ("the old quarter of Taiz", (), "taiz", "city"),
    ("Al-Shaqab near Taiz", (), "taiz", "district"),
    ("a road between Taiz and Ibb", (), "taiz", "district"),
    ("Bab al-Tob neighbourhood of western Mosul", (), "mosul", "city"),
    ("Karrada neighbourhood, Mosul", (), "karrada", "neighbourhood"),
    ("Mosul, Karrada", (), "karrada", "neighbourhood"),
    ("Nineveh", (), "nineveh", "province"),
    ("Nineveh, Mosul", (), "mosul", "city"),
    ("Khan Darya, Nineveh", (), "nineveh", "province"),
    ("Khan Darya, Iraq", (), "iraq", "country"),
    ("northern Syria", (), "syria", "country"),
    ("Idlib", (), "idlib", "city"),
    ("Idlib province", (), "idlib-p", "province"),
    ("Idlib's southern countryside", (), "idlib-p", "province"),
    ("محافظة إدلب", (), "idlib-p", "province"),
    # two places of one name: the bigger, unless something speaks for the other
    ("Al-Bab", (), "bab-sy", "city"),
    ("Al-Bab, Nineveh", (), "bab-iq", "village"),
    ("Al-Bab near Mosul", (), "bab-iq", "village"),
    ("the Iraqi village of Al-Bab", (), "bab-iq", "village"),
    ("Al-Bab", ("Mosul", "Tel Afar"), "bab-iq", "village"),
    ("Sayhan", ("Taiz",), "sayhan-ye", "village"),
    ("Sayhan", ("Iraq",), "sayhan-iq", "village"),
    # names that only sound alike, where something speaks for the place
    ("Kherbet Shams", ("Mosul",), "khirba", "village"),
    ("خربة شمس", ("الموصل",), "khirba", "village"),
    ("Kherbet Shams, Nineveh", (), "khirba", "village"),
    ("صيحان", ("اليمن",), "sayhan-ye", "village"),
]


@pytest.mark.parametrize(("words", "hints", "id", "precision"), CASES)
def test_words_mean_the_best_known_part(small, words, hints, id, precision):
    place = place_of(words, small, *hints)
    assert (place.id, place.precision) == (f"own:{id}", PlacePrecision(precision))
    assert place.words == words


UNKNOWN = [
    # words
    "Xyzzyville",
    "the north",
    "a house",
    "Iraqi forces",
    "",
    "Kherbet Shams",  # a name that only sounds alike, and nothing else for the place
    "Sayhan",  # two villages of one name and nothing to tell them apart
]


@pytest.mark.parametrize("words", UNKNOWN)
def test_unknown_words_have_no_coordinates(small, words):
    place = place_of(words, small)
    assert (place.id, place.lat, place.lon, place.score) == (None, None, None, None)
    assert (place.radius_km, place.country) == (None, None)
    assert place.precision is PlacePrecision.NONE


def test_an_unknown_name_is_not_the_capital_of_a_hinted_country(small):
    assert place_of("Xyzzyville", small, "Iraq", "Mosul").lat is None


def test_what_was_weighed_is_kept_for_the_desk(small):
    place = place_of("Sayhan", small)
    assert {one.id for one in place.candidates} == {"own:sayhan-ye", "own:sayhan-iq"}


def test_a_choice_gives_its_reasons(small):
    place = place_of("Al-Bab, Nineveh", small)
    assert [one.id for one in place.candidates] == ["own:bab-iq", "own:bab-sy"]
    assert place.candidates[0].reasons[0] == "It lies in Nineveh, which the words name."
    assert place.candidates[1].reasons[0] == "It lies outside Nineveh, which the words name."
    assert place.candidates[0].score > place.candidates[1].score


def test_scores_are_shares(small):
    place = place_of("Al-Bab", small)
    assert 0 < place.score <= 1
    assert sum(one.score for one in place.candidates) <= 1.001


REACH = [
    # words                  at least, km  at most, km
    ("Taiz", 8, 8),
    ("western Taiz", 8, 8),
    ("near Taiz", 18, 18),
    ("the outskirts of Taiz", 16, 16),
    ("north of Taiz", 23, 23),
    ("50 km north of Taiz", 23, 23),
    ("50 km from Taiz", 58, 58),
]


@pytest.mark.parametrize(("words", "least", "most"), REACH)
def test_the_radius_says_how_vague_the_words_are(small, words, least, most):
    assert least <= place_of(words, small).radius_km <= most


def test_what_lies_on_a_side_of_a_town_begins_at_its_edge(small):
    here, there = place_of("Mosul", small), place_of("شمال مدينة الموصل", small)
    assert there.lon == here.lon
    assert there.lat > here.lat
    assert kilometres((here.lat, here.lon), (there.lat, there.lon)) == pytest.approx(10, abs=0.1)
    assert there.radius_km == here.radius_km + 15


def test_a_distance_and_a_direction_move_the_point(small):
    here, there = place_of("Taiz", small), place_of("50 km north of Taiz", small)
    assert there.lat - here.lat == pytest.approx(50 / 111.2, abs=0.01)
    assert there.lon == pytest.approx(here.lon)


def test_accounts_are_located_as_their_claims_are(small):
    found = locate(told("Al-Bab", "Mosul", "Tel Afar"), small)
    assert [one.place for one in found.accounts] == [one.place for one in found.claims]


def test_a_reading_without_places_stays_as_it_is(small):
    before = reading(account(place=None), claims=(claim(place=None),))
    assert locate(before, small) == before


def test_ids_of_claims_do_not_change(small):
    before = told("Mosul", "Taiz")
    after = locate(before, small)
    assert [one.claim_id for one in after.claims] == [one.claim_id for one in before.claims]


WORDS = st.sampled_from(
    ["Mosul", "Al-Bab", "Sayhan", "Idlib", "Taiz", "Xyzzyville", "Iraq", "Syria", "near Aleppo"]
)


@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=2))
def test_locating_twice_changes_nothing(small, words, hints):
    once = locate(told(*words), small, hints=hints)
    assert locate(once, small, hints=hints) == once


@given(
    st.lists(WORDS, min_size=2, max_size=5).flatmap(
        lambda w: st.tuples(st.just(w), st.permutations(w))
    )
)
def test_the_order_of_claims_does_not_matter(small, orders):
    first, second = (
        {one.place.words: one.place for one in locate(told(*words), small).claims}
        for words in orders
    )
    assert first == second


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_saying_it_twice_does_not_matter(small, words):
    once, twice = locate(told(*words), small), locate(told(*words, *words), small)
    assert [one.place for one in twice.claims] == 2 * [one.place for one in once.claims]


def test_claims_keep_their_places_in_accounts_and_figures_where_others_stand_in(small):
    text = "Nine died in the Haddan family home in Taiz, among them three children."
    home, at = Place("Haddan"), 0
    whole = claim(9, at=at, place=home)
    part = replace(claim(3, at=at, place=home), group=replace(whole.group, part_of=whole.claim_id))
    ids = (whole.claim_id, part.claim_id)
    drawn = replace(figure(9), claims=ids, low_claims=ids[:1])
    found = locate(reading(account(drawn, claims=ids), claims=(whole, part)), small, text=text)
    now = tuple(one.claim_id for one in found.claims)
    assert now != ids
    assert found.accounts[0].claims == now
    assert found.accounts[0].figures[0].claims == tuple(sorted(now))
    assert found.accounts[0].figures[0].low_claims == now[:1]
    assert found.claims[1].group.part_of == now[0]
