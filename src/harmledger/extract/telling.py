"""A report's sentences with their claims, in the order in which they tell of happenings."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from harmledger.extract.happening import OF_INCIDENT, opens
from harmledger.extract.scene import Scene
from harmledger.model import Claim, Polarity

Telling = tuple[Scene, list[Claim]]


def tellings(found: Sequence[Claim], scenes: Sequence[Scene]) -> Iterator[Telling]:
    """The sentences of a report with their claims of one event, those of a clause of something
    earlier behind what its sentence tells.

    Args:
        found: In the order of the text.
        scenes: Of the sentences that make them, in order.
    """
    return _main_first(_by_scene(found, scenes))


def _by_scene(found: Sequence[Claim], scenes: Sequence[Scene]) -> Iterator[Telling]:
    """The affirmed claims of one event, by the sentences that make them."""
    starts = [one.start for one in scenes]
    ours = (
        claim
        for claim in found
        if claim.scope.kind in OF_INCIDENT and claim.polarity is Polarity.AFFIRMED
    )
    for at, claims in groupby(ours, lambda one: bisect_right(starts, one.evidence.start) - 1):
        if at >= 0:
            yield from ((scenes[at], one) for one in _by_day(list(claims)))


def _by_day(claims: list[Claim]) -> list[list[Claim]]:
    """The claims of a sentence that tells of several days and places, those of each day apart:
    "four in Barzan on Friday and six in Nahri on Saturday"; else all together.
    """
    days: dict[date, list[Claim]] = {}
    for claim in claims:
        when = claim.time
        if when is None or when.start is None or when.start != when.end:
            return [claims]
        days.setdefault(when.start, []).append(claim)
    places = [{one.place.words for one in own if one.place is not None} for own in days.values()]
    apart = all(places) and sum(map(len, places)) == len(set().union(*places))
    return list(days.values()) if apart else [claims]


def _main_first(
    told: Iterable[Telling],
) -> Iterator[Telling]:
    """The sentences, with a clause of something earlier behind what its sentence tells.

    Where the rest of the sentence only tells more of the same ("a day after nine died, two of the
    hurt died in hospital") the clause is of no other happening.
    """
    waiting: Telling | None = None
    first = True
    for scene, claims in told:
        opens = first and scene.earlier
        first = False
        if waiting is not None:
            before, own = waiting
            main = (scene.start == before.end or not before.ahead) and _worth(scene, claims)
            told_now = (
                [(scene, claims), waiting] if main else [(_plain(before), own), (scene, claims)]
            )
            waiting = None
            yield from told_now
        elif scene.ahead or opens:
            waiting = scene, claims
        else:
            yield scene, claims
    if waiting is not None:
        yield _plain(waiting[0]), waiting[1]


def _plain(scene: Scene) -> Scene:
    return scene._replace(earlier=False)


def _worth(scene: Scene, claims: Sequence[Claim]) -> bool:
    """Whether what stands beside a clause of something earlier is a happening of its own."""
    more = (scene.again or scene.cared) and not scene.anew
    return not more and any(opens(claim) for claim in claims)
