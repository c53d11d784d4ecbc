"""Counts that their source has replaced set no end; nobody else's give way."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.grade import load_scheme
from harmledger.grade.ranges import figures
from harmledger.grade.replaced import load_patterns, replaced
from harmledger.model import Measure, SourceKind
from harmledger.vocab.load import entries
from tests.grade.made import case, tells
from tests.make import claim, source

RULES = load_scheme("airwars").rules
CIVIL = source("the civil defence", SourceKind.CIVIL_DEFENCE)
MAYOR = source("the mayor", SourceKind.LOCAL_AUTHORITY)
DOCTOR = source("a doctor", SourceKind.MEDICAL)
LOWERED = "lowered the toll from 31 to 27"


def told(*rows):
    """Each row is a day of March, a count, a source and, where it matters, the words."""
    built = [
        tells(claim(low, source=who, **({"quote": words[0]} if words else {})))
        for _, low, who, *words in rows
    ]
    incident, dossier = case(*built)
    reports = {
        f"r{number}": replace(
            dossier.reports[f"r{number}"],
            published=None if row[0] is None else date(2017, 3, row[0]),
        )
        for number, row in enumerate(rows)
    }
    return incident, replace(dossier, reports=reports)


# what is told; the counts that give way
CASES = [
    # a source's newest count stands for its earlier ones, up or down
    ([(15, 4, CIVIL), (17, 6, CIVIL)], {4}),
    ([(15, 31, CIVIL), (17, 27, CIVIL)], {31}),
    ([(17, 6, CIVIL), (15, 4, CIVIL)], {4}),
    # who repeats the old toll later revives nothing
    ([(15, 4, CIVIL), (17, 6, CIVIL), (19, 4, CIVIL)], {4}),
    # two sources are two
    ([(15, 4, CIVIL), (17, 6, MAYOR)], set()),
    # residents are not always the same, nor a doctor of one paper that of another
    ([(15, 4, source()), (17, 6, source())], set()),
    ([(15, 4, DOCTOR), (17, 6, DOCTOR)], set()),
    # publishers in their own voice
    ([(15, 4, None), (17, 6, None)], set()),
    # one day, or no day: which is the newer can't be told
    ([(15, 4, CIVIL), (15, 6, CIVIL)], set()),
    ([(None, 4, CIVIL), (17, 6, CIVIL)], set()),
    # its own words name what it replaces
    ([(15, 31, CIVIL), (17, 27, None, LOWERED)], {31}),
    ([(15, 31, source()), (17, 27, CIVIL, LOWERED)], set()),
    ([(19, 31, CIVIL), (17, 27, None, LOWERED)], set()),
    ([(15, 30, CIVIL), (17, 27, None, LOWERED)], set()),
    # the words speak of another count than the claim's
    ([(15, 31, CIVIL), (17, 3, None, LOWERED)], set()),
    # two that replace each other both stay
    ([(15, 31, CIVIL, "27, not 31, then from 27 to 31"), (15, 27, None, LOWERED)], set()),
]


@pytest.mark.parametrize(("rows", "gone"), CASES)
def test_replaced(rows, gone):
    _, dossier = told(*rows)
    found = replaced(dossier, RULES)
    assert {dossier.claims[one].count.low for one in found} == gone
    assert all(new in dossier.claims and new not in found for new in found.values())


def test_what_is_replaced_sets_no_end_and_the_scheme_may_say_otherwise():
    incident, dossier = told((15, 31, CIVIL), (17, 27, None, LOWERED))
    assert figures(incident, dossier, RULES)[0].range.high == 27
    everything = replace(RULES, replaced="all")
    assert figures(incident, dossier, everything)[0].range.high == 31


def test_another_measure_is_another_count():
    _, dossier = case(
        tells(claim(4, source=CIVIL)),
        tells(claim(6, source=CIVIL, measure=Measure.INJURED)),
    )
    days = {"r0": date(2017, 3, 15), "r1": date(2017, 3, 17)}
    reports = {key: replace(one, published=days[key]) for key, one in dossier.reports.items()}
    assert replaced(replace(dossier, reports=reports), RULES) == {}


ROWS = st.lists(
    st.tuples(st.integers(1, 9), st.integers(1, 9), st.sampled_from([CIVIL, MAYOR])),
    min_size=1,
    max_size=6,
)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing_and_something_always_stands(rows, shuffle):
    def low_high(rows):
        incident, dossier = told(*rows)
        figure = figures(incident, dossier, RULES)[0]
        return figure.low, figure.high

    before = low_high(rows)
    assert None not in before
    shuffle.shuffle(rows)
    assert low_high(rows) == before


NEEDS = frozenset({"pattern", "match", "no_match"})
PATTERNS = {one.id: one for one in load_patterns()}
EXAMPLES = [
    (entry.id, text, key == "match")
    for entry in entries("schemes/replacing/default.yml", knows=NEEDS, needs=NEEDS)
    for key in ("match", "no_match")
    for text in entry.body[key]
]


@pytest.mark.parametrize(("name", "text", "matches"), EXAMPLES)
def test_patterns_prove_themselves(name, text, matches):
    assert bool([*PATTERNS[name].replaces(text)]) is matches
