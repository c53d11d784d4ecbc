"""Ways to make a range of counts, and the laws that they share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.grade.ends import WAYS, Count, draw
from harmledger.grade.rules import CHOICES, Worth
from harmledger.model import Range


def counts(*told):
    """Each told is low, high and who tells it."""
    return [
        Count(Range(low, high), frozenset({f"c{number}"}), Worth.COUNTS, who)
        for number, (low, high, who) in enumerate(told)
    ]


# what is told, by whom; low, high and best in each way
CASES = [
    (
        [(12, 12, "A"), (12, 12, "B"), (9, 15, "C")],
        {"span": (9, 15), "conservative": (9, 9), "majority": (12, 12), "best": (9, 15, 12)},
    ),
    # one publisher that says it twice is one
    (
        [(12, 12, "A"), (12, 12, "A"), (9, 9, "C")],
        {"span": (9, 12), "conservative": (9, 9), "majority": (9, 12), "best": (9, 12, 9)},
    ),
    (
        [(None, 40, "A")],
        {
            "span": (None, 40),
            "conservative": (40, 40),
            "majority": (None, 40),
            "best": (None, 40, 40),
        },
    ),
    (
        [(5, None, "A"), (None, 40, "B")],
        {"span": (5, 40), "conservative": (5, 5), "majority": (5, 40), "best": (5, 40, 5)},
    ),
    (
        [(0, 0, "A"), (3, 4, "B")],
        {"span": (0, 4), "conservative": (0, 0), "majority": (0, 4), "best": (0, 4, 0)},
    ),
    # unknown is a value, and no number is made of it
    (
        [(None, None, "A"), (None, None, "B")],
        dict.fromkeys(WAYS, (None, None)),
    ),
    (
        [(None, None, "A"), (None, None, "B"), (7, 7, "C")],
        {"span": (7, 7), "conservative": (7, 7), "majority": (7, 7), "best": (7, 7, 7)},
    ),
]


@pytest.mark.parametrize(("told", "expected"), CASES)
@pytest.mark.parametrize("way", WAYS)
def test_ways(told, expected, way):
    found = draw(counts(*told), way, own_low=False)
    low, high, *best = expected[way]
    assert (found.low, found.high, found.best) == (low, high, *(best or [None]))


def test_every_way_can_be_chosen():
    assert set(WAYS) == CHOICES["range"]


def test_each_end_names_its_claims():
    found = draw(counts((12, 12, "A"), (12, 12, "B"), (9, 15, "C")), "best", own_low=False)
    assert found.low_claims == found.high_claims == {"c2"}
    assert found.best_claims == {"c0", "c1"}


ENDS = st.one_of(
    st.tuples(st.integers(0, 9), st.integers(10, 20)),
    st.tuples(st.integers(0, 9), st.none()),
    st.tuples(st.none(), st.integers(10, 20)),
    st.tuples(st.none(), st.none()),
)
TOLD = st.lists(st.tuples(ENDS, st.sampled_from("ABC"), st.sampled_from([*Worth][:3])), max_size=6)


@given(TOLD, st.sampled_from(sorted(WAYS)), st.booleans(), st.randoms(use_true_random=False))
def test_no_way_depends_on_the_order_or_makes_up_a_number(told, way, own_low, shuffle):
    made = [
        Count(Range(*ends), frozenset({f"c{number}"}), worth, who)
        for number, (ends, who, worth) in enumerate(told)
    ]
    found = draw(made, way, own_low=own_low)
    stated = {end for ends, _, _ in told for end in ends if end is not None}
    assert {found.low, found.high, found.best} <= stated | {None}
    assert found.low is None or found.high is None or found.low <= found.high
    assert (found.low is None) == (not found.low_claims)
    if found.best is not None and found.high is not None and found.low is not None:
        assert found.low <= found.best <= found.high
    shuffle.shuffle(made)
    assert draw(made, way, own_low=own_low) == found
