"""Place words in Arabic: begun by a word that says where, ended where the gazetteer's name ends."""

import pytest

from harmledger.locate.text.uncased import uncased_chains

FOUND = [
    # sentence                                        phrases
    ("قتل خمسة في الموصل أمس", ["في الموصل"]),
    ("قصف على مدينة الباب شرق حلب اليوم", ["مدينة الباب شرق حلب"]),
    ("انفجار بالموصل أمس", ["بالموصل"]),
    ("أصيبوا في قرية مجهولة بريف إدلب", ["في قرية مجهولة بريف إدلب"]),
    ("قتل خمسة من الموصل أمس", []),  # where they come from
    ("قتل خمسة في انفجار", []),
    ("لغم على طريق الموصل تلعفر أمس", ["طريق الموصل تلعفر"]),  # a road by its two ends
    ("لغم في شارع الموصل تلعفر أمس", ["في شارع الموصل"]),  # a street has none
    ("في قرية تل الصخر اليوم", ["في قرية تل الصخر"]),  # a head with an unknown second word
]


@pytest.mark.parametrize(("sentence", "phrases"), FOUND)
def test_words_that_say_where_are_found(small, sentence, phrases):
    assert [one.words for one in uncased_chains(sentence, small)] == phrases


@pytest.mark.parametrize(("sentence", "phrases"), FOUND)
def test_positions_quote_the_sentence(small, sentence, phrases):
    found = uncased_chains(sentence, small)
    assert all(sentence[one.start : one.end] == one.words for one in found)
