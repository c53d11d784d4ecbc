"""The gate and the index of rules leave out nothing that a rule would read."""

import pytest

from harmledger.extract import reader
from harmledger.extract.gate import SHUT, Gate, Opening
from harmledger.extract.grammar import grammar
from harmledger.extract.rules import Rules
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


CLOSED = [
    "The bank kept its rate unchanged and prices held. Shares lost 2 per cent, and 40 firms moved.",
    "The ferry was on time. About 300 guests stayed for the fireworks and took the night train.",
    "The mayor opened a school with 14 rooms. Pupils return on Monday.",
]


@pytest.mark.parametrize("text", [*CLOSED, whole(HARMLESS)])
def test_everyday_words_open_no_report(text):
    assert grammar("en").gate.openers(text) == SHUT


def test_a_force_makes_everyday_words_serious():
    assert reading("Rebels entered Barzan on Monday.").claims != ()
    assert grammar("en").gate.openers("The club took the lead on Monday.") == SHUT
