"""The range chart's layout."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.model import Bound, Count, Polarity, Scope, ScopeKind
from harmledger.workbench.incident.chart import LEFT, OPEN, RIGHT, Bar, Chart, chart, grid
from harmledger.workbench.incident.claims import Told
from tests import make


def told(low: int | None, high: int | None, **other: Any) -> Told:
    return Told(make.claim(low, high, **other), make.report(), "", ("", "", ""), "", ())


def drawn(*claims: Told, low: int | None = 0, high: int | None = 10) -> Chart:
    return chart(make.figure(low, high), claims)


def only(claim: Told) -> Bar:
    (bar,) = drawn(claim).bars
    return bar


def test_a_range_spans_its_ends_and_one_number_is_a_dot() -> None:
    assert only(told(0, 10)) == only(told(0, 10))
    assert (only(told(0, 10)).low, only(told(0, 10)).high) == (LEFT, RIGHT)
    assert only(told(0, 10)).dot is None
    assert only(told(10, 10)).dot == RIGHT


def test_an_end_that_is_not_stated_is_open() -> None:
    above, below = only(told(10, None)), only(told(None, 10))
    assert (above.low, above.high, above.end) == (RIGHT, None, RIGHT + OPEN)
    assert (below.low, below.high, below.start) == (None, RIGHT, RIGHT - OPEN)
    assert (above.said, below.said) == ("at least 10", "up to 10")


def test_a_vague_word_without_number_keeps_its_word() -> None:
    bar = only(told(None, None, count=Count(None, None, Bound.VAGUE, "several")))
    assert (bar.low, bar.high, bar.said) == (None, None, "several")
    assert not bar.known


def test_a_denial_is_marked_and_named() -> None:
    bar = only(told(5, 5, polarity=Polarity.DENIED))
    assert bar.denied
    assert bar.label.endswith("denied")


SCOPES = [
    (ScopeKind.INCIDENT, 1),
    (ScopeKind.PERIOD, 0),
    (ScopeKind.CUMULATIVE, 0),
    (ScopeKind.RATE, 0),
    (ScopeKind.INCREMENT, 0),
]


@pytest.mark.parametrize(("kind", "bars"), SCOPES)
def test_only_counts_of_the_incident_are_drawn_and_the_rest_is_said(
    kind: ScopeKind, bars: int
) -> None:
    found = drawn(told(5, 5, scope=Scope(kind)))
    assert (len(found.bars), found.left_out) == (bars, 1 - bars)


def test_a_count_that_the_figure_was_drawn_from_is_always_drawn() -> None:
    running = told(5, 5, scope=Scope(ScopeKind.CUMULATIVE))
    found = chart(make.figure(5, 5, claims=(running.claim.claim_id,)), [running])
    assert len(found.bars) == 1


BANDS = [
    (0, 10, (LEFT, RIGHT)),
    (10, None, (RIGHT, RIGHT + OPEN)),
    (None, 10, (LEFT, RIGHT)),
    (None, None, None),
]


@pytest.mark.parametrize(("low", "high", "band"), BANDS)
def test_the_band_is_the_incidents_range(
    low: int | None, high: int | None, band: tuple[float, float] | None
) -> None:
    assert drawn(told(10, 10), low=low, high=high).band == band


GRIDS = [
    (1, [0, 1]),
    (3, [0, 1, 2, 3]),
    (12, [0, 5, 10]),
    (40, [0, 10, 20, 30, 40]),
    (999, [0, 500]),
    (20_000, [0, 5000, 10_000, 15_000, 20_000]),
    # long numbers take so much room that fewer stand
    (5_900_000, [0, 5_000_000]),
]


@pytest.mark.parametrize(("most", "ticks"), GRIDS)
def test_grid(most: int, ticks: list[int]) -> None:
    assert grid(most) == ticks


ends = st.none() | st.integers(0, 10**7)


@given(st.lists(st.tuples(ends, ends), max_size=6))
def test_everything_stands_inside_the_picture(ranges: list[tuple[int | None, int | None]]) -> None:
    sensible = [(a, b) for a, b in ranges if a is None or b is None or a <= b]
    found = drawn(*(told(low, high) for low, high in sensible))
    assert len(found.bars) == len(sensible)
    for bar in found.bars:
        assert 0 <= bar.start <= bar.end <= 100
        assert bar.top + 29 < found.foot
    assert all(0 <= at <= 100 for at, _ in found.ticks)


def test_a_long_name_is_cut() -> None:
    long = make.source("a spokesman " * 20)
    assert len(only(told(1, 1, source=long)).label) <= 60
