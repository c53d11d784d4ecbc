"""Running totals: phases, steps, what was added later, and where they part from incidents."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.grade import daily, reconcile, series
from harmledger.grade.running import load_added
from harmledger.model import (
    Bound,
    Group,
    Measure,
    People,
    Polarity,
    Range,
    Reading,
    Scope,
    ScopeKind,
    SourceKind,
    Status,
    TimePrecision,
    Unit,
    When,
)
from harmledger.vocab.load import entries
from tests.make import claim, count, figure, incident, place, report, source

START = date(2023, 10, 7)
MINISTRY = source("the health ministry", SourceKind.GOVERNMENT)
RUNNING = Scope(ScopeKind.CUMULATIVE)


def day(number):
    return START + timedelta(days=number)


def total(number, low, high="low", *, since=START, name=None, words="", later=0, **other):
    """A running total as of a day after `START`, published `later` days after that."""
    until = day(number)
    when = When("since", since or until, until, TimePrecision.LONGER)
    made = claim(
        low, high, **({"source": MINISTRY, "scope": RUNNING, "status": Status.UNKNOWN} | other)
    )
    who = name or f"r{number:03}-{later}"
    made = replace(made, report_id=who, time=when)
    text = f"{made.evidence.quote}. {words}"
    told = report(text, report_id=who, published=until + timedelta(days=later))
    return told, Reading(who, (made,), (), "v0")


def steps(*told):
    (one,) = series(told)
    return [
        [(step.since, step.until, step.range.low, step.range.high, step.kind) for step in p.steps]
        for p in one.phases
    ]


# running totals; the steps of each phase
CASES = [
    ([total(1, 10)], [[]]),
    (
        [total(1, 10), total(2, 25), total(5, 40)],
        [[(day(2), day(2), 15, 15, "counted"), (day(3), day(5), 15, 15, "counted")]],
    ),
    # open and ranged totals
    ([total(1, 10, None), total(2, 25, None)], [[(day(2), day(2), 15, 15, "counted")]]),
    ([total(1, 10, 12), total(2, 20, 25)], [[(day(2), day(2), 8, 15, "counted")]]),
    # said twice for one day: what was published last counts, and the rest was added later
    (
        [total(1, 10), total(2, 20), total(2, 23, later=3)],
        [[(day(2), day(2), 13, 13, "added")]],
    ),
    # the source says so itself
    (
        [total(1, 10), total(2, 60, words="The toll includes 41 added retroactively.")],
        [[(day(2), day(2), 50, 50, "added")]],
    ),
    # corrected downwards: it says nothing of the day
    ([total(1, 40), total(2, 33)], [[(day(2), day(2), None, None, "lowered")]]),
    # below half: another count begins
    ([total(1, 40), total(9, 3, since=None)], [[], []]),
    # who gives no base goes on
    ([total(1, 40), total(2, 45, since=None)], [[(day(2), day(2), 5, 5, "counted")]]),
]


@pytest.mark.parametrize(("told", "expected"), CASES)
def test_steps(told, expected):
    assert steps(*told) == expected


def test_a_new_base_begins_a_new_phase_that_says_why():
    told = [total(1, 40), total(8, 50, since=day(5)), total(9, 56, since=day(5))]
    (one,) = series(told)
    assert [(phase.base, phase.why) for phase in one.phases] == [
        (START, ""),
        (day(5), "another base"),
    ]
    assert [len(phase.steps) for phase in one.phases] == [0, 1]


def test_a_fall_below_half_begins_a_new_phase():
    (one,) = series([total(1, 40), total(9, 3, since=None)])
    assert [phase.why for phase in one.phases] == ["", "fell below half"]


# what is not part of the series of the ministry's dead
OTHERS = [
    {"source": source("the mayor", SourceKind.LOCAL_AUTHORITY)},
    {"measure": Measure.INJURED},
    {"group": Group(people=People.CHILDREN)},
    {"place": place("Badush")},
]


@pytest.mark.parametrize("other", OTHERS)
def test_each_source_measure_group_and_place_is_a_series_of_its_own(other):
    assert len(series([total(1, 10), total(2, 12, **other)])) == 2


NONE = [
    {"scope": Scope()},
    {"scope": Scope(ScopeKind.RATE, "day")},
    {"polarity": Polarity.DENIED},
    {"group": Group(unit=Unit.HOUSEHOLDS)},
    {"group": Group(people=People.ELDERLY)},
    {"group": Group(part_of="c1")},
    {"group": Group(role="journalist")},
    {"count": count(None, None, words="many", bound=Bound.VAGUE)},
]


@pytest.mark.parametrize("other", NONE)
def test_what_is_no_running_total_is_in_no_series(other):
    assert series([total(1, 10, **other)]) == []


def struck(number, low, high="low", **other):
    return incident(figure(low, high), start=day(number), incident_id=f"i{number}-{low}", **other)


def test_steps_stand_beside_the_incidents_of_their_days():
    (one,) = series([total(1, 10), total(2, 25), total(5, 40)])
    incidents = [struck(1, 99), struck(2, 12, 18), struck(4, 3), struck(9, 99)]
    first, second = reconcile(one, incidents)
    assert (first.incidents, first.low, first.high) == (Range(12, 18), -3, 3)
    assert first.agrees
    assert (second.incidents, second.low, second.high) == (Range(3, 3), 12, 12)
    assert not second.agrees
    days = [(one.day, one.incidents.low, one.share) for one in daily(one, second, incidents)]
    assert days == [(day(3), 0, None), (day(4), 3, None), (day(5), 0, None)]
    assert [one.share for one in daily(one, first, incidents)] == [Range(15, 15)]


def test_no_difference_is_made_up():
    (one,) = series([total(1, 40), total(2, 33)])
    (fell,) = reconcile(one, [struck(2, 5)])
    assert (fell.low, fell.high, fell.agrees) == (None, None, False)


def test_incidents_elsewhere_and_without_count_or_day():
    (one,) = series([total(1, 10, place=place("Iraq")), total(2, 25, place=place("Iraq"))])
    elsewhere = place("Kherson", country="UA")
    incidents = [
        struck(2, 4),
        struck(2, 7, place=elsewhere),
        struck(2, None, None),
        replace(struck(2, 90), start=None),
    ]
    (found,) = reconcile(one, incidents)
    assert (found.incidents, found.uncounted) == (Range(4, 4), 1)


TOTALS = st.lists(
    st.tuples(st.integers(1, 30), st.integers(0, 500)),
    min_size=1,
    max_size=6,
    unique_by=lambda t: t[0],
)


@given(TOTALS, st.randoms(use_true_random=False))
def test_steps_of_a_growing_count_add_up_whatever_the_order(told, shuffle):
    numbers = sorted(low for _, low in told)
    days = sorted(number for number, _ in told)
    made = [total(number, low) for number, low in zip(days, numbers, strict=True)]
    before = series(made)
    (one,) = before
    grown = [step.range.low for phase in one.phases for step in phase.steps]
    assert sum(grown) == numbers[-1] - numbers[0]
    shuffle.shuffle(made)
    assert series(made) == before


NEEDS = frozenset({"words", "match", "no_match"})
EXAMPLES = [
    (text, key == "match")
    for entry in entries("schemes/series/default.yml", knows=NEEDS, needs=NEEDS)
    for key in ("match", "no_match")
    for text in entry.body[key]
]


@pytest.mark.parametrize(("text", "matches"), EXAMPLES)
def test_words_of_later_additions_prove_themselves(text, matches):
    assert bool(load_added().search(text)) is matches


# totals; whether they run on
RUNNING_ON = [
    ([total(1, 12)], True),
    ([total(0, 12, since=None), total(3, 20, since=None)], True),
    # a single blast's toll, told again and again of the day it was
    ([total(0, 12, since=None), total(0, 15, since=None, later=2)], False),
    ([total(0, 12, since=None)], False),
]


@pytest.mark.parametrize(("told", "expected"), RUNNING_ON)
def test_what_counts_one_day_alone_from_no_day_on_may_be_one_incident(told, expected):
    (one,) = series(told)
    assert one.runs is expected
