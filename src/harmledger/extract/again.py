"""What a report says again is one claim."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import product

from harmledger.extract.scene import Scene, on_their_own
from harmledger.model import Claim, Place, Status

NAMES = re.compile(r"[^\W\d_a-z][\w'’-]*")
"""Words that may be names: with a capital, or of letters that have none."""
ANY = object()
"""What may be told by another in any way."""


def settled(found: Sequence[Claim], scenes: Sequence[Scene] = ()) -> list[Claim]:
    """Leave out what a report says again.

    Two claims are one when measure, count, group, polarity and scope agree and their
    sources do not differ; of the two, the one that names a source is kept. The parts of
    the other are parts of it. What a sentence tells of a happening of its own, an item of a list,
    was told by no sentence before it.

    Args:
        scenes: Of the sentences that make the claims, in order.
    """
    told = [_told(claim) for claim in found]
    times = Counter(told)
    if len(times) == len(found):
        return sorted(found, key=_start)
    kept: list[Claim] = []
    alike = Alike(kept, _opening(scenes))
    stands: dict[str, str] = {}
    for claim, own in zip(found, told, strict=True):
        if times[own] == 1:  # most: no other can be the same
            kept.append(claim)
            continue
        at = alike.find(claim)
        if at is None:
            kept.append(claim)
            alike.add(len(kept) - 1)
            continue
        again, one = claim, kept[at]
        if one.source is None and claim.source is not None:
            again, one = one, claim
        placed = replace(one, place=_narrower(one.place, again.place))
        stands |= dict.fromkeys((again.claim_id, one.claim_id), placed.claim_id)
        stands.pop(placed.claim_id, None)
        kept[at] = placed
        alike.add(at)
    return sorted((_part(one, stands) for one in kept), key=_start)


def _start(claim: Claim) -> int:
    return claim.evidence.start


def _opening(scenes: Sequence[Scene]) -> Callable[[int], int | None]:
    """For a character, where its sentence begins if it tells of a happening of its own."""
    starts = [one.start for one in scenes]
    alone = on_their_own(scenes)

    def opening(at: int) -> int | None:
        scene = bisect_right(starts, at) - 1
        return starts[scene] if scene >= 0 and alone[scene] else None

    return opening


class Alike:
    """The claims kept so far, found by what must be the same where one is said again.

    Each is kept under every way in which another may leave its status, day or source open.
    """

    def __init__(self, kept: Sequence[Claim], opening: Callable[[int], int | None]) -> None:
        self._kept = kept
        self._opening = opening
        self._places: defaultdict[object, list[int]] = defaultdict(list)

    def add(self, at: int) -> None:
        """Take note of a claim kept at an index, or changed there."""
        claim = self._kept[at]
        for since in {None, self._opening(claim.evidence.start)}:
            for said in product(*((ANY, one) for one in _said(claim))):
                places = self._places[_told(claim), since, said]
                # In the order of the text: a claim that was changed is mostly in them already.
                spot = bisect_left(places, at)
                if places[spot : spot + 1] != [at]:
                    places.insert(spot, at)

    def find(self, claim: Claim) -> int | None:
        """The index of the first claim that says the same; None where none does."""
        told, since = _told(claim), self._opening(claim.evidence.start)
        ways = ((ANY,) if one is None else (one, None) for one in _said(claim))
        found = (
            next(
                (at for at in self._places.get((told, since, said), ()) if self._same(at, claim)),
                None,
            )
            for said in product(*ways)
        )
        return min((at for at in found if at is not None), default=None)

    def _same(self, at: int, claim: Claim) -> bool:
        return _again(self._kept[at], claim)


def _said(claim: Claim) -> tuple[object, object, object]:
    """What may be left open where a claim is said again, each None where it is."""
    status, source = claim.group.status, claim.source
    return (
        None if status is Status.UNKNOWN else status,
        _day(claim),
        None if source is None else source.name.lower(),
    )


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
