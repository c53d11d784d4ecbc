"""The relay tree: each account below the one it passes on, none lost, however they hang."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from harmledger.model import Relay
from harmledger.relays import as_text, tree
from tests.make import incident, report


def told(*days, relays=(), sources=1):
    """An incident of one account to each day of March, r0, r1 and so on, with its reports."""
    reports = {
        f"r{at}": report(
            report_id=f"r{at}",
            publisher=f"Paper {at}",
            published=None if day is None else date(2017, 3, day),
        )
        for at, day in enumerate(days)
    }
    made = incident(
        accounts=tuple(f"{key}:c" for key in sorted(reports)),
        reports=tuple(sorted(reports)),
        relays=tuple(
            Relay(f"r{late}:c", early and f"r{early}:c", says) for late, early, says in relays
        ),
        independent_sources=sources,
    )
    return made, reports


TOLD = told(
    14,
    16,
    15,
    15,
    None,
    relays=[
        (1, "2", "copies it"),
        (2, "0", "97% of the text is the same"),
        (3, None, "credits AFP"),
    ],
    sources=3,
)


def test_each_stands_below_the_one_it_relays_earliest_first():
    found = tree(*TOLD)
    assert [(one.account, one.level, one.carriers) for one in found.branches] == [
        ("r0:c", 0, 2),
        ("r2:c", 1, 1),
        ("r1:c", 2, 0),
        ("r3:c", 0, 0),
        ("r4:c", 0, 0),
    ]
    assert (found.origins, found.sources) == (3, 3)


def test_as_text_it_says_who_relays_whom_and_why():
    assert (
        as_text(TOLD[0], tree(*TOLD))
        == """\
2017-03-14-mosul-1f3a: 5 accounts, 3 independent sources
1. Paper 0, 2017-03-14 (r0)
  - Paper 2, 2017-03-15 (r2) relays Paper 0: 97% of the text is the same
    - Paper 1, 2017-03-16 (r1) relays Paper 2: copies it
2. Paper 3, 2017-03-15 (r3): credits AFP
3. Paper 4, no day (r4)
"""
    )


def test_origins_that_are_passed_on_together_are_said_to_be_one():
    made, reports = told(14, 15, 16, relays=[(2, "0", "copies it")], sources=1)
    assert "passes on several of these 2 origins" in as_text(made, tree(made, reports))


def test_a_report_that_is_gone_is_named_by_its_id():
    made, reports = told(14, 15, relays=[(1, "0", "copies it")])
    del reports["r0"]
    text = as_text(made, tree(made, reports))
    assert "1. r0 (no longer in the ledger)" in text
    assert "relays r0: copies it" in text


@given(st.lists(st.none() | st.integers(0, 30), min_size=1, max_size=30))
def test_every_account_stands_once_and_levels_nest(earlier):
    relays = [
        (at, str(of), "copies it") for at, of in enumerate(earlier) if of is not None and of < at
    ]
    made, reports = told(*[1] * len(earlier), relays=relays)
    found = tree(made, reports)
    assert sorted(one.account for one in found.branches) == sorted(made.accounts)
    level = 0
    for one in found.branches:
        assert one.level == level
        level = level + 1 if one.parent else level - len(one.ends)
    assert level == 0
    assert sum(one.carriers + 1 for one in found.branches if one.level == 0) == len(earlier)
