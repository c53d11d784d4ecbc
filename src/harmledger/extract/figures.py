"""Headline figures: one range for each measure and group, out of the claims of one incident."""

from collections.abc import Iterable, Sequence, Set

from harmledger.model import Claim, Figure, Measure, People, Range, ScopeKind, Status

COUNTED = tuple(measure for measure in Measure if measure is not Measure.CONTROL)
WEAK = 0.7
"""Confidence below which the words of harm leave the outcome open."""


def figures(main: Sequence[Claim], tolls: Set[str] = frozenset()) -> tuple[Figure, ...]:
    """Headline counts of an incident's claims, by measure, then group.

    Groups said side by side in one breath add up; a later toll stands for the counts
    before it; deaths in addition add where no toll holds them; parts stay inside their
    whole. The first telling is the headline.

    Args:
        tolls: Ids of the rules whose counts are running totals.
    """
    found: list[Figure] = []
    for measure in COUNTED:
        own = [claim for claim in main if claim.measure is measure and claim.count is not None]
        if measure is Measure.INJURED:
            own = _outcome(own, main)
        if own:
            found += _figures(measure, own, tolls)
    return tuple(found)


def _figures(measure: Measure, own: Sequence[Claim], tolls: Set[str]) -> Iterable[Figure]:
    whole = [claim for claim in own if claim.group.part_of is None] or list(own)
    head = _head(whole, tolls)
    settled = any(claim.rule in tolls for claim in head)
    more = [
        claim
        for claim in whole
        if claim.scope.kind is ScopeKind.INCREMENT and claim not in head and not settled
    ]
    yield from _figure(measure, "all", [*head, *more] or own[:1])
    for status in (Status.CIVILIAN, Status.COMBATANT):
        told = [claim for claim in (*head, *more) if claim.group.status is status]
        inside = [c for c in own if c.group.status is status and c.group.people is People.ALL]
        yield from _figure(measure, status.value, told or _parts(inside, own))
    for people in (People.CHILDREN, People.WOMEN, People.MEN):
        told = [claim for claim in own if claim.group.people is people]
        yield from _figure(measure, people.value, _beside(told))


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


def _outcome(own: Sequence[Claim], main: Sequence[Claim]) -> list[Claim]:
    """Injuries less those who died: "shot" says nothing of the outcome, a death told of as many
    does; people hurt in the same breath as others die are others."""
    deaths = [claim for claim in main if claim.measure is Measure.KILLED and numbered(claim)]
    return [
        claim
        for claim in own
        if claim.confidence >= WEAK
        or not any(
            claim.count is not None
            and death.count is not None
            and (death.count.low or 0) >= (claim.count.low or 0)
            and death.evidence.start != claim.evidence.start
            for death in deaths
        )
    ]


def _head(whole: Sequence[Claim], tolls: Set[str]) -> list[Claim]:
    """The claims that make the headline: the last toll, else the first that has a number."""
    totals = [claim for claim in whole if claim.rule in tolls and numbered(claim)]
    if totals:
        return totals[-1:]
    base = [claim for claim in whole if claim.scope.kind is not ScopeKind.INCREMENT] or list(whole)
    base = [claim for claim in base if not _none(claim)] or base
    first = next((claim for claim in base if numbered(claim)), base[0])
    return _beside(base[base.index(first) :])


def _beside(claims: Sequence[Claim]) -> list[Claim]:
    """The first claim and those of other people that its own words hold beside it."""
    if not claims:
        return []
    kept: list[Claim] = []
    for claim in claims:
        if not kept or (_one_breath(kept[0], claim) and not any(_same(one, claim) for one in kept)):
            kept.append(claim)
    return kept[:1] if _spelled_out(kept) else kept


def _spelled_out(claims: Sequence[Claim]) -> bool:
    """Whether the first count is said again by who they are: "13, nine children and four women"."""
    first, *rest = [claim.count.low for claim in claims if claim.count is not None]
    kinds = [claim.group.people is People.ALL for claim in claims]
    return len(rest) > 1 and kinds[0] and not any(kinds[1:]) and first == sum(n or 0 for n in rest)


def _one_breath(first: Claim, claim: Claim) -> bool:
    """Whether two counts stand side by side: read by one rule in one clause, or place by place."""
    return (
        claim.evidence == first.evidence
        and claim.source == first.source
        and claim.group.unit is first.group.unit
        and (claim.rule == first.rule or claim.rule.endswith((".part.place", ".harm.with")))
    )


def _same(one: Claim, claim: Claim) -> bool:
    """Whether two plurals are one said twice; "a man and a man" are two."""
    plural = claim.count is not None and claim.count.low != 1
    alike = one.count == claim.count and one.group == claim.group and one.place == claim.place
    return plural and alike


def _none(claim: Claim) -> bool:
    """Whether a claim says that there were none: of another strike, where any are told of."""
    return claim.count is not None and claim.count.high == 0


def numbered(claim: Claim) -> bool:
    """Whether a claim's count states an end at all."""
    count = claim.count
    return count is not None and (count.low is not None or count.high is not None)


def _figure(measure: Measure, group: str, claims: Sequence[Claim]) -> Iterable[Figure]:
    if not claims:
        return
    total = _sum([claim.count.range for claim in claims if claim.count is not None])
    ids = tuple(sorted(claim.claim_id for claim in claims))
    yield Figure(measure, group, total.low, total.high, ids, ids, ids)


def _sum(ranges: Sequence[Range]) -> Range:
    """Ends added; an end is None where none of them states it, and what is not stated adds 0."""
    lows = [part.low for part in ranges if part.low is not None]
    highs = [part.high for part in ranges if part.high is not None]
    if len(ranges) > 1 and highs and len(highs) < len(ranges):
        highs = []
    low = sum(lows) if lows else None
    return Range(low, sum(highs) if highs else None)
