"""Weights are read strictly: what the code can't use, or lacks, is an error that names it."""

from dataclasses import replace

import pytest

from harmledger.link import load_weights
from harmledger.link.comparison import COMPARISONS
from harmledger.link.weights import KNOWS, NEEDS, SETTINGS, TRAINED, TRAINED_KNOWS, weights_of
from harmledger.model import VocabularyError
from harmledger.vocab.load import Entry, entries

FOUND = entries(SETTINGS, knows=KNOWS, needs=NEEDS)
LEARNED = entries(TRAINED, knows=TRAINED_KNOWS, needs=frozenset())


def changed(found, entry_id, **body):
    return [
        replace(entry, body={**entry.body, **body}) if entry.id == entry_id else entry
        for entry in found
    ]


# settings, trained weights, what the message names
WRONG = [
    (FOUND, changed(LEARNED, "means", bits={"same": 1, "differ": -2}), "fits"),
    (changed(FOUND, "words", cuts={"alike": 0.4}), LEARNED, "faint"),
    (changed(FOUND, "join", value="-4"), LEARNED, "make it a number"),
    (changed(FOUND, "join", value=True), LEARNED, "make it a number"),
    ([*FOUND, Entry("linking/x.yml", "same_moon", "The same moon.", {})], LEARNED, "same_moon"),
    ([entry for entry in FOUND if entry.id != "join"], LEARNED, "join"),
    (FOUND, [entry for entry in LEARNED if entry.id != "prior"], "prior"),
]


@pytest.mark.parametrize(("found", "learned", "named"), WRONG)
def test_wrong_entries_are_refused(found, learned, named):
    with pytest.raises(VocabularyError, match=named):
        weights_of(found, learned, version="1")


def test_every_comparison_weighs():
    assert load_weights().comparisons.keys() == COMPARISONS.keys()
    assert load_weights().version


def test_nothing_outweighs_a_judgement():
    weights = load_weights()
    most = sum(max(map(abs, weight.bits)) for weight in weights.comparisons.values())
    assert weights.settings.judgement > most + abs(weights.prior)


def test_training_leaves_what_was_set_by_hand():
    by_hand = {name for name, one in load_weights().comparisons.items() if one.by_hand}
    assert by_hand == {"report", "copy"}
