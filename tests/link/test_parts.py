"""Parts: what chains connect, cut again where they connect too many; no order means anything."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.link import load_weights
from harmledger.link.pairing import joined
from harmledger.link.parts import labelled, regrouped

SETTINGS = replace(load_weights().settings, tie=0, tie_step=1, sure_tie=4, part_size=3)
# a chain of six that is weakest in its middle
CHAIN = [(0, 1, 3.0), (1, 2, 3.0), (2, 3, 0.5), (3, 4, 3.0), (4, 5, 3.0)]

# size, pairs, parts
CASES = [
    (3, [(0, 1, 0.1), (1, 2, 0.0)], [{0, 1}, {2}]),
    (6, CHAIN, [{0, 1, 2}, {3, 4, 5}]),
    # what is sure stays together however many it connects
    (6, [(one, other, bits + 3) for one, other, bits in CHAIN], [{0, 1, 2}, {3, 4, 5}]),
    (6, [(one, other, 9.0) for one, other, _ in CHAIN], [{0, 1, 2, 3, 4, 5}]),
    # a small part beside a large one is not cut
    (6, [(0, 1, 0.5), (2, 3, 1.5), (3, 4, 1.5), (4, 5, 0.5)], [{0, 1}, {2, 3, 4}, {5}]),
    (0, [], []),
]


def found(size, pairs):
    left, right, bits = (np.array([pair[at] for pair in pairs]) for at in range(3))
    met = joined(left.astype(int), right.astype(int))
    label = labelled(size, met, bits.astype(float), SETTINGS)
    return [set(np.flatnonzero(label == number).tolist()) for number in np.unique(label)]


@pytest.mark.parametrize(("size", "pairs", "expected"), CASES)
def test_parts(size, pairs, expected):
    assert sorted(found(size, pairs), key=min) == expected


PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.floats(-1, 6)), max_size=25)


@given(PAIRS, st.permutations(range(10)), st.randoms(use_true_random=False))
def test_no_order_means_anything(pairs, numbers, shuffle):
    named = [(numbers[one], numbers[other], bits) for one, other, bits in pairs]
    shuffle.shuffle(named)
    again = [{numbers.index(row) for row in part} for part in found(10, named)]
    assert sorted(again, key=min) == sorted(found(10, pairs), key=min)


# why, before, after, changed, regrouped
GROWTH = [
    ("alone", [0, 0], [0, 0, 1], [2], [2]),
    ("joins one", [0, 0, 1], [0, 0, 1, 0], [3], [0, 1, 3]),
    ("a part fell in two", [0, 0, 0, 1], [0, 0, 1, 2, 2], [4], [0, 1, 2, 3, 4]),
    ("two became one", [0, 1, 2], [0, 0, 1, 2], [3], [0, 1, 3]),
    ("a pair was lost within", [0, 0, 1], [0, 0, 1], [1], [0, 1]),
    ("nothing", [0, 1], [1, 0], [], []),
]


@pytest.mark.parametrize(
    ("before", "after", "changed", "expected"),
    [case[1:] for case in GROWTH],
    ids=[case[0] for case in GROWTH],
)
def test_regrouped(before, after, changed, expected):
    given_rows = (np.array(part, dtype=np.int64) for part in (before, after, changed))
    assert regrouped(*given_rows).tolist() == expected
