"""Headline figures: one range for each measure and group, out of the claims of one incident."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
from operator import add

from harmledger.extract.head import (
    MOVED,
    UNMARKED,
    Marks,
    beside,
    head,
    most_of,
    numbered,
    persons,
    tolls,
)
from harmledger.model import (
    HOUSEHOLDS,
    Claim,
    Figure,
    Measure,
    People,
    Range,
    ScopeKind,
    Status,
    Unit,
)

COUNTED = tuple(measure for measure in Measure if measure is not Measure.CONTROL)
HARMED = frozenset({Measure.KILLED, Measure.INJURED, Measure.CASUALTIES})
PLURAL = 2
"""The least that words for several mean ("others were hurt" is 2: Airwars, methodology); a bare
plural ("the blast wounds people") may be a manner of speaking."""


def figures(main: Sequence[Claim], marks: Marks = UNMARKED) -> tuple[Figure, ...]:
    """Headline counts of an incident's claims, by measure, then group.

    Groups said side by side in one breath add up; a later toll stands for the counts
    before it; deaths in addition add where no toll holds them; parts stay inside their
    whole. The first telling is the headline; where it leaves its upper end open, the
    greatest count told later closes it. Households are figures of their own, and as many
    people at least; where the same words count their people, those are the headline.

    Args:
        marks: What the rules say of the claims.
    """
    found: list[Figure] = []
    for measure in COUNTED:
        own = [claim for claim in main if claim.measure is measure and claim.count is not None]
        if measure is Measure.INJURED:
            own = _outcome(own, main, marks)
        if own:
            found += _figures(measure, own, marks)
    moves = any(figure.measure in MOVED and _stated(figure.range) for figure in found)
    return tuple(one for one in found if not (moves and one.measure in MOVED) or _stated(one.range))


def _figures(measure: Measure, own: Sequence[Claim], marks: Marks) -> Iterable[Figure]:
    whole = [claim for claim in own if claim.group.part_of is None] or list(own)
    first = head(whole, marks)
    headline = persons(first, own)
    if headline is not first:
        yield from (one for one in _figure(measure, "all", first, marks) if one.group != "all")
    settled = bool(tolls(headline, marks))
    more = [
        claim
        for claim in whole
        if claim.scope.kind is ScopeKind.INCREMENT and claim not in headline and not settled
    ]
    every = [*headline, *more] or own[:1]
    rest = [claim for claim in whole if claim not in every] if measure in HARMED else []
    yield from _figure(measure, "all", every, marks, rest)
    for status in (Status.CIVILIAN, Status.COMBATANT):
        told = [claim for claim in (*headline, *more) if claim.group.status is status]
        same = [claim for claim in rest if claim.group.status in (status, Status.UNKNOWN)]
        yield from _figure(measure, status.value, told or _inside(own, status), marks, same)
    for people in (People.CHILDREN, People.WOMEN, People.MEN):
        told = [claim for claim in own if claim.group.people is people]
        yield from _figure(measure, people.value, beside(told, marks), marks)


def _inside(own: Sequence[Claim], status: Status) -> Sequence[Claim]:
    """The first count of a status that the headline does not tell.

    Civilians who are told one by one beside a whole are of the whole: they are a figure of their
    own only where they are said to be a part, or others are combatants.
    """
    told = [c for c in own if c.group.status is status and c.group.people is People.ALL]
    if status is Status.CIVILIAN and not any(
        claim.group.status is Status.COMBATANT for claim in own
    ):
        told = [c for c in told if c.group.part_of and c.group.role is None and numbered(c)]
    return _parts(told, own)


def _parts(inside: Sequence[Claim], own: Sequence[Claim]) -> Sequence[Claim]:
    """The first part of a whole, with those told beside it where together they fit into it."""
    if not inside:
        return ()
    first = inside[0]
    whole = next((one for one in own if one.claim_id == first.group.part_of), None)
    beside = [
        one
        for one in inside
        if one.group.part_of == first.group.part_of and one.evidence == first.evidence
    ]
    most = whole.count.low if whole is not None and whole.count is not None else None
    told = sum(one.count.low or 0 for one in beside if one.count is not None)
    return beside if most is not None and told <= most else inside[:1]


def _outcome(own: Sequence[Claim], main: Sequence[Claim], marks: Marks) -> list[Claim]:
    """Injuries less those who died: "shot" says nothing of the outcome, a death told of as many
    does; people hurt in the same breath as others die are others."""
    deaths = [claim for claim in main if claim.measure is Measure.KILLED and numbered(claim)]
    return [
        claim
        for claim in own
        if (claim.evidence, claim.count) not in marks.open
        or not any(
            claim.count is not None
            and death.count is not None
            and (death.count.low or 0) >= (claim.count.low or 0)
            and death.evidence.start != claim.evidence.start
            for death in deaths
        )
    ]


def _stated(told: Range) -> bool:
    return told != Range(None, None)


def _figure(
    measure: Measure,
    group: str,
    claims: Sequence[Claim],
    marks: Marks,
    rest: Sequence[Claim] = (),
) -> Iterable[Figure]:
    """The figure of claims that add up; none where there are no claims.

    Args:
        rest: Other tellings of the same people, which may close an open upper end.
    """
    if not claims:
        return
    total = reduce(add, [claim.count.range for claim in claims if claim.count is not None])
    ids = tuple(sorted(claim.claim_id for claim in claims))
    several = any((claim.evidence, claim.count) not in marks.bare for claim in claims)
    if not _stated(total) and measure in HARMED and several:
        total = Range(PLURAL, None)
    figure = Figure(measure, group, total.low, total.high, ids, ids, ids)
    if any(claim.group.unit is Unit.HOUSEHOLDS for claim in claims):
        yield replace(figure, high=None, high_claims=())
        if group == "all":
            yield replace(figure, group=HOUSEHOLDS)
        return
    yield _closed(figure, rest)


def _closed(figure: Figure, rest: Sequence[Claim]) -> Figure:
    """A figure whose open upper end is closed by the greatest count that is above its lower."""
    ends = [
        (end, claim.claim_id)
        for claim in rest
        if claim.group.people is People.ALL and (end := most_of(claim)) is not None
    ]
    most, by = max(ends, default=(0, ""))
    if figure.high is not None or figure.low is None or most <= figure.low:
        return figure
    return replace(figure, high=most, claims=tuple(sorted({*figure.claims, by})), high_claims=(by,))
