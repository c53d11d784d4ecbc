"""Place words in a sentence with capitals: what is found, what is left out, what is cued."""

import pytest

from harmledger.locate.text.chain import chains

FOUND = [
    # sentence                                                  cued phrases
    ("Four people died in Sayhan on Tuesday.", ["Sayhan"]),
    ("A shell hit Karrada neighbourhood.", ["Karrada neighbourhood"]),
    ("They met in Sayhan (Taiz, Yemen).", ["Sayhan (Taiz, Yemen"]),
    ("A blast near Bab al Tob, western Mosul.", ["Bab al Tob, western Mosul"]),
    ("Shells fell 3 km north of Sayhan.", ["3 km north of Sayhan"]),
    ("A blast between Taiz and Ibb.", ["Taiz and Ibb"]),
    ("A raid on the village of Deir al Zahr.", ["village of Deir al Zahr"]),
    ("The house in Al-Razan Tower burned.", ["house in Al-Razan Tower"]),
    ("Khalil's sister fled to a camp in Domiz.", ["camp in Domiz"]),
]


@pytest.mark.parametrize(("sentence", "phrases"), FOUND)
def test_words_that_say_where_are_found(sentence, phrases):
    assert [one.words for one in chains(sentence) if one.cued] == phrases


LEFT_OUT = [
    # sentence                                         what is no place
    "The home of the Haddan family burned.",
    "In Haddan family home nobody was left.",
    "It was said by the Damascus Observatory.",
    "In Damascus Observatory reports the toll is higher.",
    "The strike on the mayor Haddan Salim failed.",
    "Twelve people were killed in March.",
    "A post on Facebook said so.",
    "In Haddan residence nobody was left.",
    "It was in UNHCR hands.",
    "Iraqi forces fired.",
]


@pytest.mark.parametrize("sentence", LEFT_OUT)
def test_families_bodies_persons_and_days_are_no_places(sentence):
    assert [one.words for one in chains(sentence) if one.cued] == []


def test_a_bare_name_is_found_but_not_cued():
    [one] = chains("Sayhan burned.")
    assert (one.words, one.cued) == ("Sayhan", False)


@pytest.mark.parametrize(("sentence", "phrases"), FOUND)
def test_positions_quote_the_sentence(sentence, phrases):
    assert all(sentence[one.start : one.end] == one.words for one in chains(sentence))
