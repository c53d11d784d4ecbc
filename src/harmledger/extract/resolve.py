"""The claims of a report as a whole: what is said again, what lies inside what, headline figures."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from harmledger.model import (
    Account,
    Bound,
    Claim,
    Figure,
    Measure,
    People,
    Polarity,
    Range,
    Report,
    ScopeKind,
    Status,
)

COUNTED = tuple(measure for measure in Measure if measure is not Measure.CONTROL)
ADDS = frozenset({ScopeKind.INCIDENT, ScopeKind.INCREMENT})


def settled(found: Sequence[Claim]) -> list[Claim]:
    """Leave out what a report says again, and point parts at their wholes.

    Two claims are one when measure, count, group, polarity and scope agree and their
    sources do not differ.
    """
    kept: list[Claim] = []
    for claim in found:
        if not any(_again(earlier, claim) for earlier in kept):
            kept.append(claim)
    return kept


def _again(earlier: Claim, later: Claim) -> bool:
    same = (
        earlier.measure == later.measure
        and earlier.count is not None
        and later.count is not None
        and (earlier.count.low, earlier.count.high) == (later.count.low, later.count.high)
        and earlier.group.people == later.group.people
        and earlier.polarity == later.polarity
        and earlier.scope == later.scope
    )
    if not same:
        return False
    near = earlier.evidence.start == later.evidence.start
    return not near and (
        earlier.source is None
        or later.source is None
        or earlier.source.name.lower() == later.source.name.lower()
    )


def accounts(found: Sequence[Claim], report: Report) -> tuple[Account, ...]:
    """The incidents a report tells of, the main one first; none where it counts no harm."""
    main = [claim for claim in found if _of_main(claim, found)]
    if not main:
        return ()
    first = main[0]
    when = next((claim.time for claim in main if claim.time and claim.time.start), None)
    place = next((claim.place for claim in main if claim.place), first.place)
    means = tuple(dict.fromkeys(claim.means for claim in main if claim.means is not None))
    who = tuple(dict.fromkeys(claim.perpetrator.name for claim in main if claim.perpetrator))
    return (
        Account(
            report_id=report.report_id,
            claims=tuple(claim.claim_id for claim in main),
            start=when.start if when else None,
            end=when.end if when else None,
            place=place,
            means=means,
            perpetrators=who,
            figures=figures(main),
        ),
    )


def _of_main(claim: Claim, found: Sequence[Claim]) -> bool:
    return claim.polarity is Polarity.AFFIRMED and claim.scope.kind in ADDS


def figures(main: Sequence[Claim]) -> tuple[Figure, ...]:
    """Headline counts by measure and group."""
    found: list[Figure] = []
    for measure in COUNTED:
        own = [claim for claim in main if claim.measure is measure and claim.count is not None]
        if own:
            found += _figures(measure, own)
    return tuple(found)


def _figures(measure: Measure, own: Sequence[Claim]) -> Iterable[Figure]:
    whole = [claim for claim in own if claim.group.people is People.ALL]
    yield from _figure(measure, "all", whole[:1] or own[:1])
    for status in (Status.CIVILIAN, Status.COMBATANT):
        yield from _figure(measure, status.value, [c for c in whole if c.group.status is status][:1])
    for people in (People.CHILDREN, People.WOMEN, People.MEN):
        yield from _figure(measure, people.value, [c for c in own if c.group.people is people][:1])


def _figure(measure: Measure, group: str, own: Sequence[Claim]) -> Iterable[Figure]:
    if not own:
        return
    total = Range(own[0].count.low, own[0].count.high) if own[0].count else Range(None, None)
    ids = tuple(sorted(claim.claim_id for claim in own))
    yield Figure(measure, group, total.low, total.high, ids, ids, ids)


def unbounded(claim: Claim) -> bool:
    """Whether a count has no number at all ("several")."""
    return claim.count is not None and claim.count.bound is Bound.VAGUE and claim.count.low is None


__all__ = ["accounts", "figures", "replace", "settled", "unbounded"]
