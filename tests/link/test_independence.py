"""Independence: a story that many carry is one source."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.link import load_weights
from harmledger.link.independence import RELAYS, Teller, independence
from harmledger.model import Polarity, SourceKind
from tests.link.made import sides, tell
from tests.make import account, claim, source

WEIGHTS = load_weights()
SETTINGS = WEIGHTS.settings
WIRE = "A drone fired at a minibus on the road to Karsha and killed its driver, a medic told us"
OWN = ["The mayor of Karsha spoke of a burnt minibus", "Three homes lost their windows at dawn"]
CRESCENT = source("the Red Crescent", SourceKind.NGO)


def teller(report_id, *claims, text=None, **other):
    made = account(claims=tuple(replace(one, report_id=report_id).claim_id for one in claims))
    told = tell(report_id, made, claims=claims, text=text or f"text of {report_id} alone", **other)
    (side,) = sides(told)
    return Teller(side.item, WEIGHTS.extent, frozenset(side.tokens("shingles")))


def sources(tellers):
    return independence(tellers, SETTINGS).sources


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
        "one agency",
        teller("r1", text="TAL (Reuters) - Two shells hit a dairy"),
        teller("r2", text="Three were hurt, a medic told Reuters at noon", publisher="Delta"),
        True,
    ),
    (
        "one agency in two scripts",
        teller("r1", text="A medic told Reuters of two dead"),
        teller("r2", text="نقلت رويترز عن مسعف سقوط قتيلين", publisher="Delta"),
        True,
    ),
    (
        "an agency that is only mentioned",
        teller("r1", text="A Reuters van burned"),
        teller("r2", text="The Reuters van stood there", publisher="Delta"),
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
    assert (sources([left, right]) == 1) is expected
    assert (sources([right, left]) == 1) is expected


def test_thirty_sites_that_carry_one_story_are_one_source():
    sites = [teller(f"r{n:02}", text=WIRE, publisher=f"Site {n}") for n in range(30)]
    own = [teller(f"s{n}", text=text, publisher=f"Own {n}") for n, text in enumerate(OWN)]
    assert sources(sites) == 1
    assert sources(sites + own) == 3


@given(st.permutations(range(6)))
def test_order_means_nothing(order):
    tellers = [teller(f"r{n}", publisher=f"P{n % 4}", text=OWN[n % 2] * 2) for n in range(6)]
    assert independence([tellers[n] for n in order], SETTINGS) == independence(tellers, SETTINGS)


def test_every_relay_says_what_it_holds():
    assert all(relay.__doc__ for relay in RELAYS.values())


def test_the_tree_hangs_each_relay_on_the_earliest_it_relays():
    first = teller("r9", text=WIRE, publisher="Karsha Post", published=date(2017, 3, 14))
    second = teller("r1", text=WIRE + " again", publisher="Delta", published=date(2017, 3, 15))
    third = teller("r2", text=WIRE + " too", publisher="Echo", published=date(2017, 3, 16))
    alone = teller("r3", text="(AFP) Windows broke", publisher="Own", published=date(2017, 3, 14))
    found = independence([third, alone, second, first], SETTINGS)
    tree = [(one.account.split(":")[0], one.of and one.of.split(":")[0]) for one in found.relays]
    assert tree == [("r3", None), ("r1", "r9"), ("r2", "r9")]
    assert found.sources == 2
    assert found.relays[0].says == "credits AFP"
    assert found.relays[1].says.endswith("of the text is the same")
