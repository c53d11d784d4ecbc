"""The canonical text and the seal of an entry."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.ledger.entry import GENESIS, canonical, checked, seal
from harmledger.model import LedgerError

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
WHOLE = {"previous": GENESIS, "seq": 1, "kind": "report", "key": "r1", "text": "{}", "at": AT}
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=5), values, max_size=4))
def test_equal_payloads_are_equal_texts_whatever_their_order(payload: dict[str, Any]) -> None:
    assert canonical(payload) == canonical(dict(reversed(payload.items())))


OTHER = [
    ("previous", "1" * 64),
    ("seq", 2),
    ("kind", "reading"),
    ("key", "r2"),
    ("text", "[]"),
    ("at", AT + timedelta(microseconds=1)),
]


@pytest.mark.parametrize(("part", "value"), OTHER)
def test_a_seal_holds_every_part(part: str, value: object) -> None:
    assert seal(**{**WHOLE, part: value}) != seal(**WHOLE)


@given(st.text(max_size=4), st.text(max_size=4), st.text(max_size=4), st.text(max_size=4))
def test_parts_that_run_together_are_told_apart(a: str, b: str, c: str, d: str) -> None:
    same = seal(GENESIS, 1, a, b, "{}", AT) == seal(GENESIS, 1, c, d, "{}", AT)
    assert same == ((a, b) == (c, d))


def test_one_moment_in_two_time_zones_is_one_moment() -> None:
    there = AT.astimezone(timezone(timedelta(hours=3)))
    assert seal(**{**WHOLE, "at": there}) == seal(**WHOLE)


REFUSED = [
    # payload, what the message says
    ({"x": float("nan")}, "JSON"),
    ({"x": "\ud800"}, "JSON"),
    ({"x": object()}, "JSON"),
    ({"withdrawn": "because"}, "withdrawals"),
]


@pytest.mark.parametrize(("payload", "says"), REFUSED)
def test_what_is_no_json_is_refused_by_name(payload: dict[str, Any], says: str) -> None:
    with pytest.raises(LedgerError, match=rf"report 'r1'.*{says}"):
        checked("report", "r1", payload)
