"""A happening that a report tells of, as its sentences tell it one after the other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum

from harmledger.model import (
    Claim,
    Evidence,
    Measure,
    Polarity,
    ScopeKind,
    TimePrecision,
    When,
)

APART = timedelta(days=3)
"""Days between two harms of one report beyond which they are not one incident: reports date one
happening by the day of the blast, of the deaths in hospital and of the statement."""
LATELY = timedelta(days=31)
"""How long before publication what is news may have been, or a month may have ended in which it
was."""
OF_INCIDENT = frozenset({ScopeKind.INCIDENT, ScopeKind.INCREMENT})
OPENING = frozenset({Measure.KILLED, Measure.INJURED, Measure.CASUALTIES, Measure.ABDUCTED})
"""Harm that makes a happening of its own; people move from one, and are detained after one."""
PERIODS = frozenset(
    {TimePrecision.HOUR, TimePrecision.DAY, TimePrecision.WEEK, TimePrecision.MONTH}
)
"""How finely at least: of a whole year nobody can tell which happening was meant."""


class Told(IntEnum):
    """How surely a sentence tells of another happening, least first."""

    NEW = 1
    """It names a place and an attack that were not told of before."""
    PLACED = 2
    """It besides opens with the place, goes on from what was told, or is an item of a list."""
    APART = 3
    """It says so."""


@dataclass(slots=True, eq=False)
class Happening:
    """Claims of one happening, gathered in the order of the text.

    Attributes:
        when: Its day as told; None where not told.
        past: It lies days before or after the main one.
        told: How surely its first sentence tells that it is another.
        wide: It was first counted with words for a wide area.
        many: It was first counted with words for many attacks, or for a province.
        titled: It is told in titles so far: what follows tells more of it.
        placed: A sentence of it tells a place.
        counted: A claim of it counts people harmed.
        nowhere: Its one sentence tells no place: it is not the main one, and no more is known.
    """

    when: When | None = None
    past: bool = False
    told: Told = Told.NEW
    claims: list[Claim] = field(default_factory=list)
    wide: bool = False
    many: bool = False
    titled: bool = True
    placed: bool = False
    counted: bool = False
    nowhere: bool = False


def opens(claim: Claim) -> bool:
    """Whether a claim's harm makes a happening: people killed, hurt or taken, not none of them."""
    count = claim.count
    when = claim.time
    period = when is not None and when.start is not None and when.precision not in PERIODS
    return (
        claim.measure in OPENING
        and not period
        and claim.group.part_of is None
        and count is not None
        and count.low is not None
        and count.high != 0
    )


def older(time: When, published: date, by: timedelta) -> bool:
    """Whether a time ended longer before publication; not where it has no end."""
    return time.end is not None and published - time.end > by


def dated(claim: Claim) -> bool:
    """Whether a claim affirms harm of one event on a day."""
    affirmed = claim.polarity is Polarity.AFFIRMED
    told = claim.time is not None and claim.time.start is not None
    return affirmed and claim.scope.kind in OF_INCIDENT and told


def elsewhen(when: When | None, main: When | None) -> bool:
    """Whether days lie apart from those of the main happening; not where either is not told."""
    if when is None or main is None or when.start is None or main.start is None:
        return False
    ends, until = when.end or when.start, main.end or main.start
    return when.start > until + APART or ends < main.start - APART


def besides(main: Happening, others: Sequence[Happening]) -> list[Happening]:
    """The happenings that the main count does not hold: it may be told again, place by place.

    The count of a wide area holds those that are told later and fit into it, that of many
    attacks or of a province those that are not surely others; any count holds several that
    make it up.
    """
    holds = Told.PLACED if main.wide else Told.NEW if main.many else 0
    left = _harmed(main)
    whole = Counter(left)
    kept: list[Happening] = []
    for one in others:
        own = _harmed(one)
        if not one.past and one.told <= holds and own <= left:
            left -= own
        else:
            kept.append(one)
    parts = [one for one in kept if not one.past]
    every: Counter[Measure] = sum((_harmed(one) for one in parts), Counter())
    if len(parts) > 1 and all(every[measure] == whole[measure] for measure in every):
        return [one for one in kept if one.past]
    return kept


def _harmed(happening: Happening) -> Counter[Measure]:
    """How many people the first words of a happening that count them count at least."""
    found: Counter[Measure] = Counter()
    first: dict[Measure, Evidence] = {}
    for claim in happening.claims:
        if opens(claim) and first.setdefault(claim.measure, claim.evidence) == claim.evidence:
            found[claim.measure] += (claim.count.low or 0) if claim.count is not None else 0
    return found
