"""What holds of every reading, whatever the report says."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmledger.extract import extract
from harmledger.model import Bound, Measure, Polarity, SetAside
from harmledger.model.codec import dump
from tests.extract.made import claims, reader, reading
from tests.make import report

# Every way of telling harm that the grammar knows, and lines without any.
SENTENCES = [
    "Shells killed nine people in Barzan on Monday, residents said.",
    "The death toll rose from 17 to 23 after searchers found more bodies.",
    "Rockets killed 12 villagers, including five children and three women.",
    "Twelve villagers, among them five children, were killed in Kharab, residents said.",
    "Mines wounded 23 people near Tell Abda, nine of them children.",
    "The ministry denied that 14 civilians had been killed.",
    "No one was hurt when a drone hit an empty silo.",
    "There were no casualties, a colonel said.",
    "Nine people were killed and three more died in hospital.",
    "Residents said nine people were killed; the hospital counted 13.",
    "Some 600 families have returned to Kharab since January.",
    "About 350 people a day are fleeing the town.",
    "Gunmen kidnapped three nurses on 9 March; two are still missing.",
    "Up to 90 people are feared dead under the rubble.",
    "Between 22 and 27 soldiers were captured, the militia claimed.",
    "Rebels control about half of the town of Barzan.",
    "A couple and their infant son died in the fire.",
    "“We buried 16 martyrs,” he said.",
    "There were six air raids before dawn.",
    "Shelling flattened 14 houses and drove 400 people from their homes.",
    "Dozens of shoppers were wounded, some seriously.",
    "BARZAN: 12 dead, 20 hurt",
    "The figures come from the rescue service.",
    "In 2014 a raid on the same mill killed 40 people.",
    "She was 34. He planned to open a second bakery.",
    "The council met twice and voted on the new road.",
    "مقتل 12 مدنيا 🕊️ e\u0301te\u0301",
]
texts = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from([" ", "\n", "\n\n", "\r\n", "  "])),
    min_size=1,
    max_size=9,
).map(lambda parts: "".join(f"{sentence}{gap}" for sentence, gap in parts))
laws = settings(deadline=None, derandomize=True, max_examples=60)


@given(texts)
@laws
def test_evidence_quotes_the_text_and_holds_the_words_of_the_count(text):
    for claim in claims(text):
        evidence = claim.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
        assert claim.count is None or claim.count.words in evidence.quote
        assert evidence.quote == evidence.quote.strip()
        assert len(evidence.quote) > 0


@given(texts)
@laws
def test_reading_twice_gives_the_same_bytes(text):
    again = extract(report(text), reader())
    assert json.dumps(dump(extract(report(text), reader()))) == json.dumps(dump(again))


@given(texts)
@laws
def test_claims_stand_in_the_order_of_the_text_and_have_ids_of_their_own(text):
    found = claims(text)
    starts = [claim.evidence.start for claim in found]
    assert starts == sorted(starts)
    assert len({claim.claim_id for claim in found}) == len(found)


@given(texts, st.sampled_from(SENTENCES[-3:-1]))
@laws
def test_a_paragraph_without_harm_changes_no_claim_before_it(text, paragraph):
    assert claims(f"{text}\n\n{paragraph}\n") == claims(text)


@given(texts)
@laws
def test_what_points_at_a_claim_points_at_one_of_the_report(text):
    found = reading(text)
    ids = {claim.claim_id for claim in found.claims}
    for account in found.accounts:
        assert set(account.claims) <= ids
        for figure in account.figures:
            assert set(figure.claims) <= set(account.claims)
            assert set(figure.low_claims) | set(figure.high_claims) <= set(figure.claims)
    parts = {claim.group.part_of for claim in found.claims} - {None}
    assert parts <= ids


@given(texts)
@laws
def test_no_figure_is_drawn_from_a_denied_count_or_mixes_none_with_some(text):
    found = reading(text)
    by_id = {claim.claim_id: claim for claim in found.claims}
    for figure in (figure for account in found.accounts for figure in account.figures):
        told = [by_id[claim_id] for claim_id in figure.claims]
        assert all(claim.polarity is Polarity.AFFIRMED for claim in told)
        assert all(claim.measure is figure.measure for claim in told)
        assert len({claim.count.bound is Bound.NONE for claim in told}) == 1


@given(texts)
@laws
def test_control_has_no_count_and_everything_else_has_one(text):
    for claim in claims(text):
        is_control = claim.measure is Measure.CONTROL
        assert (claim.count is None) == is_control
        assert (claim.change is None) != is_control


@given(texts, st.integers(min_value=0, max_value=3))
@laws
def test_spaces_before_a_report_move_its_evidence_and_change_nothing_else(text, spaces):
    def told(found, shift):
        return [
            (claim.measure, claim.count, claim.group.status, claim.evidence.start - shift)
            for claim in found
        ]

    assert told(claims(" " * spaces + text), spaces) == told(claims(text), 0)


@given(st.text(max_size=400))
@settings(deadline=None, derandomize=True, max_examples=200)
def test_any_text_can_be_read(text):
    for claim in claims(text):
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote


MARKS = list(" \n\t.,;:!?()[]\"'“”‘’-–—/%$+~\u200b\u00ad\u0301")
WORDS = (
    "12 three killed wounded dead people civilians of whom including and or by in Barzan said he "
    "they denied no not toll to from 17 was were missing children on Monday March since more"
)


@given(st.lists(st.sampled_from([*MARKS, *WORDS.split(), *" " * 40]), max_size=120).map("".join))
@settings(deadline=None, derandomize=True, max_examples=200)
def test_any_jumble_of_the_grammar_s_own_words_can_be_read(text):
    for claim in claims(text):
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote


@pytest.mark.parametrize("lang", ["und", "ko", "EN", ""])
def test_a_language_without_a_grammar_is_set_aside(lang):
    found = extract(report("12 people were killed.", lang=lang), reader())
    assert isinstance(found, SetAside)
    assert (found.item, found.stage, found.reason) == ("r1", "extract", "no_grammar")


HARMLESS = [
    "The council met on Tuesday and voted 14 to 9 for the new bridge, the mayor said.",
    "Farmers in Barzan brought in 40,000 tonnes of wheat, 12 per cent more than last year.",
    "A film about the river was shown to 300 guests at the school hall.",
    "Twelve cyclists rode 140 km from Tell Abda to the coast in under six hours.",
    "The ministry opened three clinics and hired 60 teachers and two dozen nurses.",
    "",
]


@pytest.mark.parametrize("text", [*HARMLESS, "\n\n".join(HARMLESS)])
def test_a_report_without_harm_gives_no_claim_and_no_figure(text):
    found = reading(text)
    assert found.claims == ()
    assert all(account.figures == () for account in found.accounts)


class Careless:
    """A reader whose claims do not quote the report."""

    def __init__(self, claim):
        self.claim = claim

    def languages(self):
        return ("en",)

    def read(self, report):
        return replace(reader().read(report), claims=[self.claim])


def test_a_reader_that_does_not_quote_is_stopped():
    text = "Shells killed nine people in Barzan."
    [claim] = claims(text)
    with pytest.raises(ValueError, match="does not quote"):
        extract(report("Shells hurt nine people in Barzan"), Careless(claim))


def test_a_reader_whose_words_are_not_in_its_evidence_is_stopped():
    text = "Shells killed nine people in Barzan. Ten were hurt."
    first, second = claims(text)
    with pytest.raises(ValueError, match="lacks its count"):
        extract(report(text), Careless(replace(first, count=second.count)))
