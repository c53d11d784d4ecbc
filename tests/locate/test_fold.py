"""Spellings of one name fold alike; names that differ do not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.locate.fold import FILE, KNOWS, key, plain_words
from harmledger.vocab.load import entries

RULES = entries(FILE, knows=KNOWS, needs=frozenset())
ALIKE = [(rule.id, *pair) for rule in RULES for pair in rule.body.get("match", ())]
APART = [(rule.id, *pair) for rule in RULES for pair in rule.body.get("no_match", ())]

NAMES = st.text(st.characters(categories=["L", "Zs"]), max_size=30)
HARAKAT = "\u064e\u064f\u0650\u0651\u0652"


@pytest.mark.parametrize(("rule", "left", "right"), ALIKE)
def test_rule_folds_its_examples_alike(rule, left, right):
    assert key(left) == key(right)


@pytest.mark.parametrize(("rule", "left", "right"), APART)
def test_rule_keeps_its_counterexamples_apart(rule, left, right):
    assert key(left) != key(right)


CASES = [
    # name                other spelling
    ("Deir ez-Zor", "Dēir ez Zor"),
    ("Khan Younis", "KHAN YOUNIS"),
    ("دِيرُ الزَّور", "دير الزور"),
    ("The Hague", "Hague"),
    ("Kafr Nabl", "Kafr-Nabl"),
    ("Makkah", "Makah"),
]


@pytest.mark.parametrize(("name", "other"), CASES)
def test_spellings_of_one_name_fold_alike(name, other):
    assert key(name) == key(other)


@pytest.mark.parametrize("name", ["", " ", "-", "…", "\u0301"])
def test_nothing_to_fold_is_an_empty_key(name):
    assert key(name) == ""


@given(NAMES)
def test_the_form_of_unicode_never_matters(name):
    assert key(unicodedata.normalize("NFD", name)) == key(unicodedata.normalize("NFC", name))


@given(st.text("ابتثجحخدرسشصطعفقكلمنهوي ", min_size=1, max_size=20), st.sampled_from(HARAKAT))
def test_vowel_signs_never_matter(name, sign):
    assert key("".join(letter + sign for letter in name)) == key(name)


@given(NAMES)
def test_a_key_holds_no_blank(name):
    assert not any(sign.isspace() for sign in key(name))


def test_plain_words_keep_articles():
    assert plain_words("Al-Bāb, the town") == ["al", "bab", "the", "town"]
