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
    (
        "Three people were killed in Barzan, five in Tell Abda and two in Kharab.",
        ["Barzan", "Tell Abda", "Kharab"],
    ),
    # a person is no place
    ("Nine people were killed, Idris Kamau said.", [None]),
    ("General Salim Nader said nine people were killed in Barzan.", ["Barzan"]),
    ("Nine people were killed.", [None]),
    ("A raid in Barzan killed an aide to Idris Kamau.", ["Barzan"]),
    ("Nine people were killed in Barzan amid joy of Kamau's victory.", ["Barzan"]),
    # where it struck, not what is told besides
    ("Two guards of the bank in Kharab were hurt in a raid on Barzan.", ["Barzan"]),
    ("Jets from over the White Sea struck farms in Barzan, killing two.", ["Barzan"]),
    ("Nine people from Kharab were killed in Barzan.", ["Barzan"]),
    ("A raid hit Barzan. Two people from Kharab were killed.", ["Barzan"]),
    ("Nine people died, a doctor in Kharab said.", ["Kharab"]),
    ("A raid hit Barzan. Nine people died, a doctor in Kharab said.", ["Barzan"]),
    # where a hospital that speaks is counts only where no place is told: the hurt are brought there
    ("Nine people died, the head of the hospital in Kharab said.", ["Kharab"]),
    ("Nine people died, the head of the hospital in Kharab said. The raid hit Barzan.", ["Barzan"]),
    ("A raid on the hospital in Kharab killed nine people, a doctor said.", ["Kharab"]),
    # a word that heads a text is no place
    ("Correction: nine people were killed.", [None]),
    ("Update: nine people were killed in Barzan.", ["Barzan"]),
    # of a place and the one that it lies in, the whole of the words
    (
        "Shells hit a gate at the entrance of Barzan town, killing two.",
        ["Barzan town"],
    ),
    (
        "A raid hit Tell Abda on the outskirts of Barzan. Nine died.",
        ["Tell Abda on the outskirts of Barzan"],
    ),
    # wide first, then narrow
    (
        "Two men killed in Barzan\nTwo men were killed in Karari village near Barzan.",
        ["Karari village near Barzan"],
    ),
    # a land's war
    ("Kharab's long war has killed 900 people.", ["Kharab"]),
]


@pytest.mark.parametrize(("text", "places"), CASES)
def test_each_claim_has_the_place_that_its_words_say(text, places):
    assert [claim.place and claim.place.words for claim in claims(text)] == places
