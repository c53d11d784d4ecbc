"""Clusters: no chains, nothing against a contradiction, and no order."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.link.clusters import Rules, clusters, groups
from harmledger.link.spanning import spanning

RULES = Rules(join=0, unseen=-2, against=-20, ceiling=12)

# size, weights, together, clusters
CASES = [
    (0, {}, [], []),
    (2, {(0, 1): 3.0}, [], [[0, 1]]),
    (2, {(0, 1): -1.0}, [], [[0], [1]]),
    # a chain: each looks like the next, the ends like nobody's neighbour
    (4, {(0, 1): 3.0, (1, 2): 3.0, (2, 3): 3.0}, [], [[0, 1], [2, 3]]),
    # a triangle with one weak side holds
    (3, {(0, 1): 5.0, (1, 2): 5.0, (0, 2): -1.0}, [], [[0, 1, 2]]),
    # a contradiction keeps apart what all else joins
    (3, {(0, 1): 9.0, (1, 2): 8.0, (0, 2): -20.0}, [], [[0, 1], [2]]),
    # what goes together goes together whatever it weighs
    (3, {(0, 1): -90.0, (1, 2): 9.0}, [(0, 1)], [[0, 1, 2]]),
    # one copy can't outvote the rest: 12 - 7 - 7 < 0
    (
        4,
        {(0, 1): 30.0, (2, 3): 9.0, (0, 2): 90.0, (1, 2): -7.0, (0, 3): -7.0},
        [],
        [[0, 1], [2, 3]],
    ),
]


@pytest.mark.parametrize(("size", "weights", "together", "expected"), CASES)
def test_clusters(size, weights, together, expected):
    assert clusters(size, weights, together, RULES) == expected


PAIRS = st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1])
WEIGHTS = st.dictionaries(PAIRS, st.floats(-30, 30), max_size=30)


@given(WEIGHTS, st.lists(PAIRS, max_size=4), st.randoms(use_true_random=False))
def test_order_means_nothing_and_everything_is_in_one_cluster(weights, together, shuffle):
    found = clusters(10, weights, together, RULES)
    items, again = list(weights.items()), list(together)
    shuffle.shuffle(items)
    shuffle.shuffle(again)
    assert clusters(10, dict(items), again, RULES) == found
    assert sorted(number for group in found for number in group) == list(range(10))


@given(WEIGHTS, st.lists(PAIRS, max_size=4))
def test_nothing_is_merged_against_a_contradiction(weights, together):
    forced = groups(10, together)
    for group in clusters(10, weights, together, RULES):
        for (one, other), bits in weights.items():
            if bits <= RULES.against and one in group and other in group:
                assert forced[one] == forced[other]


@given(WEIGHTS)
def test_the_links_of_a_cluster_hold_it_together(weights):
    for group in clusters(10, weights, [], RULES):
        links = spanning(group, weights)
        assert len(links) == len(group) - 1
        assert groups(10, links)[group[-1]] == group[0]


def test_the_weightiest_links_are_kept():
    bits = {(0, 1): 1.0, (1, 2): 5.0, (0, 2): 3.0}
    assert spanning([0, 1, 2], bits) == [(1, 2), (0, 2)]


def test_groups_follow_chains():
    assert groups(5, pairwise([4, 2, 3])) == [0, 1, 2, 2, 2]
