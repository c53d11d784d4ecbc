"""Counts that their source has replaced set no end; nobody else's give way."""

from dataclasses import replace
from datetime import date

import pytest

from harmledger.grade import load_scheme
from harmledger.grade.ranges import figures
from harmledger.grade.replaced import load_patterns, replaced
from harmledger.model import SourceKind, Supersession
from harmledger.vocab.load import entries
from tests.grade.made import case, tells
from tests.make import claim, source

RULES = load_scheme("airwars").rules
CIVIL = source("the civil defence", SourceKind.CIVIL_DEFENCE)
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
    # words name what they replace
    ([(15, 31, CIVIL), (17, 27, None, LOWERED)], {31}),
    ([(15, 31, source()), (17, 27, CIVIL, LOWERED)], set()),
    ([(19, 31, CIVIL), (17, 27, None, LOWERED)], set()),
    ([(15, 30, CIVIL), (17, 27, None, LOWERED)], set()),
    # a later toll alone replaces nothing here: link says whose gave way
    ([(15, 4, CIVIL), (17, 6, CIVIL)], set()),
    # the words speak of another count than the claim's
    ([(15, 31, CIVIL), (17, 3, None, LOWERED)], set()),
    # two that replace each other both stay
    ([(15, 31, CIVIL, "27, not 31, then from 27 to 31"), (15, 27, None, LOWERED)], set()),
]


@pytest.mark.parametrize(("rows", "gone"), CASES)
def test_replaced(rows, gone):
    incident, dossier = told(*rows)
    found = replaced(incident, dossier, RULES)
    assert {dossier.claims[one].count.low for one in found} == gone
    assert all(new in dossier.claims and new not in found for new in found.values())


def superseding(rows, *pairs):
    """The incident with some of its tolls given anew, named by their counts."""
    incident, dossier = told(*rows)
    ids = {one.count.low: one.claim_id for one in dossier.claims.values()}
    anew = tuple(
        Supersession((ids.get(old, "gone"),), (ids.get(new, "gone"),), "") for old, new in pairs
    )
    return replace(incident, superseded=anew), dossier, {ids[low]: low for low in ids}


ROWS_OF_ONE = [(15, 4, CIVIL), (17, 9, CIVIL), (19, 6, CIVIL)]
# tolls given anew; which stands in the place of which; the incident's range
GIVEN_ANEW = [
    ([], {}, (4, 9)),
    ([(4, 9)], {4: 9}, (6, 9)),
    ([(9, 6)], {9: 6}, (4, 6)),
    # what stands at the end of a chain stands for all of it
    ([(4, 9), (9, 6)], {4: 6, 9: 6}, (6, 6)),
    # a claim that was withdrawn replaces nothing, and a circle nothing either
    ([(9, 0)], {}, (4, 9)),
    ([(0, 9)], {}, (4, 9)),
    ([(4, 9), (9, 4)], {}, (4, 9)),
]


@pytest.mark.parametrize(("pairs", "expected", "ends"), GIVEN_ANEW)
def test_a_toll_that_its_own_teller_gave_anew_sets_no_end(pairs, expected, ends):
    incident, dossier, lows = superseding(ROWS_OF_ONE, *pairs)
    found = replaced(incident, dossier, RULES)
    assert {lows[old]: lows[new] for old, new in found.items()} == expected
    figure = figures(incident, dossier, RULES)[0]
    assert (figure.low, figure.high) == ends
    assert replaced(incident, dossier, replace(RULES, replaced="all")) == {}


def test_words_name_what_a_toll_given_anew_replaced_before():
    rows = [(15, 31, CIVIL), (17, 27, None, LOWERED), (19, 29, None)]
    incident, dossier, lows = superseding(rows, (27, 29))
    found = replaced(incident, dossier, RULES)
    assert {lows[old]: lows[new] for old, new in found.items()} == {31: 29, 27: 29}


def test_what_is_replaced_sets_no_end_and_the_scheme_may_say_otherwise():
    incident, dossier = told((15, 31, CIVIL), (17, 27, None, LOWERED))
    assert figures(incident, dossier, RULES)[0].range.high == 27
    everything = replace(RULES, replaced="all")
    assert figures(incident, dossier, everything)[0].range.high == 31


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
