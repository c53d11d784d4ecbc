"""Names out of the Arabic script are known by their sounds, however they are romanised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.locate.sound import FILE, KNOWS, sound
from harmledger.vocab.load import entries

RULES = entries(FILE, knows=KNOWS, needs=frozenset())
ALIKE = [(rule.id, *pair) for rule in RULES for pair in rule.body.get("match", ())]
APART = [(rule.id, *pair) for rule in RULES for pair in rule.body.get("no_match", ())]


@pytest.mark.parametrize(("rule", "left", "right"), ALIKE)
def test_rule_hears_its_examples_alike(rule, left, right):
    assert sound(left) == sound(right) != ""


@pytest.mark.parametrize(("rule", "left", "right"), APART)
def test_rule_hears_its_counterexamples_apart(rule, left, right):
    assert sound(left) != sound(right) or sound(left) == ""


@pytest.mark.parametrize("name", ["", "Ur", "Hama", "Москва", "摩苏尔", "Khan 7 Shams"])
def test_other_scripts_and_short_names_have_no_sound(name):
    assert sound(name) == ""


@given(st.permutations("bdfjklmnrz"), st.integers(1, 9), st.sampled_from("aiouy"))
def test_a_vowel_within_a_word_never_matters(consonants, at, vowel):
    name = "".join(consonants)
    assert sound(name[:at] + vowel + name[at:]) == sound(name)
