"""The claims of a report as a whole: what is said again, and the incidents it tells of."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

from harmledger.extract.figures import MOVED, UNMARKED, Marks, figures, numbered
from harmledger.extract.happening import OF_INCIDENT, dated, elsewhen
from harmledger.extract.scene import Scene
from harmledger.extract.several import others
from harmledger.extract.tokens import Stretch
from harmledger.model import (
    Account,
    Claim,
    Measure,
    Place,
    Polarity,
    Report,
    ScopeKind,
    Status,
    When,
)

NAMES = re.compile(r"[^\W\d_a-z][\w'’-]*")
"""Words that may be names: with a capital, or of letters that have none."""


def settled(found: Sequence[Claim]) -> list[Claim]:
    """Leave out what a report says again.

    Two claims are one when measure, count, group, polarity and scope agree and their
    sources do not differ; of the two, the one that names a source is kept. The parts of
    the other are parts of it.
    """
    kept: list[Claim] = []
    alike: dict[object, list[int]] = {}
    stands: dict[str, str] = {}
    for claim in found:
        places = alike.setdefault(_told(claim), [])
        at = next((i for i in places if _again(kept[i], claim)), None)
        if at is None:
            places.append(len(kept))
            kept.append(claim)
            continue
        again, one = claim, kept[at]
        if one.source is None and claim.source is not None:
            again, one = one, claim
        placed = replace(one, place=_narrower(one.place, again.place))
        stands |= dict.fromkeys((again.claim_id, one.claim_id), placed.claim_id)
        stands.pop(placed.claim_id, None)
        kept[at] = placed
    return sorted((_part(one, stands) for one in kept), key=lambda one: one.evidence.start)


def _narrower(said: Place | None, again: Place | None) -> Place | None:
    """The place that says more: of a village "in Barzan" and Barzan, the village."""
    if said is None or again is None:
        return said or again
    own, other = (set(NAMES.findall(place.words)) for place in (said, again))
    return again if own and own < other else said


def _part(claim: Claim, stands: Mapping[str, str]) -> Claim:
    """The claim, as a part of the claim that stands for the one it was a part of."""
    whole = claim.group.part_of
    while whole is not None and whole in stands:
        whole = stands[whole]
    if whole == claim.group.part_of:
        return claim
    return replace(claim, group=replace(claim.group, part_of=whole))


def _told(claim: Claim) -> tuple[object, ...]:
    """What must be the same where a claim is said again."""
    ends = None if claim.count is None else (claim.count.low, claim.count.high)
    return claim.measure, ends, claim.group.people, claim.polarity, claim.scope


def _again(earlier: Claim, later: Claim) -> bool:
    same = (
        earlier.count is not None
        and _told(earlier) == _told(later)
        and _same_or_unsaid(earlier.group.status, later.group.status, Status.UNKNOWN)
        and _same_or_unsaid(_day(earlier), _day(later), None)
    )
    if not same or earlier.evidence.start == later.evidence.start:
        return False
    return (
        earlier.source is None
        or later.source is None
        or earlier.source.name.lower() == later.source.name.lower()
    )


def _day(claim: Claim) -> date | None:
    return claim.time.start if claim.time is not None else None


def _same_or_unsaid(left: object, right: object, unsaid: object) -> bool:
    return left == right or unsaid in (left, right)


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
    every, found = found, _besides(found, asides)
    first = next((claim.time for claim in found if dated(claim)), None)
    told = {claim.measure for claim in found if claim.scope.kind in OF_INCIDENT and numbered(claim)}
    own = [claim for claim in found if _of_main(claim, first, told)]
    apart = others(every, scenes, first, asides)
    taken = {claim.claim_id for claims in apart for claim in claims}
    main = [claim for claim in own if claim.claim_id not in taken]
    told_of = (main, *apart) if main else (own,) if own else ()
    return tuple(_account(claims, report, marks) for claims in told_of)


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
    own = [
        claim
        for claim in found
        if not any(one.start <= claim.evidence.start < one.end for one in asides)
    ]
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
