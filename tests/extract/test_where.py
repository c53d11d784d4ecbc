"""The words of places, and which claim they belong to."""

import pytest

from tests.extract.made import claims

CASES = [
    # sentences, place words of each claim
    ("Nine people were killed in Barzan.", ["Barzan"]),
    ("Nine people were killed near the village of Tell Abda.", ["village of Tell Abda"]),
    ("Nine people were killed in northern Kharab.", ["northern Kharab"]),
    ("Shelling in the Karari district killed nine people.", ["Karari district"]),
    ("Nine people were killed. The raid hit Barzan.", ["Barzan"]),
    ("A raid hit Barzan. Nine people were killed.", ["Barzan"]),
    # each count its own
    ("Nine people died in Barzan; four died in Kharab.", ["Barzan", "Kharab"]),
    ("Three people were killed in Barzan and two in Kharab.", ["Barzan", "Kharab"]),
    pytest.param(
        "Three people were killed in Barzan, five in Tell Abda and two in Kharab.",
        ["Barzan", "Tell Abda", "Kharab"],
        marks=pytest.mark.xfail(strict=True, reason="a place before is nearer than one behind"),
    ),
    # a person is no place
    ("Nine people were killed, Idris Kamau said.", [None]),
    ("General Salim Nader said nine people were killed in Barzan.", ["Barzan"]),
    ("Nine people were killed.", [None]),
]


@pytest.mark.parametrize(("text", "places"), CASES)
def test_each_claim_has_the_place_that_its_words_say(text, places):
    assert [claim.place and claim.place.words for claim in claims(text)] == places
