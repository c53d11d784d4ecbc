"""Blocking: what is near shares a key, and a key that too many share makes no pair."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from harmledger.link import load_weights
from harmledger.link.blocking import by_day_and_sound, pairs
from harmledger.link.pairing import paired, windows
from harmledger.link.table import table
from tests.link.made import item, tell
from tests.make import DAY, account, place

WEIGHTS = load_weights()
SETTINGS = WEIGHTS.settings
FAR = DAY + timedelta(days=300)


@given(st.floats(-1e4, 1e4), st.floats(0, 1), st.sampled_from([0.25, 4, 7.0]))
def test_whatever_lies_within_one_width_shares_a_window(first, part, width):
    second = first + part * width * 0.999
    both = np.array([first, second])
    rows, found = windows(both, both, width, 1)
    assert set(found[rows == 0]) & set(found[rows == 1])


def met(*told):
    return len(pairs(table([item(one) for one in told], WEIGHTS.extent), SETTINGS))


def test_near_days_and_places_meet():
    near = account(place=place("Hamam", lat=36.2, lon=43.2), start=DAY + timedelta(days=3))
    near = replace(near, end=near.start)
    late = {"published": FAR}
    assert met(tell("r1", text="one", published=None), tell("r2", near, text="two", **late)) == 1


def test_far_days_do_not_meet():
    late = account(start=FAR, end=FAR)
    assert met(tell("r1", text="one"), tell("r2", late, text="two", published=FAR)) == 0


def test_copies_meet_whatever_the_day():
    text = "a shell fell on a bakery in the east of town, witnesses told us by telephone"
    apart = account(place=None, start=None, end=None)
    assert met(tell("r1", text=text), tell("r2", apart, text=text, published=None)) == 1


def test_undated_accounts_meet_by_two_rare_words():
    bare = account(place=None, start=None, end=None)
    left = tell("r1", bare, text="kasra bakery durnan collapsed", published=None)
    right = tell("r2", bare, text="in durnan rescuers reached the kasra bakery", published=None)
    other = tell("r3", bare, text="gunmen burned a minibus", published=None)
    assert met(left, right) == 1
    assert met(left, other) == 0


def test_one_name_in_two_scripts_meets_on_near_days():
    left = tell("r1", account(place=None), text="Shells fell on Karkamish today")
    right = tell("r2", account(place=None), text="سقطت قذائف على كركميش اليوم")
    made = by_day_and_sound(table([item(left), item(right)], WEIGHTS.extent), SETTINGS)
    assert set(made.keys[made.rows == 0]) & set(made.keys[made.rows == 1])
    assert met(left, right) == 1


@given(st.lists(st.integers(0, 5), max_size=30), st.integers(2, 6))
def test_runs_no_longer_than_the_limit_are_paired_whole(keys, most):
    ordered = np.sort(np.array(keys, dtype=np.uint64))
    found = paired(ordered, np.arange(len(keys)), most)
    runs = [keys.count(key) for key in set(keys)]
    assert len(found) == sum(run * (run - 1) // 2 for run in runs if run <= most)
