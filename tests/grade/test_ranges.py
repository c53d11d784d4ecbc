"""Ranges: least to most among admissible accounts, and what never enters."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmledger.grade import load_scheme
from harmledger.grade.ranges import figures
from harmledger.grade.rules import Worth, load_vague
from harmledger.model import (
    Bound,
    Certainty,
    Group,
    Held,
    Measure,
    People,
    Polarity,
    Relay,
    Scope,
    ScopeKind,
    SourceKind,
    Status,
    Unit,
)
from tests.grade.made import case, tells
from tests.make import actor, claim, count, figure, source

RULES = load_scheme("airwars").rules
UNKNOWN, CIVILIAN, COMBATANT = Status.UNKNOWN, Status.CIVILIAN, Status.COMBATANT
ARMY = actor("the army")
ARMY_SAYS = source("the Army", SourceKind.MILITARY)


def people(low, high="low", **other):
    return claim(low, high, **({"status": UNKNOWN} | other))


def fighters(low, high="low", **other):
    return claim(low, high, **({"status": COMBATANT, "at": 50} | other))


def drawn(*told, rules=RULES, **of_incident):
    found = figures(*case(*told, **of_incident), rules)
    return {one.group: (one.low, one.high) for one in found if one.measure is Measure.KILLED}


def vague(words):
    return people(None, None, count=count(None, None, words=words))


# what reports tell, killed by group
CASES = [
    # least to most
    (
        [tells(people(12)), tells(people(11, 14))],
        {"all": (11, 14), "civilian": (11, 14)},
    ),
    # an open end is at least its own low; "up to" sets no low end
    ([tells(people(12, None))], {"all": (12, 12), "civilian": (12, 12)}),
    ([tells(people(12, None)), tells(people(9))], {"all": (9, 12), "civilian": (9, 12)}),
    ([tells(people(None, 40))], {"all": (None, 40), "civilian": (None, 40)}),
    ([tells(people(None, 5)), tells(people(12))], {"all": (12, 12), "civilian": (12, 12)}),
    # unknown is a value
    ([tells(vague("several"))], {"all": (None, None), "civilian": (None, None)}),
    # vague words have the scheme's numbers
    ([tells(vague("dozens"))], {"all": (24, 24), "civilian": (24, 24)}),
    ([tells(vague("tens of  thousands"))], {"all": (20000, 20000), "civilian": (20000, 20000)}),
    ([tells(vague("مئات"))], {"all": (200, 200), "civilian": (200, 200)}),
    # combatants stand apart, and in doubt nobody is presumed a civilian
    (
        [tells(claim(8), fighters(4)), tells(people(13))],
        {"all": (12, 13), "civilian": (8, 8), "combatant": (4, 4)},
    ),
    (
        [tells(people(13), fighters(4))],
        {"all": (13, 13), "civilian": (9, 9), "combatant": (4, 4)},
    ),
    # children are inside the whole, not added to it
    (
        [tells(claim(12), claim(3, people=People.CHILDREN, at=60))],
        {"all": (12, 12), "civilian": (12, 12), "children": (3, 3)},
    ),
    # an explicit none is a count
    ([tells(people(12)), tells(people(0))], {"all": (0, 12), "civilian": (0, 12)}),
    # the same dead, civilians to one source and fighters to another
    (
        [tells(claim(12)), tells(fighters(12))],
        {"all": (12, 12), "civilian": (0, 12), "combatant": (0, 12)},
    ),
    # counts that can't be of the same people are no dispute
    (
        [tells(claim(12)), tells(fighters(3))],
        {"all": (3, 12), "civilian": (12, 12), "combatant": (3, 3)},
    ),
    # some account tells both: no dispute
    (
        [tells(claim(2)), tells(fighters(2)), tells(claim(2), fighters(2))],
        {"all": (2, 4), "civilian": (2, 2), "combatant": (2, 2)},
    ),
    # a perpetrator's word is context, its concession counts
    (
        [tells(people(12, perpetrator=ARMY)), tells(fighters(12, source=ARMY_SAYS))],
        {"all": (12, 12), "civilian": (12, 12)},
    ),
    (
        [tells(people(12, perpetrator=ARMY)), tells(people(0, source=ARMY_SAYS))],
        {"all": (12, 12), "civilian": (12, 12)},
    ),
    (
        [tells(people(12, perpetrator=ARMY)), tells(people(4, source=ARMY_SAYS))],
        {"all": (4, 12), "civilian": (4, 12)},
    ),
    # a party's word alone makes nobody a fighter, so nobody else is exactly a civilian
    (
        [tells(people(12), fighters(3, source=ARMY_SAYS))],
        {"all": (12, 12), "civilian": (9, 12), "combatant": (3, 3)},
    ),
    (
        [tells(people(12), fighters(3, source=source("a doctor", SourceKind.MEDICAL)))],
        {"all": (12, 12), "civilian": (9, 9), "combatant": (3, 3)},
    ),
    # one that denies it was its doing speaks of itself too
    (
        [
            tells(
                people(12),
                fighters(3, source=ARMY_SAYS, perpetrator=actor("the army", Held.DENIED)),
                perpetrators=(),
            )
        ],
        {"all": (12, 12), "civilian": (12, 12)},
    ),
    ([], {}),
]


@pytest.mark.parametrize(("told", "expected"), CASES)
def test_ranges(told, expected):
    assert drawn(*told) == expected


# what can't enter an incident's range
NEVER = [
    people(90, polarity=Polarity.DENIED),
    *(
        people(90, scope=Scope(kind, "day" if kind is ScopeKind.RATE else None))
        for kind in ScopeKind
        if kind is not ScopeKind.INCIDENT
    ),
    people(90, group=Group(unit=Unit.HOUSEHOLDS)),
]


@pytest.mark.parametrize("wrong", NEVER)
def test_what_never_enters_a_range(wrong):
    assert drawn(tells(people(12)), tells(wrong)) == {"all": (12, 12), "civilian": (12, 12)}


def test_each_end_names_the_claims_that_set_it():
    low, high, between = people(11), people(14), people(12)
    incident, dossier = case(tells(low), tells(high), tells(between))
    figure = figures(incident, dossier, RULES)[0]
    ends = {one.count.low: one.claim_id for one in dossier.claims.values()}
    assert (figure.low_claims, figure.high_claims) == ((ends[11],), (ends[14],))
    assert figure.claims == tuple(sorted(ends.values()))


def test_a_disputed_end_names_the_claims_that_dispute():
    incident, dossier = case(tells(claim(12)), tells(fighters(12)))
    both = tuple(sorted(dossier.claims))
    found = {one.group: one for one in figures(incident, dossier, RULES)}
    assert found["civilian"].low_claims == found["combatant"].low_claims == both


def test_other_schemes_choose_otherwise():
    plain = replace(
        RULES,
        open_high="open",
        civilians="as_told",
        disputed_status="as_told",
        own_word="all",
        vague=load_vague("acled"),
    )
    assert drawn(tells(people(12, None)), rules=plain) == {"all": (12, None)}
    assert drawn(tells(people(None, 5)), tells(people(12, None)), rules=plain) == {
        "all": (12, None)
    }
    assert drawn(tells(vague("dozens")), rules=plain) == {"all": (12, None)}
    dispute = drawn(tells(claim(12)), tells(fighters(12)), rules=plain)
    assert dispute["civilian"] == (12, 12)
    own = [tells(people(12, perpetrator=ARMY)), tells(people(0, source=ARMY_SAYS))]
    assert drawn(*own, rules=plain) == {"all": (0, 12)}
    silent = replace(plain, own_word="none")
    conceded = [tells(people(12, perpetrator=ARMY)), tells(people(4, source=ARMY_SAYS))]
    assert drawn(*conceded, rules=silent) == {"all": (12, 12)}


def test_feared_dead_set_the_high_end_alone():
    feared = people(40, certainty=Certainty.FEARED)
    assert drawn(tells(people(12)), tells(feared))["all"] == (12, 40)
    assert drawn(tells(feared))["all"] == (None, 40)


SPEAKERS = {"a": source("a soldier", SourceKind.MILITARY), "b": source("somebody", "unnamed")}
# what kinds count for, reports of a soldier, of somebody and of residents; killed
WORTH = [
    ({}, (5, 7, 9), (5, 9)),
    ({"military": "alone"}, (5, 7, 9), (7, 9)),
    ({"military": "alone", "unnamed": "alone"}, (5, 7, None), (5, 7)),
    ({"military": "high"}, (50, 7, 9), (7, 50)),
    ({"military": "never"}, (50, 7, 9), (7, 9)),
]


@pytest.mark.parametrize(("sources", "counts", "expected"), WORTH)
def test_sources_count_for_what_the_scheme_says(sources, counts, expected):
    who = (SPEAKERS["a"], SPEAKERS["b"], source())
    told = [tells(people(n, source=one)) for n, one in zip(counts, who, strict=True) if n]
    rules = replace(RULES, sources={kind: Worth(worth) for kind, worth in sources.items()})
    assert drawn(*told, rules=rules)["all"] == expected


def test_harm_that_no_admissible_source_counts_is_unknown_and_not_gone():
    rules = replace(RULES, sources={SourceKind.WITNESS: Worth.NEVER})
    assert drawn(tells(people(12)), rules=rules) == {"all": (None, None)}
    assert drawn(tells(people(0)), rules=rules) == {}


def test_a_count_that_is_partly_vague_keeps_its_numbers():
    mixed = count(7, 7, bound=Bound.EXACT, words="seven")
    assert drawn(tells(people(7, count=mixed)))["all"] == (7, 7)


ENDS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(sorted)


@given(st.lists(ENDS, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_a_range_holds_every_account_and_no_order(ends, shuffle):
    told = [tells(people(low, high)) for low, high in ends]
    low, high = drawn(*told)["all"]
    assert (low, high) == (min(one for one, _ in ends), max(one for _, one in ends))
    shuffle.shuffle(told)
    assert drawn(*told)["all"] == (low, high)


@pytest.mark.parametrize(("scheme", "expected"), [("plain", (9, 9, None)), ("ucdp", (9, 12, 9))])
def test_who_passes_a_count_on_adds_no_weight_to_it(scheme, expected):
    rules = load_scheme(scheme).rules
    told = [tells(people(low)) for low in (12, 12, 12, 9, 9)]
    incident, dossier = case(*told)
    first, second, third, *_ = (one.account_id for one in dossier.accounts)

    def figure(*relays):
        (found, *_) = figures(replace(incident, relays=relays), dossier, rules)
        return found.low, found.high, found.best

    # a relay of a relay is as little a voice of its own
    relays = Relay(second, first, "copies it"), Relay(third, second, "copies it")
    assert figure(*relays) == expected
    assert figure() == ((12, 12, None) if scheme == "plain" else (9, 12, 12))
    # what credits an origin that nobody carries stands for it
    assert figure(*(Relay(one, None, "credits an agency") for one in (first, second))) == figure()


def test_households_keep_their_unit_and_nobody_makes_people_of_them():
    homes = claim(1250, measure=Measure.DISPLACED, group=Group(unit=Unit.HOUSEHOLDS))
    fled = claim(300, measure=Measure.DISPLACED, status=UNKNOWN)
    both = tuple(
        figure(low, high, measure=Measure.DISPLACED, group=group)
        for group, low, high in (("all", 1250, None), ("households", 1250, 1250))
    )

    def displaced(*told):
        found = figures(*case(*told), RULES)
        return [(one.group, one.low, one.high) for one in found]

    alone = replace(homes, report_id="r0").claim_id
    rest = tuple(replace(one, claims=(alone,)) for one in both)
    assert displaced(tells(homes, figures=rest)) == [
        ("all", None, None),
        ("households", 1250, 1250),
    ]
    assert displaced(tells(homes, figures=rest), tells(fled)) == [
        ("all", 300, 300),
        ("civilian", 300, 300),
        ("households", 1250, 1250),
    ]
