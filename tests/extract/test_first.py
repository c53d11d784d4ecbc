"""A pattern is tried only where a match may begin."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmledger.extract import grammar as grammars
from harmledger.extract.first import first
from harmledger.extract.grammar import grammar
from harmledger.extract.symbols import Alphabet, compiled
from harmledger.model import VocabularyError
from tests.extract.test_gate import examples

BEGINNINGS = [
    ("A B", "a"),
    ("A? B", "ab"),
    ("A* B{0,3} C", "abc"),
    ("A{2,} B", "a"),
    ("(?:A|B C)? C", "abc"),
    ("(n: A|B) C", "ab"),
    ("(?<!C) (?=B) A", "a"),
    ("[A B] C|C", "abc"),
    ("^A|B$", "ab"),
    ("word A", "w"),
    ("(?:A (?:B|C))", "a"),
]
"""Patterns over the symbols of their classes in lower case, and the symbols they begin with."""
ANYTHING = ["A?", "[^ A] B", ". A", "A|B?", "(?=A)", "A|"]


def test_a_bracket_left_open_is_an_error_of_the_vocabulary():
    for pattern in ("[A B", "(?:A B", "A) B"):
        with pytest.raises(VocabularyError, match="does not compile"):
            compiled(pattern, Alphabet(), frozenset("AB"), first(pattern, members))


def members(name):
    return {"=word": "w"}.get(name, name.lower())


@pytest.mark.parametrize(("pattern", "symbols"), BEGINNINGS)
def test_what_a_match_begins_with(pattern, symbols):
    assert first(pattern, members) == set(symbols)


@pytest.mark.parametrize("pattern", ANYTHING)
def test_what_may_begin_with_anything(pattern):
    assert first(pattern, members) is None


def tried_everywhere(lang):
    """Every pattern of a grammar by its rule's id, compiled as it stands."""
    found = {}

    def plain(pattern, alphabet, known, first):
        return compiled(pattern, alphabet, known)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grammars, "compiled", plain)
        whole = grammar.__wrapped__(lang)
    for rules in whole.rules.values():
        found |= {rule.id: rule.pattern for rule in rules}
    return found


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_pattern_matches_where_it_would_if_tried_everywhere(lang):
    own, plain = grammar(lang), tried_everywhere(lang)
    symbols = sorted(own.lexicon.alphabet.characters.values())
    told = {
        "".join(own.lexicon.sense(word).symbol for word in text.split()) for text in examples(lang)
    }
    strings = st.one_of(
        st.sampled_from(sorted(told)), st.text(st.sampled_from(symbols), max_size=12)
    )

    @settings(max_examples=60, deadline=None)
    @given(string=st.builds("".join, st.tuples(strings, strings)))
    def law(string):
        for rules in own.rules.values():
            for rule in rules:
                spans = [match.span() for match in rule.pattern.finditer(string)]
                assert spans == [match.span() for match in plain[rule.id].finditer(string)], rule.id

    law()
