"""How Arabic is written: what matches as one, what is written together, and where each word is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmledger.extract import extract, readers
from harmledger.extract.grammar import grammar
from harmledger.extract.item import read
from tests.make import report

MARKS = ["ً", "َ", "ُ", "ِ", "ّ", "ْ", "ـ", "\u200f", "\u200c"]


def words(text):
    return [item.text for item in read(text, 0, len(text), grammar("ar").lexicon)]


CASES = [
    # text, words
    ("وإصابة طفلين", ["و", "إصابة", "طفلين"]),
    ("وبقصف القرية", ["و", "ب", "قصف", "القرية"]),
    ("للمدنيين", ["ل", "لمدنيين"]),
    ("وفاة", ["وفاة"]),  # the first letter is the word's own
    ("وأحد عشر", ["و", "أحد عشر"]),  # a hamza shows where the word starts
    ("واحد", ["واحد"]),
    ("إصابة10", ["إصابة", "10"]),
    ("12شخصاً", ["12", "شخصاً"]),
    ("#ريف_حلب", ["ريف", "حلب"]),
    ("Publicاستشهد", ["Public", "استشهد"]),
    ("شهـ ـيد", ["شهـ ـيد"]),
    ("القصـ.ـف", ["القصـ.ـف"]),
    ("غار.ة", ["غار.ة"]),
    ("وَقُتِلَ", ["وَ", "قُتِلَ"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words(text, expected):
    assert words(text) == expected


ALIKE = [("أُصيب", "اصيب"), ("إصابة", "اصابه"), ("قتلى", "قتلي"), ("شُهداء", "شهداء")]


@pytest.mark.parametrize(("left", "right"), ALIKE)
def test_spellings_of_one_word_have_one_sense(left, right):
    lexicon = grammar("ar").lexicon
    fold = lexicon.script.fold
    assert lexicon.sense(fold(left)) is lexicon.sense(fold(right))


@settings(deadline=None, max_examples=100)
@given(st.data())
def test_marks_inside_words_change_no_count(data):
    plain = "مقتل 4 مدنيين وإصابة طفلين"
    letters = [index for index, char in enumerate(plain) if char.isalpha()]
    text = plain
    for index in sorted(data.draw(st.sets(st.sampled_from(letters), max_size=6)), reverse=True):
        mark = data.draw(st.sampled_from(MARKS))
        text = text[: index + 1] + mark + text[index + 1 :]
    found = extract(report(text, lang="ar"), readers()).claims
    assert [(claim.measure, claim.count.low) for claim in found] == [("killed", 4), ("injured", 2)]
    assert all(
        text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote for claim in found
    )
