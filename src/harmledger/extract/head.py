"""The head: which claims of one measure give a report's headline figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from harmledger.model import (
    Bound,
    Claim,
    Count,
    Evidence,
    Measure,
    People,
    Range,
    ScopeKind,
    SourceKind,
    Unit,
)

MOVED = frozenset(
    {
        Measure.DISPLACED,
        Measure.DISPLACED_STOCK,
        Measure.RETURNED,
        Measure.PRESENT,
        Measure.HOUSING_DESTROYED,
    }
)
"""Displacement is reported by stretches: a flow over weeks is a report's headline (IDMC), while a
month's deaths are never an incident's."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the rules say of claims that the claims themselves do not carry.

    Attributes:
        running: Ids of the rules whose counts are running totals.
        beside: Ids of the rules whose counts stand beside the count before them in its clause.
        open: Claims, by their words, whose words of harm leave the outcome open ("shot").
        bare: Claims, by their words, of a plural that nothing counts ("civilians").
        righted: Claims, by their words, of a toll that is put right, mostly by making it less.
    """

    running: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    open: frozenset[tuple[Evidence, Count]] = frozenset()
    bare: frozenset[tuple[Evidence, Count]] = frozenset()
    righted: frozenset[tuple[Evidence, Count]] = frozenset()


UNMARKED = Marks()
FEW = 3
"""People who may be as many as those told beside them by chance."""


def head(whole: Sequence[Claim], marks: Marks) -> list[Claim]:
    """The claims that make the headline: the last toll, else the first that has a number.

    Of people who moved, a number stands for words ("among the hundreds of thousands displaced").
    """
    base = [claim for claim in whole if claim.scope.kind is not ScopeKind.INCREMENT] or list(whole)
    base = [claim for claim in base if not _none(claim)] or base
    several = (claim for claim in base if (claim.evidence, claim.count) not in marks.bare)
    told = [claim for claim in base if numbered(claim)]
    totals = tolls(told, marks)
    if totals and (_rights(totals[-1], told[0], marks) or not _more(told[0], totals[-1])):
        return totals[-1:]
    precise = [claim for claim in told if claim.measure in MOVED and not _vague(claim)]
    first = next(iter(precise or told), next(several, base[0]))
    return beside(base[base.index(first) :], marks)


def tolls(told: Sequence[Claim], marks: Marks) -> list[Claim]:
    """The running totals among claims, else what is told where a toll is put right."""
    totals = [claim for claim in told if claim.rule in marks.running]
    return totals or [one for one in told if (one.evidence, one.count) in marks.righted]


def persons(head: list[Claim], own: Sequence[Claim]) -> list[Claim]:
    """The people whom households are said to be, in the same words; else the claims as given."""
    [first, *others] = head
    if others or first.group.unit is not Unit.HOUSEHOLDS or not numbered(first):
        return head
    persons = (
        claim
        for claim in own
        if claim.evidence == first.evidence
        and claim.group.unit is Unit.PEOPLE
        and claim.group.people is People.ALL
        and _least(claim) > _least(first)
    )
    one = next(persons, None)
    return head if one is None else [one]


def _least(claim: Claim) -> int:
    """The number a claim's count starts from."""
    return (claim.count.low or 0) if claim.count is not None else 0


def beside(claims: Sequence[Claim], marks: Marks) -> list[Claim]:
    """The first claim and those of other people that its own words hold beside it."""
    kept: list[Claim] = []
    for claim in claims:
        if not kept or (
            _one_breath(kept[0], claim, marks) and not any(_same(one, claim) for one in kept)
        ):
            kept.append(claim)
    return kept[:1] if _spelled_out(kept) else kept


def _spelled_out(claims: Sequence[Claim]) -> bool:
    """Whether the first count is said again by who or where they are: "13, nine children and four
    women", "10, six in Barzan and four in Nahri".

    Of a few by place the sum may be chance: "three, two and one".
    """
    if len(claims) < 3:
        return False
    first, *rest = [claim.count.low for claim in claims if claim.count is not None]
    kinds = [claim.group.people is People.ALL for claim in claims]
    placed = all(kinds) and (first or 0) > FEW
    whole = kinds[0] and (placed or not any(kinds[1:]))
    return whole and first == sum(n or 0 for n in rest)


def _one_breath(first: Claim, claim: Claim, marks: Marks) -> bool:
    """Whether two counts stand side by side: read by one rule in one clause, or one goes on."""
    return (
        claim.evidence == first.evidence
        and claim.source == first.source
        and claim.group.unit is first.group.unit
        and (claim.rule == first.rule or claim.rule in marks.beside)
    )


def _same(one: Claim, claim: Claim) -> bool:
    """Whether two plurals are one said twice; "a man and a man" are two."""
    plural = claim.count is not None and claim.count.low != 1
    alike = one.count == claim.count and one.group == claim.group and one.place == claim.place
    return plural and alike


def _more(claim: Claim, toll: Claim) -> bool:
    """Whether a claim counts more than a toll can: the toll is an older one."""
    low, most = claim.count.low if claim.count is not None else None, most_of(toll)
    return low is not None and most is not None and low > most


def _rights(toll: Claim, claim: Claim, marks: Marks) -> bool:
    """Whether a toll puts right a claim of its own source, or of none named."""
    told = (one.source for one in (toll, claim) if one.source is not None)
    named = {one.name.lower() for one in told if one.kind is not SourceKind.UNNAMED}
    return (toll.evidence, toll.count) in marks.righted and len(named) < 2


def _vague(claim: Claim) -> bool:
    return claim.count is not None and claim.count.bound is Bound.VAGUE


def _none(claim: Claim) -> bool:
    """Whether a claim says that there were none: of another strike, where any are told of."""
    return claim.count is not None and claim.count.high == 0


def numbered(claim: Claim) -> bool:
    """Whether a claim's count states an end at all."""
    return claim.count is not None and claim.count.range != Range(None, None)


def most_of(claim: Claim) -> int | None:
    """The greatest number that a claim states in words; None where it states none."""
    count = claim.count
    if count is None or not count.words or count.bound is Bound.NONE:
        return None
    return count.high
