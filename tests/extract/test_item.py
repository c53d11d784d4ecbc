"""Words of a sentence: those that pages run together are parted, others are left whole."""

import pytest

from harmledger.extract.grammar import grammar
from harmledger.extract.item import lost_space
from tests.extract.made import claims

RUN_TOGETHER = [
    # token, the words it holds
    ("peoplewere", ["people", "were"]),
    ("weredisplaced", ["were", "displaced"]),
    ("inAugust", ["in", "August"]),
    # words that only look like two
    ("moreover", ["moreover"]),
    ("townspeople", ["townspeople"]),
    ("thereafter", ["thereafter"]),
    ("McArthur", ["McArthur"]),
    ("Yayladere", ["Yayladere"]),
    ("homeowners", ["homeowners"]),
]


@pytest.mark.parametrize(("token", "words"), RUN_TOGETHER)
def test_two_words_that_lost_their_space(token, words):
    assert [piece for *_, piece in lost_space(token, grammar("en").lexicon)] == words


def test_a_count_beside_words_run_together_is_read():
    [claim] = claims("Around 192 people weredisplaced in the north.")
    assert (claim.measure, claim.count.low) == ("displaced", 192)
    assert claim.evidence.quote == "Around 192 people weredisplaced in the north."
