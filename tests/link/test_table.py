"""Tables: a row is its account's own, whatever is read beside it."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from harmledger.link import load_weights
from harmledger.link.table import IDS, NUMBERS, SPACES, table
from tests.link.made import item, tell
from tests.make import account, place

EXTENT = load_weights().extent
WORDS = st.sampled_from(
    [
        "Karsha",
        "shelled",
        "the",
        "a",
        "12",
        "3",
        "قصف",
        "الجسر",
        "Lyman",
        "Лимань",
        "mill",
        ".\n",
        "x",
    ]
)
TEXTS = st.lists(WORDS, max_size=14).map(" ".join)
ITEMS = st.lists(st.tuples(TEXTS, TEXTS, WORDS), min_size=1, max_size=5)


def items(made):
    return [
        item(tell(f"r{at}", account(place=place(where)), text=text, title=title))
        for at, (text, title, where) in enumerate(made)
    ]


@settings(max_examples=40, deadline=None)
@given(ITEMS)
def test_a_row_depends_on_its_account_alone(made):
    every = items(made)
    whole = table(every, EXTENT)
    for row, one in enumerate(every):
        alone = table([one], EXTENT)
        for name in NUMBERS:
            assert np.array_equal(whole.numbers[name][row : row + 1], alone.numbers[name], True)
        assert all(whole.ids[name][row] == alone.ids[name][0] for name in IDS)
        for name in SPACES:
            ours, theirs = whole.spaces[name][row], alone.spaces[name]
            assert ours.indices.tolist() == theirs.indices.tolist()
            assert ours.data.tolist() == theirs.data.tolist()


def row(text, *, title=""):
    return table(items([(text, title, "mill")]), EXTENT)


def test_weights_of_words_have_length_one_and_common_words_are_none():
    made = row("A drone hit the mill of Karsha")
    for name in ("words", "opening", "sounds"):
        assert np.isclose((made.spaces[name].data.astype(float) ** 2).sum(), 1)
    assert made.numbers["size"].tolist() == [3]
    assert row("the of and").spaces["words"].nnz == 0


def test_a_word_of_the_title_weighs_more():
    plain, titled = row("drone Karsha"), row("drone Karsha", title="Karsha")
    assert titled.spaces["words"].data.max() > plain.spaces["words"].data.max()


# text, script: none, Latin letters, Arabic letters
SCRIPTS = [("12 and 3", 0), ("12 قصف", 3), ("12 3 4", -1), ("", -1), ("قصف Karsha mill", 0)]


def test_scripts():
    made = table(items([(text, "", "mill") for text, _ in SCRIPTS]), EXTENT)
    assert made.numbers["script"].tolist() == [script for _, script in SCRIPTS]
