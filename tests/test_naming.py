"""Codes last: they stay with what they stood for, name nothing else, and lead on where they end."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.model import Verdict
from harmledger.naming import Named, named
from tests.make import incident, judgement

NOTHING = Named([], [])


def fresh(*groups):
    """As linking makes them: each named by its first account."""
    return [_incident(group.split() if isinstance(group, str) else group) for group in groups]


def _incident(accounts):
    told = tuple(sorted(accounts))
    digest = sha256(told[0].encode()).hexdigest()[:16]
    return incident(incident_id=digest, code=f"unknown-mosul-{digest[:4]}", accounts=told)


def after(then, *groups, judgements=()):
    return named(fresh(*groups), then.incidents, then.tombstones, judgements)


def codes(found):
    """By the accounts of each incident, its code."""
    return {" ".join(one.accounts): one.code for one in found.incidents}


def where(found):
    """By code, where it leads."""
    return {one.code: one.to for one in found.tombstones}


def test_what_was_never_named_bears_the_name_that_linking_gives():
    found = named(fresh("a:1 b:1", "c:1"), [], [])
    assert set(codes(found).values()) == {one.code for one in fresh("a:1 b:1", "c:1")}
    assert found.tombstones == []


def test_a_name_outlives_an_earlier_report():
    first = after(NOTHING, "b:1")
    assert set(codes(after(first, "a:1 b:1")).values()) == {first.incidents[0].code}


def test_merged_the_larger_keeps_its_code_and_lists_the_other():
    first = after(NOTHING, "a:1", "b:1 c:1")
    same = judgement("a:1", "b:1")
    merged = after(first, "a:1 b:1 c:1", judgements=[same])
    (one,) = merged.incidents
    assert (one.code, one.former_codes) == (codes(first)["b:1 c:1"], (codes(first)["a:1"],))
    (stone,) = merged.tombstones
    assert (stone.to, stone.lives, stone.judgement) == ((one.code,), False, "a:1 b:1")
    assert stone.because == (
        "Amal judged them one with what took its place on 2024-01-01: the same photograph"
    )


def test_merged_by_a_new_report_no_judgement_is_named():
    first = after(NOTHING, "a:1", "b:1")
    (stone,) = after(first, "a:1 b:1 c:1").tombstones
    assert stone.judgement is None
    assert stone.because == "its reports are held to tell of the same as others"


def test_undone_a_merge_leaves_nothing_behind():
    first = after(NOTHING, "a:1", "b:1 c:1")
    assert after(after(first, "a:1 b:1 c:1"), "a:1", "b:1 c:1") == first


def test_parted_the_larger_part_keeps_the_code_and_the_code_names_both():
    first = after(NOTHING, "a:1 b:1 c:1")
    parted = after(first, "a:1", "b:1 c:1", judgements=[judgement("a:1", "b:1", Verdict.NOT_SAME)])
    old = first.incidents[0].code
    assert codes(parted)["b:1 c:1"] == old
    # the first account's own id is taken by the larger part
    assert codes(parted)["a:1"] != old
    (stone,) = parted.tombstones
    assert stone.lives
    assert stone.to == (old, codes(parted)["a:1"])
    assert stone.judgement == "a:1 b:1"
    assert {one.former_codes for one in parted.incidents} == {()}


def test_joined_again_the_code_that_lived_in_between_leads_back():
    first = after(NOTHING, "a:1 b:1 c:1")
    parted = after(first, "a:1", "b:1 c:1")
    again = after(parted, "a:1 b:1 c:1")
    (one,) = again.incidents
    assert one.code == first.incidents[0].code
    assert where(again) == {codes(parted)["a:1"]: (one.code,), one.code: (one.code,)}
    assert [stone.leads_on for stone in again.tombstones if stone.lives] == [False]
    # and parted once more it is the same as before
    assert after(again, "a:1", "b:1 c:1") == parted


def test_a_code_that_is_gone_leads_to_all_that_hold_its_reports():
    merged = after(after(NOTHING, "a:1 b:1", "c:1 d:1 e:1"), "a:1 b:1 c:1 d:1 e:1")
    found = after(merged, "a:1 c:1", "b:1 d:1 e:1")
    gone = next(code for code, to in where(found).items() if code not in to)
    assert set(where(found)[gone]) == set(codes(found).values())
    assert all(gone in one.former_codes for one in found.incidents)


def test_what_no_report_tells_any_more_comes_back_under_its_code():
    first = after(NOTHING, "a:1", "b:1")
    gone = after(first, "b:1")
    assert where(gone) == {codes(first)["a:1"]: ()}
    assert gone.tombstones[0].because == "no report that counts tells of it any more"
    assert after(gone, "a:1", "b:1") == first


def test_a_report_read_anew_keeps_its_incidents_code():
    first = after(NOTHING, "a:1 b:1", "c:1")
    anew = after(first, "a:9 b:9", "c:1")
    assert codes(anew) == {"a:9 b:9": codes(first)["a:1 b:1"], "c:1": codes(first)["c:1"]}
    # of a report that is still read as before, an account that is gone is gone
    lost = after(after(NOTHING, "a:1", "a:2"), "a:2")
    assert list(where(lost).values()) == [()]


def test_a_code_that_is_taken_is_made_longer():
    one, other = fresh("a:1", "b:1")
    first = named([one], [], [])
    alike = [one, incident(incident_id="f" * 16, code=one.code, accounts=other.accounts)]
    found = named(alike, first.incidents, first.tombstones)
    assert codes(found) == {"a:1": one.code, "b:1": "unknown-mosul-ffff"}


ACCOUNTS = [f"r{number}:1" for number in range(7)]
# Which incident each account is in, if it is told at all, after each of several runs.
RUNS = st.lists(
    st.tuples(*(st.none() | st.integers(0, 3) for _ in ACCOUNTS)), min_size=1, max_size=6
)


def grouped(run):
    groups = {n: [a for a, at in zip(ACCOUNTS, run, strict=True) if at == n] for n in range(4)}
    return [group for group in groups.values() if group]


@given(RUNS)
def test_whatever_happens_every_code_leads_on_and_names_one_incident(runs):
    held, ever = NOTHING, {}
    for run in runs:
        held = after(held, *grouped(run))
        live = {one.code: one.incident_id for one in held.incidents}
        assert len(live) == len(held.incidents) == len(set(live.values()))
        ever |= {one.code: ever.get(one.code, one.incident_id) for one in held.incidents}
        leads = where(held)
        for code, incident_id in ever.items():
            assert live.get(code) == incident_id or (code not in live and code in leads)
        assert {code for to in leads.values() for code in to} <= live.keys()
        # the same again changes nothing
        assert after(held, *grouped(run)) == held


@given(RUNS, st.randoms(use_true_random=False))
def test_the_order_of_incidents_means_nothing(runs, random):
    held = NOTHING
    for run in runs:
        groups = grouped(run)
        mixed = random.sample(groups, len(groups))
        assert after(held, *mixed) == after(held, *groups)
        held = after(held, *groups)


@pytest.mark.parametrize("verdict", [Verdict.UNSURE, Verdict.NOT_SAME])
def test_only_a_verdict_that_joins_is_named_for_a_merge(verdict):
    first = after(NOTHING, "a:1", "b:1")
    said = judgement("a:1", "b:1", verdict, at=datetime(2024, 2, 1, tzinfo=UTC))
    (stone,) = after(first, "a:1 b:1", judgements=[said]).tombstones
    assert stone.judgement is None
