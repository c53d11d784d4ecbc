"""Independence: a story that many carry is one source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.link import load_weights
from harmledger.link.independence import RELAYS, Teller, origins
from harmledger.model import Polarity, SourceKind
from tests.link.made import sketch, tell
from tests.make import claim, source

SETTINGS = load_weights().settings
WIRE = "A drone fired at a minibus on the road to Karsha and killed its driver, a medic told us"
OWN = ["The mayor of Karsha spoke of a burnt minibus", "Three homes lost their windows at dawn"]
CRESCENT = source("the Red Crescent", SourceKind.NGO)


def teller(report_id, *claims, text=None, **other):
    told = tell(report_id, text=text or f"text of {report_id} alone", **other)
    return Teller(sketch(told), claims)


# why, left, right, whether one relays the other
CASES = [
    ("same publisher", teller("r1"), teller("r2"), True),
    ("other publisher", teller("r1"), teller("r2", publisher="Delta"), False),
    (
        "unknown publishers are not one",
        teller("r1", publisher=None),
        teller("r2", publisher=None),
        False,
    ),
    ("copy", teller("r1", text=WIRE), teller("r2", text=WIRE + ".", publisher="Delta"), True),
    (
        "cites the other",
        teller("r1"),
        teller("r2", claim(source=source("Tigris Wire")), publisher="Delta"),
        True,
    ),
    (
        "one source, one number",
        teller("r1", claim(source=CRESCENT)),
        teller("r2", claim(source=CRESCENT), publisher="Delta"),
        True,
    ),
    (
        "one source, two numbers",
        teller("r1", claim(source=CRESCENT)),
        teller("r2", claim(15, source=CRESCENT), publisher="Delta"),
        False,
    ),
    (
        "residents could be anybody",
        teller("r1", claim()),
        teller("r2", claim(), publisher="Delta"),
        False,
    ),
    (
        "a shared denial is no shared count",
        teller("r1", claim(source=CRESCENT, polarity=Polarity.DENIED)),
        teller("r2", claim(source=CRESCENT, polarity=Polarity.DENIED), publisher="Delta"),
        False,
    ),
]


@pytest.mark.parametrize(("why", "left", "right", "expected"), CASES, ids=[c[0] for c in CASES])
def test_relays(why, left, right, expected):
    assert (len(set(origins([left, right], SETTINGS))) == 1) is expected
    assert (len(set(origins([right, left], SETTINGS))) == 1) is expected


def test_thirty_sites_that_carry_one_story_are_one_source():
    sites = [teller(f"r{n:02}", text=WIRE, publisher=f"Site {n}") for n in range(30)]
    own = [teller(f"s{n}", text=text, publisher=f"Own {n}") for n, text in enumerate(OWN)]
    assert len(set(origins(sites, SETTINGS))) == 1
    assert len(set(origins(sites + own, SETTINGS))) == 3


@given(st.permutations(range(6)))
def test_order_means_nothing(order):
    tellers = [teller(f"r{n}", publisher=f"P{n % 4}", text=OWN[n % 2] * 2) for n in range(6)]
    assert len(set(origins([tellers[n] for n in order], SETTINGS))) == len(
        set(origins(tellers, SETTINGS))
    )


def test_every_relay_says_what_it_holds():
    assert all(relay.__doc__ for relay in RELAYS.values())
