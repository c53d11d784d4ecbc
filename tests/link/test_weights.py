"""Weights are read strictly: what the code can't use, or lacks, is an error that names it."""

from dataclasses import replace

import pytest

from harmledger.link import load_weights
from harmledger.link.comparison import COMPARISONS
from harmledger.link.weights import KNOWS, NEEDS, weights_of
from harmledger.model import VocabularyError
from harmledger.vocab.load import Entry, entries

FOUND = entries("linking/default.yml", knows=KNOWS, needs=NEEDS)


def changed(entry_id, **body):
    return [
        replace(entry, body={**entry.body, **body}) if entry.id == entry_id else entry
        for entry in FOUND
    ]


# entries, what the message names
WRONG = [
    (changed("means", levels={"same": 1, "differ": -2}), "fits"),
    (changed("words", cuts={"alike": 0.4}), "hardly"),
    (changed("prior", value="-4"), "make it a number"),
    (changed("prior", value=True), "make it a number"),
    ([*FOUND, Entry("linking/x.yml", "same_moon", "The same moon.", {})], "same_moon"),
    ([entry for entry in FOUND if entry.id != "join"], "join"),
]


@pytest.mark.parametrize(("found", "named"), WRONG)
def test_wrong_entries_are_refused(found, named):
    with pytest.raises(VocabularyError, match=named):
        weights_of(found, name="x", version="1")


def test_every_comparison_weighs():
    assert load_weights().comparisons.keys() == COMPARISONS.keys()
    assert load_weights().version


def test_a_missing_file_is_named():
    with pytest.raises(VocabularyError, match=r"linking/nobody\.yml"):
        load_weights("nobody")


def test_nothing_outweighs_a_judgement():
    weights = load_weights()
    most = sum(max(map(abs, weight.levels.values())) for weight in weights.comparisons.values())
    assert weights.settings.judgement > most + abs(weights.settings.prior)
