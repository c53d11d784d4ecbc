"""The incidents that a report tells of."""

from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date, timedelta

from harmledger.extract.aside import within
from harmledger.extract.figures import figures
from harmledger.extract.happening import LATELY, OF_INCIDENT, dated, elsewhen, older
from harmledger.extract.head import MOVED, UNMARKED, Marks, numbered
from harmledger.extract.scene import Scene
from harmledger.extract.several import others
from harmledger.extract.tokens import Stretch
from harmledger.model import (
    Account,
    Claim,
    Count,
    Evidence,
    Measure,
    Polarity,
    Report,
    ScopeKind,
    When,
)

PAST = timedelta(days=365)
"""How long before it what no report is news of."""


def accounts(
    found: Sequence[Claim],
    report: Report,
    asides: Sequence[Stretch] = (),
    marks: Marks = UNMARKED,
    scenes: Sequence[Scene] = (),
) -> tuple[Account, ...]:
    """The incidents a report tells of, the main one first; none where it counts no harm.

    Args:
        asides: Where the text tells of something else; heeded where harm is counted besides.
        marks: What the rules say of the claims.
        scenes: What the sentences that make the claims say of where and when, in order.
    """
    marks = replace(marks, righted=_righted(found, scenes))
    every, found = found, _besides(found, asides)
    first = _news([claim.time for claim in found if claim.time and dated(claim)], report.published)
    told = {claim.measure for claim in found if claim.scope.kind in OF_INCIDENT and numbered(claim)}
    own = [claim for claim in found if _of_main(claim, first, told)]
    apart = others(every, scenes, first, asides)
    taken = {claim.claim_id for one in apart for claim in one.claims}
    main = [claim for claim in own if claim.claim_id not in taken] if taken else own
    placed = (one.claims for one in apart if not one.nowhere)
    told_of = (main, *placed) if main else (own,) if own else ()
    return tuple(_account(claims, report, marks) for claims in told_of)


def _righted(found: Sequence[Claim], scenes: Sequence[Scene]) -> frozenset[tuple[Evidence, Count]]:
    """The claims of sentences that put a toll right, by their words."""
    starts = [one.start for one in scenes]
    at = ((claim, bisect_right(starts, claim.evidence.start) - 1) for claim in found)
    return frozenset(
        (claim.evidence, claim.count)
        for claim, scene in at
        if scene >= 0 and scenes[scene].righted and claim.count is not None
    )


def _news(times: Sequence[When], published: date | None) -> When | None:
    """When the main incident was: the first time of an incident, but where that is over a year
    before publication, and another hardly before it, that; None where no incident has a time.
    """
    first = next(iter(times), None)
    if first is None or published is None or not older(first, published, PAST):
        return first
    return next((time for time in times if not older(time, published, LATELY)), first)


def _account(claims: Sequence[Claim], report: Report, marks: Marks) -> Account:
    when = next((claim.time for claim in claims if claim.time and claim.time.start), None)
    place = next((claim.place for claim in claims if claim.place), None)
    means = tuple(dict.fromkeys(claim.means for claim in claims if claim.means is not None))
    who = tuple(dict.fromkeys(claim.perpetrator.name for claim in claims if claim.perpetrator))
    return Account(
        report_id=report.report_id,
        claims=tuple(claim.claim_id for claim in claims),
        start=when.start if when else None,
        end=when.end if when else None,
        place=place,
        means=means,
        perpetrators=who,
        figures=figures(claims, marks),
    )


def _besides(found: Sequence[Claim], asides: Sequence[Stretch]) -> Sequence[Claim]:
    """The claims outside of asides; all of them where those count no harm."""
    beside = within(asides)
    own = [claim for claim in found if not beside(claim.evidence.start)]
    return own if any(numbered(claim) for claim in own) else found


def _of_main(claim: Claim, first: When | None, told: Set[Measure]) -> bool:
    """Whether a claim tells of the report's main incident: affirmed, of one event, of its days.

    Args:
        first: When the first dated harm of one event was, or None.
        told: Measures counted for one event.
    """
    if claim.polarity is Polarity.DENIED:
        return False
    if claim.scope.kind in OF_INCIDENT:
        return not elsewhen(claim.time, first)
    flow = claim.measure in MOVED and claim.scope.kind is not ScopeKind.RATE
    return flow and claim.measure not in told
