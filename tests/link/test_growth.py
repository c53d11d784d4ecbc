"""A world that grew is the world compared at once, whatever came first."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from harmledger.link import load_weights
from harmledger.link.growth import blocks, grown
from harmledger.link.pairing import parted
from harmledger.link.parts import regrouped
from harmledger.link.world import groups, labels, world
from tests.link.made import item, tell
from tests.make import DAY, account, figure, place

WEIGHTS = load_weights()
# Keys that three share are too common, and parts of three too large, so that growth often makes
# them so.
FEW = replace(WEIGHTS, settings=replace(WEIGHTS.settings, block_size=3, part_size=3))
NAMES = ("Kasra", "Durnan", "Telbra")


def items(made):
    return [
        item(
            tell(
                f"r{number}",
                account(
                    figure(toll),
                    start=DAY + timedelta(days=day),
                    end=DAY + timedelta(days=day),
                    place=place(NAMES[name]),
                ),
                text=f"shells fell on the mill of {NAMES[name]} kowal{word}",
                publisher=f"Wire {number}",
            )
        )
        for number, (day, toll, name, word) in enumerate(made)
    ]


def seen(known, given_items, weights):
    """Pairs with their bits, and groups, by the names of their reports."""
    names = [one.report.report_id for one in given_items]
    left, right = parted(known.pairs)
    pairs = {
        (*sorted((names[one], names[other])), bits)
        for one, other, bits in zip(left, right, known.bits, strict=True)
    }
    found = {tuple(sorted(names[row] for row in one.rows)) for one in groups(known, weights)}
    return pairs, found


ACCOUNTS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(1, 4), st.integers(0, 2), st.integers(0, 3)),
    min_size=1,
    max_size=9,
)


@settings(max_examples=40, deadline=None)
@given(
    ACCOUNTS,
    st.sampled_from([WEIGHTS, FEW]),
    st.randoms(use_true_random=False),
    st.integers(0, 9),
    st.booleans(),
)
def test_growth_in_any_order_is_the_whole(made, weights, shuffle, start, singly):
    every = items(made)
    whole = seen(world(every, weights), every, weights)
    shuffle.shuffle(every)
    start = min(start, len(every))
    known = world(every[:start], weights)
    held = blocks(known, weights)
    steps = [[one] for one in every[start:]] if singly else [every[start:]]
    for step in steps:
        known, held, _ = grown(known, held, step, weights)
    assert seen(known, every, weights) == whole


@settings(max_examples=40, deadline=None)
@given(ACCOUNTS, ACCOUNTS, st.sampled_from([WEIGHTS, FEW]))
def test_groups_of_parts_that_growth_left_alone_stay(first, then, weights):
    every = items(first + then)
    known = world(every[: len(first)], weights)
    before = labels(known, weights)
    later, _, changed = grown(known, blocks(known, weights), every[len(first) :], weights)
    again = regrouped(before, labels(later, weights), changed)
    names = [one.report.report_id for one in every]
    anew = {
        tuple(sorted(names[row] for row in one.rows))
        for one in groups(later, weights, touching=again)
    }
    touched = {names[row] for row in again}
    kept = {group for group in seen(known, every, weights)[1] if touched.isdisjoint(group)}
    assert anew | kept == seen(later, every, weights)[1]
    assert {name for group in anew for name in group} == touched
