"""Blocking: what is near shares a key, and large blocks don't make all pairs."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from harmledger.link import load_weights
from harmledger.link.blocking import pairs, windows
from harmledger.model import Place
from tests.link.made import sketch, tell
from tests.make import DAY, account, place

SETTINGS = load_weights().settings


@given(st.floats(-1e4, 1e4), st.floats(0, 1), st.sampled_from([0.25, 4, 7.0]))
def test_whatever_lies_within_one_width_shares_a_window(first, part, width):
    second = first + part * width * 0.999
    assert set(windows(first, first, width)) & set(windows(second, second, width))


def met(left, right):
    return pairs([sketch(left), sketch(right)], SETTINGS) == [(0, 1)]


def test_near_days_and_places_meet():
    near = account(place=place("Hamam", lat=36.2, lon=43.2), start=DAY + timedelta(days=3))
    near = replace(near, end=near.start)
    assert met(tell("r1", text="one"), tell("r2", near, text="two"))


def test_far_days_do_not_meet():
    late = account(start=DAY + timedelta(days=30), end=DAY + timedelta(days=30))
    assert not met(tell("r1", text="one"), tell("r2", late, text="two"))


def test_copies_meet_whatever_the_day():
    text = "A shell fell on a bakery in the east of town, witnesses told us by telephone"
    apart = account(place=None, start=None, end=None)
    assert met(tell("r1", text=text), tell("r2", apart, text=text, published=None))


def test_undated_accounts_meet_by_two_rare_words():
    bare = account(place=None, start=None, end=None)
    left = tell("r1", bare, text="Kasra bakery Durnan collapsed", published=None)
    right = tell("r2", bare, text="In Durnan rescuers reached the Kasra bakery", published=None)
    other = tell("r3", bare, text="Gunmen burned a minibus", published=None)
    assert met(left, right)
    assert not met(left, other)


def test_large_blocks_grow_with_their_accounts_not_their_square():
    few = replace(SETTINGS, block_size=10, block_reach=3)
    mill = account(place=Place("the mill"))
    crowd = [sketch(tell(f"r{number:03}", mill, text=f"word{number}")) for number in range(60)]
    assert len(pairs(crowd, few)) <= 60 * 3
    assert len(pairs(crowd, SETTINGS)) == 60 * 59 / 2
