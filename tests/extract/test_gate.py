"""The gate and the index of rules leave out nothing that a rule would read."""

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmledger.extract import lines, reader
from harmledger.extract.context import sentence
from harmledger.extract.gate import SHUT, Gate, Opening
from harmledger.extract.grammar import grammar
from harmledger.extract.measure import mentions
from harmledger.extract.rules import Rules
from harmledger.extract.tokens import Stretch, sentences
from harmledger.vocab.load import document
from tests.extract.made import reading
from tests.extract.test_speed import HARMLESS, RELEVANT, whole

SERIOUS = {"en": "Shells fell on the town.", "ar": "سقطت قذائف على البلدة."}


def examples(lang):
    """Every sentence that a rule says it reads, behind one that makes its report serious."""
    rules = document(f"grammars/{lang}/measures.yml")
    every = [*rules["rules"], *(rules.get("control") or ())]
    texts = [
        one if isinstance(one, str) else one["text"] for rule in every for one in rule["match"]
    ]
    return [f"{SERIOUS[lang]} {text}" for text in texts]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_what_is_read_is_the_same_with_every_gate_open(lang, monkeypatch):
    texts = [*examples(lang), whole(RELEVANT)] if lang == "en" else examples(lang)
    shut = [reading(text, lang=lang).claims for text in texts]
    every = {name: Opening(frozenset([""]), 0) for name in ("en", "ar")}
    monkeypatch.setattr(reader, "openings", lambda *given: every)
    monkeypatch.setattr(Gate, "opens", lambda self, text, opening: True)
    monkeypatch.setattr(Rules, "of", lambda self, awake: iter(self))
    monkeypatch.setattr(
        Rules, "following", lambda self, awake, at: at if at < len(list(self)) else -1
    )
    wide = [reading(text, lang=lang).claims for text in texts]
    assert [text for text, one, other in zip(texts, shut, wide, strict=True) if one != other] == []


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_sentences_read_unasked_are_read_no_otherwise(lang, monkeypatch):
    texts = [*examples(lang), whole(RELEVANT)] if lang == "en" else examples(lang)
    texts += [f"{one}\n{other}" for one, other in pairwise(texts)]
    unasked = [reading(text, lang=lang) for text in texts]
    for few in (0, 200):
        monkeypatch.setattr(lines, "UNASKED", few)
        assert [reading(text, lang=lang) for text in texts] == unasked


def words_of(lang):
    """Words of a lexicon and marks, those that rules ask for and any others."""
    own = grammar(lang).lexicon
    return sorted(form for form in own.words if form.isalpha() or len(form) == 1)


@cache
def salads(lang):
    """Words of two examples of rules, with words of the lexicon in the place of some."""
    sentence = st.sampled_from([text.split() for text in examples(lang)])
    odd = st.lists(st.tuples(st.integers(0, 20), st.sampled_from(words_of(lang))), max_size=4)
    return st.builds(salad, sentence, sentence, st.integers(0, 12), odd)


def salad(left, right, cut, odd):
    mixed = [*left[:cut], *right[cut:]]
    for at, word in odd:
        mixed[at : at + 1] = [word]
    return " ".join(mixed)


@pytest.mark.parametrize("lang", ["en", "ar"])
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_what_makes_a_claim_opens_the_gate(lang, data):
    text = f"{SERIOUS[lang]}\n{data.draw(salads(lang))}"
    own = grammar(lang)
    makers = {rule.id for rule in own.rules["measures.rules"].of(own.gate.makers)}
    opening = own.gate.openers(text)
    for number, one in enumerate(sentences(text, own.abbreviations)):
        read = sentence(text, one, number, own, None)
        if any(mention.rule in makers for mention in mentions(read, own)):
            assert own.gate.opens(text[one.start : one.end], opening)


@pytest.mark.parametrize("lang", ["en", "ar"])
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_a_rule_that_is_asleep_would_read_nothing(lang, data):
    text, own = data.draw(salads(lang)), grammar(lang)
    read = sentence(text, Stretch(0, len(text)), 0, own, None)
    every = sum(rules.bits([True for _ in rules]) for rules in own.rules.values())
    wide = mentions(read._replace(awake=every), own)
    assert [told(one) for one in mentions(read, own)] == [told(one) for one in wide]


def told(mention):
    return mention.rule, mention.measure, mention.count, mention.group, mention.start, mention.end


CLOSED = [
    "The bank kept its rate unchanged and prices held. Shares lost 2 per cent, and 40 firms moved.",
    "The ferry was on time. About 300 guests stayed for the fireworks and took the night train.",
    "The mayor opened a school with 14 rooms. Pupils return on Monday.",
    "Talks over pay collapsed. The union said 7,200 members voted for it, and 300 stayed away.",
]
CLOSED_AR = [
    "عادت الأسهم إلى الصعود يوم الاثنين، ووصل المؤشر إلى 400 نقطة.",
    "خسر الفريق 40 نقطة وعاد إلى المركز الخامس.",
]


@pytest.mark.parametrize("text", [*CLOSED, whole(HARMLESS)])
def test_everyday_words_open_no_report(text):
    assert grammar("en").gate.openers(text) == SHUT


def test_a_force_makes_everyday_words_serious():
    assert reading("Rebels entered Barzan on Monday.").claims != ()
    assert grammar("en").gate.openers("The club took the lead on Monday.") == SHUT


@pytest.mark.parametrize("text", CLOSED_AR)
def test_everyday_words_of_arabic_open_no_report(text):
    assert grammar("ar").gate.openers(text) == SHUT


@pytest.mark.parametrize(
    "text",
    [
        "Two porters were shot at the gate.",
        "A wall collapsed and killed two boys.",
        "About 300 displaced people returned to Barzan.",
        "Some 900 people left their homes on Monday.",
        "عاد 300 نازح إلى قراهم.",
    ],
)
def test_whom_a_mild_act_harmed_and_who_was_displaced_opens(text):
    lang = "en" if text.isascii() else "ar"
    assert reading(text, lang=lang).claims != ()


def test_a_mild_act_alone_places_no_report():
    found = reading("Talks in Barzan collapsed on Tuesday.")
    assert (found.claims, found.place) == ((), None)


def test_words_are_found_where_they_run_into_marks_and_over_odd_spaces():
    assert reading("Shells fell.\nAt least  nine\u00a0people (among them Idris)were killed.").claims
