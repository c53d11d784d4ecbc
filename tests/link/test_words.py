"""Words made comparable, and copies told from other texts."""

from itertools import compress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.link import load_weights
from harmledger.link.read import read
from harmledger.link.spaces import shingles
from harmledger.link.words import FILE, KNOWS, known_stem, likeness, plain_words
from harmledger.vocab.load import entries

FOUND = entries(FILE, knows=KNOWS, needs=frozenset())
MATCH = [pair for entry in FOUND for pair in entry.body.get("match", ())]
NO_MATCH = [pair for entry in FOUND for pair in entry.body.get("no_match", ())]
TEXT = "Two shells fell on the vegetable market of Karsha shortly before the noon prayer ended"


EXTENT = load_weights().extent


def telling_words(text):
    """The stems of the words that can tell one happening from another."""
    tells = read([text], EXTENT).telling.tolist()
    return [known_stem(word) for word in compress(plain_words(text), tells)]


def signatures(*texts):
    """The least hashes of each text's shingles."""
    found = shingles(read(texts, EXTENT), EXTENT, len(texts))
    return [frozenset(row.indices.tolist()) for row in found]


@pytest.mark.parametrize(("left", "right"), MATCH)
def test_spellings_become_one_word(left, right):
    assert telling_words(left)
    assert telling_words(left) == telling_words(right)


@pytest.mark.parametrize(("left", "right"), NO_MATCH)
def test_words_stay_two(left, right):
    assert telling_words(left) != telling_words(right)


# text, telling words
CASES = [
    ("The police said 12 people were killed.", ["12"]),
    ("A drone hit Karsha", ["dron", "karsha"]),
    ("وقال مصدر إن الطائرة", ["طاير"]),
    ("a b 7", ["7"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_common_words_tell_nothing(text, expected):
    assert telling_words(text) == expected


# left, right, least likeness, most likeness
COPIES = [
    (TEXT, TEXT, 1.0, 1.0),
    (TEXT, TEXT + ".", 1.0, 1.0),
    (TEXT, TEXT + " and then left", 0.5, 0.95),
    (TEXT, "A convoy was ambushed on the river road near the old mill at dawn", 0.0, 0.0),
    (TEXT, "", 0.0, 0.0),
    ("", "", 0.0, 0.0),
]


@pytest.mark.parametrize(("left", "right", "least", "most"), COPIES)
def test_likeness(left, right, least, most):
    ours, theirs = signatures(left, right)
    assert least <= likeness(ours, theirs) <= most


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_symmetric_and_a_share(left, right):
    ours, theirs = signatures(left, right)
    assert likeness(ours, theirs) == likeness(theirs, ours)
    assert 0 <= likeness(ours, theirs) <= 1
