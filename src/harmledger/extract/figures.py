"""Headline figures: one range for each measure and group, out of the claims of one incident."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import add

from harmledger.model import (
    HOUSEHOLDS,
    Bound,
    Claim,
    Count,
    Evidence,
    Figure,
    Measure,
    People,
    Range,
    ScopeKind,
    Status,
    Unit,
)

COUNTED = tuple(measure for measure in Measure if measure is not Measure.CONTROL)
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
HARMED = frozenset({Measure.KILLED, Measure.INJURED, Measure.CASUALTIES})
PLURAL = 2
"""The least that words for several mean ("others were hurt" is 2: Airwars, methodology); a bare
plural ("the blast wounds people") may be a manner of speaking."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the rules say of claims that the claims themselves do not carry.

    Attributes:
        running: Ids of the rules whose counts are running totals.
        lowered: Ids of those among them whose counts are less than the ones before.
        beside: Ids of the rules whose counts stand beside the count before them in its clause.
        open: Claims, by their words, whose words of harm leave the outcome open ("shot").
        bare: Claims, by their words, of a plural that nothing counts ("civilians").
    """

    running: frozenset[str] = frozenset()
    lowered: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    open: frozenset[tuple[Evidence, Count]] = frozenset()
    bare: frozenset[tuple[Evidence, Count]] = frozenset()


UNMARKED = Marks()


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
    first = _head(whole, marks)
    head = _persons(first, own)
    if head is not first:
        yield from (one for one in _figure(measure, "all", first, marks) if one.group != "all")
    settled = any(claim.rule in marks.running for claim in head)
    more = [
        claim
        for claim in whole
        if claim.scope.kind is ScopeKind.INCREMENT and claim not in head and not settled
    ]
    every = [*head, *more] or own[:1]
    rest = [claim for claim in whole if claim not in every] if measure in HARMED else []
    yield from _figure(measure, "all", every, marks, rest)
    for status in (Status.CIVILIAN, Status.COMBATANT):
        told = [claim for claim in (*head, *more) if claim.group.status is status]
        same = [claim for claim in rest if claim.group.status in (status, Status.UNKNOWN)]
        yield from _figure(measure, status.value, told or _inside(own, status), marks, same)
    for people in (People.CHILDREN, People.WOMEN, People.MEN):
        told = [claim for claim in own if claim.group.people is people]
        yield from _figure(measure, people.value, _beside(told, marks), marks)


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


def _head(whole: Sequence[Claim], marks: Marks) -> list[Claim]:
    """The claims that make the headline: the last toll, else the first that has a number.

    Of people who moved, a number stands for words ("among the hundreds of thousands displaced").
    """
    base = [claim for claim in whole if claim.scope.kind is not ScopeKind.INCREMENT] or list(whole)
    base = [claim for claim in base if not _none(claim)] or base
    several = (claim for claim in base if (claim.evidence, claim.count) not in marks.bare)
    told = [claim for claim in base if numbered(claim)]
    totals = [claim for claim in told if claim.rule in marks.running]
    if totals and (totals[-1].rule in marks.lowered or not _more(told[0], totals[-1])):
        return totals[-1:]
    precise = [claim for claim in told if claim.measure in MOVED and not _vague(claim)]
    first = next(iter(precise or told), next(several, base[0]))
    return _beside(base[base.index(first) :], marks)


def _persons(head: list[Claim], own: Sequence[Claim]) -> list[Claim]:
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


def _beside(claims: Sequence[Claim], marks: Marks) -> list[Claim]:
    """The first claim and those of other people that its own words hold beside it."""
    kept: list[Claim] = []
    for claim in claims:
        if not kept or (
            _one_breath(kept[0], claim, marks) and not any(_same(one, claim) for one in kept)
        ):
            kept.append(claim)
    return kept[:1] if _spelled_out(kept) else kept


def _spelled_out(claims: Sequence[Claim]) -> bool:
    """Whether the first count is said again by who they are: "13, nine children and four women"."""
    if len(claims) < 3:
        return False
    first, *rest = [claim.count.low for claim in claims if claim.count is not None]
    kinds = [claim.group.people is People.ALL for claim in claims]
    return kinds[0] and not any(kinds[1:]) and first == sum(n or 0 for n in rest)


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
    low, most = claim.count.low if claim.count is not None else None, _most(toll)
    return low is not None and most is not None and low > most


def _vague(claim: Claim) -> bool:
    return claim.count is not None and claim.count.bound is Bound.VAGUE


def _none(claim: Claim) -> bool:
    """Whether a claim says that there were none: of another strike, where any are told of."""
    return claim.count is not None and claim.count.high == 0


def numbered(claim: Claim) -> bool:
    """Whether a claim's count states an end at all."""
    return claim.count is not None and _stated(claim.count.range)


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
        if claim.group.people is People.ALL and (end := _most(claim)) is not None
    ]
    most, by = max(ends, default=(0, ""))
    if figure.high is not None or figure.low is None or most <= figure.low:
        return figure
    return replace(figure, high=most, claims=tuple(sorted({*figure.claims, by})), high_claims=(by,))


def _most(claim: Claim) -> int | None:
    """The greatest number that a claim states in words; None where it states none."""
    count = claim.count
    if count is None or not count.words or count.bound is Bound.NONE:
        return None
    return count.high
